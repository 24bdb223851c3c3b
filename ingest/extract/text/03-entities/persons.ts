/** Persons, who stand beside a title: 市委书记陈国栋, 卢山副省长, 对接高文、罗毅等院士团队. */
import { isSurname } from "../../../lexicon/index.ts";
import { listsOf } from "./lists.ts";
import type { Reading } from "./reading.ts";
import type { EntityRule } from "./rule.ts";
import { Kind } from "./segment.ts";
import type { Word } from "./segment.ts";

/** Titles that stand before a name. */
const TITLE_BEFORE =
  /(书记|市长|县长|区长|省长|州长|盟长|旗长|镇长|乡长|局长|厅长|部长|司长|处长|科长|主任|院长|所长|校长|副校长|主席|总统|总理|总经理|经理|董事长|总裁|秘书长|会长|理事长|理事|教授|研究员|院士|博士|专家|首席科学家|科学家|负责人|带头人|总工程师|总师|创始人|首席执行官|CEO|巡视员|调研员|委员|代表|常委|参赞|大使|总监|站长|馆长|联合创始人|团队长|学者|工程师|讲师|医生|主任医师|班子成员|副职|组长|队长|特派员|秘书|园长|社长|行长|县委书记|党委书记|副书记|学术带头人|同志|先生|女士|记者团长)$/;
/** Titles that stand after a name. */
const TITLE_AFTER =
  /^(书记|市长|县长|区长|省长|副省长|副市长|副县长|副区长|局长|副局长|厅长|副厅长|部长|副部长|主任|副主任|院长|副院长|所长|副所长|校长|副校长|主席|副主席|总经理|董事长|总裁|秘书长|会长|副会长|理事长|教授|副教授|研究员|副研究员|院士|博士|专家|首席科学家|同志|先生|女士|总工程师|高级工程师|工程师|团队|一行|委员|常委)/;
/** What stands after a name where no title does. */
const AFTER_NAME =
  /^($|[、,。;:!?)(\s|“”《]|表示|指出|强调|说|介绍|主持|出席|参加|陪同|率|带领|带队|一行|等|为|任|担任|和|与|及|以及|代表|致辞|讲话|作|先后|分别|在|到|赴|来|会见|调研|考察|听取|宣布|宣读|主讲|牵头|领衔|负责|向|对|认为|透露|告诉|坦言|提出|要求|分享|发言|签署|签约|见证|参与|团队|当选|被|获|是|从|于|将|已|曾|介绍说|解读|领导|兼|现|曾|又|还|也|以|创办|创立|所在|带来|共同|的)/;
const AFTER_TITLED = new RegExp(`${AFTER_NAME.source}|${TITLE_AFTER.source}`);
/** Words of the dictionary that stand where a name could and are none. */
const NOT_A_NAME =
  /^(安全|方面|万元|高级|高校|和谐|全体|全面|任务|成员|成果|成立|成功|单位|时间|常务|相关|管理|于是|经济|经费|党组|党委|常委|江苏|江西|云南|安徽|黄河|华东|华南|华北|农业|农村|项目|单项|钱塘|温州|高端|高新|高效|国家|国际|金融|明确|能源|平台|平均|秦岭|商务|水利|水平|文化|文明|武汉|信息|宣传|严格|阳光|易于|应用|应急|游客|有关|有限|元宵|原则|张江|章程|政府|支持|周边|周期|祖国|左右|黎明|连续|路径|马上|强化|强调|权威|冉冉|容易|沙盘|盛大|施工|石化|史上|司法|宋体|汤圆|田间|童年|万众|汪洋|王牌|危机|魏晋|温度|闻名|夏季|向上|项下|谢谢|辛苦|幸福|许多|薛涛|严重|杨浦|叶片|应对|于今|余家|郁闷|袁隆平|曾经|查处|詹姆|郑重|郑州|钟楼|周年|祝贺|庄严|宗旨|邹城|左手|支行|支部|解决|解读|计划|计算|全国|全市|全省|全县|全区|强国|时代|舒适|司机|阳江|阴影|水平|方向|方式|方案|安排|安徽|毕业|边界|卜算|曹妃|常年|车间|陈列|陈述|成都|程序|储备|从事|代表|戴上|单元|邓州|丁香|董事|都市|杜绝|段落|范围|方便|房地|费用|丰富|冯诺|符合|付出|傅里|甘肃|高度|葛洲|宫殿|龚滩|古老|谷物|顾客|顾问|关键|关于|管委|广场|郭沫|海洋|韩国|杭州|何时|贺信|洪水|侯车|胡同|花园|华侨|黄金|霍山|姬松|汲取|吉林|季度|贾汪|简单|江北|姜黄|蒋家|焦点|解放|金属|靳江|经理|景区|居民|康复|柯桥|孔雀|蓝图|劳动|雷达|冷链|黎族|李沧|连接|梁山|林业|凌晨|刘公|柳州|龙头|隆重|娄底|卢沟|鲁班|陆地|路线|吕梁|罗列|骆驼|马力|麦克|满足|毛利|茅台|梅花|蒙古|孟加|米兰|苗圃|闵行|莫非|牟平|穆斯|宁波|牛奶|农民|欧洲|潘家|庞大|裴多|彭州|皮革|平等|蒲公|齐全|祁连|钱币|强大|乔木|秦皇|邱县|裘皮|曲线|屈服|全部|任何|荣誉|茹毛|阮籍|芮城|单位|尚未|邵阳|沈阳|盛产|施行|石材|时期|史料|水稻|司令|宋代|苏州|孙吴|谈话|谭木|汤普|唐山|陶瓷|滕州|田野|童车|万亩|汪清|王国|危险|韦伯|卫生|温泉|文件|翁源|邬桥|巫山|吴江|伍德|武器|西安|席位|夏天|向阳|萧山|谢绝|辛亥|邢台|熊猫|徐州|许可|宣布|薛城|鄢陵|严禁|阎良|颜色|晏殊|燕山|杨树|姚江|叶绿|易燃|殷切|尹山|应当|雍和|尤其|游戏|于都|余杭|俞源|虞城|郁金|元旦|袁州|岳阳|云计|臧否|曾都|查询|翟营|占地|湛江|张家|章丘|赵县|甄别|郑东|支撑|钟山|周口|朱雀|竺可|祝福|庄园|卓越|宗教|邹平|祖传|左权)$/;

function isNameText(text: string): boolean {
  if (text.length < 2 || text.length > 4 || !/^\p{Script=Han}+$/u.test(text)) return false;
  if (!isSurname(text) || NOT_A_NAME.test(text) || (NOT_A_NAME.test(text.slice(0, 2)) && text.length === 2))
    return false;
  return !/[的了在是为和与及或等年月日市县区省局厅委院所校长]$/.test(text);
}

/** A name of two or three characters that begins at word `p` and ends with a word; the longest that fits its surroundings. */
function nameFrom(
  { words, text, regionOfWord }: Reading,
  p: number,
  last: number,
  mayEnd: RegExp,
): { end: number } | undefined {
  const begin = words[p]!.begin;
  if (!isSurname(text.slice(begin, begin + 2))) return undefined;
  let best: number | undefined;
  for (let q = p; q <= Math.min(last, p + 3); q++) {
    const { kinds, end, text: word } = words[q]!;
    if (kinds & Kind.punctuation || (q > p && words[q]!.begin > words[q - 1]!.end)) break;
    if (regionOfWord[q] !== undefined && word.length > 2) break;
    const length = end - begin;
    if (length > 3 && !isDoubleSurname(text.slice(begin, end))) break;
    if (length < 2 || !isNameText(text.slice(begin, end))) continue;
    const next = q < last ? words[q + 1]! : undefined;
    const isEnded = mayEnd === AFTER_TITLED && length === 3 && (next === undefined || (next.kinds & (Kind.verb | Kind.punctuation)) !== 0);
    if (isEnded || mayEnd.test(text.slice(end, end + 6))) best = end;
  }
  return best === undefined ? undefined : { end: best };
}

const isDoubleSurname = (text: string): boolean =>
  /^(欧阳|司马|上官|诸葛|司徒|东方|独孤|南宫|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|夏侯|轩辕|端木|百里|呼延|澹台|申屠|濮阳|淳于|单于|太史|公冶|宗政|钟离|闻人|赫连|闾丘|鲜于)/.test(
    text,
  ) && text.length <= 4;

function addTitled(reading: Reading): void {
  const { words, text } = reading;
  for (const { first, last, sentence } of reading.stretches) {
    if (sentence.block === "boilerplate" || sentence.block === "meta") continue;
    const line = text.slice(sentence.begin, sentence.end);
    if (
      /^[(\s]*(记者|通讯员|作者|编辑|责任编辑|撰稿|摄影|供稿|文\/|图\/|审核|校对|来源)/.test(line) &&
      line.length < 60
    )
      continue;
    for (let i = first; i <= last; i++) {
      const word = words[i]!;
      if (reading.isClosed(word.begin)) continue;
      if (i > first && isTitleBefore(reading, i, first)) {
        const name = nameFrom(reading, i, last, AFTER_TITLED);
        if (name !== undefined) {
          addPerson(reading, word.begin, name.end, "person-title");
          continue;
        }
      }
      if (mayBeginName(words, i, first)) {
        const name = nameFrom(reading, i, last, TITLE_AFTER);
        if (name !== undefined && !isOtherWord(reading, i, name.end))
          addPerson(reading, word.begin, name.end, "person-title");
      }
    }
  }
}

/** The words before end in a title: 市委书记, 党组成员、副局长, 研究院院长; 为 or a colon may stand between. */
function isTitleBefore({ words, text }: Reading, i: number, first: number): boolean {
  const before = words[i - 1]!;
  if (/^(记者|通讯员|编辑|摄影|作者|供稿)$/.test(before.text)) return false;
  if (before.end === words[i]!.begin && TITLE_BEFORE.test(before.text)) return true;
  if (/^[:为是]$/.test(before.text) && i - 2 >= first && TITLE_BEFORE.test(words[i - 2]!.text)) return true;
  return /(主任|院长|所长|校长|书记|理事长|负责人|带头人)(为|是|由|:)$/.test(
    text.slice(Math.max(0, words[i]!.begin - 6), words[i]!.begin),
  );
}

/** A name before its title begins after a mark, a verb or a particle. */
function mayBeginName(words: readonly Word[], i: number, first: number): boolean {
  if (i === first) return true;
  return (words[i - 1]!.kinds & (Kind.punctuation | Kind.verb | Kind.function | Kind.head | Kind.university)) !== 0;
}

/** 相关|负责人, 知名|专家: words of the dictionary before a title are no names. */
function isOtherWord({ words, text }: Reading, i: number, end: number): boolean {
  const { end: wordEnd, kinds } = words[i]!;
  const isWhole = wordEnd === end;
  if (
    isWhole &&
    kinds &
      (Kind.noun |
        Kind.verb |
        Kind.function |
        Kind.level |
        Kind.quality |
        Kind.nominal |
        Kind.region |
        Kind.industry |
        Kind.head |
        Kind.body |
        Kind.university)
  )
    return true;
  return /^(学院|研究院|实验室|公司|大学)/.test(text.slice(end, end + 3));
}

function addPerson(reading: Reading, begin: number, end: number, rule: string): void {
  const name = reading.text.slice(begin, end);
  const title = TITLE_AFTER.exec(reading.text.slice(end, end + 5))?.[0];
  const aliases = title === undefined || /^(团队|一行|同志|先生|女士)$/.test(title) ? [] : [name + title];
  reading.add({ begin, end, type: "Person", name, aliases, rule });
  reading.close(begin, end);
}

export const personTitle: EntityRule = {
  id: "person-title",
  finds: "A person right after or before a title; no bylines.",
  examples: [
    {
      text: "市委书记陈国栋,西南交通大学校长周远航出席,副市长罗敏代表市政府签约。",
      finds: ["Person 陈国栋", "Person 周远航", "Person 罗敏"],
    },
    { text: "获卢山副省长批示肯定,汪海涛院士担任主任。", finds: ["Person 卢山", "Person 汪海涛"] },
    { text: "(记者 王雨桐 摄影 赵磊)", not: ["Person 王雨桐", "Person 赵磊"] },
    { text: "邀请相关专家、知名教授和有关负责人方面参加,成立专家委员会。", not: ["Person 相关", "Person 方面"] },
  ],
  run: addTitled,
};

const PERSON_NOUN = /(院士|专家|教授|学者|科学家|研究员|领导|同志|博士)/;

function addListedPersons(reading: Reading): void {
  for (const stretch of reading.stretches) {
    const { block } = stretch.sentence;
    if (block === "boilerplate" || block === "meta") continue;
    for (const { items, nounText, noun, closed, lead } of listsOf(reading, stretch)) {
      const isLed = lead !== undefined && /^(领导|市领导|省领导|县领导|区领导|院士|专家|教授|同志)$/.test(lead.text);
      const isPersons =
        (noun !== undefined && closed && PERSON_NOUN.test(nounText)) || isNamedList(reading, items) || isLed;
      if (!isPersons) continue;
      for (const { begin, end, text } of items) {
        if (isNameText(text) && text.length <= 3 && !reading.isClosed(begin))
          addPerson(reading, begin, end, "person-list");
      }
    }
  }
}

/** Persons were found in the list already, and the others look like names. */
function isNamedList({ found }: Reading, items: readonly { begin: number; end: number; text: string }[]): boolean {
  const persons = items.filter(({ end }) => found.some((f) => f.type === "Person" && f.end === end)).length;
  return (
    persons > 0 &&
    items.every(
      ({ end, text }) => isNameText(text) || found.some((f) => f.type === "Person" && f.end === end) || text.length > 5,
    )
  );
}

export const personList: EntityRule = {
  id: "person-list",
  finds: "Persons in a list of academicians, professors or experts.",
  examples: [
    {
      text: "积极对接高文、韩忠朝、罗毅、顾佩华等院士团队。",
      finds: ["Person 高文", "Person 韩忠朝", "Person 罗毅", "Person 顾佩华"],
    },
    { text: "引进安全、金融、方案等专家。", not: ["Person 安全", "Person 金融"] },
  ],
  run: addListedPersons,
};

/** A person named with a title is the same without it: 陈国栋说. */
function addRepeated(reading: Reading): void {
  const { text } = reading;
  const names = new Set(reading.found.filter(({ type }) => type === "Person").map(({ name }) => name));
  for (const name of names) {
    if (name.length < 3) continue;
    for (let begin = text.indexOf(name); begin >= 0; begin = text.indexOf(name, begin + 1)) {
      if (reading.isClosed(begin)) continue;
      reading.add({ begin, end: begin + name.length, type: "Person", name, aliases: [], rule: "person-again" });
    }
  }
}

export const personAgain: EntityRule = {
  id: "person-again",
  finds: "A person again, without the title.",
  examples: [
    { text: "市长许志强主持。许志强说,要抓好落实。", finds: ["Person 许志强"] },
    { text: "高文化水平的人才集聚。", not: ["Person 高文"] },
  ],
  run: addRepeated,
};
