/** Plans of the engine as trees: of EXPLAIN from its indented text, of PROFILE from what it hands out. */
import type { OperatorProfile, QueryProfile } from "@grafeo-db/js";

import type { QueryPlan } from "../../contract/index.ts";

type MutablePlan = Omit<QueryPlan, "children"> & { children: MutablePlan[] };

/** `Operator (detail)`, two blanks deeper than what it feeds. */
export function readPlan(text: string): QueryPlan | null {
  const above: MutablePlan[] = [];
  for (const line of text.split("\n")) {
    const [head = "", indent = "", operator = ""] = /^( *)(\w+)/.exec(line) ?? [];
    if (operator === "") continue;
    const rest = line.slice(head.length).trimStart();
    const depth = indent.length / 2;
    const detail = rest.replace(/^\(([^]*)\)$/, "$1");
    const plan = { operator, detail, estimatedRows: null, rows: null, hits: null, timeMs: null, children: [] };
    above[depth - 1]?.children.push(plan);
    above[depth] = plan;
    above.length = depth + 1;
  }
  return above[0] ?? null;
}

export function fromProfile(profile: QueryProfile | null): QueryPlan | null {
  return profile && fromOperator(profile.root);
}

function fromOperator({ operator, detail, rows, selfTimeMs, children }: OperatorProfile): QueryPlan {
  return {
    operator,
    detail: detail ?? "",
    estimatedRows: null,
    rows,
    hits: null,
    timeMs: selfTimeMs,
    children: children.map(fromOperator),
  };
}
