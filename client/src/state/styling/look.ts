/**
 * What size, colour and width say on the canvas, worked out for what is drawn:
 * the number behind each entity's size, the shade of each, and the keys that
 * say what is meant. Pure; how a shade or a size is drawn is the canvas's.
 */
import { MEASURES } from "../../../../server/contract/measure-names.ts";
import type { Entity, EntityId, MeasuredEntity, PropertyValue } from "../../../../server/contract/index.ts";
import type { VisibleGraph } from "../filters.ts";
import { CATEGORY_SHADES, RAMP_SHADES } from "./shades.ts";
import type { Shade } from "./shades.ts";
import { boundOf, countBounds, evenBounds } from "./steps.ts";

export const PROPERTY = "p:";
/** `p:` before the name of a property. */
export type ByProperty = `${typeof PROPERTY}${string}`;
export type SizeBy = "degree" | "evidence" | "same" | ByProperty;
export type ColorBy = "type" | "degree" | "evidence" | ByProperty;
/** A line that stands for several relations is as broad as they are many, or as their sentences are. */
export type WidthBy = "count" | "evidence";

export interface Choices {
  readonly size: SizeBy;
  readonly color: ColorBy;
  readonly width: WidthBy;
}

export const PLAIN_CHOICES: Choices = { size: "degree", color: "type", width: "count" };

export interface SizeKey {
  readonly by: SizeBy;
  /** By entity; an entity that is not in it has no such value and is drawn smallest. */
  readonly values: ReadonlyMap<EntityId, number>;
  /** Counts grow by their logarithm; other numbers from the least to the most. */
  readonly scale: "count" | { readonly least: number; readonly most: number };
}

export interface ShadeStep {
  readonly shade: Shade;
  /** From this value on, up to the next step. */
  readonly from: number;
  /** Up to the next step; null for the last. */
  readonly below: number | null;
}

export interface ShadeCategory {
  readonly shade: Shade;
  /** The value as it stands in the data; null for all that have no colour of their own. */
  readonly value: string | null;
  readonly count: number;
}

export type ColorKey =
  | { readonly kind: "type" }
  | { readonly kind: "steps"; readonly by: ColorBy; readonly steps: readonly ShadeStep[]; readonly missing: number }
  | {
      readonly kind: "categories";
      readonly by: ColorBy;
      readonly categories: readonly ShadeCategory[];
      readonly missing: number;
    };

export interface Look {
  readonly size: SizeKey;
  readonly color: ColorKey;
  /** Undefined where the type gives the colour. */
  readonly shadeOf: (id: EntityId) => Shade | undefined;
  readonly width: WidthBy;
}

export const PLAIN_LOOK: Look = {
  size: { by: "degree", values: new Map(), scale: "count" },
  color: { kind: "type" },
  shadeOf: () => undefined,
  width: "count",
};

/** Something that every entity may have, and what kinds of values it has among those drawn. */
export interface OfferedProperty {
  readonly name: string;
  readonly isNumber: boolean;
}

/** Of the entities drawn, by name; a property counts as a number where all its values are. */
export function propertiesOf(entities: Iterable<Entity>): readonly OfferedProperty[] {
  const isNumber = new Map<string, boolean>();
  for (const entity of entities) {
    for (const [name, value] of valuesOf(entity)) {
      isNumber.set(name, (isNumber.get(name) ?? true) && typeof value === "number");
    }
  }
  return [...isNumber].map(([name, is]) => ({ name, isNumber: is })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The level of a region counts as one of its properties, under a name that no property has. */
export const REGION_LEVEL = "@level";

/** So do measures: `@pageRank`. */
export const MEASURE_SIGN = "@";

/** The entities with what was measured of them among their properties. */
export function withMeasures(
  entities: ReadonlyMap<EntityId, Entity>,
  measured: ReadonlyMap<EntityId, MeasuredEntity>,
): ReadonlyMap<EntityId, Entity> {
  if (measured.size === 0) return entities;
  return new Map([...entities].map(([id, entity]) => [id, withOwn(entity, measured.get(id))]));
}

function withOwn(entity: Entity, measured: MeasuredEntity | undefined): Entity {
  if (measured === undefined) return entity;
  const own = MEASURES.flatMap((measure) => {
    const value = measured[measure];
    return value === null ? [] : [[MEASURE_SIGN + measure, value] as const];
  });
  return { ...entity, properties: { ...entity.properties, ...Object.fromEntries(own) } };
}

function* valuesOf({ properties, level }: Entity): Generator<readonly [string, PropertyValue]> {
  if (level !== undefined) yield [REGION_LEVEL, level];
  yield* Object.entries(properties);
}

function valueOf(entity: Entity, by: ByProperty): PropertyValue | undefined {
  const name = by.slice(PROPERTY.length);
  return name === REGION_LEVEL ? entity.level : entity.properties[name];
}

export function isByProperty(by: string): by is ByProperty {
  return by.startsWith(PROPERTY) && by.length > PROPERTY.length;
}

export function lookOf(drawn: VisibleGraph, choices: Choices): Look {
  if (choices.size === "degree" && choices.color === "type") return { ...PLAIN_LOOK, width: choices.width };
  const evidence = sentencesOf(drawn);
  const color = colorOf(drawn, choices.color, evidence);
  return { size: sizeOf(drawn, choices.size, evidence), ...color, width: choices.width };
}

/** Sentences behind the relations that an entity is drawn with. */
function sentencesOf({ relations }: VisibleGraph): ReadonlyMap<EntityId, number> {
  const sums = new Map<EntityId, number>();
  for (const { from, to, evidenceCount } of relations.values()) {
    for (const end of from === to ? [from] : [from, to]) sums.set(end, (sums.get(end) ?? 0) + evidenceCount);
  }
  return sums;
}

type Numbers = ReadonlyMap<EntityId, number>;

function numbersOf({ entities }: VisibleGraph, by: SizeBy | ColorBy, evidence: Numbers): Numbers {
  const numbers = new Map<EntityId, number>();
  for (const entity of entities.values()) {
    const value =
      by === "degree"
        ? entity.degree
        : by === "evidence"
          ? (evidence.get(entity.id) ?? 0)
          : isByProperty(by)
            ? valueOf(entity, by)
            : undefined;
    if (typeof value === "number") numbers.set(entity.id, value);
  }
  return numbers;
}

function sizeOf(drawn: VisibleGraph, by: SizeBy, evidence: Numbers): SizeKey {
  const values = by === "degree" ? new Map<EntityId, number>() : numbersOf(drawn, by, evidence);
  if (!isByProperty(by)) return { by, values, scale: "count" };
  const { least, most } = rangeOf(values.values());
  return { by, values, scale: { least, most } };
}

function colorOf(drawn: VisibleGraph, by: ColorBy, evidence: Numbers): Pick<Look, "color" | "shadeOf"> {
  if (by === "type") return { color: PLAIN_LOOK.color, shadeOf: PLAIN_LOOK.shadeOf };
  if (isByProperty(by) && !isNumberProperty(drawn, by)) return categoriesOf(drawn, by);
  const values = numbersOf(drawn, by, evidence);
  const { least, most } = rangeOf(values.values());
  const bounds = isByProperty(by) ? evenBounds(least, most) : countBounds(most);
  // The darkest is the most, however few steps there are.
  const shades = RAMP_SHADES.slice(-bounds.length);
  const shade = (at: number): Shade => shades[at]!;
  const hasValue = (value: number | undefined): value is number =>
    value !== undefined && (isByProperty(by) || value >= bounds[0]!);
  return {
    color: {
      kind: "steps",
      by,
      steps:
        values.size === 0 ? [] : bounds.map((from, at) => ({ shade: shade(at), from, below: bounds[at + 1] ?? null })),
      missing: [...drawn.entities.keys()].filter((id) => !hasValue(values.get(id))).length,
    },
    shadeOf: (id) => {
      const value = values.get(id);
      return hasValue(value) ? shade(boundOf(bounds, value)) : "none";
    },
  };
}

function isNumberProperty({ entities }: VisibleGraph, by: ByProperty): boolean {
  return [...entities.values()].every((entity) => {
    const value = valueOf(entity, by);
    return value === undefined || typeof value === "number";
  });
}

/** The most frequent values have a colour each; a list of values counts as one. */
function categoriesOf({ entities }: VisibleGraph, by: ByProperty): Pick<Look, "color" | "shadeOf"> {
  const texts = new Map<EntityId, string>();
  const counts = new Map<string, number>();
  for (const entity of entities.values()) {
    const value = valueOf(entity, by);
    if (value === undefined) continue;
    const text = Array.isArray(value) ? value.join(", ") : String(value);
    texts.set(entity.id, text);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const frequent = [...counts].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  const isTooMany = frequent.length > CATEGORY_SHADES.length;
  const own = frequent.slice(0, isTooMany ? -1 + CATEGORY_SHADES.length : CATEGORY_SHADES.length);
  const rest = frequent.slice(own.length);
  const shades = new Map<string, Shade>(own.map(([value], at) => [value, CATEGORY_SHADES[at]!]));
  const REST = CATEGORY_SHADES.at(-1)!;
  const categories: ShadeCategory[] = own.map(([value, count]) => ({ shade: shades.get(value)!, value, count }));
  if (rest.length > 0) {
    categories.push({ shade: REST, value: null, count: rest.reduce((sum, [, count]) => sum + count, 0) });
  }
  return {
    color: { kind: "categories", by, categories, missing: entities.size - texts.size },
    shadeOf: (id) => {
      const text = texts.get(id);
      return text === undefined ? "none" : (shades.get(text) ?? REST);
    },
  };
}

function rangeOf(values: Iterable<number>): { readonly least: number; readonly most: number } {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return least > most ? { least: 0, most: 0 } : { least, most };
}
