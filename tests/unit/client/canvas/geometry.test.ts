import { describe, expect, test } from "vitest";

import { lineAt, middleOf } from "../../../../client/src/canvas/edge-hits.ts";
import { detailAt, farScale, drawnRadius, labelWeight } from "../../../../client/src/canvas/level-of-detail.ts";
import { SHAPES } from "../../../../client/src/canvas/node-shapes.ts";
import { borderAround, convexHull, isInside, territoriesOf } from "../../../../client/src/canvas/territories.ts";
import { clockwise, nearestThatWay } from "../../../../client/src/canvas/walk.ts";
import { ENTITY_TYPES } from "../../../../server/contract/ontology.ts";
import type { RegionLevel } from "../../../../server/contract/ontology.ts";
import { entity, relation } from "../world.ts";

describe("the line under the pointer", () => {
  const straight = { id: "straight", from: { x: 0, y: 0 }, to: { x: 100, y: 0 }, bow: 0 };
  const bowed = { id: "bowed", from: { x: 0, y: 0 }, to: { x: 100, y: 0 }, bow: 20 };

  test("is the nearest within reach", () => {
    expect(lineAt([straight, bowed], { x: 50, y: 3 }, 6)).toBe("straight");
    expect(lineAt([straight, bowed], { x: 50, y: 18 }, 6)).toBe("bowed");
    expect(lineAt([straight, bowed], { x: 50, y: 40 }, 6)).toBeUndefined();
  });

  test("does not go on beyond its ends", () => {
    expect(lineAt([straight], { x: 120, y: 0 }, 6)).toBeUndefined();
    expect(lineAt([straight], { x: 104, y: 0 }, 6)).toBe("straight");
  });

  test("is found at the middle of its bow, whichever way it runs", () => {
    const back = { ...bowed, from: bowed.to, to: bowed.from };
    expect(middleOf(bowed)).toEqual({ x: 50, y: 20 });
    expect(middleOf(back)).toEqual({ x: 50, y: -20 });
    expect(lineAt([back], middleOf(back), 2)).toBe("bowed");
  });

  test("of a loop is its place", () => {
    const loop = { id: "loop", from: { x: 5, y: 5 }, to: { x: 5, y: 5 }, bow: 0 };
    expect(lineAt([loop], { x: 7, y: 5 }, 6)).toBe("loop");
  });
});

describe("walking", () => {
  const places = new Map([
    ["middle", { x: 0, y: 0 }],
    ["near right", { x: 50, y: 10 }],
    ["far right", { x: 200, y: 0 }],
    ["up", { x: 20, y: -80 }],
    ["down left", { x: -60, y: 90 }],
  ]);

  test.each([
    ["right", "near right"],
    ["up", "up"],
    ["down", "down left"],
    ["left", "down left"],
  ] as const)("%s goes to the nearest that way", (way, id) => {
    expect(nearestThatWay(places, "middle", way)).toBe(id);
  });

  test("ends where nothing lies that way", () => {
    expect(nearestThatWay(places, "far right", "right")).toBeUndefined();
    expect(nearestThatWay(places, "nowhere", "right")).toBeUndefined();
  });

  test("goes round clockwise from the top", () => {
    const around = [
      ["west", -1, 0],
      ["north", 0, -1],
      ["south", 0, 1],
      ["east", 1, 0],
    ] as const;
    const items = around.map(([item, x, y]) => ({ item, at: { x, y } }));
    expect(clockwise({ x: 0, y: 0 }, items)).toEqual(["north", "east", "south", "west"]);
  });
});

describe("the level of detail", () => {
  test.each([
    [0.2, { isFar: true, maxLabels: 12, hasBadges: false, hasLineNames: false }],
    [0.4, { isFar: false, minWeight: 5, maxLabels: 40, hasBadges: false }],
    [0.6, { hasBadges: true, hasLineNames: false }],
    [1, { minWeight: -Infinity, maxLabels: Infinity, hasLineNames: false }],
    [1.5, { hasLineNames: true }],
  ])("at zoom %f", (zoom, detail) => {
    expect(detailAt(zoom, "regular")).toMatchObject(detail);
  });

  test("is half on a phone", () => {
    expect(detailAt(0.2, "small").maxLabels).toBe(6);
    expect(detailAt(0.4, "small").maxLabels).toBe(20);
  });

  test("keeps the smallest shape at three pixels or more", () => {
    for (let zoom = 0.05; zoom < 3; zoom += 0.01) {
      expect(drawnRadius(10, farScale(zoom)) * zoom).toBeGreaterThanOrEqual(3 * 0.999);
    }
    expect(drawnRadius(25, farScale(1))).toBe(25);
  });

  test("weighs names by relations and type", () => {
    expect(labelWeight({ type: "Region", degree: 2 })).toBe(11);
    expect(labelWeight({ type: "Policy", degree: 2 })).toBe(-2);
  });
});

test("every type has a shape of its own, and every shape is known to the canvas", () => {
  const shapes = Object.values(ENTITY_TYPES).map(({ shape }) => shape);
  expect(new Set(shapes).size).toBe(shapes.length);
  for (const shape of shapes) {
    const { points } = SHAPES.get(shape)!;
    for (const coordinate of points ?? []) expect(Math.abs(coordinate)).toBeLessThanOrEqual(1);
  }
});

describe("territories", () => {
  const region = (name: string, level: RegionLevel) => entity(name, "Region", { level });
  const entities = [
    region("绍兴市", "city"),
    region("新昌县", "county"),
    region("浙江省", "province"),
    region("嘉兴市", "city"),
    entity("天姥实验室", "Laboratory"),
    entity("新昌高新区", "HighTechZone"),
    entity("浙江大学"),
  ];
  const relations = [
    relation("新昌县", "绍兴市", "PART_OF"),
    relation("绍兴市", "浙江省", "PART_OF"),
    relation("嘉兴市", "浙江省", "PART_OF"),
    relation("新昌高新区", "新昌县", "LOCATED_IN"),
    relation("天姥实验室", "新昌高新区", "LOCATED_IN"),
    relation("浙江大学", "绍兴市", "PARTNERS_WITH"),
    relation("浙江大学", "浙江省", "LOCATED_IN"),
  ];

  test("hold what lies in a city, through zone and county, and not who only works with it", () => {
    const found = territoriesOf({
      entities: new Map(entities.map((one) => [one.id, one])),
      relations: new Map(relations.map((one) => [one.id, one])),
    });
    expect(Object.fromEntries(found)).toEqual({
      绍兴市: "绍兴市",
      新昌县: "绍兴市",
      新昌高新区: "绍兴市",
      天姥实验室: "绍兴市",
    });
  });

  test("have a border with all their circles inside", () => {
    const circles = [
      { x: 0, y: 0, radius: 10 },
      { x: 300, y: 40, radius: 20 },
      { x: 120, y: 260, radius: 10 },
      { x: 130, y: 90, radius: 10 },
    ];
    const border = borderAround(circles, 34);
    for (const circle of circles) expect(isInside(border, circle)).toBe(true);
    expect(isInside(border, { x: 400, y: 300 })).toBe(false);
    expect(borderAround([], 34)).toEqual([]);
  });

  test("are the hull of their corners", () => {
    const corners = [
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 4, y: 4 },
      { x: 0, y: 4 },
    ];
    expect(convexHull([...corners, { x: 2, y: 2 }, { x: 1, y: 3 }])).toHaveLength(4);
  });
});
