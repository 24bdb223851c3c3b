/** The subject of a clause: whom it opens with, whom a verb sets to work, whom what stands before it only describes. */
import type { EntityType } from "../../../../server/contract/index.ts";
import { ANY_MARK, marksOfTypes } from "./notation.ts";
import { withoutPlacesBefore } from "./statement.ts";
import type { Clause, Mark, Statement } from "./statement.ts";

/** A word before a subject that belongs to the clause as a whole. */
const OPENING_WORD = new RegExp(
  `^(?:${[
    "第?[一二三四五六七八九十]{1,3}[是条、,.章节]",
    "[(]?[一二三四五六七八九十\\d]{1,3}[)、.,]{1,8}",
    "[*>#•·●■◆○-]",
    "20\\d\\d年(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:[上下]半年|[底初末中])?(?:以来|起|至今|前|度)?",
    "\\d{1,2}月(?:\\d{1,2}日)?(?:至\\d{1,2}日)?(?:[上下]午)?",
    "近年来|近[两三几]年来?|多年来|今年以来|今年|去年|明年|同年|当年|目前|当前|现在|现|日前|近日|近期|此前|随后|最终|最后",
    "同时|此外|另外|其中|期间|首先|其次|再次|例如|比如|如|为此|因此|由于|尤其是|特别是|同样|以及|据悉|据介绍|也|又|还|均|已|正|先后|共|即|则|是|凭借|首批|第一批",
    "截[至止][^,;]{0,12}",
    "[^,;:的与和同对向\\ue000-\\uecff]{0,6}(?:上|中|期间|后|前|以来|方面|时|下)",
  ].join("|")})$`,
  "u",
);
/** Verbs whose object acts in what follows: 支持X开展. */
const PIVOT_BEFORE =
  /(?:支持|推动|鼓励|引导|指导|邀请|引进|引入|组织|帮助|促进|推进|助力|协助|带动|促成|由|让|使|经|保障|确保|加快)[^,;:。的与和同在对向]{0,4}$/;
/** Verbs that a pivot's object can begin with. */
const ACTION_AHEAD =
  /^(?:、[^,;、的]{1,12}){0,3}?(?:等[^,;的]{0,16}?)?(?:[进一步积极主动加快率先共同联合全面大力深入牵头争取早日尽快顺利成功持续]{0,8})(?:会同|携手|联手|抱团|开展|实施|建设|创建|组建|打造|申报|牵头|联合|与|和|同|在|落地|落户|成立|设立|布局|谋划|发展|做|争创|建立|探索|承担|参与|推进|完善|引进|聚焦|围绕|承建|共建|领衔|发起|筹建|推行|试点|承办|主办|举办|入选|获批|出台|制定|提|创|入驻|攻关|对接|加入|分别|投入|主攻|瞄准|加强|深化|培育|壮大|负责|到|来)/;
/** A name with this behind it only qualifies what follows. */
const QUALIFIES = /^(?:等[^,;]{0,12})?(?:的|内|境内|期间|之行|旗下|下属|所属|第|级|平均|前[\d一二三四五六七八九十])/;
/** 某集团董事长某某: the person acts. */
const HEADED_BY_PERSON = new RegExp(
  `^[^,;。${ANY_MARK}]{0,12}(?:长|书记|主任|总裁|经理|教授|院士|主席|研究员|委员|专家|副手)[${marksOfTypes("N")}]`,
);
/** 甲、乙等共同建设: says who builds what the sentence is about, and is not what it goes on about. */
const ONLY_BUILDS = /^(?:等[^,;]{0,10})?(?:共同|联合|合作|参与|携手)+(?:建设|共建|组建|参与|打造)?$/;
/** 江苏某集团: the place of somebody who is none of the document's entities. */
const PLACE_OF_ANOTHER =
  /^[^,;:。的支推引与和在对为向建立开实聚等]{1,12}?(?:有限公司|集团|股份|公司|大学|学院|研究院|研究所|实验室|医院|银行|协会|商会)/;
const COMITATIVE = /[与同跟]|和/;

const CENTRE_BEHIND = /^(?:等[^,;]{0,10})?为(?:主体|核心|中心|重点|龙头|引领|载体|主阵地|主战场|主平台)$/;

/** 以甲科技城为核心,布局乙产业: what goes on is said of 甲科技城. */
export function centreOfClause(
  statement: Statement,
  { begin, end }: Clause,
  types: ReadonlySet<EntityType>,
): readonly Mark[] {
  const list = statement.actors.find((it) => it.begin >= begin && it.begin < end);
  if (!list || !/^(?:[^,;]{0,6}是?)?以$/.test(statement.masked.slice(begin, list.begin))) return [];
  if (!CENTRE_BEHIND.test(statement.masked.slice(list.end, end))) return [];
  return list.marks.filter(
    ({ type }) => types.has(type) && (type === "HighTechZone" || type === "InnovationPlatform" || type === "Region"),
  );
}

/** The actors that a clause opens with, the head of a relative clause (A建设的B), or the object that a pivot verb sets to work. */
export function subjectOfClause(
  statement: Statement,
  { begin, end }: Clause,
  isOwn: boolean,
  types: ReadonlySet<EntityType>,
): readonly Mark[] {
  let subject: readonly Mark[] = [];
  for (const list of statement.actors) {
    if (list.begin < begin) continue;
    if (list.begin >= end) break;
    const before = statement.masked.slice(begin, list.begin);
    const last = Math.min(list.end, end);
    const after = statement.masked.slice(last, last + 40);
    const all = withoutPlacesBefore(list.marks).filter(({ at }) => at < end);
    const marks = all.filter(({ type }) => types.has(type));
    if (marks.length === 0 || QUALIFIES.test(after)) continue;
    if (HEADED_BY_PERSON.test(after)) continue;
    if (marks.every(({ type }) => type === "Region") && PLACE_OF_ANOTHER.test(after)) continue;
    if (PIVOT_BEFORE.test(before) && ACTION_AHEAD.test(after)) {
      if (isOwn) subject = marks;
      continue;
    }
    const isDescribed = before.endsWith("的") && isDescription(before, subject.length > 0);
    if (isDescribed || /(?:旗下|下属|所属)$/.test(before)) subject = marks;
    else if (subject.length === 0 && isOpening(before)) {
      if (!isOwn && ONLY_BUILDS.test(statement.masked.slice(last, end))) continue;
      subject = isOwn ? marks : beforeComitative(statement, marks);
    }
  }
  return subject;
}

/** 与X共建的, X牵头建设的, 总规模10亿元的: describes the name behind it, which opens the clause. */
function isDescription(before: string, hasSubject: boolean): boolean {
  if (hasSubject) return RELATIVE.test(before);
  return !/^[^,;:与由\ue000-\uecff]{0,6}(?:推进|推动|加快|支持|建成|新增|建设|打造|成立|设立|组建|引进|实施|开展|出台|完善|是|为)/.test(
    before,
  );
}

const RELATIVE =
  /(?:建设|共建|组建|设立|成立|牵头|打造|主导|引进|创办|发起|投资|运营|建立|开发|承担|主办|主管|举办|开展|研发|支持)的$/;

/** 甲与乙共建Y,并…: what follows is said of 甲. */
function beforeComitative(statement: Statement, marks: readonly Mark[]): readonly Mark[] {
  const joint = marks.findIndex(
    (mark, i) => i > 0 && COMITATIVE.test(statement.masked.slice(marks[i - 1]!.at + 1, mark.at)),
  );
  if (joint < 0) return marks;
  const last = marks.at(-1)!;
  const acts = /共建|合作|签|联合|共同|对接/.test(statement.masked.slice(last.at + 1, last.at + 16));
  return acts ? marks.slice(0, joint) : marks;
}

const ADVERBS = /(?:积极|主动|成功|率先|全力|共同|并|还|也|联合)*$/;

/** Whether a text at the start of a clause leaves room for a subject that is only carried over. */
export function opensClause(before: string): boolean {
  return isOpening(before.replace(ADVERBS, ""));
}

const LONGEST_OPENING_WORD = 20;

/**
 * Whether a text is made of such words. One can be cut in many ways (目前 is one, and so is any text that ends in 前),
 * so it is told from place to place, instead of by an expression that would try them all.
 */
export function isOpening(text: string): boolean {
  const begins = new Set([0]);
  // A set gives out what is added while it is walked through.
  for (const begin of begins) {
    const last = Math.min(text.length, begin + LONGEST_OPENING_WORD);
    for (let end = begin + 1; end <= last; end++) {
      if (!begins.has(end) && OPENING_WORD.test(text.slice(begin, end))) begins.add(end);
    }
  }
  return begins.has(text.length);
}
