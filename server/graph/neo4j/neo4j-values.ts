/**
 * Values on their way to Neo4j and back.
 *
 * Whole JS numbers go as integers: the driver would send 25 as 25.0, which
 * LIMIT refuses. What comes back is plain JSON; times and points as their text.
 */
import neo4j from "neo4j-driver";
import type { Node, Path, Relationship } from "neo4j-driver";

import type { QueryNode, QueryPath, QueryRelation, QueryValue } from "../../contract/index.ts";

export function toNeo4j(value: unknown): unknown {
  if (typeof value === "number") return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(toNeo4j);
  if (value !== null && typeof value === "object") return toNeo4jMap(value);
  return value;
}

export function toNeo4jMap(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toNeo4j(part)]));
}

export function toQueryValue(value: unknown, idOf: NodeIds = new Map()): QueryValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  // JSON has no infinity and no not-a-number, and would make null of them.
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (typeof value !== "object") return value as string | number | boolean;
  if (neo4j.isNode(value)) return toQueryNode(value, idOf);
  if (neo4j.isRelationship(value)) return toQueryRelation(value, idOf);
  if (neo4j.isPath(value)) return toQueryPath(value, idOf);
  if (Array.isArray(value)) return value.map((part) => toQueryValue(part, idOf));
  // Temporal and spatial values have a text of their own; maps are plain objects.
  if (Object.getPrototypeOf(value) !== Object.prototype) return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toQueryValue(part, idOf)]));
}

/** The `id` of nodes seen so far by element id: a relationship names its ends by element id alone. */
export type NodeIds = Map<string, string | null>;

/** Fills `ids` with every node in a value, at any depth, and lists the ends that relationships name. */
export function collectNodes(value: unknown, ids: NodeIds, ends: Set<string>): void {
  if (value === null || typeof value !== "object") return;
  if (neo4j.isNode(value)) ids.set(value.elementId, ownId(value.properties));
  else if (neo4j.isRelationship(value)) {
    ends.add(value.startNodeElementId);
    ends.add(value.endNodeElementId);
  } else if (neo4j.isPath(value)) {
    collectNodes(value.start, ids, ends);
    for (const { end } of value.segments) collectNodes(end, ids, ends);
  } else {
    for (const part of Object.values(value)) collectNodes(part, ids, ends);
  }
}

function toQueryNode(node: Node, idOf: NodeIds): QueryNode {
  return {
    $: "node",
    id: ownId(node.properties),
    labels: node.labels,
    properties: toProperties(node.properties, idOf),
  };
}

function toQueryRelation(relation: Relationship, idOf: NodeIds): QueryRelation {
  return {
    $: "relation",
    id: ownId(relation.properties),
    type: relation.type,
    from: idOf.get(relation.startNodeElementId) ?? null,
    to: idOf.get(relation.endNodeElementId) ?? null,
    properties: toProperties(relation.properties, idOf),
  };
}

function toQueryPath(path: Path, idOf: NodeIds): QueryPath {
  return {
    $: "path",
    nodes: [path.start, ...path.segments.map(({ end }) => end)].map((node) => toQueryNode(node, idOf)),
    relations: path.segments.map(({ relationship }) => toQueryRelation(relationship, idOf)),
  };
}

function toProperties(properties: Record<string, unknown>, idOf: NodeIds): Record<string, QueryValue> {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, toQueryValue(value, idOf)]));
}

function ownId(properties: Record<string, unknown>): string | null {
  return typeof properties["id"] === "string" ? properties["id"] : null;
}
