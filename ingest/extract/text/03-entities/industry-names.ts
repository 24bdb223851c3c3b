/**
 * Industries and fields: what the dictionary knows, what a list of fields holds
 * (聚焦磁悬浮、重型轨道车辆), and the fields inside the names of bodies.
 */
import { findIndustry, findRegions } from "../../../lexicon/index.ts";
import { textOf } from "./fields.ts";
import { isGenericWord } from "./generic.ts";
import { listsOf } from "./lists.ts";
import type { ListItem, NameList } from "./lists.ts";
import { isCountryPair } from "./name-walk.ts";
import type { Found, Reading, Stretch } from "./reading.ts";
import type { EntityRule } from "./rule.ts";
import { Kind } from "./segment.ts";
import type { Word } from "./segment.ts";
import { everyMatch } from "../matches.ts";

/** Words that qualify a field and belong to its name. */
const MODIFIERS =
  /^(现代|先进|高端|智能|绿色|新型|高性能|高效|精密|特种|新一代|第三代|第四代|宽禁带|通用|工业|数字|智慧|高等|功能|微纳|纳米|光学|柔性|超精密|大型|重型|轻量化|清洁|深海|空天|低碳|车用|医用|商业|民用|特色|氢|稀土|功率|硬质|可控|全固态|固态|光伏|风电|海洋|航空|航天|轨道|农产品|茶叶)$/;
/** What follows a general word where it is an industry: 汽车产业. */
const INDUSTRY_AFTER = /^(产业|行业|制造业|领域|装备|产业链|产业集群|业|技术|科技产业|加工业|种植|养殖)/;

function addIndustry(reading: Reading, begin: number, end: number, rule: string, inner = false): void {
  const { text } = reading;
  const surface = text.slice(begin, end);
  const stripped = surface.replace(/(产业链|产业集群|产业|行业|领域|赛道)$/, "").replace(/^“|”$/g, "");
  const bare = stripped.length >= 2 ? stripped : surface;
  const core = bare.replace(/技术$/, "");
  const known = findIndustry(bare) ?? findIndustry(core);
  const name = known?.name ?? bare;
  const aliases = new Set([surface, bare, ...(core.length >= 2 ? [core] : [])]);
  for (const form of [bare, core]) {
    const plain = form.replace(/^(现代|先进|高端|新型|特色|智能)/, "");
    if (plain !== form && plain.length >= 2 && known === undefined && findIndustry(plain) !== undefined)
      aliases.add(plain);
  }
  aliases.delete("");
  reading.add({ begin, end, type: "Industry", name, aliases: [...aliases], rule, inner });
}

function addWords(reading: Reading): void {
  const { words, text } = reading;
  for (const { first, last, sentence } of reading.stretches) {
    if (sentence.block === "boilerplate" || sentence.block === "meta") continue;
    for (let i = first; i <= last; i++) {
      const word = words[i]!;
      if (reading.isClosed(word.begin)) continue;
      if (
        word.kinds === Kind.latin &&
        /^[A-Z][A-Za-z]{1,7}$/.test(word.text) &&
        /^(领域|产业|技术|芯片|器件)/.test(text.slice(word.end, word.end + 2))
      ) {
        if (!/^(GDP|PPP|CEO|APP|VIP|PC|IT|ID)$/.test(word.text))
          addIndustry(reading, word.begin, word.end, "industry-word");
        continue;
      }
      if ((word.kinds & Kind.industry) === 0) continue;
      const industry = findIndustry(word.text);
      if (industry === undefined) continue;
      let start = i;
      while (start > first && MODIFIERS.test(words[start - 1]!.text) && words[start - 1]!.end === words[start]!.begin)
        start--;
      const after = text.slice(word.end, word.end + 4);
      if (industry.general && start === i && !INDUSTRY_AFTER.test(after)) continue;
      if (isDescribing(after, word.text) || isInField(reading, words[start]!.begin, word.end)) continue;
      if (word.kinds & Kind.region && reading.regionOfWord[i] !== undefined) continue;
      addIndustry(reading, words[start]!.begin, industryEnd(word.end, after), "industry-word");
    }
  }
}

/** Part of a longer field: 轨道交通 in 轨道交通关键零部件. */
function isInField(reading: Reading, begin: number, end: number): boolean {
  return (
    reading.overlapping(begin, end, (f) => f.type === "Industry" && f.begin <= begin && end <= f.end) !== undefined
  );
}

/** 产业 and 技术 right after belong to the surface. */
function industryEnd(end: number, after: string): number {
  const made = /^(装备|设备|材料|零部件|深加工|加工|电池|器件|传感器|机械)(?=[产业、,。;等研园创示技领科]|$)/.exec(
    after,
  )?.[0];
  if (made !== undefined) return end + made.length;
  return end + (/^(产业链|产业集群|产业|行业|技术)/.exec(after)?.[0].length ?? 0);
}

/** 大数据局, 互联网+: the word is part of another. */
function isDescribing(after: string, word: string): boolean {
  return (
    /^(系统|局|\+|厅|部门|办|信息网|企业家|化|平台经济)/.test(after) || (word === "芯片" && after.startsWith("卡"))
  );
}

export const industryWord: EntityRule = {
  id: "industry-word",
  finds: "An industry or field that the dictionary knows; a general one (汽车) only as 汽车产业.",
  examples: [
    {
      text: "围绕集成电路、生物医药等产业,汽车产业产值增长。",
      finds: ["Industry 集成电路", "Industry 生物医药", "Industry 汽车"],
    },
    { text: "购置汽车一辆,农业农村局负责。", not: ["Industry 汽车", "Industry 农业"] },
    { text: "发展高端生物医药和新一代信息技术产业。", finds: ["Industry 生物医药", "Industry 新一代信息技术"] },
  ],
  run: addWords,
};

/** Verbs after which a list is one of fields, with no class noun needed. */
const FOCUSING = /^(聚焦|围绕|主攻|专注|专注于|深耕|瞄准|锚定|面向|重点围绕|致力于|主打|涵盖|涉及)$/;
const FIELD_NOUN = /(产业|领域|行业|方向|集群|产业链|赛道|技术|学科|装备|材料)$/;
/** List items that are no field. */
const NOT_FIELD =
  /(企业|人才|平台|项目|资金|政策|机制|体系|服务|需求|问题|目标|任务|工作|成果|高校|院所|机构|单位|建设|发展|管理|改革|创新|合作|转化|培育|投入|主体|环境|生态|要素|质量|标准|专利|品牌|市场|贸易|金融|财政|税收|土地|会议|活动|大会|论坛|研究院|实验室|中心|园区|产业园|公司|大学|学院|政府|部门|局|委|办|等|中试|验证|评价|认定|申报|招商|引才|投资|融资|应用|示范|推广|运营|维护|采购|学习|培训|教育|宣传|保护|安全|稳定|监管|监督|考核|农村|社会|民生|文化|旅游|生活|城市|乡村|经济|重点|关键|核心|基础|前沿|共性|事业|双强|强|优势|特色|支柱|数学|法学|文学|哲学|史学|经济学|管理学|教育学|语言学|艺术学)$/;

function addListed(reading: Reading): void {
  for (const stretch of reading.stretches) {
    const { block } = stretch.sentence;
    if (block === "boilerplate" || block === "meta") continue;
    for (const list of listsOf(reading, stretch)) if (isFieldList(reading, list)) addFieldItems(reading, list);
    addFocus(reading, stretch);
  }
}

function isFieldList({ words }: Reading, { items, noun, nounText, closed, lead }: NameList): boolean {
  if (items.length < 2 || items.some(({ text }) => text.endsWith("项目"))) return false;
  const known = items.filter((item) => findIndustry(item.text) !== undefined || holdsField(words, item)).length;
  if (noun !== undefined && FIELD_NOUN.test(words[noun]!.text)) {
    return (
      !/(企业|平台|项目|工作|重点领域和关键)/.test(nounText) &&
      (known > 0 ||
        /(产业|技术|赛道|集群|产业链|主导|特色)/.test(nounText) ||
        FOCUSING.test(lead?.text ?? "") ||
        items.every((item) => isFieldText(item.text)))
    );
  }
  const lastItem = items.at(-1)!;
  if (/(产业|领域|产业集群|技术)$/.test(lastItem.text) && known > 0) return true;
  // 推动紫笋茶、芦笋、湖羊产业提质: short items that only 产业 tells.
  if (
    lastItem.text.endsWith("产业") &&
    lead !== undefined &&
    /^(推动|发展|培育|壮大|做强|促进|支持|围绕|聚焦)$/.test(lead.text)
  ) {
    if (items.every(({ text }) => text.length <= 6 && isFieldText(text))) return true;
  }
  if (lead !== undefined && FOCUSING.test(lead.text)) return known > 0 && items.every((item) => isFieldText(item.text));
  return closed && known * 2 > items.length && noun === undefined && items.every((item) => isFieldText(item.text));
}

/** An item that holds a field of the dictionary, or ends as fields do. */
function holdsField(words: readonly Word[], { first, last, text }: ListItem): boolean {
  if (
    /(材料|芯片|器件|装备|机器人|电池|系统|药物|技术|传感器|汽车|合金|纤维|能源|医药|信息|智能|育种|化工|制造)$/.test(
      text,
    )
  )
    return true;
  for (let p = first; p <= last; p++) if (words[p]!.kinds & Kind.industry) return true;
  return false;
}

function isFieldText(text: string): boolean {
  const bare = text.replace(/(产业|领域|产业集群|行业)$/, "");
  return (
    bare.length >= 2 &&
    bare.length <= 14 &&
    (findIndustry(bare) !== undefined || !NOT_FIELD.test(bare)) &&
    !/^[“《]/.test(bare)
  );
}

function addFieldItems(reading: Reading, { items }: NameList): void {
  for (const item of items) {
    const span = fieldSpan(reading, item);
    if (span === undefined) continue;
    addIndustry(reading, span.begin, span.end, "industry-list");
  }
}

function fieldSpan(reading: Reading, item: ListItem): { begin: number; end: number } | undefined {
  const { words, text } = reading;
  let { begin, end } = item;
  if (/^(创新型|特色|优势|新兴)$/.test(item.text)) return undefined;
  const trailing =
    /(创新型)?(三大|两大|四大|五大)?(特色|主导|优势|新兴|支柱|战略性新兴|未来|传统优势|重点)?(产业链|产业集群|产业|领域|行业)$/.exec(
      item.text,
    )?.[0];
  if (trailing !== undefined && trailing.length < item.text.length) end -= trailing.length;
  let first = item.first;
  while (
    first < item.last &&
    (/^(重点|主导|优势|特色|以|发展|推动|支持|新|大|等|包括|新兴|未来|传统)$/.test(words[first]!.text) ||
      words[first]!.kinds & Kind.level ||
      /(?:园区|开发区|高新区|新区|产业园)$/.test(words[first]!.text) ||
      reading.regionOfWord[first] !== undefined)
  ) {
    first++;
    begin = words[first]!.begin;
  }
  if (words[first]!.text.startsWith("在") && item.text.length > 3) begin += 1;
  const field = text.slice(begin, end);
  if (!isFieldText(field) || /[“”]/.test(field) || reading.isClosed(begin)) return undefined;
  if (findIndustry(field) === undefined && isOtherName(reading, begin, end)) return undefined;
  for (let p = first; p <= item.last; p++) {
    const { kinds, text: word } = words[p]!;
    if (
      (kinds & (Kind.function | Kind.measure) && !(kinds & Kind.industry)) ||
      (kinds & Kind.verb &&
        !(kinds & Kind.nominal) &&
        p === first &&
        words.length > 1 &&
        word.length > 1 &&
        !/^(增材|成型)$/.test(word))
    )
      return undefined;
  }
  if (isGenericWord(field) || (first === item.last && reading.regionOfWord[first] !== undefined)) return undefined;
  return { begin, end };
}

function isOtherName(reading: Reading, begin: number, end: number): boolean {
  return reading.overlapping(begin, end, (f) => f.type !== "Industry") !== undefined;
}

/** 聚焦磁悬浮, 发展低空经济产业: one field after the verb. */
const FOCUS =
  /(聚焦|围绕|布局|培育壮大|发展壮大|培育发展|做大做强|发展|培育|壮大|做强|主攻|瞄准|深耕|重点发展|突破)([\p{Script=Han}A-Za-z0-9+]{2,14}?)(产业|领域|产业集群|产业链|赛道)(?![\p{Script=Han}]{0,2}(?:投资|政策|基金|研究院|学院|联盟|园))/gu;

function addFocus(reading: Reading, { sentence }: Stretch): void {
  const sentenceText = reading.text.slice(sentence.begin, sentence.end);
  for (const match of everyMatch(sentenceText, FOCUS)) {
    const [, verb = "", field = ""] = match;
    const begin = sentence.begin + match.index + verb.length;
    if (
      reading.isClosed(begin) ||
      /[的和与、及在为“”]|时代|我[市省县区国]|首位|园区|开发区|高新区|(?:新|大)$/.test(field) ||
      NOT_FIELD.test(field) ||
      findRegions(field).length > 0
    )
      continue;
    if (
      /^(重点|主导|优势|特色|战略性新兴|新兴|未来|高新技术|支柱|传统|相关|现有|本地|地方|全市|全产业|两大|三大|四大|五大|六大|\d|创新|科技|该|重要|关键|前沿|新)/.test(
        field,
      ) ||
      isGenericWord(field) ||
      (field.length < 3 && findIndustry(field) === undefined)
    )
      continue;
    addIndustry(reading, begin, begin + field.length + (match[3] === "产业" ? 2 : 0), "industry-focus");
  }
}

export const industryList: EntityRule = {
  id: "industry-list",
  finds: "Fields in a list of industries or technologies, or after a verb that focuses.",
  examples: [
    {
      text: "重点围绕磁悬浮、重型轨道车辆、新能源动力系统等领域开展中试验证。",
      finds: ["Industry 磁悬浮", "Industry 重型轨道车辆", "Industry 新能源动力系统"],
    },
    {
      text: "前瞻布局低空经济产业,围绕茶叶、酱酒、辣椒等特色产业开展攻关。",
      finds: ["Industry 低空经济", "Industry 酱酒", "Industry 辣椒"],
    },
    {
      text: "围绕重点领域项目、平台、人才、资金一体化配置。",
      not: ["Industry 平台", "Industry 人才", "Industry 资金"],
    },
  ],
  run: addListed,
};

/** Parts of a stem that are about how science is run, not what it is about. */
const NOT_SUBJECT =
  /^(科技|创新|产业|技术创新|科技创新|协同创新|联合创新|产业技术|工业技术|科技服务|创业|国际|联合|研发|服务|公共|成果转化|科技成果|科技成果转化|转化|孵化|中试|国家|省|市|高新技术|创新发展|工程|公共服务|合作|共享|开放|重大|重大科技|制造业|制造|应用|未来|前沿|交叉|研究|技术|标准|质量|人才|数据|管理|设计与|特色|国际创新|创新设计与|绿色|智慧|数字|智能|协同|关键|工业|现代|新|综合|示范|集聚|先进|高端|设备|创业孵化|科技创业|发展|规划|战略|政策|情报|信息|知识产权|检测|检验检测|测试|产品|装备|系统|材料|科学|学|化|产业链|产业集群|产业创新|特种|联合体|海外|美国|欧洲|总部|专业|综合性|院士|博士后|自主|自主创新|离岸|产学研|校企|校地|留学人员|大学生|青年|农业科学|工业设计|社会科学|改革|科创金融|金融|科技金融|路演|飞地|科创|科技企业|生产|运营|云|平台|概念|概念验证|物理|高能物理|化学|数学|计算|计量|与|和|及|工艺|产教|第一|第二|第三|特色产业|科技服务|创新创业|教育|培训|专业|人才培养|教育培训|数据中心)+$/;

/** Fields in the names of institutes, laboratories, platforms, zones and companies. */
function addNameFields(reading: Reading): void {
  for (const found of Array.from(reading.found)) {
    if (found.rule !== "headed-name" && found.rule !== "shared-head" && found.rule !== "company-list") continue;
    if (!/^(ResearchInstitute|Laboratory|InnovationPlatform|HighTechZone|Company|Organization)$/.test(found.type))
      continue;
    const span = nameField(reading, found);
    if (span !== undefined) addNameField(reading, span);
  }
}

interface WordSpan {
  readonly first: number;
  readonly last: number;
}

function nameField(reading: Reading, found: Found): WordSpan | undefined {
  const { words, regionOfWord } = reading;
  const start = indexAt(words, found.begin);
  if (start === undefined) return undefined;
  let last = start;
  while (last + 1 < words.length && words[last + 1]!.end <= found.end) last++;
  // After the owner and the place, before the head.
  let first = start;
  for (let p = start; p <= last; p++) {
    if (
      regionOfWord[p] !== undefined ||
      words[p]!.kinds & (Kind.university | Kind.body) ||
      /^[)〉]$/.test(words[p]!.text)
    )
      first = p + 1;
    else if (
      p < last - 1 &&
      words[p]!.kinds & Kind.head &&
      !(words[p]!.kinds & (Kind.industry | Kind.nominal)) &&
      words[p]!.text.length >= 2
    )
      first = p + 1;
  }
  let end = last;
  while (
    end >= first &&
    (words[end]!.kinds & (Kind.head | Kind.punctuation) ||
      (NOT_SUBJECT.test(words[end]!.text) && !(words[end]!.kinds & Kind.industry)))
  ) {
    if (
      /^(技术|材料|装备|设备|器件|工程|科学|制造|设计|信息|检测|系统|零部件|部件)$/.test(words[end]!.text) &&
      end > first &&
      words[end]!.kinds & (Kind.noun | Kind.nominal | Kind.industry) &&
      !NOT_SUBJECT.test(textOf(words, first, end))
    )
      break;
    end--;
  }
  while (end > first && words[end]!.kinds & Kind.latin) end--;
  if (end < first) return undefined;
  // What an unknown brand leads is the brand's, not the field's.
  while (
    first < end &&
    (/^(国际|国家|全国|中国|联合|协同)$/.test(words[first]!.text) || isCountryPair(words[first]!.text))
  )
    first++;
  const brandless = first;
  if (/^(中科|国科|中电|中航|华大|中建|中铁)$/.test(words[first]!.text) && first < end) first++;
  while (
    first < end &&
    (words[first]!.kinds & (Kind.unknown | Kind.number) ||
      (words[first]!.kinds & Kind.region &&
        regionOfWord[first] === undefined &&
        !(words[first]!.kinds & Kind.industry)) ||
      /^(国家|全国|中国|省|市|与|和)$/.test(words[first]!.text) ||
      words[first]!.kinds & Kind.punctuation)
  )
    first++;
  if (found.type === "Company" || found.rule === "company-list") {
    const known = knownInside(words, first, end);
    return known;
  }
  const stem = textOf(words, first, end);
  if (
    stem.length < 2 ||
    stem.length > 16 ||
    /[“”,。]/.test(stem) ||
    (NOT_SUBJECT.test(stem) && findIndustry(stem) === undefined)
  )
    return undefined;
  if (findIndustry(stem) !== undefined) return { first, last: end };
  const hasKnown = knownInside(words, first, end) !== undefined;
  const endsAsField =
    /(技术|材料|装备|设备|器件|医学|医药|农业|育种|制药|动物|植物|加工|制造|工程|化工|光学|安全|诊疗|健康|能源|动力|系统|工艺|茶|业)$/.test(
      stem,
    ) && stem.length >= 3;
  // An unknown character in the stem is a brand's or a place's: 天目湖先进储能技术.
  for (let p = brandless; p <= end; p++) {
    if (words[p]!.kinds === Kind.unknown && hasKnown) return knownInside(words, first, end);
    // 天目湖健康: a place and a general word make no field.
    if (/^[湖山江河岛溪]$/.test(words[p]!.text) && p > brandless && p <= brandless + 2) return undefined;
  }
  if (first - brandless === 1 && words[brandless]!.text.length === 1) return undefined;
  return hasKnown || endsAsField ? { first, last: end } : undefined;
}

/** The longest field of the dictionary in these words, with its modifiers; general ones count here. */
function knownInside(words: readonly Word[], first: number, last: number): WordSpan | undefined {
  for (let p = last; p >= first; p--) {
    if ((words[p]!.kinds & Kind.industry) === 0) continue;
    let start = p;
    while (start > first && (MODIFIERS.test(words[start - 1]!.text) || words[start - 1]!.kinds & Kind.industry))
      start--;
    return { first: start, last: p };
  }
  return undefined;
}

function addNameField(reading: Reading, { first, last }: WordSpan): void {
  const { words } = reading;
  // 机器人与智能装备 is two fields where both are known.
  for (let p = first + 1; p < last; p++) {
    if (!/^(与|和|及)$/.test(words[p]!.text)) continue;
    if (
      findIndustry(textOf(words, first, p - 1)) === undefined ||
      findIndustry(textOf(words, p + 1, last)) === undefined
    )
      break;
    addIndustry(reading, words[first]!.begin, words[p - 1]!.end, "industry-in-name", true);
    addIndustry(reading, words[p + 1]!.begin, words[last]!.end, "industry-in-name", true);
    return;
  }
  addIndustry(reading, words[first]!.begin, words[last]!.end, "industry-in-name", true);
}

function indexAt(words: readonly Word[], begin: number): number | undefined {
  let low = 0;
  let high = words.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.begin < begin) low = middle + 1;
    else high = middle - 1;
  }
  return low < words.length ? low : undefined;
}

export const industryInName: EntityRule = {
  id: "industry-in-name",
  finds: "The field inside the name of a body: 光波技术 in 清华大学光波技术研究院.",
  examples: [
    {
      text: "清华大学光波技术研究院与鹿城先进硬质材料研究院落户。",
      finds: ["Industry 光波技术", "Industry 先进硬质材料"],
    },
    { text: "襄阳科技创新中心、天启研究院挂牌。", not: ["Industry 科技创新", "Industry 天启"] },
  ],
  run: addNameFields,
};
