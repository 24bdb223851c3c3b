/** Parts of a whole: 占全省的38%, 与生产总值之比为2%, 完成年度任务的124%. */
import { trimLead } from "./indicator.ts";
import type { ObservationRuleId } from "./rules.ts";

export interface Share {
  /** What it adds to the name of the metric told before: 占全省比重. */
  readonly words: string;
  readonly rule: Extract<ObservationRuleId, "share" | "completion">;
}

/** 超额完成17%, 完成年度任务的124%: how much of what was set, about the metric before. */
const COMPLETED =
  /(?<=^[,、;]?(?:已|共|提前|全年|预计|目前|均|圆满|顺利){0,2})(?:超额|超)?完成(?:[^,、;。]{0,12}(?:任务|目标|计划|指标|预算)(?:任务|总量|数|值)?)?(?:的?比[例重]为?|进度)?的?$/;
const RATIO = /^与[^,]{2,14}之比/;
const REACHING = /(?:的|约|为|达到?|超过?|近|已|均|仅|只|高达|[升增提]至|(?:上升|提升|提高|增加)[至到])+$/;
const NAMES_SHARE = /占比|比[重例率]$/;

/** Reads the words before a percentage that say what part of what was told before it is. */
export function readShare(words: string): Share | undefined {
  const completed = COMPLETED.exec(words)?.[0].replace(/的$/, "");
  if (completed !== undefined) return { words: completed, rule: "completion" };
  const ratio = RATIO.exec(words)?.[0];
  if (ratio !== undefined) return { words: ratio, rule: "share" };
  const lead = trimLead(words).replace(REACHING, "");
  if (!/^占(?!地|用)/.test(lead)) return undefined;
  const whole = lead === "占" ? "占比" : NAMES_SHARE.test(lead) ? lead : `${lead.replace(/的?比$/, "")}比重`;
  return { words: whole, rule: "share" };
}

/** 总量分别占全省的|38.5%和36.2%. */
export function readShareOfEach(words: string): Share | undefined {
  const share = /^(?:总量|总数|数量|规模|总额)?(?:分别|各)(占.*)$/.exec(words)?.[1];
  return share === undefined ? undefined : readShare(share);
}

/** Whether the words say that a goal was reached, before a number that is what the goal was. */
export function restatesGoal(words: string): boolean {
  return /^[^,]{0,4}完成[^,]{0,8}目标$/.test(words);
}
