/** People's Cypher as a stream: rows come in batches, nobody holds more than is taken, and leaving ends the query. */
import { describe, expect, test } from "vitest";

import type { QueryEnd, QueryPlan, QueryStreamRequest } from "../../../server/contract/index.ts";
import type { UserQueryPart } from "../../../server/graph/index.ts";
import { QueryCancelledError, QuerySyntaxError, QueryTimeoutError } from "../../../server/graph/index.ts";
import { aDocumentGraph, anInstitute, aUniversity } from "../../support/builders.ts";
import type { OpenStore } from "../graph-store.ts";
import { sharedStore } from "./shared-store.ts";

const ENDLESS =
  "UNWIND range(1, 2000) AS a UNWIND range(1, 2000) AS b UNWIND range(1, 2000) AS c WITH a, b, c WHERE a + b + c < 0 RETURN count(*) AS n";

export function specifyQueryStreams(open: OpenStore): void {
  const zju = aUniversity("浙江大学");
  const institute = anInstitute("浙江大学绍兴研究院");
  const shared = sharedStore(open, () => [aDocumentGraph({ facts: [[institute, "CO_BUILT_WITH", zju]] })]);
  const stream = (cypher: string, more: Partial<QueryStreamRequest> = {}, signal?: AbortSignal) =>
    shared.store.queryStream({ cypher, parameters: {}, maxRows: 1_000_000, timeoutMs: 20_000, ...more }, signal);

  describe("a streamed answer", () => {
    test("has its columns first, then rows in batches, then its end", async () => {
      const { columns, batches, end } = await read(stream("UNWIND range(1, 25000) AS x RETURN x, x % 7 AS rest"));
      expect(columns).toEqual(["x", "rest"]);
      expect(batches.length).toBeGreaterThan(20);
      const rows = batches.flat();
      expect(rows).toHaveLength(25_000);
      expect([rows[0], rows.at(-1)]).toEqual([
        [1, 1],
        [25_000, 25_000 % 7],
      ]);
      expect(end).toMatchObject({ mode: "run", truncated: false, plan: null, warnings: [] });
    });

    test("has the ids of a relation's ends in each batch, without the nodes", async () => {
      const { batches } = await read(
        stream("MATCH ()-[r:CO_BUILT_WITH]->() UNWIND range(1, 2500) AS i RETURN r, i ORDER BY i"),
      );
      const rows = batches.flat();
      expect(rows).toHaveLength(2_500);
      expect(rows.at(-1)?.[0]).toMatchObject({ from: institute.id, to: zju.id });
    });

    test.each([0, 1, 999, 1_000, 1_001, 2_000])("of %i rows is whole, and cut one earlier", async (count) => {
      const cypher = `UNWIND range(1, ${count}) AS x RETURN x`;
      const whole = await read(stream(cypher, { maxRows: Math.max(1, count) }));
      expect([whole.batches.flat().length, whole.end.truncated]).toEqual([count, false]);
      if (count < 2) return;
      const cut = await read(stream(cypher, { maxRows: count - 1 }));
      expect([cut.batches.flat().length, cut.end.truncated]).toEqual([count - 1, true]);
    });

    test("may be left half-way, and the store goes on", async () => {
      for await (const part of stream("UNWIND range(1, 200000) AS x RETURN x")) if ("rows" in part) break;
      const { batches } = await read(stream("RETURN 1 AS one"));
      expect(batches).toEqual([[[1]]]);
    });

    test("is not stopped by the time-out while nobody takes its rows", async () => {
      const parts = stream("UNWIND range(1, 30000) AS x RETURN x", { timeoutMs: 3_000 })[Symbol.asyncIterator]();
      await parts.next();
      const until = Date.now() + 3_500;
      await expect.poll(() => Date.now() > until, { timeout: 10_000 }).toBe(true);
      let count = 0;
      for (let next = await parts.next(); next.done !== true; next = await parts.next()) {
        if ("rows" in next.value) count += next.value.rows.length;
      }
      expect(count).toBe(30_000);
    });

    test("is cancelled while nobody takes its rows", async () => {
      const abort = new AbortController();
      const parts = stream("UNWIND range(1, 300000) AS x RETURN x, toString(x) AS text", {}, abort.signal);
      const cut = async () => {
        for await (const part of parts) if ("rows" in part) abort.abort();
      };
      await expect(cut()).rejects.toThrow(QueryCancelledError);
      expect((await read(stream("RETURN 1 AS one"))).batches).toEqual([[[1]]]);
    });

    test("ends when it takes too long, and when it is cancelled", async () => {
      await expect(read(stream(ENDLESS, { timeoutMs: 300 }))).rejects.toThrow(QueryTimeoutError);
      const abort = new AbortController();
      const running = read(stream(ENDLESS, {}, abort.signal));
      abort.abort();
      await expect(running).rejects.toThrow(QueryCancelledError);
      expect((await read(stream("RETURN 1 AS one"))).batches).toEqual([[[1]]]);
    });
  });

  describe("the plan", () => {
    test("of EXPLAIN is a tree, and nothing runs", async () => {
      const { end, columns } = await read(stream("EXPLAIN MATCH (u:University) WHERE u.name = 'x' RETURN u.name AS n"));
      expect([end.mode, columns]).toEqual(["explain", ["plan"]]);
      expect(operators(end.plan).length).toBeGreaterThan(1);
      expect(operators(end.plan).every(({ rows }) => rows === null)).toBe(true);
    });

    test("of PROFILE has the rows of each operator, beside the rows of the answer", async () => {
      const { end, batches } = await read(stream("PROFILE MATCH (u:University) RETURN u.name AS n"));
      expect(batches.flat()).toEqual([["浙江大学"]]);
      expect(end.mode).toBe("profile");
      expect(end.hits).toBeGreaterThan(0);
      expect(operators(end.plan).every(({ rows }) => rows !== null)).toBe(true);
    });

    test("says the place of a mistake behind the word EXPLAIN as it is in the text", async () => {
      const wrong = await read(stream("EXPLAIN MATCH (n)\nRETURN\n  学校")).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(wrong).toBeInstanceOf(QuerySyntaxError);
      expect((wrong as QuerySyntaxError).position).toEqual({ line: 3, column: 3 });
    });
  });
}

interface ReadStream {
  readonly columns: readonly string[];
  readonly batches: readonly (readonly (readonly unknown[])[])[];
  readonly end: QueryEnd;
}

async function read(parts: AsyncIterable<UserQueryPart>): Promise<ReadStream> {
  let columns: readonly string[] | undefined;
  const batches: (readonly (readonly unknown[])[])[] = [];
  for await (const part of parts) {
    if ("columns" in part) columns = part.columns;
    else if ("rows" in part) batches.push(part.rows);
    else if (columns !== undefined) return { columns, batches, end: part.end };
  }
  throw new Error("The stream had no columns or no end.");
}

function operators(plan: QueryPlan | null): readonly QueryPlan[] {
  return plan === null ? [] : [plan, ...plan.children.flatMap(operators)];
}
