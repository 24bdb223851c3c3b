/**
 * Short names that the text introduces: X(以下简称“Y”), X(简称Y), and a second name
 * in brackets right after the first: 浙大-新昌联合创新中心(天姥实验室).
 */
import { findRegions, headOf } from "../../../lexicon/index.ts";
import type { Found, Reading } from "./reading.ts";
import type { EntityRule } from "./rule.ts";

const INTRODUCED =
  /^[(,]?(?:以下简称|下称|以下称|简称|以下统称|统称|又称|别称|也称|原名|原|曾用名)(?:为|:)?[“"《]?([\p{Script=Han}A-Za-z0-9·\-—]{2,20})[”"》]?[),]?/u;
/** Pronouns for a kind of body; they point, and name nothing outside of the document. */
const PRONOUN =
  /^(研究院|实验室|学院|中心|公司|平台|联盟|园区|高新区|开发区|基金|项目|计划|规划|方案|意见|办法|措施|条例|大学|学校|集团|协会|甲方|乙方|丙方|双方|两院|两地|本市|政策|通知|协议|学会|研究所|新区|产业园|科技城|基地|联合体|条例|行动|工程|专项|大赛)$/;

function addIntroduced(reading: Reading): void {
  const { text } = reading;
  for (const found of Array.from(reading.found)) {
    if (found.inner || found.pointing || found.type === "Region" || found.type === "Industry") continue;
    const after = text.slice(found.end, found.end + 36);
    const introduced = INTRODUCED.exec(after);
    if (introduced !== null) {
      const short = introduced[1]!.replace(/(?:等|的)$/, "");
      const offset = found.end + introduced.index + introduced[0].indexOf(introduced[1]!);
      addShort(reading, found, short, offset);
      continue;
    }
    const bracket = /^\(([^()]{2,20})\)/.exec(after)?.[1];
    if (bracket !== undefined) addBracketed(reading, found, bracket);
  }
}

function addShort(reading: Reading, found: Found, short: string, begin: number): void {
  if (short === found.name) return;
  const pointing = PRONOUN.test(short);
  const add = (at: number) =>
    reading.add({
      ...found,
      begin: at,
      end: at + short.length,
      aliases: pointing ? [] : [short],
      rule: "alias-introduced",
      pointing,
    });
  add(begin);
  if (pointing) return;
  const { text } = reading;
  for (let at = text.indexOf(short, begin + short.length); at >= 0; at = text.indexOf(short, at + short.length)) {
    if (!reading.isClosed(at) && !isInsideName(reading, at, at + short.length)) add(at);
  }
}

function isInsideName(reading: Reading, begin: number, end: number): boolean {
  const holds = (f: Found) => f.begin <= begin && end <= f.end && f.end - f.begin > end - begin && f.pointing !== true;
  return reading.overlapping(begin, end, holds) !== undefined;
}

/** 国家级科技企业孵化器 tells what a body counts as, not its name. */
function isKind(inside: string): boolean {
  const bare = inside.replace(/^(国家级|省级|市级|国家|省|市)/, "");
  return headOf(bare)?.word === bare;
}

/** A quoted or headed second name in brackets; a place or a date is none. */
function addBracketed(reading: Reading, found: Found, inside: string): void {
  const begin = found.end + 1;
  const plain = inside.replace(/[“”"]/g, "");
  if (findRegions(plain).length > 0 || /\d{4}|[、,;]/.test(inside)) return;
  if (found.type === "Policy") {
    if (/^[“"].{2,10}[”"]\d{0,3}条?$|条$/.test(inside)) {
      const core = /[“"](.+?)[”"]/.exec(inside)?.[1];
      reading.add({
        ...found,
        begin,
        end: begin + inside.length,
        aliases: [plain, ...(core === undefined ? [] : [core])],
        rule: "alias-bracket",
      });
    }
    return;
  }
  const end = begin + inside.length;
  const other = reading.overlapping(begin, end, (f) => f.begin === begin && f.end === end && f.inner !== true);
  if (other !== undefined && other.type !== found.type && BODY.test(other.type) && BODY.test(found.type)) {
    // The name in brackets is what the text goes on to use, so it tells the type.
    reading.add({
      ...other,
      begin: found.begin,
      end: found.end,
      aliases: [found.name, ...found.aliases],
      rule: "alias-bracket",
    });
    reading.drop(found);
    return;
  }
  const isAbbreviation = /^[A-Z][A-Za-z0-9-]{1,11}$/.test(plain);
  const isHeaded = headOf(plain)?.type === found.type && plain.length >= 4 && !isKind(plain);
  const isQuoted = inside !== plain && plain.length >= 2 && plain.length <= 10;
  if (isAbbreviation || isHeaded || isQuoted) {
    reading.add({ ...found, begin, end: begin + inside.length, aliases: [plain], rule: "alias-bracket" });
  }
}

const BODY = /^(Laboratory|ResearchInstitute|InnovationPlatform)$/;

export const introducedAlias: EntityRule = {
  id: "alias-introduced",
  finds: "A short or second name that the text introduces for an entity it has just named.",
  examples: [
    {
      text: "浙江大学湄潭茶产业研究院(以下简称“茶研院”)正式挂牌,茶研院引进博士4名。",
      finds: ["ResearchInstitute 茶研院", "ResearchInstitute 浙江大学湄潭茶产业研究院"],
    },
    {
      text: "共建浙大-新昌联合创新中心(天姥实验室)。目前天姥实验室有78人。",
      finds: ["Laboratory 天姥实验室", "Laboratory 浙江大学-新昌联合创新中心"],
    },
    {
      text: "依托包头高新区科技创业服务中心(国家级科技企业孵化器)。",
      not: ["InnovationPlatform 国家级科技企业孵化器"],
    },
    { text: "松山湖材料实验室(下称“实验室”)成立于2017年。", not: ["Laboratory 实验室"] },
  ],
  run: addIntroduced,
};
