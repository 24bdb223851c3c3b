/** The five sample documents beside the repository, all the way into the embedded store. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import { expandPaths, ingest } from "../../ingest/index.ts";
import { decodeText } from "../../ingest/read/decode.ts";
import { openStore } from "../../server/graph/index.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const SEEDS = join(ROOT, "..", "shared", "corpus", "seeds");
const isThere = existsSync(SEEDS);
if (!isThere) console.warn(`Skipped: ${SEEDS} is not there. The sample documents are not part of the repository.`);

test.runIf(process.env["CI"] === "true")("the sample documents are there", () => {
  expect(isThere).toBe(true);
});

describe.runIf(isThere)("the sample documents", () => {
  const paths = isThere
    ? readdirSync(SEEDS)
        .filter((name) => name.endsWith(".txt"))
        .map((name) => join(SEEDS, name))
    : [];

  test("go in twice with the same counts, and every passage is what its document shows there", async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), "atlas-seeds-"));
    try {
      await using store = await openStore({ kind: "embedded", dataFolder });
      const first = await ingest(expandPaths(paths, { relativeTo: ROOT }), store, { strict: true });
      expect(first.counts).toMatchObject({ documents: 5, rejected: 0, unchanged: 0 });
      const counts = await store.counts();
      // A run counts what documents say; names that are one entity make it fewer.
      const { merges } = first.names!;
      expect(counts).toMatchObject({ documents: 5, entities: first.counts.entities - merges });
      expect(counts.relations).toBeLessThanOrEqual(first.counts.relations);

      const second = await ingest(expandPaths(paths, { relativeTo: ROOT }), store, { strict: true });
      expect(second.counts).toMatchObject({ documents: 0, unchanged: 5 });
      expect(await store.counts()).toEqual(counts);

      for (const { id, origin } of await store.origins()) {
        const original = decodeText(readFileSync(join(ROOT, origin)), origin);
        const { passages, mentions } = await store.document(id);
        const texts = new Map(passages.map((passage) => [passage.id, passage.text]));
        expect(passages.length).toBeGreaterThan(10);
        for (const { begin, end, text } of passages) {
          const shown = original.slice(begin, end);
          expect(shown).toBe(shown.trim());
          // Cleaning cuts and folds: what is left of a passage stands in its original, in order.
          expect(shown.length).toBeGreaterThanOrEqual(text.length);
        }
        for (const { passageId, begin, end, surface } of mentions)
          expect(texts.get(passageId)!.slice(begin, end)).toBe(surface);
      }
    } finally {
      rmSync(dataFolder, { recursive: true, force: true });
    }
  });

  test("a person finds 浙大, what it co-built, and the sentence that says so", async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), "atlas-seeds-"));
    try {
      await using store = await openStore({ kind: "embedded", dataFolder });
      await ingest(expandPaths(paths, { relativeTo: ROOT }), store);
      const { results } = await store.search({ q: "浙大", limit: 10 });
      const university = results.find(({ entity }) => entity.type === "University")!.entity;
      const { relations, entities } = await store.neighbors(university.id, {
        limit: 25,
        relation: "CO_BUILT_WITH",
        direction: "in",
      });
      expect(entities.map(({ name }) => name)).toContain("浙江大学绍兴研究院");
      const institute = entities.find(({ name }) => name === "浙江大学绍兴研究院")!;
      const { passages } = await store.relation(relations.find(({ from }) => from === institute.id)!.id);
      expect(passages[0]!.passage.text).toContain("浙江大学绍兴研究院");
    } finally {
      rmSync(dataFolder, { recursive: true, force: true });
    }
  });
});
