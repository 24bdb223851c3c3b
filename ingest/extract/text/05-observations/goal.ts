/** Goals: whether words say that something is to be reached (力争, 目标, 将新增). */

const GOAL =
  /(?:建成|达产|投产|投用|投入使用)后|力争|力求|争取(?=全年|到20|在|年|实现|达|新增|突破|完成|建成|创建|引进|列入|进入|尽快|早日|用)|确保|奋斗目标|(?:主要|预期|发展|工作|总体|具体|年度|量化|以下|核心)目标(?:是|为|:|$)|目标(?:是|为|:)|预期(?:目标|达)|有望|(?<!专家|委员|代表|首次|率先|创新性?地?)提出$|计划(?:到|在|用|于|新|引|培|实[施现]|建[成设]|每年|完成|投入|今年|明年)|(?<![模虚])拟(?![人定态合真音])|(?<![名主])将(?:会)?(?=达到?|新增|建[成设]|实现|引进|投入|力争|累计|超过?|突破|形成|带动|选派|全[力面]|进一步|共[同建]|继续|持续|每年|新建|提升|提高|增[加至长]|培[育养]|打造|完成|推动|依托|聚焦|围绕|充分|重点|安排|组织|支持|为|在|于|与|以|通过|从)|(?<![主需重])要(?=达到|突破|超过|实现|完成|新增)|到20\d\d年(?:底|末)?(?=,?(?:[^,。;]{0,12})(?:力争|达|实现|建成|突破|新增|基本))/;
/** What was reached: ends a goal that words before it set. */
// 由目前的112个增加到…: where a goal starts from.
const REACHED = /(?<![由从])目前|截至|截止|已(?:经)?(?!有望)|现有|现已|累计已|迄今|去年|上年/;

/** Of the one clause that says so: 首批6条中试线预计今年10月建成. */
const EXPECTED = /预计(?=今年|明年|年内|年底|于|到|将|20\d\d年|\d{1,2}月|可?(?:建成|投产|投用|达产|竣工|完工))/;

export function isExpected(words: string): boolean {
  return EXPECTED.test(words);
}

/** 按照全年目标,…: what is kept to says nothing of whether what follows was reached. */
const KEPT_TO = /^,?(?:按照|围绕|对照|对标|根据|聚焦|紧扣|锚定|紧盯|瞄准)[^,]*目标$/;

export function findGoal(words: string): number {
  return KEPT_TO.test(words) ? -1 : words.search(GOAL);
}

export function isReached(words: string): boolean {
  return REACHED.test(words);
}
