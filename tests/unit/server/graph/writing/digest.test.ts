/** The digest of a document: of what it says, not of how that is ordered, and made without holding up the process. */
import fc from "fast-check";
import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";

import type { EntityId, PassageId } from "../../../../../server/contract/index.ts";
import type { DocumentGraph } from "../../../../../server/graph/index.ts";
import { digestOf, PIECE } from "../../../../../server/graph/writing/digest.ts";
import { aDocumentGraph } from "../../../../support/builders.ts";

/** With so many mentions, each another. */
function graphWith(mentions: number): DocumentGraph {
  const passageId = "passage" as PassageId;
  return {
    ...aDocumentGraph(),
    mentions: Array.from({ length: mentions }, (_, i) => ({
      entityId: `entity ${i % 7}` as EntityId,
      passageId,
      surface: `名称 ${i}`,
      begin: i,
      end: i + 2,
    })),
  };
}

test("order and repetition say nothing, over any number of pieces", async () => {
  const sizes = fc.integer({ min: 0, max: 3 * PIECE + 2 });
  await fc.assert(
    fc.asyncProperty(sizes, fc.integer(), async (size, seed) => {
      const graph = graphWith(size);
      const shuffled = graph.mentions.toSorted(
        (a, b) => ((a.begin * 7_919 + seed) % 1_009) - ((b.begin * 7_919 + seed) % 1_009),
      );
      const repeated = [...shuffled, ...shuffled.slice(0, size / 2)];
      expect(await digestOf({ ...graph, mentions: repeated })).toBe(await digestOf(graph));
    }),
    { numRuns: 20 },
  );
});

test.each([0, PIECE - 1, PIECE, 2 * PIECE + 500])("mention %i counts", async (i) => {
  const graph = graphWith(3 * PIECE);
  const other = graph.mentions.with(i, { ...graph.mentions[i]!, end: 1_000_000 });
  expect(await digestOf({ ...graph, mentions: other })).not.toBe(await digestOf(graph));
  expect(await digestOf({ ...graph, mentions: graph.mentions.toSpliced(i, 1) })).not.toBe(await digestOf(graph));
});

test("the process turns to other work between the pieces of a large document", async () => {
  const state = { isDone: false, turns: 0 };
  const digest = digestOf(graphWith(50 * PIECE)).finally(() => (state.isDone = true));
  for (; !state.isDone; state.turns++) await turn();
  await digest;
  expect(state.turns).toBeGreaterThan(50);
});
