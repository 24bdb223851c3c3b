import fc from "fast-check";
import { expect, test } from "vitest";

import type { DocumentId, PassageId } from "../../../../../server/contract/index.ts";
import type { CypherMap } from "../../../../../server/graph/engine.ts";
import { orderEntries, relationProperties, toClaimEntries } from "../../../../../server/graph/model/claim-entries.ts";
import type { ClaimEntry } from "../../../../../server/graph/model/claim-entries.ts";

const entry = (more: Partial<ClaimEntry> = {}): ClaimEntry => ({
  passageId: "p1" as PassageId,
  documentId: "d1" as DocumentId,
  status: "existing",
  date: null,
  confidence: 0.5,
  method: "rule",
  ...more,
});

const anyEntry = fc
  .record({
    document: fc.nat({ max: 3 }),
    passage: fc.nat({ max: 3 }),
    status: fc.constantFrom("existing" as const, "planned" as const),
    date: fc.constantFrom(null, "2021", "2021-05", "2023-01-31"),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    method: fc.constantFrom("a", "b"),
  })
  .map(({ document, passage, ...more }) =>
    entry({ ...more, documentId: `d${document}` as DocumentId, passageId: `d${document}/${passage}` as PassageId }),
  );
const entries = fc.array(anyEntry, { minLength: 1, maxLength: 12 });

test("do not depend on the order in which they came", () => {
  fc.assert(
    fc.property(
      entries.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      ([list, shuffled]) => {
        expect(relationProperties(orderEntries(shuffled))).toEqual(relationProperties(orderEntries(list)));
      },
    ),
  );
});

test("come back from what is stored", () => {
  fc.assert(
    fc.property(entries, (list) => {
      const ordered = orderEntries(list);
      expect(toClaimEntries(relationProperties(ordered) as CypherMap)).toEqual(ordered);
    }),
  );
});

test("leave one a passage: existing before planned, then the surer", () => {
  expect(orderEntries([entry({ status: "planned", confidence: 1 }), entry({ confidence: 0.2 })])).toEqual([
    entry({ confidence: 0.2 }),
  ]);
  expect(orderEntries([entry({ confidence: 0.2 }), entry({ confidence: 0.9 })])).toEqual([entry({ confidence: 0.9 })]);
});

test("are surer together than alone, but only over documents", () => {
  const confidenceOf = (...list: ClaimEntry[]) => relationProperties(orderEntries(list))["confidence"];
  expect(confidenceOf(entry(), entry({ passageId: "p2" as PassageId, confidence: 0.4 }))).toBe(0.5);
  expect(confidenceOf(entry(), entry({ passageId: "p2" as PassageId, documentId: "d2" as DocumentId }))).toBe(0.75);
  expect(
    confidenceOf(entry({ confidence: 1 }), entry({ passageId: "p2" as PassageId, documentId: "d2" as DocumentId })),
  ).toBe(1);
});
