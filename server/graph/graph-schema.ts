/**
 * What the graph looks like in Cypher, beyond the types of the contract: the
 * labels of everything that is not an entity, and what is unique and indexed.
 * `docs/graph-model.md` describes the same for researchers.
 */
import type { RegionLevel, RelationType } from "../contract/index.ts";

/** Moves when stored graphs of an older program can no longer be read as they are. */
export const GRAPH_FORMAT = 2;

/** What a migration adds; an engine leaves out what it does not have. */
export interface GraphSchema {
  /** No two nodes of the label share the property; look-ups by it are indexed. */
  readonly unique?: readonly NodeKey[];
  /** Look-ups by it, and lists in its order, are indexed. */
  readonly indexed?: readonly NodeKey[];
  /** No two relations of these types share an `id`; look-ups by it are indexed. */
  readonly uniqueRelations?: readonly RelationType[];
  /** Words of these properties are indexed, Chinese as pairs of characters. */
  readonly fullText?: FullTextIndex;
}

export interface FullTextIndex {
  readonly name: string;
  readonly label: string;
  readonly properties: readonly string[];
}

export interface NodeKey {
  readonly label: string;
  readonly property: string;
}

export const ENTITY_SEARCH: FullTextIndex = {
  name: "atlas_entity_search",
  label: "Entity",
  properties: ["name", "aliases", "pinyin", "initials"],
};

/** A region's second label, so that `MATCH (c:City)` works. */
export const LEVEL_LABELS: Readonly<Record<RegionLevel, string>> = {
  country: "Country",
  area: "Area",
  province: "Province",
  city: "City",
  county: "County",
  town: "Town",
};
