/**
 * Whether a passage reports, plans or tells what is lacking: from its nearest
 * heading that says so, then from its own words, then from what went before.
 */
import type { Mode } from "../text-document.ts";

const GAP_HEADING =
  /(?:存在|面临|主要|突出|当前|工作中?|发展)(?:的|中的|和)?(?:主要|突出|一些)?(?:问题|短板|差距|困难|不足|瓶颈|挑战)|^(?:问题|短板|差距|不足|困难)|(?:问题|短板|差距|不足|困难)(?:和|与|及)|(?:和|与|、)(?:差距|不足|困难)$|关于缩小差距|制约因素/;
const PLAN_HEADING =
  /下一?(?:步|阶段|年)|今后|(?:工作|发展|总体|主要|基本|年度)(?:思路|目标|打算|安排|要求|任务|考虑|设想)|(?:重点|主要|工作)(?:任务|安排|举措)|(?:20\d{2}|明)年(?:度)?(?:科技|重点|主要|全市|全县|全区|创新)*(?:工作)?(?:思路|目标|打算|安排|要点|任务|计划|重点)|展望|愿景|^目标|未来(?:目标|规划|发展)|规划(?:目标|建设|布局)|保障措施|组织保障|实施步骤|在建|拟建/;
const REPORT_HEADING =
  /总结|回顾|成效|成就|成绩|亮点|(?:开展|完成|进展|基本|总体|执行|落实|工作|建设|办理)情况|主要做法|经验做法|特色做法|工作进展|现状|发展基础|工作基础|基础条件|取得的|获奖|概况|简介|历程|荣誉/;

const PLAN_TITLE = /规划|计划|方案|要点|安排|思路|打算|目标|措施|意见|政策|办法|条例|协议/;
const REPORT_TITLE = /总结|回顾|情况|简报|报告|答复|举行|召开|签[约署订定下字]|达成|揭牌|概况|简介|进展/;
/** News tells of what was done, also where a plan or a policy is what it is about. */
const NEWS_TITLE =
  /携手|来[访我]|走访|调研|考察|会见|落户|获批|入选|成立|揭晓|落幕|[开闭]幕|圆满|荣获|获得|喜获|发布会|推介会|对接会|座谈|洽谈|首[个家次]|跻身|上榜|突破/;
const OWN_PLAN = /关于|印发|(?:方案|规划|纲要|计划|意见|办法|要点|条例|措施|细则|安排|政策)(?:\([^()]*\))?$/;

const PLAN_SENTENCE =
  /^(?:下一?(?:步|阶段)|今后|接下来|未来(?!产业|技术|工厂|城|科技|社区|乡村|食品|网络|空间|能源|健康|信息|材料|制造|大厦|实验|研究)|展望|明年|到20\d{2}年(?!底,?(?:已|共))|力争|争取(?=全年|到20|在|年|实现|达|新增|突破|完成|建成|创建|早日|尽快|用|通过)|我们将|(?:20\d{2}年|下半年|今年),[^,。]{0,12}将)|^[^,。]{0,14}(?:主要|总体|预期|工作|发展|奋斗)(?:预期)?(?:目标|要求|思路|任务)(?:是|为|:)/;
const REPORT_SENTENCE =
  /^(?:近年来|近几年|一直以来|目前|截至|去年|上年|今年以来|一年来|多年来|20\d{2}年以来|过去|此前|活动期间|据悉|据了解|据介绍|“[一二三四五六七八九十]+五”(?:期间|以来))/;
const GAP_SENTENCE =
  /^(?:但|但是|同时|也|同时也)?,?(?:要|应)?(?:清醒地?)?(?:认识到|看到)|^[^。]{0,40}(?:仍|还|依然|仍然)(?:存在|有)[^。]{0,20}(?:问题|短板|差距|不足|困难)/;

/** Undefined where the heading tells nothing. */
export function modeOfHeading(heading: string): Mode | undefined {
  if (GAP_HEADING.test(heading) && !/补齐|破解|解决|攻坚|攻克/.test(heading)) return "gap";
  const isReport = REPORT_HEADING.test(heading);
  if (PLAN_HEADING.test(heading) && !isReport) return "plan";
  return isReport ? "report" : undefined;
}

/** What the whole document does, where nothing in it says otherwise. */
export function modeOfTitle(title: string | null): Mode {
  if (title === null || !PLAN_TITLE.test(title) || REPORT_TITLE.test(title)) return "report";
  return NEWS_TITLE.test(title) && !OWN_PLAN.test(title) ? "report" : "plan";
}

/** Undefined where the sentence goes on as those before it. */
export function modeOfSentence(sentence: string): Mode | undefined {
  const head = sentence.slice(0, 90);
  if (GAP_SENTENCE.test(head)) return "gap";
  if (REPORT_SENTENCE.test(head)) return "report";
  return PLAN_SENTENCE.test(head) ? "plan" : undefined;
}
