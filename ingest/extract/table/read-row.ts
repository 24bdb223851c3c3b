/** One row by the mapping: its entities, and what it says of them. */
import {
  canRelate,
  ENTITY_TYPE_NAMES,
  OBSERVATION_KINDS,
  RELATION_STATUSES,
  RELATION_TYPE_NAMES,
} from "../../../server/contract/index.ts";
import type { PropertyValue } from "../../../server/contract/index.ts";
import type { Region } from "../../lexicon/index.ts";
import type { TableRow } from "../../read/source.ts";
import type { ExtractedEntity, ObservationClaim, RelationClaim } from "../extraction.ts";
import { canonicalEntity } from "./canonical-entity.ts";
import { InvalidRowError, readChoice, readDate, readFigure, readProperty, readText, readTexts } from "./cells.ts";
import type { MappedEntity, Mapping } from "./mapping.ts";

export interface EntityInRow {
  readonly entity: ExtractedEntity;
  /** As it stands in the row; empty for a fixed name. */
  readonly surface: string;
  readonly column: string | undefined;
}

export interface RowReading {
  readonly entities: readonly EntityInRow[];
  readonly relations: readonly (Pick<RelationClaim, "type" | "status" | "date"> & {
    from: EntityInRow;
    to: EntityInRow;
  })[];
  readonly observations: readonly (Pick<ObservationClaim, "indicator" | "value" | "unit" | "year" | "kind"> & {
    subject: EntityInRow;
    /** Column of the figure; undefined for a fixed one. */
    column: string | undefined;
  })[];
}

/** @throws InvalidRowError when the row cannot be used */
export function readRow(row: TableRow, mapping: Mapping, nearby: readonly Region[]): RowReading {
  const byName = new Map<string, readonly EntityInRow[]>();
  for (const [name, mapped] of Object.entries(mapping.entities)) byName.set(name, readEntities(mapped, row, nearby));
  const entities = [...byName.values()].flat();
  if (entities.length === 0) throw new InvalidRowError("The row names no entity: the columns of names are blank.");

  const rowDate = readDate(mapping.rowDate, row);
  const relations = mapping.relations.flatMap((mapped) =>
    byName.get(mapped.from)!.flatMap((from) =>
      byName.get(mapped.to)!.map((to) => {
        const type = readChoice(mapped.type, row, RELATION_TYPE_NAMES);
        if (!canRelate(type, from.entity.type, to.entity.type)) {
          throw new InvalidRowError(
            `The schema has no ${type} from ${from.entity.type} (${from.entity.name}) to ${to.entity.type} (${to.entity.name}).`,
          );
        }
        return {
          type,
          from,
          to,
          status: readChoice(mapped.status, row, RELATION_STATUSES),
          date: readDate(mapped.date, row) ?? rowDate,
        };
      }),
    ),
  );
  return { entities, relations, observations: readObservations(row, mapping, byName) };
}

function readEntities(mapped: MappedEntity, row: TableRow, nearby: readonly Region[]): EntityInRow[] {
  const names = readTexts(mapped.name, row);
  const column =
    typeof mapped.name === "string" ? mapped.name : "column" in mapped.name ? mapped.name.column : undefined;
  if (names.length === 0) {
    if (mapped.required) throw new InvalidRowError(`The column "${column}" is blank; every row needs it.`);
    return [];
  }
  const type = readChoice(mapped.type, row, ENTITY_TYPE_NAMES);
  const properties: Record<string, PropertyValue> = {};
  for (const [key, property] of Object.entries(mapped.properties)) {
    const value = readProperty(property, row);
    if (value !== undefined) properties[key] = value;
  }
  const level = readText(mapped.level, row);
  const code = readText(mapped.code, row);
  const within = readText(mapped.within, row);
  return names.map((name) => {
    const entity = canonicalEntity(
      {
        type,
        name,
        // What a cell says of one name cannot be said of several.
        aliases: names.length === 1 ? readTexts(mapped.aliases, row) : [],
        ...(level === undefined ? {} : { level }),
        ...(code === undefined ? {} : { code }),
        ...(within === undefined ? {} : { within }),
      },
      nearby,
    );
    return { entity: { ...entity, properties }, surface: column === undefined ? "" : name, column };
  });
}

function readObservations(
  row: TableRow,
  mapping: Mapping,
  byName: ReadonlyMap<string, readonly EntityInRow[]>,
): RowReading["observations"] {
  return mapping.observations.flatMap((mapped) => {
    const [subject] = byName.get(mapped.subject)!;
    const written = readText(mapped.value, row);
    const indicator = readText(mapped.indicator, row);
    if (subject === undefined || written === undefined || indicator === undefined) return [];
    const figure = readFigure(written);
    if (figure === undefined)
      throw new InvalidRowError(`The value of "${indicator}" is "${written}", which is no number.`);
    const year = readText(mapped.year, row);
    const yearOf = year === undefined ? null : /(?:19|20)\d{2}/.exec(year)?.[0];
    if (yearOf === undefined) throw new InvalidRowError(`The year of "${indicator}" is "${year}", which is no year.`);
    return [
      {
        subject,
        column:
          typeof mapped.value === "string" ? mapped.value : "column" in mapped.value ? mapped.value.column : undefined,
        indicator,
        value: figure.value,
        unit: readText(mapped.unit, row) ?? figure.unit,
        year: yearOf === null ? null : Number(yearOf),
        kind: readChoice(mapped.kind, row, OBSERVATION_KINDS),
      },
    ];
  });
}
