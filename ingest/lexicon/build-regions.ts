/**
 * Writes data/regions.json from the administrative divisions of the package
 * element-china-area-data: one line a region, `code name short...`, in code order.
 *
 * Run by hand after the package changes: `npx tsx ingest/lexicon/build-regions.ts`.
 */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";

interface Area {
  readonly value: string;
  readonly label: string;
  readonly children?: readonly Area[];
}

/** The package has no ESM types that Node resolves; its shape is the one above. */
const { regionData } = createRequire(import.meta.url)("element-china-area-data") as { regionData: readonly Area[] };

/** Divisions newer than the package's code set, those it leaves out, and abolished ones that older documents name. */
const FURTHER: readonly (readonly [code: string, name: string])[] = [
  ["710000", "台湾省"],
  ["710100", "台北市"],
  ["710200", "高雄市"],
  ["710300", "台南市"],
  ["710400", "台中市"],
  ["710700", "新竹市"],
  ["710800", "新北市"],
  ["810000", "香港特别行政区"],
  ["820000", "澳门特别行政区"],
  ["653229", "和安县"],
  ["653228", "和康县"],
  ["460301", "西沙区"],
  ["460302", "南沙区"],
  ["330103", "下城区"],
  ["330104", "江干区"],
  ["330204", "江东区"],
  ["310119", "南汇区"],
  ["310103", "卢湾区"],
  ["310108", "闸北区"],
  ["110103", "崇文区"],
  ["110104", "宣武区"],
  ["320103", "白下区"],
  ["320107", "下关区"],
  ["120107", "塘沽区"],
  ["320684", "海门市"],
  ["341400", "巢湖市"],
  ["371200", "莱芜市"],
];

/** Peoples named in the names of autonomous divisions; what remains without them is the short name. */
const PEOPLES = [
  "蒙古族", "蒙古", "回族", "藏族", "维吾尔", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族", "白族", "土家族",
  "哈尼族", "哈萨克族", "哈萨克", "傣族", "黎族", "傈僳族", "佤族", "畲族", "拉祜族", "水族", "东乡族", "纳西族", "景颇族", "柯尔克孜族",
  "柯尔克孜", "土族", "达斡尔族", "仫佬族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯族", "锡伯", "普米族", "塔吉克族", "塔吉克", "怒族",
  "俄罗斯族", "鄂温克族", "保安族", "裕固族", "独龙族", "鄂伦春族", "各族",
]; // prettier-ignore

/** Headings of the code book, not places. */
const HEADINGS = /^(市辖区|县|.*直辖县级行政区划)$/;

/** Zones that the code book lists among the counties; the three new areas that are real districts stay. */
const ZONES =
  /(开发区|管理区|示范区|园区|工业园|产业园|集聚区|聚集区|名胜区|实验区|食品区|创意园|化工园区|综合物流产业聚集区|新区)$/;
const NEW_AREAS = new Set(["浦东新区", "滨海新区", "沈北新区"]);

function shortNames(name: string): string[] {
  if (name === "内蒙古自治区") return ["内蒙古", "内蒙"];
  if (name === "香港特别行政区") return ["香港"];
  if (name === "澳门特别行政区") return ["澳门"];
  const autonomous = /(自治区|自治州|自治县|自治旗|各族自治县)$/.exec(name)?.[0];
  if (autonomous !== undefined) {
    let stem = name.slice(0, -autonomous.length);
    for (let before = ""; before !== stem;) {
      before = stem;
      const people = PEOPLES.filter((p) => stem.endsWith(p) && stem.length > p.length).sort(
        (a, b) => b.length - a.length,
      )[0];
      if (people !== undefined) stem = stem.slice(0, -people.length);
    }
    if (stem.length < 2) return [];
    const kind = autonomous.slice(-1);
    return kind === "区" ? [stem] : [stem, `${stem}${kind}`];
  }
  if (name.endsWith("矿区")) return [];
  if (NEW_AREAS.has(name)) return name === "浦东新区" ? ["浦东"] : [];
  const plain = name.replace(/(地区|林区|特区|省|市|区|县|盟|旗)$/, "");
  return plain.length >= 2 && plain !== name ? [plain] : [];
}

const lines = new Map<string, string>();
function add(code: string, name: string): void {
  lines.set(code.padEnd(6, "0"), [code.padEnd(6, "0"), name, ...shortNames(name)].join(" "));
}
function walk(areas: readonly Area[]): void {
  for (const { value, label, children } of areas) {
    if (value.length > 6 && !/(镇|乡|街道)$/.test(label)) continue;
    if (!HEADINGS.test(label) && (!ZONES.test(label) || NEW_AREAS.has(label))) add(value, label);
    if (children !== undefined) walk(children);
  }
}

walk(regionData);
for (const [code, name] of FURTHER) if (!lines.has(code)) add(code, name);
const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
writeFileSync(
  new URL("data/regions.json", import.meta.url),
  `${JSON.stringify(sorted, null, 0).replaceAll('","', '",\n"')}\n`,
);
