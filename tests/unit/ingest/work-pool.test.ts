/** The threads that work on documents: the same results as without them, and one bad document costs only itself. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";

import { WorkPool } from "../../../ingest/work/index.ts";
import type { WorkInput } from "../../../ingest/work/index.ts";
import { workOn } from "../../../ingest/work/work-on.ts";
import { utf8 } from "../../support/sample-files.ts";

const FOLDER = join(import.meta.dirname, "..", "..", "golden", "dev");
const DOCUMENTS = readdirSync(FOLDER)
  .filter((name) => /\.(?:txt|md|html)$/.test(name))
  .map((name): WorkInput => ({ origin: name, bytes: readFileSync(join(FOLDER, name)), extractor: "test" }));

const text = (origin: string, content: string): WorkInput => ({ origin, bytes: utf8(content), extractor: "test" });
const LABORATORY = text("a.txt", "南湖实验室位于嘉兴市南湖区，聚焦集成电路。");

let pool: WorkPool;
beforeEach(() => {
  pool = new WorkPool({ threads: 2 });
});
afterEach(() => pool[Symbol.asyncDispose]());

test("documents come out as they do one by one without threads", async () => {
  const results = await Promise.all(DOCUMENTS.map((input) => pool.work(input)));
  for (const [i, input] of DOCUMENTS.entries()) {
    expect(results[i], input.origin).toEqual((await workOn([input]))[0]);
  }
});

test("what cannot be read is told, beside others in one message", async () => {
  const inputs = [LABORATORY, text("b.txt", ""), text("c.csv", "名称\n鉴湖实验室\n"), LABORATORY];
  const results = await Promise.all(inputs.map((input) => pool.work(input)));
  expect(results.map(({ graph, rejections }) => [graph !== null, rejections.map(({ code }) => code)])).toEqual([
    [true, []],
    [false, ["empty_document"]],
    [false, ["invalid_mapping"]],
    [true, []],
  ]);
});

test("a document that needs too much memory is told by its name, and no other is lost", async () => {
  await using small = new WorkPool({ threads: 1, memoryMb: 128 });
  const huge = text("huge.txt", "绍兴市与浙江大学共建浙江大学绍兴研究院。\n".repeat(200_000));
  const before = Array.from({ length: 5 }, (_, i) => ({ ...LABORATORY, origin: `${i}.txt` }));
  const work = [...before, huge, LABORATORY].map((input) => small.work(input));
  const results = await Promise.all(work);
  const refused = results.filter(({ graph }) => graph === null);
  expect(refused.flatMap(({ rejections }) => rejections)).toEqual([
    {
      origin: "huge.txt",
      place: null,
      code: "too_large",
      message:
        '"huge.txt" needs more than the 128 MB of memory that one document may take. Split it into several files.',
    },
  ]);
  expect(results.flatMap(({ graph }) => graph?.document.origin ?? [])).toEqual([
    ...before.map(({ origin }) => origin),
    "a.txt",
  ]);
});

test("a thread that cannot hold what it works with is told, instead of being started for ever", async () => {
  await using tiny = new WorkPool({ threads: 2, memoryMb: 4 });
  await expect(tiny.work(LABORATORY)).rejects.toThrow("did not start");
});

test("work that is cancelled ends, and the pool goes on", async () => {
  const stop = new AbortController();
  const long = text("long.txt", "绍兴市与浙江大学共建浙江大学绍兴研究院。\n".repeat(100_000));
  await pool.work(LABORATORY);
  const cancelled = expect(pool.work(long, stop.signal)).rejects.toThrow("enough");
  stop.abort(new Error("enough"));
  await cancelled;
  await expect(pool.work(LABORATORY, stop.signal)).rejects.toThrow("enough");
  expect((await pool.work(LABORATORY)).graph?.document.origin).toBe("a.txt");
});

test("this thread goes on with its own work while a large document is worked on", async () => {
  const large = text("large.txt", readFileSync(join(FOLDER, DOCUMENTS[0]!.origin), "utf8").repeat(100));
  const state = { isDone: false, turns: 0 };
  const work = pool.work(large).finally(() => (state.isDone = true));
  for (; !state.isDone; state.turns++) await turn();
  expect((await work).graph?.passages.length).toBeGreaterThan(100);
  expect(state.turns).toBeGreaterThan(100);
});
