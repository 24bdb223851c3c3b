/**
 * What the columns of a table mean, as a person declares it in the file
 * `NAME.mapping.json` beside `NAME.csv`; `docs/ingest.md` describes the form.
 *
 * A mapping is checked whole, against its own form and against the table's
 * columns, before the first row is read.
 */
import { z } from "zod";

import {
  canRelate,
  ENTITY_TYPE_NAMES,
  OBSERVATION_KINDS,
  RELATION_STATUSES,
  RELATION_TYPE_NAMES,
} from "../../../server/contract/index.ts";
import type { EntityType, RelationType } from "../../../server/contract/index.ts";
import { InvalidMappingError } from "../../errors.ts";

const column = z.string().min(1);
const values = z.record(z.string(), z.string());

/** A column by its name, or a fixed text for every row. */
const Cell = z.union([
  column,
  z.strictObject({
    column,
    /** Several values in one cell are apart by any of these characters. */
    split: z.string().min(1).optional(),
    /** What stands in the cell, and what it means. */
    values: values.optional(),
  }),
  z.strictObject({ value: z.string().min(1) }),
]);
export type Cell = z.infer<typeof Cell>;

/** One of a closed list: fixed, or read from a column. */
const choice = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z.union([z.enum(names), z.strictObject({ column, values: values.optional() })]);

const Property = z.union([
  column,
  z.strictObject({
    column,
    as: z.enum(["text", "number", "boolean", "list"]).default("text"),
    split: z.string().min(1).default(";；、"),
  }),
  z.strictObject({ value: z.union([z.string(), z.number(), z.boolean()]) }),
]);
export type Property = z.infer<typeof Property>;

const MappedEntity = z.strictObject({
  type: choice(ENTITY_TYPE_NAMES as [EntityType, ...EntityType[]]),
  name: Cell,
  aliases: Cell.optional(),
  /** Regions only. */
  level: Cell.optional(),
  code: Cell.optional(),
  /** The name of the wider region that tells regions of one name apart. */
  within: Cell.optional(),
  properties: z.record(z.string().min(1), Property).default({}),
  /** A row without it is rejected; without this, it only says nothing about it. */
  required: z.boolean().default(false),
});
export type MappedEntity = z.infer<typeof MappedEntity>;

const MappedRelation = z.strictObject({
  type: choice(RELATION_TYPE_NAMES as [RelationType, ...RelationType[]]),
  from: z.string().min(1),
  to: z.string().min(1),
  status: choice(RELATION_STATUSES).default("existing"),
  date: Cell.optional(),
});
export type MappedRelation = z.infer<typeof MappedRelation>;

const MappedObservation = z.strictObject({
  subject: z.string().min(1),
  indicator: Cell,
  value: Cell,
  unit: Cell.optional(),
  year: Cell.optional(),
  kind: choice(OBSERVATION_KINDS).default("level"),
});
export type MappedObservation = z.infer<typeof MappedObservation>;

const MappingForm = z.strictObject({
  /** What the table as a whole is: title, publisher, date and address. */
  title: z.string().min(1).optional(),
  publisher: z.string().min(1).optional(),
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "A date is written 2024, 2024-12 or 2024-12-09.")
    .optional(),
  url: z.url().optional(),
  region: z.string().min(1).optional(),
  /** Of a workbook; the first one where it is missing. */
  sheet: z.string().min(1).optional(),
  entities: z.record(z.string().min(1), MappedEntity),
  relations: z.array(MappedRelation).default([]),
  observations: z.array(MappedObservation).default([]),
  /** Column with the date of what a row says. */
  rowDate: Cell.optional(),
});
export type Mapping = z.infer<typeof MappingForm>;

/**
 * @param origin of the table, for messages
 * @throws InvalidMappingError
 */
export function parseMapping(text: string, origin: string): Mapping {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new InvalidMappingError(`The mapping of "${origin}" is not JSON: ${(error as Error).message}.`, {
      cause: error,
    });
  }
  const parsed = MappingForm.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue?.path.join(".") || "the top";
    throw new InvalidMappingError(
      `The mapping of "${origin}" is wrong at ${place}: ${issue?.message ?? "unknown form"}.`,
    );
  }
  checkReferences(parsed.data, origin);
  return parsed.data;
}

/** @throws InvalidMappingError naming the column that is missing, and those that there are */
export function checkColumns(mapping: Mapping, columns: readonly string[], origin: string): void {
  for (const { column, place } of usedColumns(mapping)) {
    if (columns.includes(column)) continue;
    throw new InvalidMappingError(
      `The mapping of "${origin}" names the column "${column}" (${place}), which the table does not have. ` +
        `Its columns are: ${columns.filter((name) => name !== "").join(", ")}.`,
    );
  }
}

function checkReferences(mapping: Mapping, origin: string): void {
  const fail = (place: string, why: string): never => {
    throw new InvalidMappingError(`The mapping of "${origin}" is wrong at ${place}: ${why}.`);
  };
  const entity = (name: string, place: string): MappedEntity =>
    mapping.entities[name] ??
    fail(place, `it has no entity "${name}"; there are: ${Object.keys(mapping.entities).join(", ") || "none"}`);
  mapping.relations.forEach(({ type, from, to }, i) => {
    const [source, target] = [entity(from, `relations.${i}.from`), entity(to, `relations.${i}.to`)];
    if (typeof type !== "string" || typeof source.type !== "string" || typeof target.type !== "string") return;
    if (!canRelate(type, source.type, target.type)) {
      fail(`relations.${i}`, `the schema has no ${type} from ${source.type} to ${target.type}`);
    }
  });
  mapping.observations.forEach(({ subject }, i) => void entity(subject, `observations.${i}.subject`));
  for (const [name, { type, level, code, within }] of Object.entries(mapping.entities)) {
    if (typeof type === "string" && type !== "Region" && (level ?? code ?? within) !== undefined) {
      fail(`entities.${name}`, "only a Region has level, code and within");
    }
  }
}

function* usedColumns(mapping: Mapping): Generator<{ column: string; place: string }> {
  const { entities, relations, observations, rowDate } = mapping;
  for (const [name, entity] of Object.entries(entities)) {
    for (const key of ["name", "aliases", "level", "code", "within"] as const)
      yield* cellColumn(entity[key], `entities.${name}.${key}`);
    yield* choiceColumn(entity.type, `entities.${name}.type`);
    for (const [key, property] of Object.entries(entity.properties)) {
      yield* cellColumn(property, `entities.${name}.properties.${key}`);
    }
  }
  for (const [i, relation] of relations.entries()) {
    yield* choiceColumn(relation.type, `relations.${i}.type`);
    yield* choiceColumn(relation.status, `relations.${i}.status`);
    yield* cellColumn(relation.date, `relations.${i}.date`);
  }
  for (const [i, observation] of observations.entries()) {
    for (const key of ["indicator", "value", "unit", "year"] as const)
      yield* cellColumn(observation[key], `observations.${i}.${key}`);
    yield* choiceColumn(observation.kind, `observations.${i}.kind`);
  }
  yield* cellColumn(rowDate, "rowDate");
}

function* cellColumn(cell: Cell | Property | undefined, place: string): Generator<{ column: string; place: string }> {
  if (typeof cell === "string") yield { column: cell, place };
  else if (cell !== undefined && "column" in cell) yield { column: cell.column, place };
}

function* choiceColumn(
  choice: string | { column: string },
  place: string,
): Generator<{ column: string; place: string }> {
  if (typeof choice !== "string") yield { column: choice.column, place };
}
