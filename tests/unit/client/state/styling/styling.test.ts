import { signal } from "@preact/signals-core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { radiusBy, toElements } from "../../../../../client/src/canvas/elements.ts";
import type { VisibleGraph } from "../../../../../client/src/state/filters.ts";
import type { RolledGraph } from "../../../../../client/src/state/roll-up/roll-up-graph.ts";
import { PLAIN_CHOICES, lookOf, propertiesOf } from "../../../../../client/src/state/styling/look.ts";
import type { Choices, ColorBy, SizeBy } from "../../../../../client/src/state/styling/look.ts";
import { boundOf, countBounds, evenBounds } from "../../../../../client/src/state/styling/steps.ts";
import { createStyling } from "../../../../../client/src/state/styling/styling.ts";
import type { Entity, EntityId, PropertyValue } from "../../../../../server/contract/index.ts";
import { anyFacts, entity, relation } from "../../world.ts";
import type { Facts } from "../../world.ts";

const toVisible = ({ entities, relations }: Facts): VisibleGraph => ({
  entities: new Map(entities.map((one) => [one.id, one])),
  relations: new Map(relations.map((one) => [one.id, one])),
});
const toRolled = (facts: Facts): RolledGraph => ({ ...toVisible(facts), closed: new Map(), within: new Map() });

const anyValue = fc.oneof(
  fc.integer({ min: -1000, max: 100_000 }),
  fc.double({ min: -10, max: 10, noNaN: true }),
  fc.constantFrom("国家级", "省级", "市级"),
  fc.string(),
);

/** A graph in which some entities have degrees and properties. */
const anyGraph = anyFacts(30).chain((facts) =>
  fc
    .tuple(
      fc.array(fc.nat(2_000), { minLength: facts.entities.length, maxLength: facts.entities.length }),
      fc.array(fc.option(anyValue, { nil: undefined }), {
        minLength: facts.entities.length,
        maxLength: facts.entities.length,
      }),
    )
    .map(([degrees, values]) =>
      toVisible({
        ...facts,
        entities: facts.entities.map((one, at): Entity => ({
          ...one,
          degree: degrees[at]!,
          properties: values[at] === undefined ? {} : { some: values[at] as PropertyValue },
        })),
      }),
    ),
);

const anyChoices = fc.record<Choices>({
  size: fc.constantFrom<SizeBy>("degree", "evidence", "same", "p:some"),
  color: fc.constantFrom<ColorBy>("type", "degree", "evidence", "p:some"),
  width: fc.constantFrom("count", "evidence"),
});

describe("bounds of the steps", () => {
  test("rise from the least, at most six, and every value is in the one whose bound is the last not above it", () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        const [least, middle, most] = [a, b, c].toSorted((x, y) => x - y) as [number, number, number];
        const bounds = evenBounds(least, most);
        expect(bounds[0]).toBe(least);
        expect(bounds.length).toBeLessThanOrEqual(6);
        bounds.slice(1).forEach((bound, at) => expect(bound).toBeGreaterThan(bounds[at]!));
        expect(bounds.at(-1)!).toBeLessThanOrEqual(most);
        const at = boundOf(bounds, middle);
        expect(bounds[at]).toBeLessThanOrEqual(middle);
        expect(bounds[at + 1] ?? Infinity).toBeGreaterThan(middle);
      }),
    );
  });

  test("are round numbers after the first", () => {
    expect(evenBounds(3, 97)).toEqual([3, 20, 40, 60, 80]);
    expect(evenBounds(0.13, 0.58)).toEqual([0.13, 0.2, 0.3, 0.4, 0.5]);
    expect(evenBounds(7, 7)).toEqual([7]);
    expect(evenBounds(999999.9941489998, 999999.9941489999)[0]).toBe(999999.9941489998);
    expect(evenBounds(999999.9941489998, 999999.9941489999)).toHaveLength(1);
  });

  test("of counts grow threefold, and go no further than the most", () => {
    expect(countBounds(5)).toEqual([1, 3]);
    expect(countBounds(1_000)).toEqual([1, 3, 10, 30, 100, 300]);
    expect(countBounds(0)).toEqual([1]);
  });
});

describe("a look", () => {
  test("gives every entity a colour that its key explains, or none where the type gives it", () => {
    fc.assert(
      fc.property(anyGraph, anyChoices, (graph, choices) => {
        const { color, shadeOf } = lookOf(graph, choices);
        const shades = [...graph.entities.keys()].map((id) => shadeOf(id));
        if (color.kind === "type") {
          expect(shades.every((shade) => shade === undefined)).toBe(true);
          return;
        }
        const said = color.kind === "steps" ? color.steps : color.categories;
        const explained = new Set<unknown>(said.map(({ shade }) => shade));
        expect(explained.size).toBe(said.length);
        for (const shade of shades) expect(shade === "none" || explained.has(shade)).toBe(true);
        expect(shades.filter((shade) => shade === "none")).toHaveLength(color.missing);
        if (color.kind !== "categories") return;
        const counted = color.categories.reduce((sum, { count }) => sum + count, 0);
        expect(counted + color.missing).toBe(graph.entities.size);
      }),
    );
  });

  test("never draws more as less: sizes and steps follow the numbers", () => {
    fc.assert(
      fc.property(anyGraph, anyChoices, (graph, choices) => {
        const look = lookOf(graph, choices);
        const { values } = look.size;
        const known = [...graph.entities.values()].filter(({ id }) => values.has(id));
        const sorted = known.toSorted((a, b) => values.get(a.id)! - values.get(b.id)!);
        const radii = sorted.map((one) => radiusBy(look.size, one));
        for (const radius of radii) {
          expect(radius).toBeGreaterThanOrEqual(8);
          expect(radius).toBeLessThanOrEqual(28);
        }
        if (choices.size !== "same") expect(radii).toEqual(radii.toSorted((a, b) => a - b));
      }),
    );
  });

  test("is the plain one unless something is chosen, and then nothing is worked out", () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const plain = toElements(graph);
        expect(toElements(graph, lookOf(graph, PLAIN_CHOICES))).toEqual(plain);
      }),
    );
  });

  test("counts the sentences behind the relations that are drawn, a loop once", () => {
    const graph = toVisible({
      entities: [entity("a"), entity("b"), entity("c")],
      relations: [
        relation("a", "b", "PARTNERS_WITH", { evidenceCount: 4 }),
        relation("a", "a", "PART_OF", { evidenceCount: 2 }),
      ],
    });
    const { size, color, shadeOf } = lookOf(graph, { size: "evidence", color: "evidence", width: "count" });
    expect([...size.values]).toEqual([
      ["a", 6],
      ["b", 4],
      ["c", 0],
    ]);
    expect(color).toMatchObject({ kind: "steps", missing: 1 });
    expect(shadeOf("c" as EntityId)).toBe("none");
  });

  test("makes lines broad by their sentences", () => {
    const between = [
      relation("a", "b", "PARTNERS_WITH", { evidenceCount: 7 }),
      relation("b", "a", "PARTNERS_WITH", { evidenceCount: 9 }),
    ];
    const graph = toVisible({ entities: [entity("a"), entity("b")], relations: between });
    const weightBy = (width: Choices["width"]) =>
      [...toElements(graph, lookOf(graph, { ...PLAIN_CHOICES, width })).edges.values()].map(({ weight }) => weight);
    expect(weightBy("count")).toEqual([2]);
    expect(weightBy("evidence")).toEqual([16]);
  });

  test("keeps the seven most frequent values apart and puts the rest together", () => {
    const entities = Array.from({ length: 20 }, (_, at) =>
      entity(`n${at}`, "Company", { properties: { kind: at < 10 ? "甲" : `乙${at}` } }),
    );
    const { color } = lookOf(toVisible({ entities, relations: [] }), { ...PLAIN_CHOICES, color: "p:kind" });
    if (color.kind !== "categories") throw new Error(color.kind);
    expect(color.categories).toHaveLength(8);
    expect(color.categories[0]).toEqual({ shade: "c1", value: "甲", count: 10 });
    expect(color.categories.at(-1)).toEqual({ shade: "c8", value: null, count: 4 });
  });
});

test("offers the properties of what is drawn, with the level of regions; a number only where all are numbers", () => {
  expect(
    propertiesOf([
      entity("a", "Region", { level: "city", properties: { people: 5 } }),
      entity("b", "Company", { properties: { people: 7, year: 2020 } }),
      entity("c", "Company", { properties: { year: "2021年" } }),
    ]),
  ).toEqual([
    { name: "@level", isNumber: false },
    { name: "people", isNumber: true },
    { name: "year", isNumber: false },
  ]);
});

test("choices stand in the link and come back from it; what is not known is as it was at first", () => {
  const rolled = signal(toRolled({ entities: [], relations: [] }));
  fc.assert(
    fc.property(anyChoices, (choices) => {
      const [one, other] = [createStyling(rolled), createStyling(rolled)];
      one.choose(choices);
      other.restore(one.settings.value);
      expect(other.choices.value).toEqual(choices);
    }),
  );
  const styling = createStyling(rolled);
  styling.restore({ size: "weight", color: "p:", width: "7" });
  expect(styling.choices.value).toEqual(PLAIN_CHOICES);
  expect(styling.settings.value).toEqual({});
});
