/**
 * What is on the canvas, as files that other programs read: JSON, GraphML
 * (Gephi, NetworkX, igraph, yEd), GEXF (Gephi), and the Cypher that brings the
 * same entities and relations back from the graph. A group that is drawn as
 * one is one node here too, and says which entities it stands for. Pure.
 */
import type { Entity, EntityId, Relation, RelationId } from "../../../server/contract/index.ts";
import type { Position } from "../state/graph.ts";
import { xmlText } from "../../../server/contract/file-text.ts";

export interface DrawnGraph {
  /** Those that are drawn each by itself. */
  readonly entities: readonly Entity[];
  readonly groups: readonly DrawnGroup[];
  /** Both ends of each are in `entities` or `groups`. */
  readonly relations: readonly Relation[];
  /** What the graph says of each relation that is drawn from a group or to one. */
  readonly ends: ReadonlyMap<RelationId, Pick<Relation, "from" | "to">>;
  /** Of groups too. */
  readonly positions: ReadonlyMap<EntityId, Position>;
}

/** Entities that are drawn as one. */
export interface DrawnGroup {
  /** As large, and of the type, as it is drawn; its name says how many it stands for. */
  readonly entity: Entity;
  readonly by: string;
  readonly members: readonly Entity[];
  /** Relations among its members: they are not drawn. */
  readonly within: readonly Relation[];
}

export function toGraphJson({ entities, groups, relations, ends, positions }: DrawnGraph): string {
  const placed = entities.map((entity) => ({ ...entity, position: positions.get(entity.id) ?? null }));
  const grouped = groups.map(({ entity: { id, name, type }, by, members, within }) => {
    return { id, name, type, by, position: positions.get(id) ?? null, members, relations: within };
  });
  const drawn = relations.map((relation) => {
    const own = ends.get(relation.id);
    return own === undefined ? relation : { ...relation, of: own };
  });
  const all = { entities: placed, ...(groups.length === 0 ? {} : { groups: grouped }), relations: drawn };
  return `${JSON.stringify(all, null, 2)}\n`;
}

const NODE_FIELDS = [
  ["type", "string"],
  ["name", "string"],
  ["aliases", "string"],
  ["level", "string"],
  ["code", "string"],
  ["degree", "int"],
  ["group", "string"],
  ["members", "int"],
  ["memberIds", "string"],
  ["within", "int"],
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
  ["ofSource", "string"],
  ["ofTarget", "string"],
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
    ...nodesOf(graph).map(({ id, values }) => `    <node id="${xml(id)}">${data(values, NODE_FIELDS, "node")}</node>`),
    ...graph.relations.map(
      (relation) =>
        `    <edge id="${xml(relation.id)}" source="${xml(relation.from)}" target="${xml(relation.to)}">${data(edgeValues(relation, graph), EDGE_FIELDS, "edge")}</edge>`,
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
    ...nodesOf(graph).map((node) => {
      const at = graph.positions.get(node.id);
      // Its y axis points upwards.
      const place = at === undefined ? "" : `<viz:position x="${at.x}" y="${-at.y}"/>`;
      return `      <node id="${xml(node.id)}" label="${xml(node.name)}">${values(node.values, nodeFields)}${place}</node>`;
    }),
    `    </nodes>`,
    `    <edges>`,
    ...graph.relations.map(
      (relation) =>
        `      <edge id="${xml(relation.id)}" source="${xml(relation.from)}" target="${xml(relation.to)}" label="${xml(relation.type)}" kind="${xml(relation.type)}" weight="${relation.evidenceCount}">${values(edgeValues(relation, graph), edgeFields)}</edge>`,
    ),
    `    </edges>`,
    `  </graph>`,
    `</gexf>`,
    ``,
  ].join("\n");
}

/** Brings the same entities back, those in groups too, and of the relations among them those in sight. */
export function toCypher({
  entities,
  relations,
}: {
  entities: readonly Entity[];
  relations: readonly Relation[];
}): string {
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

interface DrawnNode {
  readonly id: EntityId;
  readonly name: string;
  readonly values: Record<string, unknown>;
}

function nodesOf({ entities, groups, positions }: DrawnGraph): readonly DrawnNode[] {
  const toNode = (entity: Entity, more: Record<string, unknown>): DrawnNode => {
    const { id, type, name, aliases, level, code, degree } = entity;
    const values = { type, name, aliases: aliases.join("; "), level, code, degree, ...more, ...positions.get(id) };
    return { id, name, values };
  };
  return [
    ...entities.map((entity) => toNode(entity, {})),
    ...groups.map(({ entity, by, members, within }) =>
      toNode(entity, {
        group: by,
        members: members.length,
        memberIds: members.map(({ id }) => id).join("; "),
        within: within.length,
      }),
    ),
  ];
}

function edgeValues(relation: Relation, { ends }: DrawnGraph): Record<string, unknown> {
  const own = ends.get(relation.id);
  return own === undefined ? { ...relation } : { ...relation, ofSource: own.from, ofTarget: own.to };
}

const isPresent = (value: unknown) => value !== undefined && value !== null && value !== "";

const xml = (value: unknown) => xmlText(String(value));
