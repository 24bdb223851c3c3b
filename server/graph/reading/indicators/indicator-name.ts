/**
 * One name for one indicator, however the documents write it.
 *
 * Only wording is evened out (R&D for 研发, 生产总值 for GDP, 的比重 for 比重), and
 * a few names that statistics use for the same figure. What measures something
 * else stays apart, even where people mix it up: 技术交易额 is a part of
 * 技术合同成交额, 研发费用 (accounts) is not 研发经费 (statistics), and 新增高新技术企业
 * is no 高新技术企业.
 */

/** Applied in this order to a name without spaces; each is linear in its length. */
const WORDINGS: readonly (readonly [RegExp, string])[] = [
  [/[（(]/g, "("],
  [/[）)]/g, ")"],
  [/[“”"「」]/g, ""],
  [/^(?:全市|全县|全区|全省|我市|我县|我区|我省|本市|全年|当年|累计实现|实现)/, ""],
  [/规模以上/g, "规上"],
  [/R&D|研究与试验发展|研究与实验发展|研究与开发|研究开发|研究和试验发展/gi, "研发"],
  [/地区生产总值|国内生产总值|生产总值/g, "GDP"],
  [/经费投入|经费支出|经费内部支出|经费总量|投入经费/g, "经费"],
  [/研发投入(?!强度)/g, "研发经费"],
  [/占(.{1,24}?)的?(?:比重|比例|百分比|比率)/g, "占$1比重"],
  [/每万人口|每万名?人口|每万人|万人口?(?=(?:高价值)?发明专利)/g, "每万人"],
  [/(?:有效)?发明专利有效量/g, "有效发明专利拥有量"],
  [/拥有(?:的)?有效发明专利数?量?/g, "有效发明专利拥有量"],
  [/(授权|申请)(?:数量|数|总量)$/, "$1量"],
  [/(企业|平台|机构|中心|实验室|研究院|孵化器|众创空间|基地)(?:总数|数量|数|保有量|总量)$/, "$1"],
  [/(交易|成交)(?:总额|金额|总金额)$/, "$1额"],
];

/** Names of one figure, the usual one first, in the wording above. */
const SAME: readonly (readonly string[])[] = [
  [
    "研发投入强度",
    "研发经费占GDP比重",
    "全社会研发经费占GDP比重",
    "全社会研发投入强度",
    "研发经费强度",
    "研发强度",
    "全社会研发经费强度",
    "研发经费相当于GDP比重",
    "全社会研发经费相当于GDP比重",
  ],
  ["全社会研发经费", "研发经费", "社会研发经费"],
  [
    "国家高新技术企业",
    "高新技术企业",
    "国家级高新技术企业",
    "高企",
    "国家高企",
    "有效高新技术企业",
    "有效期内高新技术企业",
    "国家重点扶持高新技术企业",
  ],
  ["省级科技型中小企业", "省科技型中小企业", "省科技型中小微企业", "省级科技型中小微企业"],
  [
    "新增国家高新技术企业",
    "新增高新技术企业",
    "新增高企",
    "新认定国家高新技术企业",
    "新认定高新技术企业",
    "新认定国家重点扶持高新技术企业",
    "新增国家级高新技术企业",
  ],
  ["技术合同成交额", "技术合同登记额", "技术合同登记成交额", "技术合同认定登记额", "技术市场合同成交额"],
  [
    "高新技术产业增加值占规上工业增加值比重",
    "高新技术产业增加值占规上工业比重",
    "规上高新技术产业增加值占规上工业增加值比重",
    "高新技术产业增加值占规上工业增加值的比重",
  ],
  [
    "战略性新兴产业增加值占规上工业增加值比重",
    "规上战略性新兴产业增加值占规上工业增加值比重",
    "战略性新兴产业增加值占规上工业比重",
  ],
  [
    "规上工业企业研发经费占营业收入比重",
    "规上企业研发经费占营业收入比重",
    "规上工业企业研发经费占营收比重",
    "规上工业研发经费占营业收入比重",
  ],
  ["规上工业企业研发费用占营业收入比重", "规上工业企业研发费用占营收比重", "规上工业研发费用占营业收入比重"],
  ["每万人发明专利拥有量", "每万人有效发明专利拥有量"],
  ["每万人高价值发明专利拥有量", "每万人口高价值发明专利拥有量"],
  ["发明专利授权量", "授权发明专利", "新增发明专利授权量"],
  ["规上工业企业研发活动覆盖率", "规上工业企业研发活动覆盖面", "规上工业企业研发活动率", "规上企业研发活动覆盖率"],
];

const USUAL: ReadonlyMap<string, string> = new Map(
  SAME.flatMap(([usual, ...others]) => others.map((name) => [name, usual!])),
);

/** The usual name of an indicator: two indicators are the same when theirs are. */
export function indicatorName(written: string): string {
  let name = written.normalize("NFKC").replace(/\s+/g, "");
  for (const [wording, usual] of WORDINGS) name = name.replace(wording, usual);
  return USUAL.get(name) ?? name;
}
