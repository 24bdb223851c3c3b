/**
 * Companies by a brand and what it makes, without 公司 and without a list that says
 * companies: 洲明科技位于园内, 引进蓝驰智能装备建设基地, 鑫昊木业、双通塑料获批.
 */
import { readsAsThings } from "../../../lexicon/index.ts";
import type { Found, Reading, Stretch } from "./reading.ts";
import type { EntityRule } from "./rule.ts";
import { Kind } from "./segment.ts";

/** Endings that only companies have after a brand. */
const TELLING_END =
  /^(?:科技|股份|药业|实业|控股|重工|电气|制药|智能科技|生物科技|环保科技|信息科技|循环科技|新能源科技)$/;
/** Endings that fields have as well; what stands around them tells. */
const FIELD_END =
  /^(?:电子|生物|医药|新材|新材料|高新材料|材料|智能|智能装备|装备|能源|新能源|半导体|微电子|光电|激光|信息|软件|网络|汽车|精密|机械|化工|石化|环保|传感|传感器|动力|通信|航空|电机|电池|锂电|机器人|钢铁|轴承|存储|储能|医疗|电力|光学|仪器|食品|乳业|酒业|茶业|纺织|服饰|木业|纸业|种业|煤业|铜业|铝业|锂业|塑料|柴油机|铜箔|硅材料|晶圆|炼化|光伏|风电|氢能|制造|精机|陶瓷|管道)$/;
const ACTS_BEFORE =
  /(?:引进|引入|招引|引育|支持|鼓励|推动|组织|依托|联合|携手|牵手|走访|调研|考察|助力|与|和|同|由|、|洽谈|签约|来自|包括)$/;
const ACTS_AFTER =
  /^(?:、|等|\(|公司|建设|投资|签约|签署|签订|投产|落户|入驻|牵头|共建|合作|联合|获批|获评|入选|董事长|总经理|总裁|负责人|创始人|自主|已|也|将|成功|完成|开工|扩建|在|的|为代表|为龙头|研发|共同|合建|与|和|均|达成|参加|分别)/;
/** A company's name goes on into what belongs to it, or into a kind of bodies. */
const LEADS_ON = Kind.head | Kind.noun | Kind.nominal | Kind.industry | Kind.unknown | Kind.latin;
const LONGEST_BRAND = 4;

interface Brand {
  readonly begin: number;
  /** With the place before it. */
  readonly placed: number;
  readonly end: number;
  readonly last: number;
  readonly isTelling: boolean;
}

/** The brand whose first character is word `p`, with what it makes. */
function brandAt(reading: Reading, p: number, { first, last }: Stretch): Brand | undefined {
  const { words, text, regionOfWord } = reading;
  if (words[p]!.kinds !== Kind.unknown && !isFirstOfBrand(reading, p, first, last)) return undefined;
  if (p > first && words[p - 1]!.kinds === Kind.unknown && words[p - 1]!.end === words[p]!.begin) return undefined;
  let q = p;
  while (q < last && words[q + 1]!.kinds === Kind.unknown && words[q + 1]!.begin === words[q]!.end) q++;
  const { begin } = words[p]!;
  const brand = text.slice(begin, words[q]!.end);
  if (brand.length < 2 || brand.length > LONGEST_BRAND || q === last || !/^\p{Script=Han}+$/u.test(brand))
    return undefined;
  if (readsAsThings(brand)) return undefined;
  for (let r = Math.min(last, q + 2); r > q; r--) {
    if (words[q + 1]!.begin !== words[q]!.end || words[r]!.begin - words[q]!.end > 6) continue;
    const ending = text.slice(words[q]!.end, words[r]!.end);
    const isTelling = TELLING_END.test(ending);
    if (!isTelling && !FIELD_END.test(ending)) continue;
    const place = p > first && words[p - 1]!.end === begin ? regionOfWord[p - 1] : undefined;
    const placed = place === undefined || place.level === "country" ? begin : words[p - 1]!.begin;
    return { begin, placed, end: words[r]!.end, last: r, isTelling };
  }
  return undefined;
}

/** 宁夏|中|欣晶圆: 中 and 新 begin a brand after a place. */
function isFirstOfBrand({ words, regionOfWord }: Reading, p: number, first: number, last: number): boolean {
  if (!/^[中新]$/.test(words[p]!.text) || p === first || p === last) return false;
  return regionOfWord[p - 1] !== undefined && words[p + 1]!.kinds === Kind.unknown;
}

function addBrands(reading: Reading): void {
  const { text } = reading;
  for (const stretch of reading.stretches) {
    const { block, begin, end } = stretch.sentence;
    if (block === "boilerplate" || block === "meta") continue;
    const brands: Brand[] = [];
    for (let p = stretch.first; p < stretch.last; p++) {
      const brand = brandAt(reading, p, stretch);
      if (brand !== undefined && isFree(reading, brand, stretch)) brands.push(brand);
    }
    for (const brand of brands) {
      const isBeside = brands.some(
        (other) =>
          other !== brand &&
          (text.slice(other.end, brand.placed) === "、" || text.slice(brand.end, other.placed) === "、"),
      );
      const before = text.slice(Math.max(begin, brand.placed - 3), brand.placed);
      const isActing = ACTS_BEFORE.test(before) && ACTS_AFTER.test(text.slice(brand.end, Math.min(end, brand.end + 4)));
      if (brand.isTelling || isBeside || isActing) addBrand(reading, brand);
    }
  }
}

function isFree(reading: Reading, { placed, begin, end, last }: Brand, stretch: Stretch): boolean {
  const { words } = reading;
  if (reading.isClosed(begin)) return false;
  const isOther = ({ type }: Found) => type !== "Industry" && type !== "Region";
  if (reading.overlapping(placed, end, isOther) !== undefined) return false;
  const next = last < stretch.last && words[last + 1]!.begin === end ? words[last + 1]! : undefined;
  if (next === undefined || next.kinds & (Kind.punctuation | Kind.verb | Kind.function)) return true;
  return (next.kinds & LEADS_ON) === 0 || /^(?:公司|董事长|总经理|总裁|创始人|自主)$/.test(next.text);
}

function addBrand(reading: Reading, { placed, begin, end }: Brand): void {
  const { text } = reading;
  const suffix = /^公司/.exec(text.slice(end, end + 2))?.[0] ?? "";
  const name = text.slice(placed, end + suffix.length);
  const bare = text.slice(placed, end);
  const aliases = [...new Set([bare, text.slice(begin, end)])].filter((form) => form !== name);
  reading.add({ begin: placed, end: end + suffix.length, type: "Company", name, aliases, rule: "company-brand" });
}

export const companyBrand: EntityRule = {
  id: "company-brand",
  finds: "A company by a brand and what it makes, where what stands around it tells.",
  examples: [
    {
      text: "全球最大的智造基地——洲明科技,就位于开发区内。鑫昊木业、双通塑料已获批,引进蓝驰智能装备建设基地。",
      finds: ["Company 洲明科技", "Company 鑫昊木业", "Company 双通塑料", "Company 蓝驰智能装备"],
    },
    { text: "厦门大学与宁夏中晶新材料签约。", region: "银川市", finds: ["Company 宁夏中晶新材料"] },
    {
      text: "推动梭子蟹种业、岩溶生物发展,支持磷系储能研发,建设天目湖科技园,参观浮标智能装备展。",
      not: ["Company 梭子蟹种业", "Company 岩溶生物", "Company 磷系储能", "Company 天目湖科技", "Company 浮标智能装备"],
    },
  ],
  run: addBrands,
};
