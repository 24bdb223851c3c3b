import fc from "fast-check";
import { expect, test } from "vitest";

import { hullsOf } from "../../../../client/src/canvas/hulls.ts";
import { isInside } from "../../../../client/src/canvas/territories.ts";
import type { EntityId } from "../../../../server/contract/index.ts";
import { entity } from "../world.ts";

const node = (id: string, x: number, y: number) => {
  const one = entity(id);
  return { element: { id: one.id, entity: one, radius: 10 }, at: { x, y } };
};
const group = (name: string, ...ids: string[]) => ({ name, members: new Set(ids as EntityId[]) });

test("the land of a group holds two of its entities at least, and nobody else's", () => {
  const place = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 600 }) });
  fc.assert(
    fc.property(
      fc.uniqueArray(place, { selector: ({ x, y }) => `${x} ${y}`, minLength: 2, maxLength: 24 }),
      fc.integer({ min: 1, max: 23 }),
      (places, own) => {
        const nodes = places.map(({ x, y }, at) => node(`n${at}`, x, y));
        const members = nodes.slice(0, own).map(({ element }) => element.id);
        const hulls = hullsOf(nodes, [group("甲", ...members)]);
        for (const { border } of hulls) {
          for (const { at } of nodes.slice(own)) expect(isInside(border, at)).toBe(false);
          expect(nodes.slice(0, own).filter(({ at }) => isInside(border, at)).length).toBeGreaterThan(1);
        }
      },
    ),
  );
});

test("entities that stand together are one land under the name of their group", () => {
  const hulls = hullsOf(
    [node("a", 0, 0), node("b", 60, 0), node("c", 30, 50), node("d", 400, 0)],
    [group("甲", "a", "b", "c")],
  );
  expect(hulls.map(({ name }) => name)).toEqual(["甲"]);
  for (const [x, y] of [
    [0, 0],
    [60, 0],
    [30, 50],
  ] as const) {
    expect(isInside(hulls[0]!.border, { x, y })).toBe(true);
  }
});

test("a stranger between them parts them into islands", () => {
  const nodes = [node("a", 0, 0), node("b", 60, 0), node("s", 200, 0), node("c", 400, 0), node("d", 460, 0)];
  const hulls = hullsOf(nodes, [group("甲", "a", "b", "c", "d")]);
  expect(hulls).toHaveLength(2);
});
