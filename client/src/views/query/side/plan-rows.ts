/** A plan as the rows of its chart, the answer first and below each operator what feeds it. */
import type { QueryPlan } from "../../../../../server/contract/index.ts";

export interface PlanRow {
  readonly plan: QueryPlan;
  /** Branches are indented; what feeds an operator alone stands straight below it. */
  readonly depth: number;
}

export function planRows(plan: QueryPlan, depth = 0): readonly PlanRow[] {
  const isBranching = plan.children.length > 1;
  return [{ plan, depth }, ...plan.children.flatMap((child) => planRows(child, depth + (isBranching ? 1 : 0)))];
}

/** Of the longest bar, from 0 to 1; by the logarithm, so that ten and a million can stand in one chart. */
export function rowShare(rows: number | null, most: number): number {
  return rows === null ? 0 : Math.log1p(rows) / Math.log1p(Math.max(1, most));
}

/** Whether the store tells this of any operator. */
export function isTold(rows: readonly PlanRow[], what: "estimatedRows" | "rows" | "hits"): boolean {
  return rows.some(({ plan }) => plan[what] !== null);
}
