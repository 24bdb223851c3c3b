/** The gallery of questions, on the data that comes with the product. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

import { parametersOf } from "../../client/src/cypher/cypher-text.ts";
import { readParameters } from "../../client/src/state/query-parameters.ts";
import { QUESTIONS } from "../../client/src/views/query/library/questions.ts";
import { expandPaths, ingest } from "../../ingest/index.ts";
import { openStore } from "../../server/graph/index.ts";
import type { GraphStore } from "../../server/graph/index.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const dataFolder = mkdtempSync(join(tmpdir(), "atlas-questions-"));
let store: GraphStore;
beforeAll(async () => {
  store = await openStore({ kind: "embedded", dataFolder });
  await ingest(expandPaths([join(ROOT, "data")], { relativeTo: ROOT }), store);
});
afterAll(async () => {
  await store[Symbol.asyncDispose]();
  rmSync(dataFolder, { recursive: true, force: true });
});

/** They ask for what documents should not have; the bundled ones do not. */
const MAY_BE_EMPTY = new Set(["figures-that-differ"]);

test.each(QUESTIONS)("$id runs as it stands and has an answer", async ({ id, cypher, parameters = {} }) => {
  expect(Object.keys(parameters).toSorted()).toEqual([...parametersOf(cypher)].toSorted());
  const { values, faults } = readParameters(parameters, Object.keys(parameters));
  expect(faults).toEqual({});
  const { rows, truncated } = await store.query({ cypher, parameters: values, maxRows: 1_000, timeoutMs: 30_000 });
  expect(truncated).toBe(false);
  if (!MAY_BE_EMPTY.has(id)) expect(rows.length).toBeGreaterThan(0);
});

test("there are at least 25, each with a name and a line of its own in both languages", () => {
  expect(QUESTIONS.length).toBeGreaterThanOrEqual(25);
  for (const language of ["zh", "en"] as const) {
    expect(new Set(QUESTIONS.map(({ title }) => title[language])).size).toBe(QUESTIONS.length);
    expect(new Set(QUESTIONS.map(({ line }) => line[language])).size).toBe(QUESTIONS.length);
  }
});
