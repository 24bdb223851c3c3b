/**
 * What the graph looks like in Cypher, beyond the types of the contract: the
 * labels of everything that is not an entity, and what is unique and indexed.
 * `docs/graph-model.md` describes the same for researchers.
 */
import type { RegionLevel } from "../contract/index.ts";

/** Moves when stored graphs of an older program can no longer be read as they are. */
export const GRAPH_FORMAT = 2;

export interface GraphSchema {
  /** No two nodes of the label share the property; look-ups by it are indexed. */
  readonly unique: readonly NodeKey[];
  /** Look-ups by it are indexed. */
  readonly indexed: readonly NodeKey[];
}

export interface NodeKey {
  readonly label: string;
  readonly property: string;
}

export const GRAPH_SCHEMA: GraphSchema = {
  unique: [
    { label: "Entity", property: "id" },
    { label: "Entity", property: "key" },
    { label: "Document", property: "id" },
    { label: "Document", property: "origin" },
    { label: "Passage", property: "id" },
    { label: "Observation", property: "id" },
    { label: "Atlas", property: "id" },
  ],
  indexed: [
    { label: "Entity", property: "name" },
    { label: "Observation", property: "indicator" },
  ],
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
