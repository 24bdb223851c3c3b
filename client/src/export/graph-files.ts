/**
 * What is on the canvas, as files that other programs read: JSON, GraphML
 * (Gephi, NetworkX, igraph, yEd), GEXF (Gephi), and the Cypher that brings the
 * same entities and relations back from the graph. Pure.
 */
import type { Entity, EntityId, Relation } from "../../../server/contract/index.ts";
import type { Position } from "../state/graph.ts";
import { xmlText } from "./xml-text.ts";

export interface DrawnGraph {
  readonly entities: readonly Entity[];
  /** Both ends of each are in `entities`. */
  readonly relations: readonly Relation[];
  readonly positions: ReadonlyMap<EntityId, Position>;
}

export function toGraphJson({ entities, relations, positions }: DrawnGraph): string {
  const placed = entities.map((entity) => ({ ...entity, position: positions.get(entity.id) ?? null }));
  return `${JSON.stringify({ entities: placed, relations }, null, 2)}\n`;
}

const NODE_FIELDS = [
  ["type", "string"],
  ["name", "string"],
  ["aliases", "string"],
  ["level", "string"],
  ["code", "string"],
  ["degree", "int"],
  ["x", "double"],
  ["y", "double"],
] as const;

const EDGE_FIELDS = [
  ["type", "string"],
  ["status", "string"],
  ["evidenceCount", "int"],
  ["firstDate", "string"],
  ["lastDate", "string"],
  ["confidence", "double"],
] as const;

/** GraphML 1.0, directed; what a node or edge does not have is left out. */
export function toGraphMl(graph: DrawnGraph): string {
  const keys = (fields: readonly (readonly [string, string])[], of: "node" | "edge") =>
    fields.map(([name, type]) => `  <key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>`);
  const data = (values: Record<string, unknown>, fields: readonly (readonly [string, string])[], of: string) =>
    fields
      .filter(([name]) => isPresent(values[name]))
      .map(([name]) => `<data key="${of}-${name}">${xml(values[name])}</data>`)
      .join("");
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">`,
    ...keys(NODE_FIELDS, "node"),
    ...keys(EDGE_FIELDS, "edge"),
    `  <graph edgedefault="directed">`,
    ...graph.entities.map(
      (entity) => `    <node id="${xml(entity.id)}">${data(nodeValues(entity, graph), NODE_FIELDS, "node")}</node>`,
    ),
    ...graph.relations.map(
      (relation) =>
        `    <edge id="${xml(relation.id)}" source="${xml(relation.from)}" target="${xml(relation.to)}">${data({ ...relation }, EDGE_FIELDS, "edge")}</edge>`,
    ),
    `  </graph>`,
    `</graphml>`,
    ``,
  ].join("\n");
}

/** GEXF 1.3, with the places of the canvas. */
export function toGexf(graph: DrawnGraph): string {
  const nodeFields = NODE_FIELDS.filter(([name]) => !["name", "x", "y"].includes(name));
  const edgeFields = EDGE_FIELDS.filter(([name]) => name !== "type");
  const attributes = (fields: readonly (readonly [string, string])[], of: "node" | "edge") => [
    `    <attributes class="${of}">`,
    ...fields.map(
      ([name, type]) => `      <attribute id="${name}" title="${name}" type="${type === "int" ? "integer" : type}"/>`,
    ),
    `    </attributes>`,
  ];
  const values = (of: Record<string, unknown>, fields: readonly (readonly [string, string])[]) =>
    `<attvalues>${fields
      .filter(([name]) => isPresent(of[name]))
      .map(([name]) => `<attvalue for="${name}" value="${xml(of[name])}"/>`)
      .join("")}</attvalues>`;
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">`,
    `  <graph defaultedgetype="directed">`,
    ...attributes(nodeFields, "node"),
    ...attributes(edgeFields, "edge"),
    `    <nodes>`,
    ...graph.entities.map((entity) => {
      const at = graph.positions.get(entity.id);
      // Its y axis points upwards.
      const place = at === undefined ? "" : `<viz:position x="${at.x}" y="${-at.y}"/>`;
      return `      <node id="${xml(entity.id)}" label="${xml(entity.name)}">${values(nodeValues(entity, graph), nodeFields)}${place}</node>`;
    }),
    `    </nodes>`,
    `    <edges>`,
    ...graph.relations.map(
      (relation) =>
        `      <edge id="${xml(relation.id)}" source="${xml(relation.from)}" target="${xml(relation.to)}" label="${xml(relation.type)}" kind="${xml(relation.type)}" weight="${relation.evidenceCount}">${values({ ...relation }, edgeFields)}</edge>`,
    ),
    `    </edges>`,
    `  </graph>`,
    `</gexf>`,
    ``,
  ].join("\n");
}

/** Brings the same entities back, and of the relations among them those that are drawn. */
export function toCypher({ entities, relations }: DrawnGraph): string {
  const entityIds = entities.map(({ id }) => text(id)).join(", ");
  if (relations.length === 0) return `MATCH (e:Entity) WHERE e.id IN [${entityIds}]\nRETURN e\n`;
  const relationIds = relations.map(({ id }) => text(id)).join(", ");
  return [
    `MATCH (e:Entity) WHERE e.id IN [${entityIds}]`,
    `OPTIONAL MATCH (e)-[r]->(f:Entity) WHERE r.id IN [${relationIds}]`,
    `RETURN e, r, f`,
    ``,
  ].join("\n");
}

const text = (value: string) => `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

function nodeValues(entity: Entity, { positions }: DrawnGraph): Record<string, unknown> {
  const { type, name, aliases, level, code, degree } = entity;
  return { type, name, aliases: aliases.join("; "), level, code, degree, ...positions.get(entity.id) };
}

const isPresent = (value: unknown) => value !== undefined && value !== null && value !== "";

const xml = (value: unknown) => xmlText(String(value));
