/** The structure of the graph as it is in the data, from a bounded look at each kind. */
import { ENTITY_TYPE_NAMES, RELATION_TYPE_NAMES } from "../../contract/index.ts";
import type { GraphStructure, LabelShape, PropertyShape, RelationShape } from "../../contract/index.ts";
import { labels, quoted } from "../cypher.ts";
import type { CypherEngine, CypherValue } from "../engine.ts";

/** Beside the types of entities. */
const OTHER_LABELS = ["Document", "Passage", "Observation"];
const OTHER_RELATIONS = ["MENTIONED_IN", "STATED_IN", "FROM", "ABOUT", "SUPPORTED_BY"];
const LOOKED_AT = 2_000;
const SAMPLES = 3;
const SAMPLE_LENGTH = 60;

export async function readStructure(engine: CypherEngine, signal?: AbortSignal): Promise<GraphStructure> {
  const found: LabelShape[] = [];
  for (const label of [...ENTITY_TYPE_NAMES, ...OTHER_LABELS]) found.push(await readLabel(engine, label, signal));
  const relations: RelationShape[] = [];
  for (const type of [...RELATION_TYPE_NAMES, ...OTHER_RELATIONS])
    relations.push(await readRelation(engine, type, signal));
  // What the graph has none of is no part of it; the ontology has the rest.
  return {
    labels: found.filter(({ count }) => count > 0),
    relations: relations.filter(({ count }) => count > 0),
    lookedAt: LOOKED_AT,
  };
}

async function readLabel(engine: CypherEngine, label: string, signal?: AbortSignal): Promise<LabelShape> {
  const [[counted], rows] = [
    await engine.read(`MATCH (n${labels([label])}) RETURN count(n) AS count`, {}, signal),
    await engine.read(
      `MATCH (n${labels([label])}) WITH n LIMIT $limit RETURN properties(n) AS properties`,
      { limit: LOOKED_AT },
      signal,
    ),
  ];
  return {
    label,
    count: (counted?.["count"] as number | undefined) ?? 0,
    properties: shapesOf(rows.map((row) => row["properties"])),
  };
}

async function readRelation(engine: CypherEngine, type: string, signal?: AbortSignal): Promise<RelationShape> {
  const pattern = `(a)-[r:${quoted(type)}]->(b)`;
  const [counted] = await engine.read(`MATCH ${pattern} RETURN count(r) AS count`, {}, signal);
  const rows = await engine.read(
    `MATCH ${pattern} WITH a, r, b LIMIT $limit RETURN labels(a) AS from, labels(b) AS to, properties(r) AS properties`,
    { limit: LOOKED_AT },
    signal,
  );
  const links = new Map<string, { from: string; to: string; count: number }>();
  for (const row of rows) {
    const [from, to] = [labelOf(row["from"]), labelOf(row["to"])];
    const link = links.get(`${from} ${to}`) ?? { from, to, count: 0 };
    links.set(`${from} ${to}`, { ...link, count: link.count + 1 });
  }
  return {
    type,
    count: (counted?.["count"] as number | undefined) ?? 0,
    properties: shapesOf(rows.map((row) => row["properties"])),
    links: [...links.values()].toSorted(
      (a, b) => b.count - a.count || a.from.localeCompare(b.from) || a.to.localeCompare(b.to),
    ),
  };
}

/** The type of an entity, or what else a node is. */
function labelOf(value: CypherValue | undefined): string {
  const names = Array.isArray(value) ? value.map(String) : [];
  const known: readonly string[] = [...ENTITY_TYPE_NAMES, ...OTHER_LABELS];
  return names.find((name) => known.includes(name)) ?? names[0] ?? "";
}

function shapesOf(maps: readonly (CypherValue | undefined)[]): readonly PropertyShape[] {
  const found = new Map<string, { types: Map<string, number>; count: number; samples: Set<string> }>();
  for (const map of maps) {
    if (typeof map !== "object" || map === null) continue;
    for (const [name, value] of Object.entries(map)) {
      if (value === null) continue;
      const shape = found.get(name) ?? { types: new Map<string, number>(), count: 0, samples: new Set<string>() };
      found.set(name, shape);
      const type = typeOf(value as CypherValue);
      shape.types.set(type, (shape.types.get(type) ?? 0) + 1);
      shape.count += 1;
      if (shape.samples.size < SAMPLES) shape.samples.add(sampleOf(value as CypherValue));
    }
  }
  return [...found]
    .map(([name, { types, count, samples }]) => ({
      name,
      types: [...types].toSorted((a, b) => b[1] - a[1]).map(([type]) => type),
      presence: count / maps.length,
      samples: [...samples].filter((sample) => sample !== ""),
    }))
    .toSorted((a, b) => b.presence - a.presence || a.name.localeCompare(b.name));
}

function typeOf(value: CypherValue): string {
  if (typeof value === "string") return "text";
  if (typeof value === "boolean") return "truth";
  if (typeof value === "number") return "number";
  return Array.isArray(value) ? "list" : "map";
}

function sampleOf(value: CypherValue): string {
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH)}…` : text;
}
