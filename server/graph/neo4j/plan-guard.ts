/**
 * Refuses a person's query by its plan, before it runs: whatever is not known
 * to read only the graph. The server's read mode stands behind it, but lets
 * files and procedures through.
 */
import type { Plan, ResultSummary } from "neo4j-driver";

import { WriteRefusedError } from "../errors.ts";

/** Procedures that read the graph or its schema and nothing else. */
const PROCEDURES = new Set([
  "db.labels",
  "db.relationshipTypes",
  "db.propertyKeys",
  "db.schema.visualization",
  "db.schema.nodeTypeProperties",
  "db.schema.relTypeProperties",
  "db.index.fulltext.queryNodes",
  "db.index.fulltext.queryRelationships",
]);

/** @throws WriteRefusedError naming what is refused */
export function checkPlan(summary: ResultSummary): void {
  const plan = summary.plan;
  if (summary.queryType !== "r" || plan === false) {
    throw new WriteRefusedError("Queries only read. This one would change the graph or its schema.");
  }
  checkOperator(plan);
}

function checkOperator(plan: Plan): void {
  const operator = (plan.operatorType.split("@", 1)[0] ?? "").replace(/\(.*/, "");
  if (operator === "LoadCSV") throw new WriteRefusedError("LOAD CSV is refused: queries read the graph, not files.");
  if (operator === "ProcedureCall") checkProcedure(detailsOf(plan));
  for (const child of plan.children) checkOperator(child);
}

/** @param details such as `db.labels() :: (label :: STRING)` */
function checkProcedure(details: string): void {
  const name = /^\s*([\w.`]+)\s*\(/.exec(details)?.[1]?.replaceAll("`", "");
  if (name !== undefined && PROCEDURES.has(name)) return;
  throw new WriteRefusedError(
    `The procedure ${name ?? "in this query"} is refused. Allowed: ${[...PROCEDURES].join(", ")}.`,
  );
}

function detailsOf(plan: Plan): string {
  const details: unknown = plan.arguments["Details"];
  return typeof details === "string" ? details : "";
}
