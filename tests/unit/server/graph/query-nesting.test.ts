/** Queries that would overflow the stack of an engine are refused before one reads them. */
import { expect, test } from "vitest";

import { QuerySyntaxError } from "../../../../server/graph/index.ts";
import { refuseDeepQuery } from "../../../../server/graph/query-nesting.ts";

const MANY = 3_000;
const nested = (open: string, middle: string, close: string, times = MANY) =>
  `RETURN ${open.repeat(times)}${middle}${close.repeat(times)} AS x`;

test.each([
  ["brackets", nested("(", "1", ")")],
  ["brackets that are never closed", `RETURN ${"(".repeat(MANY)}`],
  ["lists", nested("[", "1", "]")],
  ["maps", nested("{a: ", "1", "}")],
  ["functions", nested("abs(", "1", ")")],
  ["subqueries", `${"CALL { ".repeat(MANY)}RETURN 1 AS x${" } RETURN x".repeat(MANY)}`],
  ["EXISTS", `MATCH (n) WHERE ${"EXISTS { MATCH (n) WHERE ".repeat(MANY)}true${" }".repeat(MANY)} RETURN n`],
  ["CASE", nested("CASE WHEN true THEN ", "1", " END")],
  ["CASE about a variable called end", nested("CASE WHEN end THEN ", "1", " END")],
  ["CASE about a variable called skip", nested("CASE WHEN skip THEN ", "1", " END")],
  ["NOT", nested("NOT ", "true", "")],
  ["sums", nested("1 + ", "1", "")],
  ["sums of variables called like clauses", nested("skip + limit + ", "order", "")],
  ["conditions", nested("n.x = 1 OR ", "true", "")],
  ["properties", nested("n", ".a", "", 1).replace(".a", ".skip".repeat(MANY))],
  ["elements", `RETURN list${"[0]".repeat(MANY)}`],
  ["a bracket that commas and clauses stand in", nested("[1, 2, 3 WITH ", "1", "]")],
  ["brackets behind comments and strings", nested("/* ) */ ( // )\n ')' + ", "1", ")")],
])("deep %s", (_, cypher) => {
  expect(() => refuseDeepQuery(cypher)).toThrow(QuerySyntaxError);
  expect(() => refuseDeepQuery(cypher)).toThrow("The query is nested too deep");
});

test("says where it becomes too deep", () => {
  try {
    refuseDeepQuery(`RETURN 1,\n${"(".repeat(200)}`);
    expect.unreachable();
  } catch (error) {
    expect((error as QuerySyntaxError).position).toMatchObject({ line: 2 });
  }
});

test.each([
  ["many columns", `RETURN ${Array.from({ length: MANY }, (_, i) => `${i} + 1 AS c${i}`).join(", ")}`],
  ["long lists", `RETURN [${Array.from({ length: MANY }, (_, i) => `-${i}`).join(", ")}] AS list`],
  ["many clauses", `${"WITH 1 + 2 AS x ".repeat(100)}RETURN x`],
  ["a hundred conditions", `MATCH (n) WHERE ${"n.x = 1 AND n.y <> 2 OR ".repeat(100)}true RETURN n`],
  ["forty brackets", nested("(", "1", ")", 40)],
  ["brackets in texts", `RETURN '${"(".repeat(MANY)}' AS x`],
])("not %s", (_, cypher) => refuseDeepQuery(cypher));
