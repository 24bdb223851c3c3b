import { expect, test } from "vitest";

import type { EntityId } from "../../../../server/contract/index.ts";
import { entityKey, parseRelationId, relationId } from "../../../../server/graph/relation-id.ts";

const [zju, shaoxing] = ["University:浙江大学" as EntityId, "Region:330600" as EntityId];

test("differs by type, ends and direction", () => {
  const ids = [
    relationId("PARTNERS_WITH", zju, shaoxing),
    relationId("PARTNERS_WITH", shaoxing, zju),
    relationId("LOCATED_IN", zju, shaoxing),
    relationId("PARTNERS_WITH", zju, zju),
  ];
  expect(new Set(ids).size).toBe(4);
});

test("says its type and the keys of its ends", () => {
  expect(parseRelationId(relationId("LOCATED_IN", zju, shaoxing))).toEqual({
    type: "LOCATED_IN",
    fromKey: entityKey(zju),
    toKey: entityKey(shaoxing),
  });
});

test("is no relation's id when anything is missing, too much or unknown", () => {
  const id = relationId("LOCATED_IN", zju, shaoxing);
  for (const text of [
    "",
    "LOCATED_IN",
    `${id}x`,
    `${id}.x`,
    id.slice(1),
    id.replace("LOCATED_IN", "KNOWS"),
    `${id}\n`,
  ]) {
    expect(parseRelationId(text), text).toBeUndefined();
  }
});

test("does not change between releases: stored graphs and links depend on it", () => {
  expect(relationId("LOCATED_IN", zju, shaoxing)).toBe("LOCATED_IN.Pn6V3eDysGdG.qoq6umf6ozFx");
});
