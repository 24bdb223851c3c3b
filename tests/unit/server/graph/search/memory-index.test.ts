import fc from "fast-check";
import { expect, test } from "vitest";

import type { EntityId } from "../../../../../server/contract/index.ts";
import { compareHits, matchEntity, TIERS, wantsFuzzy } from "../../../../../server/graph/search/match.ts";
import { MemoryIndex } from "../../../../../server/graph/search/memory-index.ts";
import { searchKeys } from "../../../../../server/graph/search/search-keys.ts";
import { toSearchTerms } from "../../../../../server/graph/search/search-terms.ts";
import type { SearchableEntity } from "../../../../../server/graph/search/searchable-entity.ts";

const name = fc.stringMatching(/^[浙江大学工业院(A-b ]{1,7}$/).filter((text) => text.trim() !== "");
const entity = fc
  .record({
    id: fc.nat({ max: 30 }),
    name,
    aliases: fc.array(name, { maxLength: 2 }),
    type: fc.constantFrom("University" as const, "Company" as const),
    degree: fc.nat({ max: 3 }),
  })
  .map(({ id, ...rest }): SearchableEntity => ({
    ...rest,
    id: `e${id}` as EntityId,
    ...searchKeys(rest.name, rest.aliases),
  }));
const query = fc.oneof(
  name,
  fc.constantFrom("", "z", "zjdx", "zhe", "jiang", "浙工大", "浙江太学", "ab", "(", "zhejiangdaxeu"),
);

/** Looks at every entity. */
function searchSlowly(entities: readonly SearchableEntity[], q: string, limit: number) {
  const terms = toSearchTerms(q);
  const matched = entities.flatMap((candidate) => {
    const found = matchEntity(terms, candidate);
    return found === undefined ? [] : [{ entity: candidate, ...found }];
  });
  const asTyped = matched.filter(({ tier }) => tier < TIERS.inOrder);
  const wanted = wantsFuzzy(terms, asTyped.length) ? matched : asTyped;
  return {
    hits: wanted
      .sort(compareHits)
      .slice(0, limit)
      .map(({ entity: found, match }) => ({ entity: found, match })),
    total: wanted.length,
  };
}

test("finds what looking at every entity finds, after any updates", () => {
  const updates = fc.array(
    fc.tuple(fc.array(entity, { maxLength: 4 }), fc.array(fc.nat({ max: 30 }), { maxLength: 2 })),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(
      fc.array(entity, { maxLength: 20 }),
      updates,
      query,
      fc.integer({ min: 1, max: 8 }),
      (first, later, q, limit) => {
        const held = new Map(first.map((own) => [own.id, own]));
        const index = new MemoryIndex([...held.values()]);
        for (const [changed, removed] of later) {
          const last = [...new Map(changed.map((own) => [own.id, own])).values()];
          const gone = removed.map((n) => `e${n}` as EntityId).filter((id) => !last.some((own) => own.id === id));
          index.update(last, gone);
          for (const own of last) held.set(own.id, own);
          for (const id of gone) held.delete(id);
        }
        expect(index.search(toSearchTerms(q), limit)).toEqual(searchSlowly([...held.values()], q, limit));
      },
    ),
    { numRuns: 500 },
  );
});

test("is rebuilt when much has changed, and finds the same", () => {
  const make = (n: number, degree: number): SearchableEntity => {
    const own = `绍兴企业${n}`;
    return { id: `e${n}` as EntityId, type: "Company", name: own, aliases: [], ...searchKeys(own, []), degree };
  };
  const index = new MemoryIndex(Array.from({ length: 2_500 }, (_, n) => make(n, 0)));
  index.update(
    Array.from({ length: 2_400 }, (_, n) => make(n, 1)),
    ["e2499" as EntityId],
  );
  const { hits, total } = index.search(toSearchTerms("绍兴企业"), 1);
  expect([total, hits[0]?.entity.degree]).toEqual([2_499, 1]);
});
