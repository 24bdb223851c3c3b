/**
 * The indicator of a figure that tells a level, from the words on both sides of
 * it: the metric before it (高新技术企业2207家) or what it counts behind it
 * (300余名专家教授), completed from the figures before where it is elliptic.
 */
import { readCounted, wantsCounted } from "./counted.ts";
import { completeEllipsis, isLevelAlone, withoutLevel } from "./ellipsis.ts";
import { attributeOf, headOf, isBare, joinMetric, leansOn, nounOf, trimIndicator } from "./indicator.ts";
import { governingOf, ofSchool, shorten, whatActorsDid, withoutSummedNames } from "./level-lead.ts";
import type { ObservationRuleId } from "./rules.ts";
import { isAdverbial, leadingVerbs, leadingVerbsOrNouns } from "./verbs.ts";

export interface LevelWords {
  /** The words before the figure, trimmed, and as they stand. */
  readonly lead: string;
  readonly raw: string;
  /** The words behind it, up to the next figure or the end of the clause. */
  readonly right: string;
  /** The words behind the next figure: 5批次|155名|研究生, 1个国家级、|15个|省级中心. */
  readonly behind: string;
  readonly unit: string;
  readonly isListed: boolean;
  readonly sharedEnd: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** The subject is a body: its sizes are its own. */
  readonly isOfBody: boolean;
  /** 其中: a part of what was counted before. */
  readonly isPart: boolean;
  readonly previous: { readonly indicator: string; readonly unit: string } | undefined;
  /** The clause before as it stands, where it had no figure. */
  readonly waiting: string;
}

export interface Level {
  readonly indicator: string;
  readonly rule: Extract<ObservationRuleId, "metric" | "counted">;
  /** Characters behind the figure that belong to it. */
  readonly taken: number;
  /** Where in `right` a predicate begins that belongs to the indicator; -1 for none. */
  readonly predicateAt: number;
  /** The counted ones are the subject of the clause: they exist already. */
  readonly isExisting: boolean;
}

/** Their object goes on to do something: 促进3个项目|孵化落地. */
const PIVOT = /(?:促进|推动|支持|帮助|带动|助力|引导|组织|吸引|邀请|派驻|选派|安排|助推|推荐|有|汇聚|集聚)$/;
const MAX_PIVOT_PREDICATE = 8;
const MAX_PREDICATE = 26;
/** Who acts along with the subject; the figure counts them, what they do together is another matter. */
const COMPANION = /^(?:会同|联合|携手|协同|依托)$/;
const GENERIC = /^(?:单位|机构|平台|地方?|项目|企业|基地|中心)$/;
const STOCK = /^(?:[现已]?共有?|总共|现有|现已|目前|已?达到?|增至)/;
const FLOW = /^(?:新[增认获引建培上设入]|净增)/;
const MONEY = /元$/;
const OF_MONEY = /(?:资金|经费|贷款|投资|融资|补助|收入)[\u4e00-\u9fa5]{0,4}$/;
const MONEY_METRIC = /^[\u4e00-\u9fa5]{0,3}(?:额|经费|资金|值|收入|投资)$/;
/** 成员单位有A、B, 高校仅有A、B: the names that a count counts. */
const LISTS_NAMES = /^([\u4e00-\u9fa5]{1,7}[^拥建设现具享共所只仅没还含中])(?:仅|只|现|共)?(?:有|包括|涵盖|含)[^,]*、/;
/** 其中博士占比31%: of whom. */
const MAX_PART = 8;
const MAX_WAITING = 24;
/** 提出五大类23个主要指标, 围绕3个方面: how the text is ordered, not what anybody has. */
const OF_THE_TEXT =
  /^(?:(?:主要|重点|核心|具体|预期性|约束性|一级|二级|三级)?(?:指标|目标|原则|步骤|关键词|章节|部分)(?=$|[,、;。:]|的)|(?:大?方面|环节|维度|层面))/;
const NO_NOUN_BEHIND = /^(?:$|[,、;。:)和与])/;
/** What a policy gives to firms, and the policy that the clause before carries out. */
const OF_A_POLICY = /^(?:累计)?(?:为?企业)?(?:减免|减税|惠及|受惠|享受|加计|退税|兑现)/;
/** 在X大赛中,|12个项目获奖. */
const CONTEST = /^在(.{2,30})[中上里]$|^(.{2,28}(?:评审|评选|评比|大赛|竞赛))中$/;
const AWARD = /获(?:得|评)?([^,、]{2,20}奖)/;
const GRANTED = /^(?:全面|深入|认真|精准)?(?:落实|兑现|执行|用好)(.{4,20}?)(?:等)?(?:新政|政策|措施)?$/;
const METRIC_END = /(?:[额量数率值比人]|比[重例]|强度|收入|投入|企业|规模|指数|经费|水平|面积)$/;

export function composeLevel(words: LevelWords): Level | undefined {
  // 企业牵头的平台仅占39.5%.
  if (words.unit === "%" && /[^占]{4}占$/.test(words.lead) && NO_NOUN_BEHIND.test(words.right))
    return level(`${words.lead.replace(/[仅只约]占$/, "占")}比`, "metric");
  if (OF_THE_TEXT.test(words.right)) return undefined;
  return composeCounted(words) ?? composeMetric(words);
}

function composeCounted(words: LevelWords): Level | undefined {
  const { lead, right, behind, unit, isListed, isFirst, isPart, previous } = words;
  if (behind !== "" && right === "" && isFirst && leadingVerbs(lead) === lead) {
    const counted = readCounted(behind);
    return counted === undefined ? undefined : level(`${lead}${counted.noun}${unit}`, "counted");
  }
  const role = /^(?:单位|企业|机构|高校)(?:为|是|任|担任|当选为?)([\u4e00-\u9fa5]{3,12})$/.exec(right)?.[1];
  if (role !== undefined) return { ...level(role, "counted"), taken: right.length };
  if (!isListed && !wantsCounted(lead, right)) return undefined;
  const counted = readCounted(right);
  if (counted === undefined) return undefined;
  const governing = isListed || lead.includes("、") ? governingOf(lead) : lead;
  // 首期规模20亿元的引导基金.
  const size = right.startsWith("的") ? attributeOf(lead) : undefined;
  if (size !== undefined) return { ...level(counted.noun + size, "counted"), taken: counted.length };
  const full = isLevelAlone(counted.noun) ? withoutLevel(readCounted(behind)?.noun ?? "") : "";
  const from = governing.endsWith("来自") && previous !== undefined ? `${headOf(previous.indicator)}来自` : "";
  const verbs = governing
    .replace(/来自.*$/, "")
    .replace(/(?:累计)?(?:[向与对为给由将把的等和]|(?<![惠涉普波])及)+$/, "");
  const isAmong = words.raw.endsWith("在") && counted.noun.endsWith("中");
  if (isAmong && /指标|城市|单位$/.test(counted.noun)) return undefined;
  const isCompanion = COMPANION.test(verbs);
  const hasPivot = PIVOT.test(verbs);
  const isSubject = isAdverbial(verbs);
  const whole = isAmong ? counted.noun.slice(0, -1) : counted.noun;
  const noun = isListed && GENERIC.test(counted.noun) && words.sharedEnd !== "" ? words.sharedEnd : whole + full;
  const limit = isSubject ? MAX_PREDICATE : MAX_PIVOT_PREDICATE;
  const hasPredicate =
    !isCompanion &&
    counted.predicate !== "" &&
    counted.predicate.length <= limit &&
    (isSubject || (hasPivot && words.isLast));
  // 在X大赛中,|12个项目获奖.
  const setting = isSubject && isFirst ? contestIn(words.waiting) : "";
  const indicator =
    setting +
    completeEllipsis(from + (isCompanion ? "" : verbs) + noun, previous, unit, { isListed: !isFirst, isPart });
  return {
    indicator,
    rule: "counted",
    taken: counted.length,
    predicateAt: hasPredicate ? counted.length : -1,
    isExisting: isFirst && verbs === "" && counted.predicate !== "" && !isListed,
  };
}

function composeMetric({
  lead,
  raw,
  right,
  unit,
  isFirst,
  isPart,
  isOfBody,
  previous,
  waiting,
}: LevelWords): Level | undefined {
  if (lead === "") {
    const before = topicOfClause(waiting);
    const predicate = /^[比较同,、;的]|^[^的]{0,1}$|^(?:台阶|大关|关口|门槛|水平)/.test(right) ? "" : right;
    if (predicate !== "") return level(predicate, "metric");
    if (before !== "" && before.length <= MAX_WAITING && METRIC_END.test(before)) return level(before, "metric");
    // 争取上级资金支持,|确保超过6000万元: not what was counted before.
    if (previous !== undefined && MONEY.test(unit) !== MONEY.test(previous.unit) && OF_MONEY.test(before))
      return level(before, "metric");
    if (previous === undefined)
      return before !== "" && before.length <= MAX_WAITING ? level(before, "metric") : undefined;
    if (/累计|总[数计]|合计|共计/.test(raw)) return level(`${nounOf(previous.indicator)}累计`, "metric");
    // 新增孵化器5家,目前已达20家: a stock, not what was added.
    const isStock = unit === previous.unit && STOCK.test(raw) && FLOW.test(previous.indicator);
    return level(isStock ? nounOf(previous.indicator) : previous.indicator, "metric");
  }
  if (/[中里]$/.test(lead) && right !== "") return level(lead.slice(0, -1) + right, "metric");
  if (
    attributeOf(lead) === lead &&
    !isOfProjects(lead, previous) &&
    (isOfBody || (previous !== undefined && attributeOf(previous.indicator) === previous.indicator))
  )
    return level(lead, "metric");
  if (previous === undefined && !isOfBody && isBare(lead) && waiting !== "" && waiting.length <= MAX_WAITING)
    return level(joinMetric(trimIndicator(waiting), lead), "metric");
  // 教师中有教授、副教授1050人.
  const among = /^[\u4e00-\u9fa5]{2,6}中(?:现|共)?(?:拥?有)(?=[\u4e00-\u9fa5]{2})/.exec(lead)?.[0];
  if (among !== undefined) return level(lead.slice(among.length), "metric");
  // 存在产业能级不高、没有重点实验室、|上市企业5家: only the last shortcoming has the figure.
  if (/^.*(?:存在|没有|缺[乏少]).*、/.test(lead)) {
    const last = lead.slice(lead.lastIndexOf("、") + 1);
    if (last.length >= 3) return level(last, "metric");
  }
  const listed = NO_NOUN_BEHIND.test(right) ? (LISTS_NAMES.exec(lead)?.[1] ?? "") : "";
  if (listed !== "" && leadingVerbs(listed) === "") return level(listed, "metric");
  const summed = withoutSummedNames(lead);
  if (summed !== lead) return level(summed, "metric");
  const acted = whatActorsDid(lead);
  if (acted.length > leadingVerbs(acted).length + 2 && leadingVerbs(acted) !== "") return level(acted, "metric");
  const student = previous === undefined ? "" : ofSchool(lead, previous);
  if (student !== "") return level(student, "metric");
  // 某某项目投资超预期,|实现投资3亿元.
  const named = isBare(lead) && waiting.includes(lead) ? waiting.slice(0, waiting.lastIndexOf(lead) + lead.length) : "";
  if (named.length > lead.length + 1) return level(trimIndicator(named).slice(-MAX_WAITING), "metric");
  // 洽谈引进平台36个,其中已落户13个,签约5个: verbs alone are about the noun before.
  if (previous !== undefined && unit === previous.unit && isVerbsAlone(lead) && !lead.endsWith("投资"))
    return level(
      previous.indicator.endsWith(lead) ? previous.indicator : lead + countedIn(previous.indicator),
      "metric",
    );
  // 获浙江省科学技术进步奖一等奖,|全市获奖10项.
  const award = lead === "获奖" ? AWARD.exec(waiting)?.[1] : undefined;
  if (award !== undefined) return level(`获${award}`, "metric");
  // 落实研发费用加计扣除新政,|减免税额31.4亿元.
  const policy = OF_A_POLICY.test(lead) ? (GRANTED.exec(waiting)?.[1] ?? "") : "";
  if (policy !== "") return level(policy + lead, "metric");
  // 高新技术企业:新认定56家.
  const topic =
    previous === undefined && !lead.endsWith("投资") && waiting.length <= MAX_WAITING ? topicOfClause(waiting) : "";
  if (topic.length >= 3 && !/[,、]/.test(topic) && leadingVerbs(topic) === "" && isVerbsAlone(lead))
    return level(lead + topic, "metric");
  const verbs = previous === undefined ? "" : leadingVerbsOrNouns(previous.indicator);
  // 累计投资企业64家、金额13.7亿元.
  if (lead === "金额" && verbs !== "") return level(verbs + lead, "metric");
  if (previous !== undefined && isPart && unit === "%" && lead.length <= MAX_PART)
    return level(joinMetric(previous.indicator, lead), "metric");
  if (previous !== undefined && (leansOn(lead, previous.indicator) || lead === "累计"))
    return level(joinMetric(previous.indicator, lead), "metric");
  if (
    previous !== undefined &&
    MONEY.test(unit) &&
    !MONEY.test(previous.unit) &&
    MONEY_METRIC.test(lead) &&
    leadingVerbs(lead) === ""
  )
    return level(joinMetric(previous.indicator, lead), "metric");
  return level(
    shorten(completeEllipsis(lead, previous, unit, { isListed: !isFirst || previous !== undefined, isPart })),
    "metric",
  );
}

function level(indicator: string, rule: Level["rule"]): Level {
  return { indicator, rule, taken: 0, predicateAt: -1, isExisting: false };
}

/** 引进项目213个,|总投资860亿元: the investment of the projects, not of the park. */
function isOfProjects(lead: string, previous: LevelWords["previous"]): boolean {
  return (
    /投资/.test(lead) && previous !== undefined && /项目/.test(previous.indicator) && /[个项]$/.test(previous.unit)
  );
}

/** 签约, 即将落地; 研发投入 is made of verbs and measures something. */
function isVerbsAlone(lead: string): boolean {
  return lead.length >= 2 && !METRIC_END.test(lead) && leadingVerbsOrNouns(lead) === lead;
}

/** The noun of an indicator without any verb before it: 创新平台 of 签约创新平台. */
function countedIn(indicator: string): string {
  const noun = indicator.slice(leadingVerbsOrNouns(indicator).length).replace(/^(?:各类|各级|一批)/, "");
  return noun.length >= 2 ? noun : nounOf(indicator);
}

function contestIn(waiting: string): string {
  const match = CONTEST.exec(waiting);
  return match?.[1] ?? match?.[2] ?? "";
}

/** What a clause without a figure was about: 成交额 of 成交额连续三年实现翻番. */
export function topicOfClause(waiting: string): string {
  return trimIndicator(
    waiting
      .replace(
        /(?:连续|实现|持续|稳步|再创|再上|不断|显著|大幅|快速|保持|首次|跨上|迈上|稳居|突破|超过|达到|逼近|翻[一二两三]?番|呈|逐年|[上中]?(?:明显|大步)|已).*$/,
        "",
      )
      .replace(/(?<=[名次度数额量])[上中]$/, ""),
  );
}
