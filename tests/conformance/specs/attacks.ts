/**
 * A hostile person with the query box, on every store: each attack is refused
 * as it says here, by the same error on both, and the graph is what it was.
 */
import { describe, expect, test } from "vitest";

import { QuerySyntaxError, WriteRefusedError } from "../../../server/graph/index.ts";
import { sampleGraphs } from "../../support/sample-graph.ts";
import type { OpenStore } from "../graph-store.ts";
import { contentOf, sharedStore } from "./shared-store.ts";

type Refusal = "refused" | "not valid";

const deep = (open: string, middle: string, close: string, times = 2_000) =>
  `RETURN ${open.repeat(times)}${middle}${close.repeat(times)} AS x`;

/** An engine that does not speak something may say so instead: then nothing was run either. */
const ATTACKS: readonly (readonly [group: string, refusal: Refusal, attacks: readonly string[]])[] = [
  [
    "writes in every disguise",
    "refused",
    [
      "CREATE (n:X)",
      "create (:X)",
      "CrEaTe (n:X) ReTuRn n",
      "CREATE (n:University {id: 'forged', name: '伪造大学'})",
      "CREATE (a:X)-[:Y]->(b:X)",
      "MATCH (a:University), (b:Region) CREATE (a)-[:LOCATED_IN]->(b)",
      "MERGE (n:X {id: 1})",
      "MERGE (n:X {id: 1}) ON CREATE SET n.a = 1 ON MATCH SET n.a = 2",
      "MATCH (n) SET n.name = ''",
      "MATCH (n) SET n = {}",
      "MATCH (n) SET n += {a: 1}",
      "MATCH (n) SET n:X",
      "MATCH ()-[r]->() SET r.status = 'existing'",
      "MATCH (n) REMOVE n.name",
      "MATCH (n) REMOVE n:Entity",
      "MATCH (n) DELETE n",
      "MATCH (n) DETACH DELETE n",
      "MATCH ()-[r]->() DELETE r",
      "OPTIONAL MATCH (n) DETACH DELETE n",
      "MATCH (n) WITH n LIMIT 1 DETACH DELETE n",
      "MATCH (n) WITH collect(n) AS all FOREACH (n IN all | SET n.x = 1)",
      "UNWIND range(1, 10) AS x CREATE (:X {x: x})",
      "MATCH (n) CALL { WITH n SET n.x = 1 } RETURN n",
      "CALL { CREATE (n:X) RETURN n } RETURN n",
      "MATCH (n:Entity) WITH n ORDER BY n.id SKIP 1 SET n.x = 1 RETURN count(n)",
      "MATCH (n:University) SET n.degree = 1000000 RETURN n.degree",
      "MATCH (a:Entity) MERGE (a)-[:PARTNERS_WITH]->(:Entity {id: 'x'})",
      "MATCH (d:Document) SET d.title = 'forged' RETURN d.title",
    ],
  ],
  [
    "comments, blanks and characters of Unicode",
    "refused",
    [
      "/* reading only */ CREATE (n:X)",
      "// MATCH (n) RETURN n\nCREATE (n:X)",
      "CREATE/**/(n:X)",
      "\n\t\r\n CREATE (n:X)",
      "CREATE (n:`RETURN 1`)",
      "MATCH (n {name: '/*'}) SET n.x = '*/'",
      "MATCH (n {name: '// '}) SET n.x = 1 RETURN n",
      'MATCH (n {name: "\\""}) SET n.x = 1 RETURN n',
      "CREATE (n:类型 {键: '值'})",
      "CREATE (n:X {name: '\u202e'})",
      "CREATE (n:X {name: 'a\u0000b'})",
      "CREATE (n:X) /* \u2028 */",
    ],
  ],
  [
    "look-alikes and broken texts",
    "not valid",
    [
      "ＣＲＥＡＴＥ (n:X)",
      "CRE\u200bATE (n:X)",
      "СREATE (n:X)",
      "CREATE\u202e (n:X",
      "RETURN 1; CREATE (n:X)",
      "RETURN 1;\n// \nMATCH (n) DETACH DELETE n;",
      "MATCH (n) RETURN n; DROP INDEX Entity_id",
      "RETURN 1 AS x UNION CREATE (n:X)",
      "'; MATCH (n) DETACH DELETE n //",
      "` MATCH (n) DETACH DELETE n",
      "/* MATCH (n) DETACH DELETE n",
      ":param x => 1",
      ":use system",
      "BEGIN",
      "COMMIT",
      "ROLLBACK",
      "SELECT * FROM users",
      "\u0000",
      "\ud800",
      "RETURN 1 AS `a` `",
    ],
  ],
  [
    "plans that run",
    "refused",
    [
      "EXPLAIN CREATE (n:X)",
      "PROFILE CREATE (n:X)",
      "  explain\nCREATE (n:X)",
      "PROFILE MATCH (n) SET n.x = 1",
      "PROFILE MATCH (n) DETACH DELETE n RETURN 1",
      "EXPLAIN LOAD CSV FROM '/etc/passwd' AS line RETURN line",
    ],
  ],
  [
    "files and addresses",
    "refused",
    [
      "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
      "LOAD CSV FROM '/etc/passwd' AS line RETURN line",
      "load csv from 'http://169.254.169.254/latest/meta-data/' as line return line",
      "LOAD CSV WITH HEADERS FROM 'file:///etc/hosts' AS line RETURN line",
      "LOAD /* */ CSV FROM '/etc/passwd' AS line RETURN line",
      "LOAD\nCSV FROM '../../etc/passwd' AS line RETURN line",
      "CALL { LOAD CSV FROM '/etc/passwd' AS line RETURN line } RETURN line",
      "UNWIND ['/etc/passwd'] AS file LOAD CSV FROM file AS line RETURN line",
      "WITH 'ftp://elsewhere.example/x' AS url LOAD CSV FROM url AS line RETURN line",
    ],
  ],
  [
    "schema",
    "refused",
    [
      "CREATE INDEX FOR (n:Entity) ON (n.x)",
      "CREATE INDEX stolen IF NOT EXISTS FOR (n:Entity) ON (n.x)",
      "CREATE CONSTRAINT FOR (n:Entity) REQUIRE n.x IS UNIQUE",
      "DROP INDEX Entity_id",
      "DROP CONSTRAINT Entity_id",
    ],
  ],
];

/** What is refused by one engine and not spoken by the other. */
const REFUSED_OR_NOT_SPOKEN: readonly (readonly [group: string, attacks: readonly string[]])[] = [
  [
    "procedures and functions",
    [
      "CALL dbms.listConfig()",
      "CALL dbms.components()",
      "CALL dbms.killTransaction('x')",
      "CALL dbms.killQuery('x')",
      "CALL dbms.security.createUser('x', 'y')",
      "CALL dbms.security.changePassword('x')",
      "CALL db.createLabel('X')",
      "CALL db.createProperty('x')",
      "CALL db.clearQueryCaches()",
      "CALL db.ping()",
      "CALL db.info()",
      "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()",
      "CALL db.awaitIndexes(1)",
      "CALL db.resampleOutdatedIndexes()",
      "CALL tx.setMetaData({a: 1})",
      "CALL apoc.load.json('file:///etc/passwd')",
      "CALL apoc.load.jdbc('x', 'y')",
      "CALL apoc.cypher.runWrite('CREATE (n)', {})",
      "CALL apoc.cypher.doIt('CREATE (n)', {})",
      "CALL apoc.export.csv.all('/tmp/x', {})",
      "CALL apoc.trigger.add('a', 'b', {})",
      "CALL grafeo.pagerank()",
      "CALL `dbms`.`listConfig`()",
      "CALL dbms . listConfig()",
      "MATCH (n) CALL dbms.listConfig() YIELD name RETURN name",
      "CALL { CALL dbms.listConfig() YIELD name RETURN name } RETURN name",
      "RETURN apoc.load.json('x')",
      "RETURN apoc.util.sleep(10000)",
      "RETURN `apoc`.`static`.`get`('x')",
      "RETURN apoc /* */ . cypher . runFirstColumn('RETURN 1', {})",
      "RETURN genai.vector.encode('a', 'b', {})",
    ],
  ],
  [
    "settings, other queries, users and databases",
    [
      "SHOW SETTINGS",
      "SHOW SETTINGS YIELD name, value RETURN name, value",
      "SHOW TRANSACTIONS",
      "SHOW TRANSACTIONS YIELD transactionId AS t TERMINATE TRANSACTIONS t YIELD message RETURN message",
      "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
      "SHOW PROCEDURES",
      "SHOW FUNCTIONS YIELD name RETURN name",
      "SHOW INDEXES",
      "SHOW CONSTRAINTS",
      "SHOW DATABASES",
      "SHOW DEFAULT DATABASE",
      "SHOW USERS",
      "SHOW CURRENT USER",
      "/* */ show /* */ settings",
      "EXPLAIN SHOW SETTINGS",
      "PROFILE SHOW TRANSACTIONS",
      "CREATE DATABASE x",
      "DROP DATABASE neo4j",
      "STOP DATABASE neo4j",
      "CREATE USER x SET PASSWORD 'password-of-x'",
      "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
      "DROP USER neo4j",
      "USE system RETURN 1",
      "USE `system` RETURN 1",
      "USE other MATCH (n) RETURN n",
      "CALL { USE other RETURN 1 AS x } RETURN x",
      "MATCH (n) CALL { WITH n RETURN 1 AS x } IN TRANSACTIONS RETURN x",
      "MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 1 ROWS",
      "CYPHER 5 CREATE (n:X)",
      "CYPHER runtime=slotted CREATE (n:X)",
      "INSERT (:X)",
    ],
  ],
  [
    "backticks within backticks, comments within comments",
    [
      "/*/ RETURN 1 /*/ CREATE (n:X)",
      "CREATE (n:`a``b`)",
      "MATCH (n:`a``) RETURN n //`) DETACH DELETE n",
      "MATCH (n) SET n.`a``b` = 1",
    ],
  ],
  [
    "nesting",
    [
      deep("(", "1", ")"),
      deep("[", "1", "]"),
      deep("{a: ", "1", "}"),
      deep("abs(", "1", ")"),
      deep("NOT ", "true", ""),
      deep("1 + ", "1", ""),
      deep("CASE WHEN true THEN ", "1", " END"),
      deep("size([", "1", "])"),
      `MATCH (n) WHERE ${"n.x = 1 OR ".repeat(2_000)}true RETURN n`,
      `${"CALL { ".repeat(2_000)}RETURN 1 AS x${" } RETURN x".repeat(2_000)}`,
      `MATCH (n) WHERE ${"EXISTS { MATCH (n) WHERE ".repeat(500)}true${" }".repeat(500)} RETURN n`,
      `RETURN ${"(".repeat(20_000)}1${")".repeat(20_000)} AS x`,
      `RETURN ${"(".repeat(90_000)}`,
      `MATCH (n) RETURN n${".a".repeat(5_000)}`,
    ],
  ],
];

/** What people put into parameters stays a value, whatever it looks like. */
const VALUES = [
  "' OR 1 = 1 //",
  "x'}) DETACH DELETE n //",
  "`) DETACH DELETE n //",
  "\\u0027 OR true",
  "浙江大学' RETURN n",
  "$other",
  "{}",
  "__proto__",
  "constructor",
  "\u0000",
  "\u202e",
];

export function specifyAttacks(open: OpenStore): void {
  const shared = sharedStore(open, () => sampleGraphs());
  const ask = (cypher: string, parameters: Record<string, unknown> = {}) =>
    shared.store.query({ cypher, parameters, maxRows: 100, timeoutMs: 20_000 });
  const outcomeOf = (cypher: string) =>
    ask(cypher).then(
      (answer) => `was run: ${JSON.stringify(answer.rows).slice(0, 200)}`,
      (error: unknown) => {
        if (error instanceof WriteRefusedError) return "refused";
        return error instanceof QuerySyntaxError ? "not valid" : String(error);
      },
    );
  /** After each group: what it left would be found, whichever of its attacks left it. */
  const unchanged = async (attack: () => Promise<void>) => {
    const before = await contentOf(shared.store);
    const labels = await ask("MATCH (n) RETURN count(n) AS n");
    await attack();
    expect(await contentOf(shared.store)).toEqual(before);
    expect((await ask("MATCH (n) RETURN count(n) AS n")).rows).toEqual(labels.rows);
  };

  describe.each(ATTACKS)("%s", (_, refusal, attacks) => {
    test(`are ${refusal}, and nothing changes`, async () => {
      await unchanged(async () => {
        const outcomes = [];
        for (const cypher of attacks) outcomes.push([cypher, await outcomeOf(cypher)]);
        expect(outcomes.filter(([, outcome]) => outcome !== refusal)).toEqual([]);
      });
    });
  });

  describe.each(REFUSED_OR_NOT_SPOKEN)("%s", (_, attacks) => {
    test("are refused or not spoken, and nothing changes", async () => {
      await unchanged(async () => {
        const outcomes = [];
        for (const cypher of attacks) outcomes.push([cypher.slice(0, 100), await outcomeOf(cypher)]);
        expect(outcomes.filter(([, outcome]) => outcome !== "refused" && outcome !== "not valid")).toEqual([]);
      });
    });
  });

  test.each(VALUES)("a parameter stays a value: %j", async (value) => {
    const answer = await ask("MATCH (n:Entity {name: $value}) RETURN n", { value });
    expect(answer.rows).toEqual([]);
    expect((await ask("RETURN $value AS x", { value })).rows).toEqual([[value]]);
  });

  test("a parameter with the name of a part of every object stays a parameter", async () => {
    const parameters = JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}') as Record<string, unknown>;
    expect((await ask("RETURN 1 AS x", parameters)).rows).toEqual([[1]]);
    expect("polluted" in {}).toBe(false);
  });

  test("labels and property names are no place for parameters", async () => {
    for (const cypher of ["MATCH (n:$label) RETURN m", "MATCH (n) RETURN n.$key", "MATCH (n)-[:$type]->() RETURN m"])
      expect(await outcomeOf(cypher), cypher).toBe("not valid");
  });
}
