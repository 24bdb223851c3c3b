/** People's own Cypher: it reads, and it can neither write, nor run away, nor disturb anybody. */
import { describe, expect, test } from "vitest";

import type { QueryAnswer, QueryNode, QueryRelation } from "../../../server/contract/index.ts";
import {
  QueryCancelledError,
  QueryMemoryError,
  QuerySyntaxError,
  QueryTimeoutError,
  WriteRefusedError,
} from "../../../server/graph/index.ts";
import { aDocumentGraph, anInstitute, aRegion, aUniversity, relationOf } from "../../support/builders.ts";
import type { FactSpec } from "../../support/builders.ts";
import type { OpenStore } from "../graph-store.ts";
import { contentOf, sharedStore } from "./shared-store.ts";

const zju = aUniversity("浙江大学", { aliases: ["浙大"], properties: { founded: 1897 } });
const institute = anInstitute("浙江大学绍兴研究院");
const shaoxing = aRegion("绍兴市", "city");
const CO_BUILT: FactSpec = [institute, "CO_BUILT_WITH", zju];
const LOCATED: FactSpec = [institute, "LOCATED_IN", shaoxing, { status: "planned" }];

/** Runs for ever and needs no memory. */
const ENDLESS =
  "UNWIND range(1, 2000) AS a UNWIND range(1, 2000) AS b UNWIND range(1, 2000) AS c WITH a, b, c WHERE a + b + c < 0 RETURN count(*) AS n";

export function specifyQueries(open: OpenStore): void {
  const shared = sharedStore(open, () => [aDocumentGraph({ facts: [CO_BUILT, LOCATED] })]);
  const query = (
    cypher: string,
    more: { parameters?: Record<string, unknown>; maxRows?: number; timeoutMs?: number; signal?: AbortSignal } = {},
  ) =>
    shared.store.query(
      { cypher, parameters: more.parameters ?? {}, maxRows: more.maxRows ?? 100, timeoutMs: more.timeoutMs ?? 20_000 },
      more.signal,
    );
  const rows = async (cypher: string, parameters?: Record<string, unknown>) =>
    (await query(cypher, parameters === undefined ? {} : { parameters })).rows;

  const problem = (cypher: string) => query(cypher).then(refused, syntaxError);

  describe("answers", () => {
    test("with columns as they were written, and values", async () => {
      const answer = await query(
        "MATCH (u:University) RETURN u.name, u.founded AS 建校, [1, 'a', null, true] AS list, {a: {b: 1.5}} AS map, count( * )",
      );
      expect(answer.columns).toEqual(["u.name", "建校", "list", "map", "count( * )"]);
      expect(answer.rows).toEqual([["浙江大学", 1897, [1, "a", null, true], { a: { b: 1.5 } }, 1]]);
      expect(answer).toMatchObject({ truncated: false, graph: { entities: [], relations: [] } });
      expect(answer.elapsedMs).toBeGreaterThanOrEqual(0);
    });

    test("with nodes, relations and paths, and the graph that is in them", async () => {
      const answer = await query(
        "MATCH p = (i:ResearchInstitute)-[r:CO_BUILT_WITH]->(u:University) RETURN i, r, u, p, [u, r] AS list, {x: i} AS map",
      );
      const [[i, r, u, p, list, map]] = answer.rows as unknown as [
        [QueryNode, QueryRelation, QueryNode, unknown, unknown, unknown],
      ];
      expect(u).toMatchObject({
        $: "node",
        id: zju.id,
        properties: { id: zju.id, name: "浙江大学", aliases: ["浙大"], founded: 1897 },
      });
      expect(u.labels.toSorted()).toEqual(["Entity", "University"]);
      expect(r).toMatchObject({
        $: "relation",
        id: relationOf(CO_BUILT),
        type: "CO_BUILT_WITH",
        from: institute.id,
        to: zju.id,
      });
      expect(p).toEqual({ $: "path", nodes: [i, u], relations: [r] });
      expect([list, map]).toEqual([[u, r], { x: i }]);
      const [{ entity }, { relation }] = [
        await shared.store.entity(zju.id),
        await shared.store.relation(relationOf(CO_BUILT)),
      ];
      expect(answer.graph.entities).toContainEqual(entity);
      expect(answer.graph.entities).toHaveLength(2);
      expect(answer.graph.relations).toEqual([relation]);
    });

    test("with the relation's ends though they are in no row", async () => {
      const answer = await query("MATCH ()-[r:LOCATED_IN]->() RETURN r");
      expect(answer.rows).toMatchObject([[{ $: "relation", from: institute.id, to: shaoxing.id }]]);
      expect(answer.graph).toMatchObject({
        entities: [],
        relations: [{ from: institute.id, to: shaoxing.id, status: "planned" }],
      });
    });

    // Each of these gives internal numbers in the place of nodes on an engine that we know.
    for (const cypher of [
      "MATCH (u:University) RETURN u, count(*)",
      "MATCH (u:University) RETURN count(*), u",
      "MATCH (u:University) RETURN u AS u, count(*) AS n",
      "MATCH (u:University) WITH u, count(*) AS n RETURN n, u",
      "MATCH (u:University) RETURN collect(u)",
      "MATCH (u:University) RETURN collect(DISTINCT u)[0]",
      "MATCH (u:University) RETURN head(collect(u))",
      "MATCH (u:University) RETURN CASE WHEN true THEN u END",
      "MATCH (u:University) RETURN CASE u.name WHEN 'x' THEN null ELSE u END AS c",
      "MATCH (u:University) RETURN coalesce(null, u)",
      "MATCH p = (:University)<--() RETURN [x IN nodes(p) WHERE x:University | x]",
      "MATCH p = (:University)<--() RETURN [x IN nodes(p) WHERE x:University]",
      "MATCH p = (u:University)<--() RETURN [[x IN [u] | x]]",
      "MATCH (u:University) RETURN [u] + []",
      "MATCH (u:University) WITH collect(u) + [] AS us UNWIND us AS x RETURN DISTINCT x",
      "MATCH (u:University) WITH coalesce(u, null) AS x RETURN {y: x}",
      "MATCH (u:University) CALL { WITH u RETURN coalesce(u, null) AS x } RETURN x",
      "MATCH (u:University) RETURN coalesce(u, null) UNION MATCH (u:University) RETURN coalesce(u, null)",
    ]) {
      test(`with whole nodes: ${cypher}`, async () => {
        const nodes = nodesIn(await query(cypher).catch(orNotSpoken(cypher)));
        expect(nodes.length).toBeGreaterThan(0);
        expect(nodes.every(({ id }) => id === zju.id)).toBe(true);
      });
    }

    test("with columns of any name, in any order", async () => {
      const answer = await query("RETURN 2 AS `2`, 1 AS `1`, 'a`b\\n' , \"x\ny\", 1 + 1, 2 + 1");
      expect(answer.rows[0]?.slice(0, 2)).toEqual([2, 1]);
      expect(answer.rows[0]?.slice(4)).toEqual([2, 3]);
      expect(answer.columns.slice(0, 2)).toEqual(["2", "1"]);
      expect(answer.columns.slice(4)).toEqual(["1 + 1", "2 + 1"]);
    });

    test("unions of named and unnamed columns", async () => {
      const answer = await query("MATCH (u:University) RETURN u.name UNION ALL RETURN 'x' AS `u.name`");
      expect(answer).toMatchObject({ columns: ["u.name"], rows: [["浙江大学"], ["x"]] });
    });

    test("numbers as numbers", async () => {
      expect(
        await rows(
          "MATCH (u:University) RETURN CASE WHEN true THEN u.founded END, coalesce(u.founded, 0), [x IN [u] | x.founded], [1] + [2], size([u])",
        ),
      ).toEqual([[1897, 1897, [1897], [1, 2], 1]]);
    });

    test("by parameters of every kind", async () => {
      const parameters = {
        text: "浙江' \"` \\ \n大学",
        number: 1.5,
        whole: 7,
        yes: true,
        none: null,
        list: [1, 2],
        map: { 键: ["值"] },
      };
      expect(await rows("RETURN $text, $number, $whole, $yes, $none, $list, $map", parameters)).toEqual([
        Object.values(parameters),
      ]);
      expect(await rows("MATCH (n:Entity {name: $name}) RETURN n.name", { name: "浙江大学" })).toEqual([["浙江大学"]]);
      expect(await rows("MATCH (n:Entity) WHERE n.name = '浙江大学' // 注释\n RETURN n.name /* ; */ ;")).toEqual([
        ["浙江大学"],
      ]);
    });

    test("in Chinese throughout", async () => {
      const answer = await query(
        "MATCH (学校:University) WHERE 学校.name CONTAINS '大学' WITH 学校 AS 高校 RETURN 高校.name AS 名称, 'it''s' = 'x' AS `带 空格`".replace(
          "''",
          "",
        ),
      );
      expect(answer).toMatchObject({ columns: ["名称", "带 空格"], rows: [["浙江大学", false]] });
    });

    test("EXPLAIN and PROFILE with a plan, and write nothing by it", async () => {
      for (const word of ["EXPLAIN", "PROFILE", "  explain "]) {
        const answer = await query(`${word} MATCH (u:University) RETURN u`);
        expect(JSON.stringify(answer.rows)).toContain("University");
      }
      await expect(query("PROFILE CREATE (n) RETURN n")).rejects.toThrow(WriteRefusedError);
    });
  });

  describe("says when it is cut", () => {
    test("at the row limit", async () => {
      const cut = await query("UNWIND range(1, 50) AS x RETURN x", { maxRows: 10 });
      expect([cut.rows.length, cut.truncated]).toEqual([10, true]);
      const whole = await query("UNWIND range(1, 10) AS x RETURN x", { maxRows: 10 });
      expect([whole.rows.length, whole.truncated]).toEqual([10, false]);
      const own = await query("UNWIND range(1, 50) AS x RETURN x ORDER BY x DESC LIMIT 20", { maxRows: 10 });
      expect([own.rows[0], own.truncated]).toEqual([[50], true]);
      const union = await query("UNWIND range(1, 50) AS x RETURN x UNION ALL UNWIND range(1, 50) AS x RETURN x", {
        maxRows: 60,
      });
      expect([union.rows.length, union.truncated]).toEqual([60, true]);
    });

    test("before all of a huge answer is made", async () => {
      const cut = await query(
        "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c RETURN a, b, c",
        {
          maxRows: 10,
        },
      );
      expect([cut.rows.length, cut.truncated]).toEqual([10, true]);
    });

    test("at the size limit", async () => {
      const answer = await query(
        "UNWIND range(1, 100) AS x RETURN x, reduce(s = '浙', i IN range(1, 18) | s + s) AS long",
      );
      expect(answer.truncated).toBe(true);
      expect(answer.rows.length).toBeGreaterThan(0);
      expect(JSON.stringify(answer.rows).length).toBeLessThanOrEqual(17 * 1024 * 1024);
    });
  });

  describe("refuses", () => {
    const WRITES = [
      "CREATE (n:X)",
      "create (n:X) return n",
      "/* */ CREATE (n:X)",
      "// \nCREATE (n:X)",
      "MATCH (n) SET n.x = 1",
      "MATCH (n) SET n:X RETURN n",
      "MATCH (n) REMOVE n.name",
      "MATCH (n) DETACH DELETE n",
      "MATCH ()-[r]->() DELETE r",
      "MERGE (n:X {id: 1}) RETURN n",
      "MATCH (n) FOREACH (x IN [1] | SET n.x = x)",
      "UNWIND [1] AS x CREATE (:X {x: x})",
      "MATCH (n) WITH n LIMIT 1 SET n.x = 1 RETURN n",
      "CALL { CREATE (n:X) RETURN n } RETURN n",
      "MATCH (n:Entity) CALL { WITH n SET n.x = 1 } RETURN n",
      "EXPLAIN EXPLAIN CREATE (n)",
      "PROFILE MATCH (n) SET n.x = 1",
      "CREATE INDEX FOR (n:Entity) ON (n.x)",
      "DROP INDEX Entity_id",
      "CREATE CONSTRAINT FOR (n:Entity) REQUIRE n.x IS UNIQUE",
      "DROP CONSTRAINT Entity_id",
      "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
      "LOAD CSV FROM '/etc/passwd' AS line RETURN line",
      "CALL { LOAD CSV FROM '/etc/passwd' AS line RETURN line } RETURN line",
      "MATCH (n) RETURN n; MATCH (n) DETACH DELETE n",
      "CREATE (n:`MATCH (n) RETURN n`)",
      "MATCH (n {name: '// '}) SET n.x = 1 RETURN n",
      "CALL grafeo.pagerank()",
      "CALL dbms.killTransaction('x')",
      "CALL db.createLabel('X')",
    ];

    test("to write, however it is dressed up", async () => {
      const before = await contentOf(shared.store);
      for (const cypher of WRITES) {
        const outcome = await query(cypher).then(
          () => "was run",
          (error: unknown) => error,
        );
        expect(outcome, cypher).toSatisfy(
          (error) => error instanceof WriteRefusedError || error instanceof QuerySyntaxError,
        );
        if (/^(MATCH \(n\) SET|CREATE \(n:X\)|MERGE|LOAD|CALL \{ CREATE)/.test(cypher))
          expect(outcome, cypher).toBeInstanceOf(WriteRefusedError);
      }
      expect(await contentOf(shared.store)).toEqual(before);
    });

    test("not what only looks like writing", async () => {
      expect(await rows("RETURN 'CREATE (n) SET n.x = 1 LOAD CSV' AS x")).toEqual([
        ["CREATE (n) SET n.x = 1 LOAD CSV"],
      ]);
      expect(await rows("MATCH (n:Entity {name: 'DELETE'}) RETURN n.name AS `SET`")).toEqual([]);
    });

    test("what is no Cypher, and says where", async () => {
      expect((await problem("MATCH (n:Entity\nRETURN n")).position).toMatchObject({ line: 2, column: 1 });
      expect((await problem("MATCH (n)\nWHERE n.x = 1\nRETRN n")).position?.line).toBe(3);
      expect((await problem("EXPLAIN MATCH (n)\n  RETURN 学校")).position).toEqual({ line: 2, column: 10 });
      expect((await problem("MATCH (n) RETURN nofunction(n)")).message).toContain("nofunction");
      expect((await problem("RETURN $无")).message).toContain("无");
      for (const cypher of [
        "RETURN",
        "RETURN 1 +",
        "MATCH (n",
        "'",
        "`",
        "/*",
        "\u0000",
        "你好",
        "MATCH (n) RETURN n.",
        "(((((((((((((",
      ]) {
        expect((await problem(cypher)).message.length, cypher).toBeGreaterThan(5);
      }
    });

    test("parameters that are too deep", async () => {
      let deep: unknown = 1;
      for (let level = 0; level < 100_000; level += 1) deep = [deep];
      await expect(query("RETURN $deep", { parameters: { deep } })).rejects.toThrow(QuerySyntaxError);
    });
  });

  describe("is stopped", () => {
    test("at its time-out", async () => {
      await expect(query(ENDLESS, { timeoutMs: 1_500 })).rejects.toEqual(new QueryTimeoutError(1_500));
      expect(await rows("RETURN 1")).toEqual([[1]]);
    });

    test("when it is cancelled, and everybody else is answered while it runs", async () => {
      const controller = new AbortController();
      const cancelled = query(ENDLESS, { signal: controller.signal, timeoutMs: 60_000 });
      // It never ends by itself: whoever is answered before it is cancelled was answered beside it.
      const others = Promise.all([
        shared.store.entity(zju.id),
        shared.store.search({ q: "浙大", limit: 5 }),
        query("MATCH (u:University) RETURN u.name"),
      ]);
      void others.then(() => controller.abort());
      await expect(cancelled).rejects.toThrow(QueryCancelledError);
      expect((await others)[2].rows).toEqual([["浙江大学"]]);
      await expect(query("RETURN 1", { signal: AbortSignal.abort() })).rejects.toThrow(QueryCancelledError);
      expect(await rows("RETURN 1")).toEqual([[1]]);
    });

    test("when it takes too much memory, and takes nobody with it", async () => {
      for (const cypher of [
        "RETURN size(reduce(s = 'a', x IN range(1, 40) | s + s)) AS n",
        "UNWIND range(1, 20000000000) AS x WITH collect(x) AS xs RETURN size(xs) AS n",
      ]) {
        const [bomb, other] = await Promise.all([
          query(cypher, { timeoutMs: 60_000 }).catch((error: unknown) => error),
          query("MATCH (u:University) RETURN u.name"),
        ]);
        expect(bomb, cypher).toBeInstanceOf(QueryMemoryError);
        expect(other.rows).toEqual([["浙江大学"]]);
      }
    });
  });

  test("sees what was written before it was asked", async () => {
    await using opened = await open();
    const { store } = opened;
    const count = async () =>
      (
        await store.query({
          cypher: "MATCH (d:Document) RETURN count(d)",
          parameters: {},
          maxRows: 1,
          timeoutMs: 20_000,
        })
      ).rows[0]?.[0];
    for (let written = 0; written < 4; written += 1) {
      expect(await count()).toBe(written);
      const [again] = await Promise.all([count(), store.write(aDocumentGraph({ origin: `${written}` }))]);
      expect([written, written + 1]).toContain(again);
    }
  });
}

function nodesIn(answer: QueryAnswer): readonly QueryNode[] {
  const found: QueryNode[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) {
      if (typeof value === "number" && value > 1) throw new Error(`A number, ${value}, where a node should be.`);
      return;
    }
    if ("$" in value && value.$ === "node") found.push(value as QueryNode);
    else Object.values(value).forEach(visit);
  };
  answer.rows.forEach(visit);
  return found;
}

function refused(answer: QueryAnswer): never {
  throw new Error(`The query was run: ${JSON.stringify(answer)}`);
}

function syntaxError(error: unknown): QuerySyntaxError {
  if (!(error instanceof QuerySyntaxError)) throw error;
  return error;
}

/** Cypher that an engine does not speak at all is refused loudly; that is no wrong answer. */
function orNotSpoken(cypher: string) {
  return (error: unknown): QueryAnswer => {
    if (!(error instanceof QuerySyntaxError) || !/cannot be used here/.test(error.message)) throw error;
    const node: QueryNode = { $: "node", id: zju.id, labels: [], properties: { cypher } };
    return { columns: [], rows: [[node]], graph: { entities: [], relations: [] }, truncated: false, elapsedMs: 0 };
  };
}
