/**
 * What an item of a list takes from the one before: 省科技进步奖一等奖1项、二等奖6项 ·
 * 孵化器50家,其中国家级12家 · 新认定高新技术企业163家,农业科技企业6家.
 */
import { nounOf } from "./indicator.ts";
import { leadingVerbs, leadingVerbsOrNouns } from "./verbs.ts";

const GRADE = /(?:[一二三四特]等|[金银铜]|优[秀胜])奖?$/;
const GRADE_ALONE = /^(?:[一二三四特]等|[金银铜]|优[秀胜])奖?$/;
const LEVEL_ALONE = /^(?:其中)?(?:国家|世界|省部?|自治区|市县|市|县|区域?|国际|部|厅|地市)级(?:及?以上)?$/;
const LEVEL = /(?:国家|世界|省部?|自治区|市|县|区(?!域(?!级))域?|国际|部)级?(?:及?以上)?/;
/** 省引才计划21人、高层次特支计划6人: the level goes on. */
const FLOW = /^(?:全年)?(?:新[增认获引建培上设入]|净增|入选|获批)/;

const COMPOUND_END = /^(?:器|机构|基地|平台|中心|场所|场地|人员|人才|资金|经费|投入|强度|活动|服务|项目)/;

/** 累计孵化 of 累计孵化企业; nothing of 研发机构, whose verb is part of the noun. */
function partVerbs(whole: string): string {
  const verbs = leadingVerbsOrNouns(whole);
  const isCompound = COMPOUND_END.test(whole.slice(verbs.length));
  return (isCompound ? leadingVerbs(whole) : verbs).replace("累计", "");
}

/** 国家级, 省级以上: which of them, but not of what. */
export function isLevelAlone(words: string): boolean {
  return LEVEL_ALONE.test(words);
}

export function withoutLevel(noun: string): string {
  return noun.replace(LEVEL, "");
}

export interface Previous {
  readonly indicator: string;
  readonly unit: string;
}

/** Completes what an item leaves out, from the item before it in the same list. */
export function completeEllipsis(
  indicator: string,
  previous: Previous | undefined,
  unit: string,
  { isListed, isPart }: { isListed: boolean; isPart: boolean },
): string {
  if (previous === undefined) return indicator;
  if (GRADE_ALONE.test(indicator)) {
    const stem = previous.indicator.replace(GRADE, "");
    if (stem !== previous.indicator || stem.endsWith("奖")) return stem + indicator;
    // 省科学技术奖获奖项目4项,其中一等奖1项.
    const prize = /^(.*?奖)(?:获奖|奖励)?(?:项目|成果|总数|数量|数)$/.exec(nounOf(previous.indicator))?.[1];
    if (prize !== undefined) return prize + indicator;
  }
  if (isLevelAlone(indicator)) return indicator + withoutLevel(nounOf(previous.indicator));
  if (unit !== previous.unit || leadingVerbs(indicator) !== "" || /总[数量额]|累计/.test(indicator)) return indicator;
  if (isPart) {
    const verbs = partVerbs(previous.indicator);
    // 授权专利900件,其中授权发明专利120件 says the verb again.
    return indicator.startsWith(verbs) ? indicator : verbs + indicator;
  }
  return isListed && FLOW.test(previous.indicator) ? leadingVerbs(previous.indicator) + indicator : indicator;
}
