/** Loading in batches: one alone at once, many together, and a wrong one costs no other. */
import { expect, test } from "vitest";

import { Loader } from "../../../ingest/load/index.ts";
import { InvalidGraphError } from "../../../server/graph/index.ts";
import type { DocumentGraph } from "../../../server/graph/index.ts";

const graphOf = (origin: string, passages = 1) =>
  ({
    document: { origin },
    passages: Array.from({ length: passages }),
    mentions: [],
    claims: [],
    observations: [],
  }) as unknown as DocumentGraph;

/** A store that writes when it is told to, and refuses origins that begin with "bad". */
function slowStore() {
  const batches: string[][] = [];
  let release: () => void = () => undefined;
  return {
    batches,
    release: () => release(),
    writeMany: async (graphs: readonly DocumentGraph[]) => {
      const origins = graphs.map(({ document }) => document.origin);
      batches.push(origins);
      await new Promise<void>((resolve) => (release = resolve));
      if (origins.some((origin) => origin.startsWith("full"))) throw new Error("no room");
      if (origins.some((origin) => origin.startsWith("bad"))) throw new InvalidGraphError("wrong");
    },
  };
}

function loaderOn(store: ReturnType<typeof slowStore>) {
  const written: string[] = [];
  const refused: string[] = [];
  const loader = new Loader(store, {
    onWritten: (graphs) => written.push(...graphs.map(({ document }) => document.origin)),
    onRefused: ({ document }) => refused.push(document.origin),
  });
  /** Lets the store write until nothing is under way. */
  const settle = async () => {
    const state = { isDone: false };
    const settled = loader.settle().then(() => (state.isDone = true));
    while (!state.isDone) {
      store.release();
      await Promise.resolve();
    }
    await settled;
  };
  return { loader, written, refused, settle };
}

test("one is written at once, those that come meanwhile are written together", async () => {
  const store = slowStore();
  const { loader, written, settle } = loaderOn(store);
  for (const origin of ["a", "b", "c"]) await loader.load(graphOf(origin));
  expect([store.batches, written]).toEqual([[["a"]], []]);
  await settle();
  expect([store.batches, written]).toEqual([
    [["a"], ["b", "c"]],
    ["a", "b", "c"],
  ]);
});

test.each([
  ["documents", 100, 1],
  ["rows", 4, 5_000],
])("no more %s wait than a batch may have", async (_what, most, passages) => {
  const store = slowStore();
  const { loader, settle } = loaderOn(store);
  await loader.load(graphOf("first"));
  for (let i = 0; i < most; i++) await loader.load(graphOf(`${i}`, passages));
  let isTaken = false;
  const waiting = loader.load(graphOf("last")).then(() => (isTaken = true));
  await Promise.resolve();
  expect(isTaken).toBe(false);
  store.release();
  await waiting;
  await settle();
  expect(store.batches.map((batch) => batch.length)).toEqual([1, most, 1]);
});

test("a wrong one is told, and all others are written", async () => {
  const { loader, written, refused, settle } = loaderOn(slowStore());
  for (const origin of ["a", "b", "bad", "c"]) await loader.load(graphOf(origin));
  await settle();
  await loader.finish();
  expect([written, refused]).toEqual([["a", "b", "c"], ["bad"]]);
});

test("what the store throws is told by what is called next, and nothing more is written", async () => {
  const store = slowStore();
  const { loader, written, settle } = loaderOn(store);
  for (const origin of ["a", "full", "c"]) await loader.load(graphOf(origin));
  await settle();
  await expect(loader.load(graphOf("d"))).rejects.toThrow("no room");
  await expect(loader.finish()).rejects.toThrow("no room");
  expect([store.batches.length, written]).toEqual([2, ["a"]]);
});
