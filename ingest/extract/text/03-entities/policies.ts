/** Policies: what stands in 《》, and the few kinds that texts name without it. */
import type { Reading } from "./reading.ts";
import type { EntityRule } from "./rule.ts";

const LONGEST_TITLE = 80;

/** Newspapers, journals, books and films stand in 《》 too. */
const NOT_A_POLICY =
  /(日报|晚报|时报|周报|早报|商报|学报|月刊|周刊|杂志|期刊|画报|论文集|小说|纪录片|电影|连续剧|专题片|歌曲|诗集|自传|传奇|之歌|故事)$|^(自然|科学|细胞|柳叶刀|物理评论快报|自然-|自然·|Nature|Science|Cell|The |Journal|Advanced|Lancet|PNAS|IEEE|人民日报|新华社|新闻联播|求是|福布斯|财富)/;

function addTitled(reading: Reading): void {
  const { text } = reading;
  for (let begin = text.indexOf("《"); begin >= 0; begin = text.indexOf("《", begin + 1)) {
    const end = closing(text, begin);
    if (end === undefined) continue;
    const inner = text.slice(begin + 1, end - 1);
    const name = inner.replace(/\s+/g, "");
    if (name.length < 2 || NOT_A_POLICY.test(name)) {
      reading.close(begin, end);
      continue;
    }
    const { title, aliases } = titleForms(name, text.slice(Math.max(0, begin - 12), begin), reading);
    reading.add({ begin, end, type: "Policy", name: title, aliases: [name, ...aliases], rule: "policy-title" });
    reading.close(afterIssuer(text, begin, end), end);
    begin = end - 1;
  }
}

/** 中共某省委 某省人民政府关于…: who issues it stands at the head of the title, and is named by it. */
function afterIssuer(text: string, begin: number, end: number): number {
  const about = text.slice(begin, Math.min(end, begin + 40)).indexOf("关于");
  return about > 0 && /(?:政府|委|厅|局|部|办公室|委员会)\s?$/.test(text.slice(begin, begin + about))
    ? begin + about
    : begin;
}

/** What the title of a document ends in that is a policy itself. */
const OWN_TITLE =
  /^(?:[^“]{0,30}关于(?:印发|公布|发布))?[《“]?([^。;!?]{4,50}?(?:规划|规划纲要|若干政策|若干措施|若干意见|若干规定|办法|细则|条例|实施方案|行动方案|行动计划|实施意见|指导意见)(?:\([^()]{2,14}\))?)[》”]?(?:的通知)?$/;
/** News about a policy is none. */
const NEWS = /(出台|解读|推进会|召开|通过|征求|学习|贯彻|落实|工作|发布会|助力|亮点|图解)/;

/** A document that is a policy names itself in its title. */
function addOwnTitle(reading: Reading): void {
  const { document, text } = reading;
  const title = document.frame.title?.replace(/^标\s*题\s*[::]\s*/, "").replace(/\((?:节选|全文|摘要)\)$/, "") ?? "";
  const name = OWN_TITLE.exec(title)?.[1];
  if (name === undefined || NEWS.test(name) || (NEWS.test(title) && !title.includes("关于"))) return;
  const aliases = [name, name.replace(/[“”]/g, ""), name.replace(/\([^()]+\)$/, "")];
  for (let begin = text.indexOf(name); begin >= 0; begin = text.indexOf(name, begin + name.length)) {
    const end = begin + name.length;
    if (reading.isClosed(begin)) continue;
    reading.add({ begin, end, type: "Policy", name, aliases, rule: "policy-own" });
    reading.close(begin, end);
  }
}

export const policyOwn: EntityRule = {
  id: "policy-own",
  finds: "The policy that the document itself is, by its title.",
  examples: [
    {
      text: "宜昌市加快建设科技创新中心若干措施\n第一条 支持三峡实验室做大做强。",
      title: "市人民政府办公室关于印发宜昌市加快建设科技创新中心若干措施的通知",
      finds: ["Policy 宜昌市加快建设科技创新中心若干措施"],
    },
    {
      text: "宜昌市科技局2023年工作计划\n支持三峡实验室做大做强。",
      title: "宜昌市科技局2023年工作计划",
      not: ["Policy 宜昌市科技局2023年工作计划"],
    },
  ],
  run: addOwnTitle,
};

/** The 》 that belongs to this 《, on the same line or the next; titles hold titles. */
function closing(text: string, begin: number): number | undefined {
  let depth = 0;
  for (let i = begin; i < Math.min(text.length, begin + LONGEST_TITLE); i++) {
    const character = text.charAt(i);
    if (character === "《") depth++;
    if (character === "》" && --depth === 0) return i + 1;
  }
  return undefined;
}

/** 关于印发《X》的通知 is X; 省“十四五”《规划纲要》 has its subject before the title. */
function titleForms(name: string, before: string, { home }: Reading): { title: string; aliases: string[] } {
  const aliases: string[] = [];
  const passedOn = /^(?:.{0,30})?关于(?:印发|公布|发布|转发)[<〈《“]?(.{4,60}?)[>〉》”]?的(?:通知|公告)$/.exec(
    name,
  )?.[1];
  const dated = /^(.{4,})\((?:\d{4}|试行|征求意见稿|修订|暂行).{0,12}\)$/.exec(passedOn ?? name)?.[1];
  if (dated !== undefined) aliases.push(dated);
  const bare = (passedOn ?? name).replace(/[“”‘’]/g, "");
  if (bare !== (passedOn ?? name)) aliases.push(bare);
  const lead = /(省|市|国家)?(“十[二三四五]五”|“十[二三四五]五”)$/.exec(before);
  if (lead !== null && name.length <= 8) {
    const place =
      lead[1] === "省" ? (home.province?.name ?? "省") : lead[1] === "市" ? (home.city?.name ?? "市") : (lead[1] ?? "");
    aliases.push(`${lead[1] ?? ""}${lead[2]}《${name}》`, `${lead[2]}${name}`);
    return { title: `${place}${lead[2]}${name}`, aliases };
  }
  return { title: passedOn ?? name, aliases };
}

export const policyTitle: EntityRule = {
  id: "policy-title",
  finds: "A title in 《》 that is no newspaper, journal or book.",
  examples: [
    {
      text: "市政府印发《宜春市锂电产业发展规划(2021-2025年)》。",
      finds: ["Policy 宜春市锂电产业发展规划(2021-2025年)", "Policy 宜春市锂电产业发展规划"],
    },
    { text: "出台《关于印发<科技人才管理办法>的通知》。", finds: ["Policy 科技人才管理办法"] },
    {
      text: "相关成果发表于《自然》和《科学》,《南方日报》作了报道。",
      not: ["Policy 自然", "Policy 科学", "Policy 南方日报"],
    },
  ],
  run: addTitled,
};

/** What stands before 新政 or a number of articles in the name of a policy. */
const NEW_DEAL = /(科技|人才|产业|创新|科创|金融|工业)$/;
const ARTICLES = /^[”"]?[(]?(\d{1,3}|[一二三四五六七八九十]{1,3})条[)]?/;
const ARTICLED = /[“"]?([\p{Script=Han}]{2,6}(?:政策|若干措施|黄金))[”"]?$/u;

/** 科技新政25条, 人才新政30条, 黄金政策12条: policies that are known by their number of articles. */
function addUntitled(reading: Reading): void {
  const { text } = reading;
  for (let at = text.indexOf("新政"); at >= 0; at = text.indexOf("新政", at + 1)) {
    const field = NEW_DEAL.exec(text.slice(Math.max(0, at - 2), at))?.[0];
    if (field !== undefined && !reading.isClosed(at)) addNewDeal(reading, at - field.length, at + 2);
  }
  for (let at = text.indexOf("五”"); at >= 0; at = text.indexOf("五”", at + 1)) addFiveYearPlan(reading, at);
  for (let at = text.indexOf("条"); at >= 0; at = text.indexOf("条", at + 1)) {
    if (!reading.isClosed(at)) addArticled(reading, at);
  }
  for (let at = text.indexOf("中央八项规定"); at >= 0; at = text.indexOf("中央八项规定", at + 1)) {
    if (reading.isClosed(at)) continue;
    addUntitledPolicy(reading, at, at + 6, "中央八项规定", ["八项规定"]);
  }
}

/** 编制实施“十四五”发展规划: a five-year plan without 《》, of the document's region. */
function addFiveYearPlan(reading: Reading, at: number): void {
  const { text, home } = reading;
  const begin = at - 3;
  const plan = /^“十[二三四五]五”[\p{Script=Han}]{0,10}?规划(?:纲要)?(?!》)/u.exec(text.slice(begin, begin + 24))?.[0];
  if (plan === undefined || home.region === undefined || reading.isClosed(begin)) return;
  if (!/(编制|实施|出台|制定|印发|发布|完成)[\p{Script=Han}]{0,2}$/u.test(text.slice(Math.max(0, begin - 6), begin)))
    return;
  addUntitledPolicy(reading, begin, begin + plan.length, home.region.name + plan, [plan, plan.replace(/[“”]/g, "")]);
}

function addNewDeal(reading: Reading, begin: number, coreEnd: number): void {
  const { text } = reading;
  const core = text.slice(begin, coreEnd);
  const tail = ARTICLES.exec(text.slice(coreEnd, coreEnd + 8));
  const mark = /[“"]/.test(text.charAt(begin - 1)) ? 1 : 0;
  const place = regionBefore(reading, begin - mark)?.text ?? "";
  const articles = tail === null ? "" : `${tail[1]}条`;
  const end = coreEnd + (tail === null ? (mark === 1 && /[”"]/.test(text.charAt(coreEnd)) ? 1 : 0) : tail[0].length);
  const aliases = [core, place + core, ...(articles === "" ? [] : [core + articles, `“${core}”${articles}`])];
  addUntitledPolicy(reading, begin - mark - place.length, end, place + core + articles, aliases);
}

function addArticled(reading: Reading, at: number): void {
  const { text } = reading;
  const number = /(\d{1,3}|[一二三四五六七八九十]{1,3})$/.exec(text.slice(Math.max(0, at - 3), at))?.[0];
  if (number === undefined) return;
  const before = text.slice(Math.max(0, at - number.length - 12), at - number.length);
  const named = ARTICLED.exec(before);
  if (named === null) return;
  const begin = at - number.length - named[0].length;
  if (!reading.isClosed(begin)) addUntitledPolicy(reading, begin, at + 1, `${named[1]}${number}条`, [named[1]!]);
}

function addUntitledPolicy(
  reading: Reading,
  begin: number,
  end: number,
  name: string,
  aliases: readonly string[],
): void {
  reading.add({ begin, end, type: "Policy", name, aliases, rule: "policy-untitled" });
  reading.close(begin, end);
}

function regionBefore(reading: Reading, begin: number): { text: string } | undefined {
  const i = reading.wordEndingAt(begin);
  return i !== undefined && reading.regionOfWord[i] !== undefined ? reading.words[i] : undefined;
}

export const policyUntitled: EntityRule = {
  id: "policy-untitled",
  finds: "A policy known by a short name without 《》: 科技新政25条, 人才新政.",
  examples: [
    { text: "发放台州人才新政宣传册1000多份。", finds: ["Policy 台州人才新政"] },
    { text: "落实“科技新政”25条。", finds: ["Policy 科技新政25条", "Policy 科技新政"] },
    { text: "提出意见建议12条。", not: ["Policy 建议12条"] },
  ],
  run: addUntitled,
};
