/**
 * Lets a person's query through only when its plan consists of operators that
 * are known to read. Whatever cannot be explained is refused, so a statement
 * that a newer engine adds is refused until it is listed here.
 */
import { WriteRefusedError } from "../errors.ts";
import { isWord } from "../cypher-tokens.ts";
import type { Token } from "../cypher-tokens.ts";

const READING_OPERATORS = new Set([
  "Aggregate",
  "Apply",
  "CallProcedure",
  "Discriminant",
  "Distinct",
  "Empty",
  "Expand",
  "Filter",
  "Join",
  "LeftJoin",
  "Limit",
  "NodeScan",
  "Project",
  "Return",
  "ShortestPath",
  "Skip",
  "Sort",
  "Union",
  "Unwind",
]);

/** Procedures that only tell what is in the graph. */
const READING_PROCEDURES = new Set(["db.labels", "db.relationshipTypes", "db.propertyKeys"]);

/** Reads any file of the machine, even on a handle that may not write. @throws WriteRefusedError */
export function refuseLoadCsv(tokens: readonly Token[]): void {
  if (tokens.some((token, index) => isWord(token, "LOAD") && isWord(tokens[index + 1], "CSV"))) {
    throw new WriteRefusedError("Queries may only read the graph; LOAD CSV reads files.");
  }
}

/** @throws WriteRefusedError */
export function refuseWritingPlan(plan: string): void {
  const lines = plan.split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0) throw new WriteRefusedError("The engine gave no plan for the query, so it is not run.");
  for (const line of lines) {
    const operator = /^\s*(\w+)/.exec(line)?.[1] ?? line.trim();
    if (!READING_OPERATORS.has(operator)) {
      throw new WriteRefusedError(`Queries may only read. This one would ${operator}.`);
    }
    // A subquery in an expression is not a line of its own: it stands as `ExpandOp {...}` in the line.
    for (const [, inner] of withoutTexts(line).matchAll(/\b(\w+)Op\b/g)) {
      if (!READING_OPERATORS.has(inner ?? ""))
        throw new WriteRefusedError(`Queries may only read. This one would ${inner}.`);
    }
    const procedure = /^\s*CallProcedure \(([^)\s]*)/.exec(line)?.[1];
    if (operator === "CallProcedure" && !READING_PROCEDURES.has(procedure ?? "")) {
      throw new WriteRefusedError(
        `The procedure ${procedure ?? ""} is not among those that queries may call: ${[...READING_PROCEDURES].join(", ")}.`,
      );
    }
  }
}

const withoutTexts = (line: string) => line.replaceAll(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g, "''");
