/** Whose the figures of a statement are, clause by clause: whom each names, founded or used, and whom it leaves again. */
import type { EntityIndex } from "../../extraction.ts";
import type { Span } from "../01-clean/edits.ts";
import type { Clause } from "./clause.ts";
import type { Flow, Setting } from "./flow.ts";
import { trimLead } from "./indicator.ts";
import type { Item } from "./item.ts";
import type { Topic } from "./subject.ts";
import type { Time } from "./time.ts";
import { leadingVerbs } from "./verbs.ts";

/** A clause that begins like this tells of the body that the one before founded. */
const OF_FOUNDED =
  /^(?:(?:力争|预计|计划|全年|年内){1,3}完成投资|已|现(?=[有已])|目前|累计|入驻|孵化|集聚|汇聚|首期|首批|成员|会员|理事|一期|总投资|计划投资|总规模|占地|规划面积|建筑面积|由|注册|重点投|主要投|拥有|服务|转化|截至|设有|下设|吸纳|汇集)/;
/** 发挥X基金撬动作用,累计…; 推进X大学科技城融合,全年…: what is used or driven acts on. */
const USES = /^(?:充分|积极)?(?:发挥|利用|借助|用好)$/;
const OF_USED = /^(?:全年|累计|已|共|首批|新入驻|入驻|新引进)/;
const FOUNDS = /(?:启动|开工|投资|规划|筹备)建设|设立|建立|成立|组建|共建|建成|搭建|打造|开设|引进|创建/;
/** 2022年成立的|某科创园位于…: who was founded then is whom it is about. */
const JUST_FOUNDED = /^(?:正式|新)?(?:成立|组建|设立|获批|揭牌|挂牌|启用|建成|投用|创办|创建|开园)的/;
const STANDS = /(?:位于|坐落(?:于|在)?|设在|落户|地处|选址(?:于|在)?|入驻)$/;
const TAKES_PART =
  /^(?:联合|会同|携手|依托|由|与).*(?:共建|建设|组建|发起|研发|支撑|支持)$|(?:参与|共同|联合|协同|参加|加入|支持)(?:共建|建设|组建|发起|研发)?$/;
/** Something of the place goes on by itself: 武汉科创中心|加快建设. */
const HAPPENS =
  /(?:顺利|成功|正式|圆满|稳健|实质性|入轨|挂牌|获批)[\u4e00-\u9fa5]{2}$|(?:加快|加速|稳步|扎实|深入|全面|持续|顺利|成功|有序|正式|建成|即将|全线|实质性|商业)(?:建设|推进|构建|提升|增强|壮大|完善|落地|投产|投用|投运|运行|启动|实施|形成|成型|成势|开工|揭牌|挂牌|获批|通车|贯通|运营|开通)$|(?:建成|开工|竣工|通车|投产|投运|投用|贯通|落地|(?:投入|落地|揭牌|挂牌|启动|转段)并?(?:商业)?(?:运行|运营|使用))$/;

export class SubjectReader {
  readonly #span: Span;
  readonly #setting: Setting;
  readonly #text: string;
  readonly #times: readonly Time[];
  /** Whom the statement names at its beginning; null for nobody, undefined where it does not say. */
  leadSubject: EntityIndex | null | undefined;

  constructor(span: Span, setting: Setting, times: readonly Time[]) {
    this.#span = span;
    this.#setting = setting;
    this.#text = setting.text;
    this.#times = times;
  }

  /** What `clause` says of whom it is about, which `flow` then holds; `first` is its first figure. */
  topicOf(clause: Clause, flow: Flow, first: Item | undefined): Topic | undefined {
    const { subjects } = this.#setting;
    const { founded } = flow;
    const topic = subjects.topicOf(this.#text, clause, first?.begin ?? clause.end, (at) => this.#skipTimes(at));
    if (flow.isEntry) return topic?.reach === "wider" ? topic : undefined;
    if (topic === undefined) {
      const words = this.#text.slice(clause.begin, clause.end);
      if (clause.begin === this.#span.begin) this.#continueSubject(words, flow);
      const implied =
        founded !== null && (OF_FOUNDED.test(words) || this.#goesOn(clause))
          ? founded
          : OF_USED.test(this.#text.slice(this.#skipTimes(clause.begin), clause.end))
            ? flow.used
            : null;
      if (implied !== null) [flow.subject, flow.isImplied] = [implied, true];
      // 上虞高新区获…,2家高新区入选…: a count at the beginning is a new subject, hence the document's.
      else if (first?.begin === clause.begin && first.rank === null && flow.known.length > 0)
        flow.subject = subjects.own;
      const { passing } = flow;
      const isOver = passing?.isBrief === true ? leadingVerbs(trimLead(words)) === "" : first?.begin === clause.begin;
      if (passing !== undefined && isOver) flow.subject = passing.subject;
      if (implied === null) flow.founded = null;
      return undefined;
    }
    flow.founded = null;
    const { subject: before } = flow;
    // 科教城集聚A、B等高校,|C、D等研发机构42家: the list goes on, and so does the subject.
    const isPart =
      topic.reach === "listed" &&
      (this.#text.startsWith("其中", clause.begin) ||
        /等[\u4e00-\u9fa5]{1,8},$/.test(this.#text.slice(clause.begin - 12, clause.begin)));
    // 研究院由…共建,|某大学、某集团参与共建,|占地320亩: who else takes part is not whom it is about.
    const isAside =
      topic.reach === "listed" && first === undefined && TAKES_PART.test(this.#text.slice(clause.begin, clause.end));
    if (topic.reach !== "wider" && !isPart && !isAside) flow.subject = this.#meant(topic);
    const isOther = this.#text[topic.span.begin] === "该" && clause.begin !== this.#span.begin;
    if (isOther && topic.subject !== before && flow.base === undefined) flow.base = before;
    if (topic.reach === "entry") flow.isEntry = true;
    const isBody =
      (topic.reach === "clauses" || topic.reach === "entry") &&
      topic.subject !== null &&
      !subjects.isRegion(topic.subject);
    if (clause.begin === this.#span.begin) this.leadSubject = isBody ? topic.subject : null;
    return topic;
  }

  /**
   * 武汉科创中心加快建设,|科研设施达8个: a place whose project goes on is no subject of the clause
   * behind it, unless that begins with what the place did; nor is a body that just came into
   * being, where the clause begins with a count.
   */
  passingPlace(
    clause: Clause,
    topic: Topic | undefined,
    items: readonly Item[],
    before: EntityIndex | null,
  ): Flow["passing"] {
    if (topic?.reach !== "clauses" || topic.subject === null || items.length > 0) return undefined;
    const { subjects } = this.#setting;
    const isPassing =
      clause.mark === "," &&
      before === subjects.own &&
      topic.subject !== before &&
      !/^[积大率主加着全先深]|^[,、有以通坚聚围]/.test(this.#text.slice(topic.span.end, topic.span.end + 1)) &&
      HAPPENS.test(this.#text.slice(clause.begin, clause.end));
    return isPassing
      ? { subject: before, isBrief: subjects.isRegion(topic.subject) || clause.begin !== this.#span.begin }
      : undefined;
  }

  /** Under 【鹿泉区】 its 全区 and its lists are the district's; 全市 stays the city's. */
  #meant(topic: Topic): EntityIndex | null {
    const { headingSubject, subjects } = this.#setting;
    if (headingSubject === undefined || topic.subject !== subjects.own) return topic.subject;
    const words = this.#text.slice(topic.span.begin, topic.span.end);
    return topic.reach === "listed" || /^[全该本][区县镇园]/.test(words) || !/[市州省]/.test(words)
      ? headingSubject
      : topic.subject;
  }

  usedIn(clause: Clause, topic: Topic | undefined): EntityIndex | null {
    if (topic?.reach === "pivot") return topic.subject;
    const { subjects } = this.#setting;
    const [first] = subjects.mentionsIn(clause.begin, clause.end);
    if (first === undefined || !subjects.isBearer(first.entity) || subjects.isRegion(first.entity)) return null;
    const before = this.#text.slice(clause.begin, first.begin);
    // 以某某产业园为主阵地,|新入驻企业29家.
    const isGround =
      before === "以" && /^为(?:主阵地|载体|核心|依托|龙头|主体)/.test(this.#text.slice(first.end, clause.end));
    return USES.test(before) || isGround ? first.entity : null;
  }

  /** A statement that begins with a verb is about the body that its paragraph began with. */
  #continueSubject(words: string, flow: Flow): void {
    const { paragraphSubject } = this.#setting;
    if (paragraphSubject === undefined) return;
    const time = this.#times.find(({ begin }) => begin === this.#span.begin);
    const rest = time === undefined ? words : words.slice(time.end - time.begin);
    if (
      /^,?(?:[现近]|其中|目前|先后|累计|主要|该(?:团队|项目|企业|公司|单位|机构|平台|基地))/.test(rest) ||
      leadingVerbs(rest.replace(/^,/, "")) !== ""
    )
      flow.subject = paragraphSubject;
  }

  /** 合作成立X研究中心,|去年|承担项目14项: a time and what such a body does. */
  #goesOn(clause: Clause): boolean {
    const at = this.#skipTimes(clause.begin);
    return (
      at > clause.begin && /^(?:承担|到账|孵化|转化|开发|研发|申请|服务|入驻|牵头)/.test(this.#text.slice(at, at + 4))
    );
  }

  /** …组建X研究院: the body at the end of a clause that founds it. */
  foundedIn(clause: Clause): EntityIndex | null {
    const { subjects } = this.#setting;
    const last = subjects.mentionsIn(clause.begin, clause.end).at(-1);
    const isBuilt = last?.end === clause.end - 2 && this.#text.slice(last.end, clause.end) === "建设";
    if (
      last === undefined ||
      (last.end !== clause.end && !isBuilt) ||
      !subjects.isBearer(last.entity) ||
      subjects.isRegion(last.entity)
    )
      return null;
    const before = this.#text.slice(clause.begin, last.begin);
    // 新成立的某科创园位于甲新区: where it stands was not founded.
    if (STANDS.test(before)) return null;
    return FOUNDS.test(before) || (isBuilt && /(?:加快|推进|推动|启动)$/.test(before)) ? last.entity : null;
  }

  #skipTimes(at: number): number {
    const time = this.#times.find(({ begin, end }) => begin <= at && at < end);
    const end = time === undefined ? at : time.end;
    return end + (JUST_FOUNDED.exec(this.#text.slice(end, end + 8))?.[0].length ?? 0);
  }
}
