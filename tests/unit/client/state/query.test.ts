/** Queries in tabs: what runs, with which parameters, how rows come and how a run ends. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { ApiError } from "../../../../client/src/api.ts";
import type { Api, StreamEnd } from "../../../../client/src/api.ts";
import { readQueryStream } from "../../../../client/src/query-stream.ts";
import { entryOf, readParameter } from "../../../../client/src/state/query-parameters.ts";
import { createQuery } from "../../../../client/src/state/query.ts";
import type { QueryStreamEvent } from "../../../../server/contract/index.ts";

const END: StreamEnd = {
  type: "end",
  rows: 1,
  elapsedMs: 3,
  mode: "run",
  truncated: false,
  plan: null,
  hits: null,
  warnings: [],
};

/** Answers each query with its own text; `hang` never answers. */
function server() {
  const asked: Parameters<Api["queryStream"]>[0][] = [];
  const api: Pick<Api, "queryStream"> = {
    queryStream: (request, onEvent, signal) => {
      asked.push(request);
      if (request.cypher.includes("wrong")) return Promise.reject(new ApiError("invalid_query"));
      onEvent({ type: "columns", columns: ["x"] });
      onEvent({ type: "rows", rows: [[request.cypher]] });
      if (!request.cypher.includes("hang")) return Promise.resolve(END);
      return new Promise((_, reject) => {
        signal?.addEventListener("abort", () => reject(new DOMException("stopped", "AbortError")));
      });
    },
  };
  return { asked, query: createQuery(api, { browser: "me" }) };
}

describe("running", () => {
  test("takes the statement at the cursor, or all, each with its own parameters", async () => {
    const { asked, query } = server();
    query.write("RETURN $a;\nRETURN $b AS b", { a: 1, b: ["x"] });
    query.current.value.cursor.value = 12;
    await query.run();
    await query.run("all");
    expect(asked.map(({ cypher, parameters, browser }) => [cypher, parameters, browser])).toEqual([
      ["RETURN $b AS b", { b: ["x"] }, "me"],
      ["RETURN $a", { a: 1 }, "me"],
      ["RETURN $b AS b", { b: ["x"] }, "me"],
    ]);
    expect(query.current.value.runs.value.map(({ rows, state }) => [rows[0]?.[0], state.value.status])).toEqual([
      ["RETURN $a", "done"],
      ["RETURN $b AS b", "done"],
    ]);
  });

  test("waits for parameters that are missing or wrong, and says which", async () => {
    const { asked, query } = server();
    query.write("RETURN $n, $list");
    query.current.value.setEntry("n", { type: "number", text: "viel" });
    query.current.value.setEntry("list", { type: "json", text: "[1" });
    expect(query.shownFaults.value).toEqual({});
    await query.run();
    expect(asked).toEqual([]);
    expect(query.shownFaults.value).toEqual({ n: "no_number", list: "no_json" });
  });

  test("stops at the first statement that fails, and keeps what came before", async () => {
    const { asked, query } = server();
    query.write("RETURN 1; wrong; RETURN 3");
    await query.run("all");
    expect(asked).toHaveLength(2);
    expect(query.current.value.runs.value.map(({ state }) => state.value.status)).toEqual(["done", "failed"]);
  });

  test("is ended by stop, with the rows that had come", async () => {
    const { query } = server();
    query.write("hang; RETURN 2");
    const running = query.run("all");
    expect(query.isRunning.value).toBe(true);
    query.stop();
    await running;
    const [run] = query.current.value.runs.value;
    expect([run?.state.value.status, run?.count.value, query.current.value.runs.value.length]).toEqual([
      "stopped",
      1,
      1,
    ]);
    expect(query.isRunning.value).toBe(false);
  });

  test("with EXPLAIN puts the word in the place of one that is there", async () => {
    const { asked, query } = server();
    query.write("PROFILE RETURN 1");
    await query.run("current", "EXPLAIN");
    expect(asked[0]?.cypher).toBe("EXPLAIN\nRETURN 1");
  });
});

describe("tabs", () => {
  test("open once for the same query, else beside what is written", () => {
    const { query } = server();
    query.write("RETURN 1");
    query.write("RETURN 2");
    query.write("RETURN 1");
    expect(query.tabs.value.map(({ text }) => text.value)).toEqual(["RETURN 1", "RETURN 2"]);
    expect(query.current.value.text.value).toBe("RETURN 1");
    query.close(query.current.value.id);
    expect(query.current.value.text.value).toBe("RETURN 2");
    query.close(query.current.value.id);
    expect(query.tabs.value.map(({ text }) => text.value)).toEqual([""]);
  });
});

describe("parameters", () => {
  test("are read as they were given", () => {
    const value = fc.oneof(
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.array(fc.string()),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(value, (given) => {
        expect(readParameter(entryOf(given))).toEqual({ value: JSON.parse(JSON.stringify(given)) as unknown });
      }),
    );
  });
});

describe("a stream of rows", () => {
  const events: readonly QueryStreamEvent[] = [
    { type: "columns", columns: ["名称"] },
    { type: "rows", rows: [["浙江大学"], ["a\nb"]] },
    END,
  ];
  const bytes = new TextEncoder().encode(events.map((event) => `${JSON.stringify(event)}\n`).join(""));
  const inPieces = (all: Uint8Array, size: number) =>
    new Response(
      new ReadableStream({
        start(controller) {
          for (let at = 0; at < all.length; at += size) controller.enqueue(all.slice(at, at + size));
          controller.close();
        },
      }),
    );

  test("is the same however the network cuts it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: bytes.length }), async (size) => {
        const seen: QueryStreamEvent[] = [];
        await readQueryStream(inPieces(bytes, size), (event) => seen.push(event));
        expect(seen).toEqual(events);
      }),
    );
  });

  test("that breaks off, or ends in a problem, fails with a code", async () => {
    await expect(readQueryStream(inPieces(bytes.slice(0, 40), 7), () => {})).rejects.toMatchObject({
      code: "unexpected_answer",
    });
    const problem = { type: "about:blank", title: "", status: 408, code: "query_timeout", detail: "" };
    const line = new TextEncoder().encode(`${JSON.stringify({ type: "problem", problem })}\n`);
    await expect(readQueryStream(inPieces(line, 10), () => {})).rejects.toMatchObject({ code: "query_timeout" });
  });
});
