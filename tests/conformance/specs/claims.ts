/** The claims behind relations, which of them are about a field, and what a filter can be set to. */
import { expect, test } from "vitest";

import type { EntityId, RelationId } from "../../../server/contract/index.ts";
import { aDocumentGraph, aRegion, aUniversity, anEntity, anInstitute, relationOf } from "../../support/builders.ts";
import type { FactSpec } from "../../support/builders.ts";
import type { OpenStore } from "../graph-store.ts";
import { sharedStore } from "./shared-store.ts";

const zju = aUniversity("浙江大学");
const shaoxing = aRegion("绍兴市", "city");
const institute = anInstitute("浙江大学绍兴研究院");
const chips = anEntity({ type: "Industry", name: "集成电路" });
const textiles = anEntity({ type: "Industry", name: "现代纺织" });
const idle = anEntity({ type: "Industry", name: "低空经济" });
const partners: FactSpec = [zju, "PARTNERS_WITH", shaoxing, { status: "planned", date: "2021-05" }];
const partnersInTextiles: FactSpec = [
  zju,
  "PARTNERS_WITH",
  shaoxing,
  { date: "2023", text: "浙江大学与绍兴市合作现代纺织。" },
];
const located: FactSpec = [institute, "LOCATED_IN", shaoxing];

export function specifyClaims(open: OpenStore): void {
  const shared = sharedStore(open, () => [
    aDocumentGraph({ origin: "report", facts: [partners, located, [institute, "FOCUSES_ON", chips]] }),
    // The sentence names the field, and nobody is said to focus on it.
    nameIn(
      aDocumentGraph({ origin: "plan", facts: [partnersInTextiles], entities: [textiles, idle] }),
      textiles.id,
      "现代纺织",
    ),
  ]);
  const claimsOf = async (ids: readonly EntityId[], fields: readonly EntityId[] = []) => {
    const { relations } = await shared.store.claims({ ids: [...ids], fields: [...fields] });
    return new Map<RelationId, unknown>(relations.map(({ id, claims }) => [id, claims]));
  };

  test("every claim of the relations among the entities, each with status, date and document", async () => {
    const claims = await claimsOf([zju.id, shaoxing.id, "nobody" as EntityId]);
    expect([...claims.keys()]).toEqual([relationOf(partners)]);
    expect(claims.get(relationOf(partners))).toEqual(
      expect.arrayContaining([
        { status: "planned", date: "2021-05", document: "document:report", isInField: true },
        { status: "existing", date: "2023", document: "document:plan", isInField: true },
      ]),
    );
  });

  test("a claim is about a field that its passage names, or that a body at an end focuses on", async () => {
    const all = [zju.id, shaoxing.id, institute.id];
    const inTextiles = await claimsOf(all, [textiles.id]);
    expect(inTextiles.get(relationOf(partners))).toMatchObject([{ isInField: true }, { isInField: false }]);
    expect(inTextiles.get(relationOf(located))).toMatchObject([{ isInField: false }]);
    const inChips = await claimsOf(all, [chips.id]);
    expect(inChips.get(relationOf(partners))).toMatchObject([{ isInField: false }, { isInField: false }]);
    expect(inChips.get(relationOf(located))).toMatchObject([{ isInField: true }]);
  });

  test("takes a fixed number of statements", async () => {
    const ids = [zju.id, shaoxing.id, institute.id];
    const statements = await shared.statementsOf((store) => store.claims({ ids, fields: [chips.id] }));
    expect(statements).toBeLessThanOrEqual(5);
  });

  test("facets: relations by year and status, those undated, and fields by their bodies", async () => {
    const facets = await shared.store.facets();
    expect(facets.years).toEqual([
      { year: 2021, existing: 0, planned: 1 },
      { year: 2023, existing: 1, planned: 0 },
    ]);
    expect(facets.undated).toBe(2);
    expect(facets.fields.map(({ entity, bodies }) => [entity.name, bodies])).toEqual([
      ["集成电路", 1],
      ["低空经济", 0],
      ["现代纺织", 0],
    ]);
  });
}

/** The same document, where its first passage names one more entity. */
function nameIn(graph: ReturnType<typeof aDocumentGraph>, entityId: EntityId, surface: string) {
  const [passage] = graph.passages;
  if (passage === undefined) throw new Error("The document has no passage.");
  const begin = passage.text.indexOf(surface);
  const mention = { entityId, passageId: passage.id, surface, begin, end: begin + surface.length };
  return { ...graph, mentions: [...graph.mentions, mention] };
}
