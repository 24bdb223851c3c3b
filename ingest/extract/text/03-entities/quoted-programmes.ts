/** Programmes whose name holds a quotation: “双倍增”计划, 省“雄鹰行动”. */
import { findProgramme } from "../../../lexicon/index.ts";
import { regionOfLevel } from "./departments.ts";
import { addProgramme, CARRIES_OUT, HEADS } from "./programmes.ts";
import type { Reading, Stretch } from "./reading.ts";
import type { EntityRule } from "./rule.ts";
import { Kind } from "./segment.ts";
import type { Word } from "./segment.ts";

const LONGEST_CORE = 26;

/** After a closing quotation mark: the words up to a head, 系列活动 or 涉海创业大赛. */
function headAfter({ words, regionOfWord }: Reading, close: number, last: number): number | undefined {
  let head: number | undefined;
  for (let p = close + 1; p <= Math.min(last, close + 7); p++) {
    const { text, kinds, begin } = words[p]!;
    if (begin - words[close]!.end > 14) break;
    if (HEADS.test(text)) {
      head = p;
      continue;
    }
    if (head !== undefined) break;
    const passes =
      kinds & (Kind.noun | Kind.nominal | Kind.industry | Kind.level | Kind.quality | Kind.unknown | Kind.region);
    if (!passes && !(kinds & Kind.verb && text.length === 2) && !/^(国家级|省级|式|类|一体|一体化|全国)$/.test(text))
      break;
    if (kinds & Kind.punctuation || (kinds & Kind.function && text.length === 1)) break;
    if (regionOfWord[p] !== undefined && p > close + 1) break;
  }
  return head;
}

/** What stands before the opening mark and belongs to the name: 科技型企业“双倍增”计划. */
function leadBefore({ words }: Reading, open: number, first: number): number {
  let lead = open;
  for (let p = open - 1; p >= Math.max(first, open - 10); p--) {
    const { text, kinds, end } = words[p]!;
    if (end < words[p + 1]!.begin || words[open]!.begin - words[p]!.begin > 20) break;
    if (CARRIES_OUT.test(text) && !(text === "和" && p > first)) break;
    if (kinds & (Kind.punctuation | Kind.number | Kind.measure)) break;
    if (kinds & (Kind.verb | Kind.function) && (kinds & Kind.nominal) === 0 && text !== "和") break;
    lead = p;
  }
  while (lead < open && /^(和|与|和|第一|首批|一批|大|系列)$/.test(words[lead]!.text)) lead++;
  return lead;
}

function addQuoted(reading: Reading, { first, last }: Stretch): void {
  const { words, text } = reading;
  for (let open = first; open <= last; open++) {
    if (words[open]!.text !== "“" || reading.isClosed(words[open]!.begin)) continue;
    const close = closingMark(words, open, last);
    if (close === undefined) continue;
    const core = text.slice(words[open]!.end, words[close]!.begin);
    const head = headAfter(reading, close, last);
    if (head !== undefined && isCore(core) && !/(新政)?\d+条$/.test(core)) {
      const also = quotedBefore(words, open, first);
      addQuotedProgramme(reading, leadBefore(reading, also ?? open, first), open, close, head, core);
      if (also !== undefined) addShared(reading, also, open, close, head);
      open = close;
    } else if (isWholeProgramme(reading, open, close, core)) {
      const begin = words[open]!.begin;
      addProgramme(reading, begin, words[close]!.end, core, [core, `“${core}”`], "programme-quoted");
      open = close;
    }
  }
}

function closingMark(words: readonly Word[], open: number, last: number): number | undefined {
  let depth = 0;
  for (let p = open; p <= last && words[p]!.end - words[open]!.begin <= LONGEST_CORE + 2; p++) {
    if (words[p]!.text === "“") depth++;
    if (words[p]!.text === "”" && --depth === 0) return p;
  }
  return undefined;
}

const isCore = (core: string): boolean => core.length >= 2 && !/[。;,!?]/.test(core);

/** “双建”和“三为”实践活动: opening mark of the quotation that shares the head. */
function quotedBefore(words: readonly Word[], open: number, first: number): number | undefined {
  if (!/^(和|与|、)$/.test(words[open - 1]?.text ?? "") && words[open - 1]?.text !== "”") return undefined;
  const close = words[open - 1]!.text === "”" ? open - 1 : open - 2;
  if (words[close]?.text !== "”") return undefined;
  for (let p = close - 1; p >= Math.max(first, close - 12); p--) if (words[p]!.text === "“") return p;
  return undefined;
}

function addShared(reading: Reading, open: number, nextOpen: number, close: number, head: number): void {
  const { words, text } = reading;
  const end = words[nextOpen - 1]!.text === "”" ? nextOpen - 1 : nextOpen - 2;
  const core = text.slice(words[open]!.end, words[end]!.begin);
  const tail = text.slice(words[close]!.end, words[head]!.end);
  if (isCore(core) && !/(新政|\d+条)$/.test(core))
    addProgramme(
      reading,
      words[open]!.begin,
      words[end]!.end,
      `“${core}”${tail}`,
      [core, `${core}${tail}`],
      "programme-quoted",
    );
}

/** A quotation that is itself a programme: it ends as one, or the dictionary knows it. */
function isWholeProgramme({ words, text }: Reading, open: number, close: number, core: string): boolean {
  if (core.length < 2 || /[。;,!?、]/.test(core)) return false;
  if (findProgramme(core) !== undefined) return true;
  const before = text.slice(Math.max(0, words[open]!.begin - 8), words[open]!.begin);
  const carried = /(实施|开展|推进|启动|深化|打造|推出|举办|组织|入选|获|获评|列入|创建|通过|、|和|以及|”)$/.test(
    before,
  );
  if (/(行动|计划|工程|专项|大赛|挑战赛|科技奖|试点)$/.test(core) && core.length >= 4) return true;
  if (/(行|专列|科技日|科技周|科技节|英才|学者)$/.test(core) && core.length >= 4 && carried) return true;
  const givenBy = text.slice(Math.max(0, words[open]!.begin - 12), words[open]!.begin);
  if (/(鼎|杯|奖|称号)$/.test(core) && /(荣获|捧得|获得|夺得|摘得|获)[\p{Script=Han}]{0,6}$/u.test(givenBy))
    return true;
  const after = text.slice(words[close]!.end, words[close]!.end + 10);
  return (
    carried &&
    /^(、“|和“|等).{0,8}/.test(after) &&
    /(等|、|和).{0,30}?(系列活动|重大科技任务|重大任务|专项改革|人才计划|品牌活动|主题活动|活动载体|人才工程|专项行动)/.test(
      text.slice(words[close]!.end, words[close]!.end + 60),
    ) &&
    core.length <= 14
  );
}

function addQuotedProgramme(
  reading: Reading,
  lead: number,
  open: number,
  close: number,
  head: number,
  core: string,
): void {
  const { words, text } = reading;
  const begin = words[lead]!.begin;
  const end = words[head]!.end;
  const surface = text.slice(begin, end);
  const quoted = text.slice(words[open]!.begin, end);
  const tail = text.slice(words[close]!.end, end);
  const known = findProgramme(core);
  const own = lead < open ? regionOfLevel(reading, words[lead]!.text) : undefined;
  const name = own === undefined ? surface : own.name + text.slice(words[lead]!.end, end);
  const aliases = [surface, quoted, core, core + tail, `“${core}”`];
  if (
    tail.endsWith("项目") &&
    known === undefined &&
    !/(入选|获批|立项|实施|承担|省|国家|计划)$/.test(text.slice(Math.max(0, begin - 3), begin))
  )
    return;
  addProgramme(
    reading,
    begin,
    end,
    known !== undefined && tail.length <= 2 ? known.name : name,
    aliases,
    "programme-quoted",
  );
}

function addAllQuoted(reading: Reading): void {
  for (const stretch of reading.stretches) {
    if (stretch.sentence.block !== "boilerplate" && stretch.sentence.block !== "meta") addQuoted(reading, stretch);
  }
}

export const programmeQuoted: EntityRule = {
  id: "programme-quoted",
  finds: "A programme whose name holds a quotation: “双倍增”计划, 省“雄鹰行动”.",
  examples: [
    {
      text: "实施科技型企业“双倍增”计划,深化“亩均论英雄”改革。",
      finds: ["Programme 科技型企业“双倍增”计划", "Programme 双倍增", "Programme “亩均论英雄”改革"],
    },
    {
      text: "举办“海创汇”涉海创业大赛,开展科技“双建”和“三为”实践活动。",
      finds: ["Programme “海创汇”涉海创业大赛", "Programme “三为”实践活动"],
    },
    { text: "着力破解“不敢投”“不想投”等问题,树立“创新制胜”理念。", not: ["Programme 不敢投", "Programme 创新制胜"] },
    { text: "新增省“雄鹰行动”培育企业4家。", region: "绍兴市", finds: ["Programme 雄鹰行动"] },
  ],
  run: addAllQuoted,
};
