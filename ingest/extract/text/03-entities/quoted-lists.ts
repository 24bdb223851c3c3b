/**
 * Names in quotation marks whose kind the noun after them tells:
 * “透明海洋”“蓝色生命”等重大科技任务, “光刻胶研制技术”等领域, “绍兴·创谱”等数字应用.
 */
import type { EntityType } from "../../../../server/contract/index.ts";
import { headOf } from "../../../lexicon/index.ts";
import type { HeadWord } from "../../../lexicon/index.ts";
import type { Reading, Stretch } from "./reading.ts";
import type { EntityRule } from "./rule.ts";

const KINDS: readonly (readonly [EntityType, RegExp])[] = [
  ["InnovationPlatform", /^[\p{Script=Han}]{0,10}?(?:应用|应用场景|场景|小程序|数字化平台|门户|驾驶舱)/u],
  [
    "Programme",
    /^[\p{Script=Han}]{0,12}?(?:改革试点|改革|试点|任务|系列活动|活动|行动|计划|专项|赛事|工程)(?!成效|措施|举措|方案)/u,
  ],
  ["Industry", /^[\p{Script=Han}]{0,8}?(?:领域|技术|方向|赛道|产业)/u],
];
/** Words that make a quotation a slogan or a measure, not a name. */
const SLOGAN = /(理念|问题|现象|思维|难题|做法|机制|原则|要求|模式|制度|精神|意识|自信|维护|堵点|痛点|瓶颈)/;
const LONGEST = 30;

interface Quotation {
  readonly begin: number;
  readonly end: number;
  readonly core: string;
}

function addQuotedLists(reading: Reading): void {
  for (const stretch of reading.stretches) {
    const { block } = stretch.sentence;
    if (block === "boilerplate" || block === "meta") continue;
    for (const run of quotationRuns(reading, stretch)) addRun(reading, run, stretch.sentence.end);
  }
}

/** Quotations that follow each other, with 、 or 和 or nothing between. */
function quotationRuns({ text }: Reading, { sentence }: Stretch): Quotation[][] {
  const runs: Quotation[][] = [];
  let run: Quotation[] = [];
  for (let open = text.indexOf("“", sentence.begin); open >= 0 && open < sentence.end; open = text.indexOf("“", open)) {
    const close = closingQuote(text, open, sentence.end);
    if (close === undefined) {
      open++;
      continue;
    }
    const previous = run.at(-1);
    if (
      previous !== undefined &&
      !/^[、和与及]?(?:[\p{Script=Han}]{2,4}[市县区])?$/u.test(text.slice(previous.end, open))
    ) {
      runs.push(run);
      run = [];
    }
    run.push({ begin: open, end: close, core: text.slice(open + 1, close - 1) });
    open = close;
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

function closingQuote(text: string, open: number, end: number): number | undefined {
  let depth = 0;
  for (let i = open; i < Math.min(end, open + LONGEST + 40); i++) {
    if (text.charAt(i) === "“") depth++;
    if (text.charAt(i) === "”" && --depth === 0) return i + 1;
  }
  return undefined;
}

function addRun(reading: Reading, run: readonly Quotation[], end: number): void {
  const { text } = reading;
  const after = text.slice(run.at(-1)!.end, Math.min(end, run.at(-1)!.end + 24));
  const tail = /^等(?:[一二三四五六七八九十\d]+(?:个|项|大|家)|一批|系列)?/.exec(after);
  const before = text.slice(Math.max(0, run[0]!.begin - 10), run[0]!.begin);
  if (tail === null) {
    addApplication(reading, run, after);
    return;
  }
  const noun = after.slice(tail[0].length);
  if (!KINDS[0]![1].test(noun) && addHeaded(reading, run, noun)) return;
  if (SLOGAN.test(noun.slice(0, 8))) return;
  const kind = KINDS.find(([, pattern]) => pattern.test(noun))?.[0];
  if (kind === undefined) return;
  if (kind === "Industry" && !/[在于对向为]$|突破|聚焦|围绕|攻克|布局/.test(before)) return;
  for (const quotation of run) {
    const isList = quotation.core.includes("、") && (kind === "Programme" || kind === "Industry");
    const inner = isList ? innerItems(quotation) : [quotation];
    for (const item of inner) addItem(reading, item, kind);
  }
}

/** 甲公司“水禽分子育种”等3家省级国际科技合作基地: quoted names of bodies with the head after them. */
function addHeaded(reading: Reading, run: readonly Quotation[], noun: string): boolean {
  const phrase = /^(?:省级|国家级|市级|国家|省)?[\p{Script=Han}]{2,14}/u.exec(noun)?.[0] ?? "";
  const bare = phrase.replace(/^(省级|国家级|市级)/, "");
  let head: HeadWord | undefined;
  let length = 0;
  for (let end = bare.length; end >= 4 && head === undefined; end--) {
    head = headOf(bare.slice(0, end));
    length = end;
  }
  if (
    head === undefined ||
    head.strength === "weak" ||
    !/^(InnovationPlatform|Laboratory|ResearchInstitute)$/.test(head.type)
  )
    return false;
  if (/^(平台|基地|中心|园区)$/.test(bare.slice(0, length))) return false;
  const level = phrase.slice(0, phrase.length - bare.length);
  for (const { begin, end, core } of run) {
    // “江门海洋研究中心”等创新平台: a name that has its own head.
    const own = headOf(core);
    if (own !== undefined && own.strength !== "weak" && core.length > own.word.length + 1) continue;
    if (reading.isClosed(begin)) continue;
    const owner = companyBefore(reading.text, begin);
    const name = `${owner}“${core}”${level}${bare.slice(0, length)}`;
    const aliases = [`“${core}”${level}${bare.slice(0, length)}`, `${core}${bare.slice(0, length)}`, core];
    reading.add({ begin, end, type: head.type, name, aliases, rule: "quoted-list" });
    if (/(育种|技术|材料|装备|制造|工程|医药|加工)$/.test(core)) {
      reading.add({ begin: begin + 1, end: end - 1, type: "Industry", name: core, aliases: [], rule: "quoted-list" });
    }
    reading.close(begin, end);
  }
  return true;
}

/** The company or university whose name ends right before the quotation. */
function companyBefore(text: string, begin: number): string {
  return (
    /[\p{Script=Han}()]{4,24}?(?:有限公司|大学|学院|集团)$/u.exec(
      text.slice(Math.max(0, begin - 28), begin).replace(/^.*[,。;、:建设创获批立]/u, ""),
    )?.[0] ?? ""
  );
}

/** “A、B、C”等改革试点: the items inside one pair of marks. */
function innerItems({ begin, core }: Quotation): Quotation[] {
  const items: Quotation[] = [];
  let from = 0;
  for (const part of core.split("、")) {
    if (part.length >= 4) items.push({ begin: begin + 1 + from, end: begin + 1 + from + part.length, core: part });
    from += part.length + 1;
  }
  return items;
}

function addItem(reading: Reading, { begin, end, core }: Quotation, type: EntityType): void {
  if (/(会|论坛|仪式|沙龙)$/.test(core)) return;
  if (core.length < 2 || core.length > LONGEST || reading.isClosed(begin) || SLOGAN.test(core)) return;
  const plain = core.replace(/[“”‘’·]/g, "");
  const aliases = new Set([core, plain]);
  if (type === "InnovationPlatform") {
    const last = core.split("·").at(-1)!;
    if (last !== core && last.length >= 2) aliases.add(last);
    const before = /^(.{4}[^‘“\n]*)[‘“].+[’”]$/.exec(core)?.[1];
    if (before !== undefined) aliases.add(before);
  }
  reading.add({ begin, end, type, name: core, aliases: [...aliases], rule: "quoted-list" });
  reading.close(begin, end);
}

/** “一指办”应用, 创新服务“云局”. */
function addApplication(reading: Reading, run: readonly Quotation[], after: string): void {
  const isApplication =
    /^(数字化|数字|智慧|系列|重大)?(应用|应用场景|小程序|驾驶舱|数字平台)(?!技术|研究|基础|于|到)/.test(after);
  if (isApplication) for (const item of run) addItem(reading, item, "InnovationPlatform");
}

export const quotedList: EntityRule = {
  id: "quoted-list",
  finds: "Quoted names whose kind the noun after them tells.",
  examples: [
    { text: "组织实施“透明海洋”“蓝色生命”等重大科技任务。", finds: ["Programme 透明海洋", "Programme 蓝色生命"] },
    { text: "力争在“精密齿轮箱”“溅射靶材”等领域取得突破。", finds: ["Industry 精密齿轮箱", "Industry 溅射靶材"] },
    { text: "加快“浙里·创谱”等数字应用场景建设。", finds: ["InnovationPlatform 浙里·创谱", "InnovationPlatform 创谱"] },
    { text: "着力破解“不敢投”“不想投”等问题,树立“一盘棋”等理念。", not: ["Programme 不敢投", "Programme 一盘棋"] },
  ],
  run: addQuotedLists,
};
