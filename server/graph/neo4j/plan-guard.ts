/**
 * Refuses a person's query by its plan, before it runs: whatever is not known
 * to read only the graph. The server's read mode stands behind it, but lets
 * files, settings, other people's queries and procedures through.
 */
import type { Plan, ResultSummary } from "neo4j-driver";

import { WriteRefusedError } from "../errors.ts";
import { refuseCalls } from "./called-functions.ts";
import { isReadingOperator } from "./reading-operators.ts";

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
export function checkPlan({ plan, queryType }: Pick<ResultSummary, "plan" | "queryType">): void {
  if (plan === false || queryType === "w" || queryType === "rw") {
    throw new WriteRefusedError("Queries only read. This one would change the graph or its schema.");
  }
  checkOperator(plan);
  if (queryType !== "r") throw new WriteRefusedError("Queries only read the graph. This one is for the server.");
}

function checkOperator(plan: Plan): void {
  const operator = (plan.operatorType.split("@", 1)[0] ?? "").replace(/\(.*/s, "");
  if (operator === "LoadCSV") throw new WriteRefusedError("LOAD CSV is refused: queries read the graph, not files.");
  if (!isReadingOperator(operator)) {
    throw new WriteRefusedError(`Queries read the graph and nothing else. This one would ${operator}.`);
  }
  const details = detailsOf(plan);
  if (operator === "ProcedureCall") checkProcedure(details);
  // As the server has read the query, whatever its text looked like; the name of a procedure is no function's.
  refuseCalls(operator === "ProcedureCall" ? details.replace(/^[^(]*/, "") : details);
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
