/**
 * Tells whether two graphs of one origin say the same: it is that of what the
 * store keeps of a graph, so a graph that was read back has the digest of the
 * one that was written.
 */
import { createHash } from "node:crypto";

import type { DocumentGraph } from "../document-graph.ts";
import { orderEntries } from "../model/claim-entries.ts";
import { statementProperties } from "../model/statement.ts";
import { claimedRelations } from "./graph-change.ts";

export function digestOf(graph: DocumentGraph): string {
  const { document, passages, entities, mentions, observations } = graph;
  const relations = [...claimedRelations([graph])].map(([id, { entries }]) => [id, ...orderEntries(entries)]);
  const lists: readonly (readonly unknown[])[] = [
    passages,
    entities.map((entity) => ({ id: entity.id, ...statementProperties(entity) })),
    mentions,
    relations,
    observations,
  ];
  const hash = createHash("sha256").update(toText(document));
  if (graph.said !== undefined) hash.update(toText(graph.said));
  for (const list of lists) {
    // As a set: neither their order nor a repetition says anything.
    for (const text of [...new Set(list.map(toText))].sort()) hash.update(text).update("\n");
    hash.update("\n");
  }
  return hash.digest("base64url");
}

/** Keys in one order, and what is absent left out. */
function toText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toText).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined && entry !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${toText(entry)}`).join()}}`;
}
