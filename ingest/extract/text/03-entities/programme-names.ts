/**
 * Programmes: “双倍增”计划, 国家重点研发计划, 小微企业培育计划, 省科技进步奖. Quotation
 * marks tell most; without them a verb that carries out (实施, 开展) begins the name.
 */
import { findBody, findProgramme, findRegions } from "../../../lexicon/index.ts";
import { regionOfLevel } from "./departments.ts";
import { isGenericWord } from "./generic.ts";
import { listsOf } from "./lists.ts";
import type { Reading, Stretch } from "./reading.ts";
import type { EntityRule } from "./rule.ts";
import { Kind } from "./segment.ts";
import type { Word } from "./segment.ts";
import { everyMatch } from "../matches.ts";

/** Words that programmes end in; `weak` ones need quotation marks. */
const HEADS =
  /^(计划|行动计划|行动|专项行动|示范行动|工程|专项|活动|试点|改革|大赛|创业大赛|挑战赛|竞赛|比赛|联赛|项目|奖|金奖|银奖|优秀奖|评选|奖励|赛)$/;
const UNQUOTED_HEADS = /^(计划|行动|专项行动|示范行动|工程|专项|试点|大赛|创业大赛|挑战赛|竞赛|评选)$/;
const LONGEST_CORE = 26;
const LONGEST_NAME = 34;

/** Verbs that carry out, and never begin a programme's name. */
const CARRIES_OUT =
  /^(实施|深入实施|开展|推进|启动|深化|组织|组建|参加|参与|列入|入选|获批|承担|依托|落实|执行|推动|举办|承办|主办|纳入|出台|制定|完善|争取|申报|支持|打造|扎实开展|持续实施|全面实施|大力实施|围绕|以|对|的|在|把|将|被|为|等|由|与|和|及|向|获|获得|荣获|摘得|斩获|取得|评为|授予|通过|根据|按照|结合|继续|积极|全面|扎实|持续|深入|大力|牵头|联合|共同|印发|探索|加快|创建|建设|推出|策划|谋划|设立|立项|实行|推行|推广|健全|建立|做好|抓好|办好|新|一批|多项|系列|新增|净增|新认定|防范化解|完成|迭代完善|优化|统筹|落地|选派|推介|深入|协助)$/;

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
      addProgramme(reading, leadBefore(reading, also ?? open, first), open, close, head, core);
      if (also !== undefined) addShared(reading, also, open, close, head);
      open = close;
    } else if (isWholeProgramme(reading, open, close, core)) {
      const begin = words[open]!.begin;
      add(reading, begin, words[close]!.end, core, [core, `“${core}”`], "programme-quoted");
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
    add(reading, words[open]!.begin, words[end]!.end, `“${core}”${tail}`, [core, `${core}${tail}`], "programme-quoted");
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

function addProgramme(reading: Reading, lead: number, open: number, close: number, head: number, core: string): void {
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
  add(reading, begin, end, known !== undefined && tail.length <= 2 ? known.name : name, aliases, "programme-quoted");
}

/** 绍兴市“名士之乡”英才计划, 科技部多主体…试点: the place or authority that leads is named too. */
function addLeader(reading: Reading, begin: number, end: number): void {
  const i = reading.wordStartingAt(begin);
  if (i === undefined || reading.words[i]!.end >= end) return;
  const { text, kinds } = reading.words[i]!;
  const region = reading.regionOfWord[i];
  const body = region === undefined && kinds & Kind.body ? findBody(text) : undefined;
  const at = { begin, end: reading.words[i]!.end };
  if (region !== undefined && region.name !== "中国") {
    const { name, level, code } = region;
    reading.add({
      ...at,
      type: "Region",
      name,
      aliases: [text],
      level,
      code: code ?? undefined,
      inner: true,
      rule: "region-in-name",
    });
  } else if (body?.type === "Government")
    reading.add({ ...at, type: "Government", name: body.name, aliases: [text], inner: true, rule: "known-name" });
}

function add(
  reading: Reading,
  begin: number,
  end: number,
  name: string,
  aliases: readonly string[],
  rule: string,
): void {
  const lead = reading.wordStartingAt(begin);
  const isLedByBody =
    lead !== undefined && (reading.words[lead]!.kinds & Kind.body) !== 0 && reading.words[lead]!.end < end;
  const unled = isLedByBody ? [reading.text.slice(reading.words[lead]!.end, end)] : [];
  addLeader(reading, begin, end);
  reading.add({
    begin,
    end,
    type: "Programme",
    name,
    aliases: [...aliases, ...unled].filter((alias) => alias.length > 1),
    rule,
  });
  reading.close(begin, end);
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

/** Stems that name a kind of plan, not a plan. */
const KIND_OF_PLAN =
  /^(三年|五年|年度|工作|总体|发展|建设|实施|专项|重点|重大|系统|民生|标志性|基础|攻坚|科技|人才|产业|研发|创新|培养|培训|采购|招聘|招生|投资|改革|融资|生产|建筑|土木|软件|安全|行动|综合|全面|相关|各类|国家|省级|市级|国家级|省|市|省级以上|市级以上|引才|科技计划|土建|机电|化学|材料|生物|水利|信息|项目|推进|提升|培育|商业|下一步|未来|近期|阶段性|年|月)*$/;
/** Nominal verbs that programmes are made of. */
const PLANS =
  /(培育|提升|倍增|攻坚|赋能|引领|提质|攻关|扩面|提能|升级|服务|共享|示范|引育|育苗|转化|树标|梯队|增效|引才|特支|引进|支持|支撑|揭榜|奖补|创新|培养|激励|托举|科技|人才|研发|英才|学者|青年|中试|转型|数字|绿色|孵化|监测|改造|协作|帮扶|下乡|入企|结对|倍增)/;

function addUnquoted(reading: Reading): void {
  const { words, text } = reading;
  for (const { first, last, sentence } of reading.stretches) {
    if (sentence.block === "boilerplate" || sentence.block === "meta") continue;
    for (let i = first; i <= last; i++) {
      const word = words[i]!;
      if (!UNQUOTED_HEADS.test(word.text) || reading.isClosed(word.begin)) continue;
      if (i < last && HEADS.test(words[i + 1]!.text) && words[i + 1]!.text !== "项目") continue;
      const start = startOfPlan(reading, i, first);
      if (start === undefined) continue;
      const begin = words[start]!.begin;
      const stem = text.slice(begin, word.begin);
      if (!isPlan(reading, start, i, stem)) continue;
      const inherited = inheritedLevel(reading, start, first);
      if (inherited !== undefined) {
        const surface = text.slice(begin, word.end);
        add(reading, begin, word.end, inherited + surface, [], "programme-plain");
        continue;
      }
      const own = /^(省|市|县|区)$/.test(words[start]!.text) ? regionOfLevel(reading, words[start]!.text) : undefined;
      const surface = text.slice(begin, word.end);
      const name = own === undefined ? surface : own.name + text.slice(words[start]!.end, word.end);
      const bare = surface.replace(/^(国家级|省级|市级|国家|省|市)/, "");
      add(reading, begin, word.end, name, [surface, ...(bare.length > 5 ? [bare] : [])], "programme-plain");
    }
  }
}

/** 省引才计划21人、高层次特支计划6人: the level of the programme before the count. */
function inheritedLevel(reading: Reading, start: number, first: number): string | undefined {
  const { words, text } = reading;
  if (start - 3 < first || words[start - 1]!.text !== "、" || !/^(人|项|个|名)$/.test(words[start - 2]!.text))
    return undefined;
  if (/^(国家|省|市)/.test(text.slice(words[start]!.begin, words[start]!.end))) return undefined;
  const at = words[start - 3]!.begin;
  const before = reading.overlapping(at - 1, at, ({ type }) => type === "Programme");
  return before === undefined
    ? undefined
    : /^(国家级|国家|省级|[\p{Script=Han}]{2,5}(?:省|自治区))/u.exec(before.name)?.[1];
}

function startOfPlan({ words }: Reading, head: number, first: number): number | undefined {
  let start: number | undefined;
  for (let p = head - 1; p >= first; p--) {
    const { text, kinds, begin, end } = words[p]!;
    if (end < words[p + 1]!.begin || words[head]!.end - begin > LONGEST_NAME) break;
    if (CARRIES_OUT.test(text) && !(/^(建设|创建|支持|推进)$/.test(text) && p === head - 1)) break;
    if (kinds & (Kind.punctuation | Kind.measure | Kind.function) && !(kinds & Kind.noun)) break;
    if (text.length > 1 && kinds & Kind.verb && !(kinds & (Kind.nominal | Kind.softVerb)) && !PLANS.test(text)) break;
    if (kinds & Kind.number && !/^[一二三]$/.test(text)) break;
    start = p;
  }
  return start;
}

function isPlan(reading: Reading, start: number, head: number, stem: string): boolean {
  const { words, text, regionOfWord } = reading;
  if (
    /^(省|省级|国家|国家级|自治区|[\p{Script=Han}]{2,3}省)(重大科技|重点研发|科技支撑|重点领域研发|研发攻关|重点研发与推广|科技创新|基础研究|技术攻关|关键核心技术攻关|自然科学基金)$/u.test(
      stem,
    ) &&
    /^(计划|专项|工程)$/.test(words[head]!.text)
  )
    return true;
  if (start > 0 && words[start - 1]!.text === "等") return false;
  if (stem.length < 4 || KIND_OF_PLAN.test(stem))
    return /^(省|国家级|省级)(引才|特支|高层次特支|高层次人才特殊支持|海外引才)$/.test(stem);
  const headWord = words[head]!.text;
  if (!PLANS.test(stem) && regionOfWord[start] === undefined) return false;
  const after = text.slice(words[head]!.end, words[head]!.end + 4);
  if (/^(工程)$/.test(headWord)) {
    return (
      /(培育|提升|倍增|引领|引育|共享|攻坚|攻关|赋能|英才|人才|提质|建设|创新)$/.test(stem) &&
      stem.length >= 5 &&
      !/^(技术|研究|中心|师|机械|设计|学院|项目部|院)/.test(after)
    );
  }
  if (/^(试点|评选)$/.test(headWord) && /^(单位|企业|城市|示范|省|市|地区|工作的|区域)/.test(after)) return false;
  let telling = 0;
  for (let p = start; p < head; p++)
    if (!isGenericWord(words[p]!.text) && regionOfWord[p] === undefined) telling += words[p]!.text.length;
  // In a list, what is carried out is so for all of it.
  const before = start > 0 ? words[start - 1]! : undefined;
  const follows =
    before?.text === "、" &&
    reading.overlapping(before.begin - 1, before.begin, ({ type }) => type === "Programme") !== undefined;
  const carried = before !== undefined && (CARRIES_OUT.test(before.text) || follows);
  return telling >= 2 || (carried && stem.length >= 6);
}

/** 深入实施“双龙计划”、省海外引才计划、省领军型创新创业团队等人才工程: the class noun says what the items are. */
function addListedProgrammes(reading: Reading): void {
  for (const stretch of reading.stretches) {
    const { block } = stretch.sentence;
    if (block === "boilerplate" || block === "meta") continue;
    for (const { items, closed, nounText } of listsOf(reading, stretch)) {
      if (
        !closed ||
        !/^(重点|重大|省级|国家级|国家|市级)?(人才|引才|科技|创新|科研|科技计划)?(工程|计划|专项|计划项目|人才计划|引才计划|人才项目)(项目)?$/.test(
          nounText,
        )
      )
        continue;
      for (const { first, begin, end, text } of items) {
        if (reading.isClosed(begin) || text.length < 3 || text.length > 18 || isGenericWord(text)) continue;
        if (
          reading.words[first]!.kinds & (Kind.verb | Kind.number) ||
          !/(计划|工程|专项|团队|工程师|英才|学者|基金|人才|行动|攻关|引才|特支)$/.test(text)
        )
          continue;
        const own = /^(省|市)(?=.{3})/.exec(text)?.[1];
        const region = own === undefined ? undefined : regionOfLevel(reading, own);
        add(
          reading,
          begin,
          end,
          region === undefined ? text : region.name + text.slice(1),
          [text, ...(region === undefined ? [] : [text.slice(1)])],
          "programme-plain",
        );
      }
    }
  }
}

export const programmeListed: EntityRule = {
  id: "programme-listed",
  finds: "Programmes in a list of schemes or talent plans.",
  examples: [
    {
      text: "深入实施“双龙计划”、省海外引才计划、省领军型创新创业团队等人才工程。",
      region: "金华市",
      finds: ["Programme 浙江省海外引才计划", "Programme 浙江省领军型创新创业团队"],
    },
    { text: "集聚人才、资金、项目等重点工程。", not: ["Programme 资金", "Programme 人才"] },
  ],
  run: addListedProgrammes,
};

export const programmePlain: EntityRule = {
  id: "programme-plain",
  finds: "A plan, action, project or competition without quotation marks, from the verb that carries it out.",
  examples: [
    {
      text: "实施科技企业创新研发提质攻坚示范行动,实施高新技术企业倍增计划。",
      finds: ["Programme 科技企业创新研发提质攻坚示范行动", "Programme 高新技术企业倍增计划"],
    },
    {
      text: "制定三年行动计划,推进重点工程,完成年度计划和工作计划。",
      not: ["Programme 三年行动计划", "Programme 重点工程", "Programme 年度计划", "Programme 工作计划"],
    },
    { text: "承担湖北省尖刀技术攻关工程项目。", finds: ["Programme 湖北省尖刀技术攻关工程"] },
  ],
  run: addUnquoted,
};

function addKnownProgrammes(reading: Reading): void {
  const { words, text } = reading;
  for (const { first, last, sentence } of reading.stretches) {
    if (sentence.block === "boilerplate" || sentence.block === "meta") continue;
    for (let i = first; i <= last; i++) {
      const word = words[i]!;
      if ((word.kinds & Kind.programme) === 0 || reading.isClosed(word.begin)) continue;
      const known = findProgramme(word.text)!;
      const isShort = word.text.length <= 2;
      const quoted = words[i - 1]?.text === "“" && words[i + 1]?.text === "”";
      if (isShort && !quoted && !/^(计划|项目|人才|获得者|人选)/.test(text.slice(word.end, word.end + 3))) continue;
      const place = i > first ? reading.regionOfWord[i - 1] : undefined;
      const level =
        i > first && /^(省|市)$/.test(words[i - 1]!.text) ? regionOfLevel(reading, words[i - 1]!.text) : undefined;
      if ((place !== undefined && place.level !== "country") || level !== undefined) {
        const surface = words[i - 1]!.text + word.text;
        add(reading, words[i - 1]!.begin, word.end, (place ?? level)!.name + word.text, [surface], "programme-known");
      } else add(reading, word.begin, word.end, known.name, [word.text], "programme-known");
    }
  }
}

export const programmeKnown: EntityRule = {
  id: "programme-known",
  finds: "A national programme, prize or competition by any of its names.",
  examples: [
    {
      text: "承担国家重点研发计划、广东省重点研发计划等项目89项。",
      finds: ["Programme 国家重点研发计划", "Programme 广东省重点研发计划"],
    },
    { text: "获国家科技进步奖二等奖1项。", finds: ["Programme 国家科学技术进步奖"] },
    { text: "尖兵部队。", not: ["Programme 尖兵"] },
  ],
  run: addKnownProgrammes,
};

function addPrizes(reading: Reading): void {
  const { text, words } = reading;
  for (const { first, last, sentence } of reading.stretches) {
    if (sentence.block === "boilerplate" || sentence.block === "meta") continue;
    for (let i = first; i <= last; i++) {
      if (!text.slice(words[i]!.begin, words[i]!.end).endsWith("奖") || reading.isClosed(words[i]!.begin)) continue;
      if (isGradeAlone(text, words[i]!.end)) continue;
      addPrize(reading, i, first);
    }
  }
}

/** 二等奖6项 after another prize; 国家技术发明二等奖 is a prize by itself. */
function isGradeAlone(text: string, end: number): boolean {
  const grade = /([\p{Script=Han}、,。;:!?(]?)[一二三特]等奖$/u.exec(text.slice(Math.max(0, end - 4), end));
  return grade !== null && (grade[1] === "" || /[奖、,。;:!?(和及与获得]/.test(grade[1]!));
}

function addPrize(reading: Reading, i: number, first: number): void {
  const { words, text, regionOfWord } = reading;
  let start = i;
  for (let p = i - 1; p >= first; p--) {
    const { text: word, kinds, end, begin } = words[p]!;
    if (end < words[p + 1]!.begin || words[i]!.end - begin > 24) break;
    if (kinds & (Kind.punctuation | Kind.number) || CARRIES_OUT.test(word)) break;
    if (
      kinds & (Kind.verb | Kind.function | Kind.measure) &&
      (kinds & (Kind.nominal | Kind.noun)) === 0 &&
      !/^(发明|发现)$/.test(word)
    )
      break;
    start = p;
    if (regionOfWord[p] !== undefined || /^(国家|中国|全国)$/.test(word)) break;
  }
  const begin = words[start]!.begin;
  const surface = text.slice(begin, words[i]!.end);
  const stem = surface.replace(/(金奖|银奖|铜奖|优秀奖|特等奖|[一二三]等奖|奖)$/, "");
  if (
    stem.length < 3 ||
    !/(科技|科学|技术|发明|专利|创新|教学|质量|设计|产业|工程|人才|青年|进步|成果|贡献|科普|创业)/.test(stem)
  )
    return;
  if (
    /^(科技|科学技术|创新|技术|专利|省级以上科技|省级以上|国家级|各类|一项|多项)+$/.test(stem) &&
    regionOfWord[start] === undefined
  )
    return;
  // 其中技术发明奖一等奖2项: the place of the prize named before.
  const isElliptic = /^(技术发明|科学技术进步|科技进步|自然科学|科技成果转化)$/.test(stem);
  const inherited = isElliptic ? prizePlaceBefore(reading, begin, words[first]!.begin) : undefined;
  if (isElliptic && inherited === undefined) return;
  if (inherited !== undefined) {
    const prize = inherited + stem.replace(/^科技进步$/, "科学技术进步") + "奖";
    add(
      reading,
      begin,
      words[i]!.end,
      prize,
      [surface.replace(/[一二三特]等奖$/, "奖"), inherited + stem + "奖"],
      "programme-prize",
    );
    return;
  }
  const level = /^(省|市|省级|市级|国家级)/.exec(surface)?.[1];
  if (surface.length > 24) return;
  const own = level === undefined ? undefined : regionOfLevel(reading, level.charAt(0));
  const body = surface.replace(/^(省级|市级|省|市|国家级)/, "").replace(/[一二三特]等奖$/, "奖");
  const whole =
    own !== undefined ? own.name + body : level === "国家级" ? `国家${body}` : surface.replace(/[一二三特]等奖$/, "奖");
  const full = whole.replace(/科技进步奖$/, "科学技术进步奖").replace(/^(.*)科技奖$/, "$1科学技术奖");
  add(
    reading,
    begin,
    words[i]!.end,
    full,
    [surface, whole, ...(own === undefined ? [] : [`省${body}`])],
    "programme-prize",
  );
}

function prizePlaceBefore(reading: Reading, begin: number, sentenceBegin: number): string | undefined {
  for (let at = begin - 1; at > Math.max(sentenceBegin, begin - 60); at--) {
    if (reading.text.charAt(at - 1) !== "奖") continue;
    const before = reading.overlapping(at - 1, at, ({ type }) => type === "Programme");
    const place =
      before === undefined
        ? undefined
        : /^([\p{Script=Han}]{2,6}省|国家|[\p{Script=Han}]{2,6}市|[\p{Script=Han}]{2,8}自治区)/u.exec(before.name)?.[1];
    if (place !== undefined) return place;
  }
  return undefined;
}

export const programmePrize: EntityRule = {
  id: "programme-prize",
  finds: "A prize with its place or 国家: 省科技进步奖, 中国专利优秀奖.",
  examples: [
    {
      text: "省科技进步奖一等奖1项、二等奖6项。",
      region: "襄阳市",
      finds: ["Programme 湖北省科学技术进步奖"],
      not: ["Programme 二等奖"],
    },
    { text: "荣获贵州省科技成果转化奖二等奖。", finds: ["Programme 贵州省科技成果转化奖"] },
    { text: "21项成果获省级以上科技奖。", not: ["Programme 省级以上科技奖"] },
  ],
  run: addPrizes,
};

/** 国家创新型城市, 省级创新型县(市), 国家知识产权示范城市: a region designated as such. */
const DESIGNATION =
  /(国家级|国家|全国|省级|省)?(?:首批|第[一二三四五六七八九十]+批)?(火炬科创金融|科创金融|知识产权强国|数字经济|工业互联网|新能源汽车|产教融合|中小企业数字化转型|海绵|文明|园林|消费品工业“三品”战略|创新型|创新驱动|科技创新|知识产权|乡村振兴科技创新|可持续发展|新型智慧|智慧|低碳|数字乡村|信息消费|科技进步|科技成果转移转化)(强国建设|强市建设|运营服务体系建设|保护)?(示范|试点|先进|先行|强|先导|重点)*(城市|县\(市\)|县域|县|市|区(?![域块间])|省)/gu;

function addDesignations(reading: Reading): void {
  const { text, home } = reading;
  for (const match of everyMatch(text, DESIGNATION)) {
    const [whole, level, kind] = match;
    const begin = match.index;
    if (reading.isClosed(begin)) continue;
    const before = text.slice(Math.max(0, begin - 6), begin);
    const after = text.slice(begin + whole.length, begin + whole.length + 3);
    const isSought = /(创建|争创|获批|入选|列入|获评|荣获|成为|进入|建设|创成|推进|开展|评为|全国|国家)[“首第]*$/.test(
      before,
    );
    if (
      level === undefined &&
      !(isSought && /^(创新型|知识产权|可持续)/.test(kind!) && /(县|城市|县\(市\))$/.test(whole))
    )
      continue;
    if (/^(级|场|内|委|政|域|局|创新能)/.test(after) || before.endsWith("高水平")) continue;
    const core = whole.replace(/(首批|第[一二三四五六七八九十]+批)/, "").replace(/^(国家级|国家|全国|省级|省)/, "");
    const place = level === "省" ? home.province?.name : level;
    const province = provinceBefore(reading, begin);
    if (province !== undefined && (level === undefined || level === "省")) {
      const from = begin - province.text.length;
      const start = level === "省" ? begin : from;
      add(
        reading,
        start,
        begin + whole.length,
        province.name + core,
        [whole, core, `省${core}`, text.slice(start, begin + whole.length)],
        "programme-designation",
      );
      continue;
    }
    const name = `${place === "国家级" ? "国家" : (place ?? "")}${core}`;
    add(
      reading,
      begin,
      begin + whole.length,
      level === undefined ? `国家${core}` : name,
      [whole, core, `国家${core}`.slice(level === "省" || level === "省级" ? 2 : 0)],
      "programme-designation",
    );
  }
}

/** The province named right before: 湖北省乡村振兴科技创新示范县. */
function provinceBefore(
  { text }: Reading,
  begin: number,
): { readonly name: string; readonly text: string } | undefined {
  for (let length = 2; length <= 8 && length <= begin; length++) {
    const name = text.slice(begin - length, begin);
    const region = findRegions(name).find(({ level }) => level === "province");
    if (region !== undefined && (name === region.name || /^(内蒙古|广西|宁夏|新疆|西藏)$/.test(name)))
      return { name: region.name, text: name };
  }
  return undefined;
}

export const programmeDesignation: EntityRule = {
  id: "programme-designation",
  finds: "A designation of a region: 国家创新型城市, 省级创新型县.",
  examples: [
    {
      text: "成功列入国家创新型城市建设名单,创建国家知识产权示范城市。",
      finds: ["Programme 国家创新型城市", "Programme 国家知识产权示范城市"],
    },
    { text: "全力打造高水平创新型城市。", not: ["Programme 国家创新型城市"] },
  ],
  run: addDesignations,
};
