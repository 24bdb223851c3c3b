/**
 * What a document states of entities, as far as resolution over all documents
 * needs it, in one text: to read a graph's names is to read one property a
 * document, not a relation for each entity of it.
 */
import type { EntityId, EntityType, RegionLevel } from "../../contract/index.ts";
import type { DocumentGraph, StatedEntity } from "../document-graph.ts";

type Entry = readonly [
  id: string,
  type: string,
  name: string,
  aliases: readonly string[],
  level: string | null,
  code: string | null,
  placedIn: readonly string[],
];

/** As the document said it, before resolution; the same whatever order it came in. */
export function writeStatedNames({ entities, said }: DocumentGraph): string {
  const sorted = (said?.entities ?? entities).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return JSON.stringify(
    sorted.map(({ id, type, name, aliases, level, code, placedIn }): Entry => [
      id,
      type,
      name,
      [...new Set(aliases)].sort(),
      level ?? null,
      code ?? null,
      placedIn ?? [],
    ]),
  );
}

/** Without properties and reasons, which tell nothing about names. */
export function readStatedNames(text: string): readonly StatedEntity[] {
  return (JSON.parse(text) as readonly Entry[]).map(([id, type, name, aliases, level, code, placedIn]) => ({
    id: id as EntityId,
    type: type as EntityType,
    name,
    aliases,
    ...(level === null ? {} : { level: level as RegionLevel }),
    ...(code === null ? {} : { code }),
    ...(placedIn.length === 0 ? {} : { placedIn }),
    properties: {},
  }));
}
