/**
 * Companies by short names: in lists whose class noun or other members are
 * companies, beside 公司 and 集团, and the short forms of companies named in full.
 */
import { findIndustry, headOf, wordClass } from "../../../lexicon/index.ts";
import { isGenericWord } from "./generic.ts";
import { listsOf } from "./lists.ts";
import type { ListItem, NameList } from "./lists.ts";
import type { Reading } from "./reading.ts";
import type { EntityRule } from "./rule.ts";
import { Kind } from "./segment.ts";

const COMPANY_NOUN = /(企业|公司|集团|厂商|上市公司|银行|金融机构|民企|央企|国企)$/;
const PROJECT_NOUN = /项目$/;
/** Endings of companies' short names. */
const COMPANY_END =
  /(科技|股份|集团|电子|电气|医药|药业|制药|生物|新材|新材料|重工|光电|智能|能源|半导体|微电|微电子|信息|软件|网络|数据|汽车|精机|精密|机械|控股|化工|石化|环保|传感|传感器|柴油机|塑料|保温材料|木业|纸业|种业|煤业|铜业|铝业|物业|装备|铜箔|循环科技|炼化|材料|动力|激光|通信|航空|电机|电池|锂电|新能源|机器人|液压|钼业|钢铁|重装|轴承|存储|储能|医疗|创投|创星|资本|投资|国投|银行|实业|工业|电力|光学|仪器|仪表|食品|乳业|酒业|茶业|纺织|服饰|控制|技术|云|芯|微|驱动|纺机|电控|车桥|南方|一拖|[锂钽钨铝镁钛铜锌钴镍矿牧渔种乳酒茶盐硅钢铁稀]业)$/;
/** Items that look like names but are classes or other things. */
const NOT_A_COMPANY =
  /(企业|公司们|机构|高校|院所|单位|平台|项目|产业|人才|团队|大学|学院|研究院|研究所|实验室|中心|园区|基地|政府|部门|协会|联盟|基金|计划|工程|行动|奖|市|县|区|省|等|科研|产品|装备|市场|城市|医院|学校|服务|活动|技术|领域|成果|教授|院士|专家|委员会|局|厅|办|会)$/;

function addListedCompanies(reading: Reading): void {
  for (const stretch of reading.stretches) {
    const { block } = stretch.sentence;
    if (block === "boilerplate" || block === "meta") continue;
    for (const list of listsOf(reading, stretch)) {
      const strength = companyList(reading, list);
      if (strength === 0) continue;
      for (const listed of list.items) {
        const item = withoutVerb(reading, listed);
        if (isCompanyItem(reading, item, strength)) addCompany(reading, item);
      }
    }
  }
}

/** 对接服务泸天化: 服务 is a noun as well, so that the list does not stop at it. */
function withoutVerb({ words, text }: Reading, item: ListItem): ListItem {
  if (words[item.first]!.text !== "服务" || item.first === item.last) return item;
  const { begin } = words[item.first + 1]!;
  return { ...item, first: item.first + 1, begin, text: text.slice(begin, item.end) };
}

/** 2: the class noun says companies; 1: others in the list are; 0: neither. */
function companyList(reading: Reading, { items, noun, nounText, closed }: NameList): number {
  if (noun !== undefined && (COMPANY_NOUN.test(reading.words[noun]!.text) || COMPANY_NOUN.test(nounText))) {
    return /(高校|院所|科研)/.test(nounText) ? 1 : 2;
  }
  if (noun !== undefined && PROJECT_NOUN.test(nounText)) return 1;
  const companies = items.filter(({ end }) => reading.endingAt(end)?.type === "Company").length;
  if (companies > 0 && noun !== undefined && /(机构|单位)$/.test(nounText)) return 1;
  return companies * 2 >= items.length && (closed || companies >= 2 || items.length <= 3) && companies > 0 ? 1 : 0;
}

function isCompanyItem(reading: Reading, { first, last, begin, end, text }: ListItem, strength: number): boolean {
  const { words, regionOfWord } = reading;
  if (reading.endingAt(end) !== undefined || reading.isClosed(begin) || text.length < 2 || text.length > 12)
    return false;
  if (NOT_A_COMPANY.test(text) || /[“”《》()]/.test(text)) return false;
  if (findIndustry(text) !== undefined && !/^(北方|南方|东方)/.test(text)) return false;
  const head = headOf(text);
  if (head !== undefined && head.type !== "Company" && head.strength === "strong") return false;
  let hasBrand = false;
  let generic = 0;
  for (let p = first; p <= last; p++) {
    const { kinds, text: word } = words[p]!;
    if (kinds & (Kind.function | Kind.measure) && word.length > 1 && !(kinds & Kind.noun)) return false;
    if (kinds & (Kind.university | Kind.department)) return false;
    if (kinds & (Kind.unknown | Kind.latin | Kind.region | Kind.body) || regionOfWord[p] !== undefined) hasBrand = true;
    if (isGenericWord(word)) generic += word.length;
  }
  if (regionOfWord[last] !== undefined && first === last) return false;
  if (generic === text.length) return false;
  if (strength === 2) return hasBrand || COMPANY_END.test(text) || (text.length <= 6 && wordClass(text) === undefined);
  if (strength === 1 && isBrandAlone(reading, first, last) && text.length >= 3) return true;
  return COMPANY_END.test(text) && (hasBrand || text.length <= 6);
}

/** 璞泰来, 科达利: of characters that make no word. */
function isBrandAlone({ words }: Reading, first: number, last: number): boolean {
  for (let p = first; p <= last; p++) if (words[p]!.kinds !== Kind.unknown) return false;
  return true;
}

function addCompany(reading: Reading, { begin, end, text }: ListItem): void {
  const inner = reading.overlapping(begin, end, (f) => f.type === "Company" && f.begin >= begin && f.end <= end);
  if (inner !== undefined) reading.drop(inner);
  const bare = text.replace(/(公司|集团)$/, "");
  reading.add({
    begin,
    end,
    type: "Company",
    name: text,
    aliases: bare.length >= 3 && bare !== text ? [bare] : [],
    rule: "company-list",
  });
}

export const companyListed: EntityRule = {
  id: "company-list",
  finds: "Companies by short names in a list of companies.",
  examples: [
    {
      text: "支持恒立液压、星宇股份、中简科技等企业牵头组建创新联合体。",
      finds: ["Company 恒立液压", "Company 星宇股份", "Company 中简科技"],
    },
    {
      text: "拥有东方电机、东方汽轮机、国机重装等一批龙头企业。",
      finds: ["Company 东方电机", "Company 东方汽轮机", "Company 国机重装"],
    },
    { text: "对接服务科瑞德、泸天化等420家重点企业。", finds: ["Company 科瑞德", "Company 泸天化"] },
    {
      text: "支持科技型、创新型、成长型等企业发展,新能源、新材料等企业快速增长。",
      not: ["Company 科技型", "Company 新能源", "Company 新材料"],
    },
  ],
  run: addListedCompanies,
};

/** 灵巧智能公司, 捷昌驱动与灵巧智能公司: the noun right after a name, and what is coordinated with a company. */
function addBesideNoun(reading: Reading): void {
  const { words, text, regionOfWord } = reading;
  for (const { first, last, sentence } of reading.stretches) {
    if (sentence.block === "boilerplate" || sentence.block === "meta") continue;
    for (let i = first; i <= last; i++) {
      const found = reading.endingAt(words[i]!.end);
      if (words[i]!.text.startsWith("牵头") && i > first) addLeader(reading, i, first);
      if (found === undefined || i + 2 > last || found.inner) continue;
      const isPartner =
        /^(University|ResearchInstitute|HighTechZone)$/.test(found.type) &&
        /^[^,。;]{0,6}?(签约|签署|签订|合作|共建|联合|达成|对接|携手)/.test(text.slice(found.end, found.end + 14));
      if (found.type !== "Company" && !isPartner) continue;
      const beforeIndex = wordBefore(words, i, found.begin);
      if (beforeIndex !== undefined && /^(与|和)$/.test(words[beforeIndex]?.text ?? "")) {
        const start = brandStart(reading, beforeIndex - 1, first);
        if (start !== undefined) {
          const begin = words[start]!.begin;
          const end = words[beforeIndex - 1]!.end;
          if (COMPANY_END.test(text.slice(begin, end)) && regionOfWord[start] === undefined) {
            addCompany(reading, { first: start, last: beforeIndex - 1, begin, end, text: text.slice(begin, end) });
          }
        }
      }
    }
  }
}

/** 天合储能牵头组建…: what leads a consortium and ends as companies do. */
function addLeader(reading: Reading, i: number, first: number): void {
  const { words, text } = reading;
  const start = brandStart(reading, i - 1, first);
  if (start === undefined || reading.regionOfWord[start] !== undefined) return;
  const begin = words[start]!.begin;
  const end = words[i - 1]!.end;
  const name = text.slice(begin, end);
  if (COMPANY_END.test(name) && name.length >= 4 && reading.endingAt(end) === undefined) {
    addCompany(reading, { first: start, last: i - 1, begin, end, text: name });
  }
}

function wordBefore(words: readonly { begin: number }[], from: number, begin: number): number | undefined {
  let p = from;
  while (p > 0 && words[p]!.begin >= begin) p--;
  return p;
}

/** Back over an unknown brand and its industry to a mark. */
function brandStart(reading: Reading, p: number, first: number): number | undefined {
  const { words } = reading;
  let start: number | undefined;
  let hasBrand = false;
  for (let q = p; q >= first && words[p]!.end - words[q]!.begin <= 8; q--) {
    const { kinds, end } = words[q]!;
    if (kinds & Kind.punctuation) break;
    if (kinds & (Kind.verb | Kind.function) && !(kinds & Kind.nominal)) break;
    if (reading.endingAt(end) !== undefined) return undefined;
    if (kinds & Kind.unknown) hasBrand = true;
    start = q;
  }
  return hasBrand ? start : undefined;
}

export const companyBeside: EntityRule = {
  id: "company-beside",
  finds: "A company by its short name, coordinated with another company.",
  examples: [
    { text: "捷昌驱动与灵巧智能公司共同开启产线合作。", finds: ["Company 捷昌驱动", "Company 灵巧智能公司"] },
    { text: "企业技术与海信集团合作。", not: ["Company 企业技术"] },
  ],
  run: addBesideNoun,
};

/** 浙江灵巧智能科技有限公司 is also 灵巧智能: found all over the document once the full name stands there. */
function addShortForms(reading: Reading): void {
  const { text } = reading;
  const seen = new Set<string>();
  for (const found of Array.from(reading.found)) {
    if (found.type !== "Company" || found.inner || seen.has(found.name)) continue;
    seen.add(found.name);
    for (const short of shortForms(found.name)) {
      let isUsed = false;
      for (let begin = text.indexOf(short); begin >= 0; begin = text.indexOf(short, begin + short.length)) {
        const end = begin + short.length;
        if (reading.isClosed(begin)) continue;
        const after = /^(公司|集团)/.exec(text.slice(end, end + 2))?.[0] ?? "";
        const covering = reading.overlapping(
          begin,
          end,
          (f) => f.type === "Company" && f.begin <= begin && end <= f.end,
        );
        if (covering !== undefined) {
          if (covering.name !== short && covering.name !== short + after) continue;
          for (let other: typeof covering | undefined = covering; other !== undefined;) {
            reading.drop(other);
            other = reading.overlapping(begin, end, (f) => f.type === "Company" && f.name === covering.name);
          }
        }
        isUsed = true;
        reading.add({
          begin,
          end: end + after.length,
          type: "Company",
          name: found.name,
          aliases: [short, short + after],
          rule: "company-short",
        });
      }
      if (isUsed) break;
    }
  }
}

/** From long to short: without the legal form, the place, and the general words. */
function shortForms(name: string): string[] {
  const plain = name.replace(/\([^)]*\)/g, "").replace(/(控股)?(集团)?(股份有限公司|有限责任公司|有限公司)$/, "$2");
  if (plain === name) return [];
  const unplaced = plain.replace(
    /^(?:[\p{Script=Han}]{2,3}(?:省|市|区|县)|中国|北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|陕西|甘肃|青海|宁夏|新疆|内蒙古|西藏|深圳|广州|杭州|苏州|南京|武汉|成都|西安|青岛|宁波|合肥|厦门|长沙|株洲|德阳|洛阳|东莞|常州|包头)(?:市|省)?/u,
    "",
  );
  const forms = [plain, unplaced, unplaced.replace(/(科技|实业|集团|技术|信息|产业|工业|智能科技|新材料科技)$/, "")];
  return [...new Set(forms)].filter((form) => form.length >= 4 && form !== name && !/(产业|行业|领域)$/.test(form));
}

export const companyShort: EntityRule = {
  id: "company-short",
  finds: "The short form of a company that the document names in full.",
  examples: [
    {
      text: "推动浙江灵巧智能科技有限公司组建中心。随后灵巧智能公司签约。",
      finds: ["Company 灵巧智能公司", "Company 浙江灵巧智能科技有限公司"],
    },
    { text: "东莞中镓新材料有限公司发展新材料产业。", not: ["Company 新材料"] },
  ],
  run: addShortForms,
};
