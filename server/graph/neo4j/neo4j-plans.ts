/** Plans and remarks of the server as ours. */
import type { Plan, ProfiledPlan, ResultSummary } from "neo4j-driver";

import type { QueryPlan, QueryWarning } from "../../contract/index.ts";
import type { QueryRow } from "../engine.ts";

export function toQueryPlan({ plan, profile }: ResultSummary): QueryPlan | null {
  if (profile !== false && profile !== undefined) return fromPlan(profile);
  return plan === false || plan === undefined ? null : fromPlan(plan);
}

function fromPlan(plan: Plan | ProfiledPlan): QueryPlan {
  const { operatorType, children } = plan;
  const told: Readonly<Record<string, unknown>> = plan.arguments;
  const isProfiled = "dbHits" in plan;
  return {
    operator: operatorType.split("@", 1)[0] ?? operatorType,
    detail: typeof told["Details"] === "string" ? told["Details"] : "",
    estimatedRows: typeof told["EstimatedRows"] === "number" ? told["EstimatedRows"] : null,
    rows: isProfiled ? plan.rows : null,
    hits: isProfiled ? plan.dbHits : null,
    // In nanoseconds, where the runtime measures it.
    timeMs: typeof told["Time"] === "number" ? told["Time"] / 1_000_000 : null,
    children: children.map(fromPlan),
  };
}

export function hitsOf(plan: QueryPlan | null): number | null {
  if (plan === null) return null;
  return (plan.hits ?? 0) + plan.children.reduce((sum, child) => sum + (hitsOf(child) ?? 0), 0);
}

/** The plan as text, an operator a line, two blanks deeper than what it feeds. */
export function planLines(summary: ResultSummary): readonly QueryRow[] {
  const lines: string[] = [];
  const visit = ({ operator, detail, children }: QueryPlan, depth: number) => {
    lines.push(`${"  ".repeat(depth)}${operator} (${detail})`);
    for (const child of children) visit(child, depth + 1);
  };
  const plan = toQueryPlan(summary);
  if (plan !== null) visit(plan, 0);
  return lines.map((line) => [line]);
}

/** @param linesBefore lines that stood before the query when the server read it */
export function toWarnings({ notifications }: ResultSummary, linesBefore: number): readonly QueryWarning[] {
  return notifications.map(({ code, description, position }) => ({
    code,
    message: description,
    position:
      "line" in position && typeof position.line === "number" && position.line > 0
        ? { line: Math.max(1, position.line - linesBefore), column: position.column ?? 1 }
        : null,
  }));
}
