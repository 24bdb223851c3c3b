/** What a Neo4j would run for a person is refused unless it is known to read the graph alone. */
import type { Plan } from "neo4j-driver";
import { describe, expect, test } from "vitest";

import { refuseCalls, refuseOtherDatabases } from "../../../../../server/graph/neo4j/called-functions.ts";
import { checkPlan } from "../../../../../server/graph/neo4j/plan-guard.ts";
import { WriteRefusedError } from "../../../../../server/graph/index.ts";

const plan = (operatorType: string, details = "", children: Plan[] = []): Plan => ({
  operatorType: `${operatorType}@neo4j`,
  identifiers: [],
  arguments: { Details: details },
  children,
});

describe("a plan", () => {
  const check =
    (...children: Plan[]) =>
    () =>
      checkPlan({ queryType: "r", plan: plan("ProduceResults", "n", children) });

  test("of reading operators is let through", () => {
    check(
      plan("VarLengthExpand(Pruning,BFS,All)", "(c)<-[:PART_OF*..2]-(i)", [plan("NodeUniqueIndexSeekByRange")]),
      plan("Projection", "date.truncate($autostring_0, date()) AS day, size(n.name) AS `apoc.load(1)`"),
      plan("ProcedureCall", "db.labels() :: (label :: STRING)"),
      plan("PartitionedNodeByLabelScan"),
    )();
  });

  test.each([
    "ShowSettings",
    "ShowTransactions",
    "ShowProcedures",
    "ShowFunctions",
    "ShowIndexes",
    "ShowConstraints",
    "TerminateTransactions",
    "AdministrationCommand",
    "LoadCSV",
    "Create",
    "Merge",
    "SetProperty",
    "DetachDelete",
    "Foreach",
    "TransactionApply(IN TRANSACTIONS OF 1000 ROWS)",
    "RunQueryAt",
    "WhateverComesNext",
    "",
  ])("with the operator %s is refused, however deep it stands", (operator) => {
    expect(check(plan("Apply", "", [plan("Argument"), plan(operator)]))).toThrow(WriteRefusedError);
  });

  test.each([
    ["ProcedureCall", "dbms.listConfig() :: (name :: STRING)"],
    ["ProcedureCall", "apoc.load.json($autostring_0) :: (value :: MAP)"],
    ["ProcedureCall", "db.index.fulltext.queryNodes($a, apoc.text.join($b, $c)) :: (node :: NODE)"],
    ["ProcedureCall", ""],
    ["Filter", "n.name = apoc.static.get($autostring_0)"],
    ["Projection", "`apoc`.`util`.`md5`($autolist_0) AS x"],
  ])("%s that calls %s is refused", (operator, details) => {
    expect(check(plan(operator, details))).toThrow(WriteRefusedError);
  });

  test("of what is no query is refused, and a query without a plan", () => {
    for (const queryType of ["w", "rw", "s", "unknown"]) {
      expect(() => checkPlan({ queryType, plan: plan("ProduceResults") })).toThrow(WriteRefusedError);
    }
    expect(() => checkPlan({ queryType: "r", plan: false })).toThrow(WriteRefusedError);
  });
});

describe("a function", () => {
  test.each([
    "RETURN apoc.load.json('x')",
    "RETURN apoc . load /* ( */ . json ('x')",
    "RETURN `apoc`.`load`.`json`('x')",
    "RETURN \\u0061poc\\u002eload\\u002ejson\\u0028'x')",
    "RETURN apoc.\u001cload.\u0085json('x')",
    "RETURN 'a' + apoc.cypher.runFirstColumn('RETURN 1', {}, true)",
    "MATCH (n) WHERE n.name = genai.vector.encode('a', 'b') RETURN n",
    "CALL db.labels() YIELD label RETURN com.anybody.read(label)",
    "CALL db.index.fulltext.queryNodes('a', apoc.text.join(['a'], ''))",
  ])("that is not Cypher's own is refused: %s", (cypher) => {
    expect(() => refuseCalls(cypher)).toThrow(WriteRefusedError);
  });

  test.each([
    "RETURN date.truncate('day', date()), DATETIME.fromEpoch(1, 2), duration.inDays(a.b, c.d)",
    "RETURN point.distance(point({x: 1, y: 2}), n.place) < 3, vector.similarity.cosine(a, b)",
    "RETURN 'apoc.load.json(1)' AS x // apoc.load.json(2)",
    "MATCH (n) WHERE n.name IN ['a'] AND n.code STARTS WITH ('3') RETURN n.name, (n)--()",
    "CALL db.labels() YIELD label RETURN label",
  ])("of Cypher is not: %s", (cypher) => refuseCalls(cypher));
});

describe("a database", () => {
  test.each([
    "USE system RETURN 1",
    "use `other` RETURN 1",
    "USE graph.byName('other') RETURN 1",
    "USE neo4j.other RETURN 1",
    "/* */ U\\u0053E other RETURN 1",
    "RETURN 1 AS x UNION USE other RETURN 1 AS x",
    "CALL { USE other RETURN 1 AS x } RETURN x",
    "WITH 1 AS y CALL { WITH y USE other RETURN 1 AS x } RETURN x",
    "USE end RETURN 1",
  ])("that is another is refused: %s", (cypher) => {
    expect(() => refuseOtherDatabases(cypher, "neo4j")).toThrow(WriteRefusedError);
  });

  test.each([
    "USE neo4j RETURN 1",
    "USE Neo4j RETURN 1",
    "MATCH (use:Use) WHERE use.use = 1 RETURN use AS use ORDER BY use DESC",
  ])("that is this one is not: %s", (cypher) => refuseOtherDatabases(cypher, "neo4j"));
});
