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

/** Names from before a reform, which older documents use: they lead to what the place is called today. */
const FORMER_NAMES =
  "萧山市:萧山区 余杭市:余杭区 富阳市:富阳区 临安市:临安区 奉化市:奉化区 鄞县:鄞州区 绍兴县:柯桥区 上虞市:上虞区 洞头县:洞头区 玉环县:玉环市 江宁县:江宁区 溧水县:溧水区 高淳县:高淳区 锡山市:锡山区 吴江市:吴江区 武进市:武进区 金坛市:金坛区 姜堰市:姜堰区 江都市:江都区 赣榆县:赣榆区 淮阴县:淮阴区 大丰市:大丰区 盐都县:盐都区 铜山县:铜山区 洪泽县:洪泽区 章丘市:章丘区 长清县:长清区 济阳县:济阳区 即墨市:即墨区 胶南市:黄岛区 蓬莱市:蓬莱区 文登市:文登区 兖州市:兖州区 陵县:陵城区 沾化县:沾化区 定陶县:定陶区 垦利县:垦利区 鹿泉市:鹿泉区 藁城市:藁城区 栾城县:栾城区 满城县:满城区 清苑县:清苑区 徐水县:徐水区 冀州市:冀州区 崇礼县:崇礼区 肥乡县:肥乡区 永年县:永年区 抚宁县:抚宁区 密云县:密云区 延庆县:延庆区 静海县:静海区 宁河县:宁河区 蓟县:蓟州区 崇明县:崇明区 璧山县:璧山区 铜梁县:铜梁区 大足县:大足区 綦江县:綦江区 潼南县:潼南区 荣昌县:荣昌区 开县:开州区 梁平县:梁平区 武隆县:武隆区 江津市:江津区 合川市:合川区 永川市:永川区 南川市:南川区 繁昌县:繁昌区 无为县:无为市 芜湖县:湾沚区 潜山县:潜山市 广德县:广德市 铜陵县:义安区 长乐市:长乐区 龙海市:龙海区 长泰县:长泰区 沙县:沙县区 建阳市:建阳区 新建县:新建区 广丰县:广丰区 南康市:南康区 赣县:赣县区 东乡县:东乡区 龙南县:龙南市 九江县:柴桑区 星子县:庐山市 余江县:余江区 许昌县:建安区 陕县:陕州区 开封县:祥符区 偃师市:偃师区 孟津县:孟津区 淮阳县:淮阳区 长垣县:长垣市 郧县:郧阳区 京山县:京山市 监利县:监利市 望城县:望城区 宁乡县:宁乡市 株洲县:渌口区 邵东县:邵东市 祁阳县:祁阳市 增城市:增城区 从化市:从化区 高要市:高要区 清新县:清新区 潮安县:潮安区 揭东县:揭东区 梅县:梅县区 电白县:电白区 阳东县:阳东区 云安县:云安区 顺德市:顺德区 南海市:南海区 三水市:三水区 高明市:高明区 新会市:新会区 番禺市:番禺区 武鸣县:武鸣区 柳江县:柳江区 临桂县:临桂区 横县:横州市 宜州市:宜州区 荔浦县:荔浦市 平果县:平果市 靖西县:靖西市 双流县:双流区 郫县:郫都区 新津县:新津区 名山县:名山区 达县:达川区 安县:安州区 罗江县:罗江区 彭山县:彭山区 隆昌县:隆昌市 射洪县:射洪市 会理县:会理市 南溪县:南溪区 宜宾县:叙州区 遵义县:播州区 盘县:盘州市 水城县:水城区 兴仁县:兴仁市 黔西县:黔西市 晋宁县:晋宁区 呈贡县:呈贡区 沾益县:沾益区 马龙县:马龙区 江川县:江川区 澄江县:澄江市 水富县:水富市 腾冲县:腾冲市 弥勒县:弥勒市 香格里拉县:香格里拉市 户县:鄠邑区 高陵县:高陵区 华县:华州区 横山县:横山区 安塞县:安塞区 南郑县:南郑区 神木县:神木市 彬县:彬州市 子长县:子长市 旬阳县:旬阳市 华亭县:华亭市 湟中县:湟中区 乐都县:乐都区 沙湾县:沙湾市 库车县:库车市 大洼县:大洼区 辽中县:辽中区 普兰店市:普兰店区 九台市:九台区 江源县:江源区 双城市:双城区 阿城市:阿城区 呼兰县:呼兰区 东宁县:东宁市 抚远县:抚远市 嫩江县:嫩江市 漠河县:漠河市 襄樊市:襄阳市 襄樊:襄阳市 思茅市:普洱市 太谷县:太谷区 屯留县:屯留区 长治县:上党区 潞城市:潞城区 大同县:云州区 怀仁县:怀仁市"; // prettier-ignore

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

const formerOf = new Map<string, string[]>();
for (const pair of FORMER_NAMES.split(" ")) {
  const [former = "", today = ""] = pair.split(":");
  formerOf.set(today, [...(formerOf.get(today) ?? []), former]);
}

const lines = new Map<string, string>();
function add(code: string, name: string): void {
  lines.set(
    code.padEnd(6, "0"),
    [code.padEnd(6, "0"), name, ...shortNames(name), ...(formerOf.get(name) ?? [])].join(" "),
  );
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
