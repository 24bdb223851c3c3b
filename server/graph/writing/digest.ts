/**
 * Tells whether two graphs of one origin say the same: it is that of what the
 * store keeps of a graph, so a graph that was read back has the digest of the
 * one that was written.
 *
 * It is made in pieces, between which the process turns to its other work: a
 * large document has hundreds of thousands of statements.
 */
import { createHash } from "node:crypto";
import { setImmediate as otherWork } from "node:timers/promises";

import type { DocumentGraph } from "../document-graph.ts";
import { orderEntries } from "../model/claim-entries.ts";
import { statementProperties } from "../model/statement.ts";
import { claimedRelations } from "./graph-change.ts";

/** A few milliseconds of work. */
export const PIECE = 1_000;

export async function digestOf(graph: DocumentGraph): Promise<string> {
  const { document, passages, entities, mentions, observations } = graph;
  const relations = [...claimedRelations([graph])];
  const lists = [
    listOf(passages, (passage) => passage),
    listOf(entities, (entity) => ({ id: entity.id, ...statementProperties(entity) })),
    listOf(mentions, (mention) => mention),
    listOf(relations, ([id, { entries }]) => [id, ...orderEntries(entries)]),
    listOf(observations, (observation) => observation),
  ];
  const hash = createHash("sha256").update(toText(document));
  if (graph.said !== undefined) hash.update(toText(graph.said));
  for (const list of lists) {
    // As a set: neither their order nor a repetition says anything.
    for await (const texts of sortedSet(list)) hash.update(texts.join(""));
    hash.update("\n");
  }
  return hash.digest("base64url");
}

interface List {
  readonly length: number;
  readonly texts: (begin: number, end: number) => string[];
}

function listOf<T>(items: readonly T[], toValue: (item: T) => unknown): List {
  return {
    length: items.length,
    texts: (begin, end) => items.slice(begin, end).map((item) => `${toText(toValue(item))}\n`),
  };
}

/** Its texts in order and each once, a piece at a time. */
async function* sortedSet({ length, texts }: List): AsyncGenerator<readonly string[]> {
  let sorted: string[][] = [];
  for (let begin = 0; begin < length; begin += PIECE) {
    if (begin > 0) await otherWork();
    sorted.push(texts(begin, begin + PIECE).sort());
  }
  // Two by two, so that each text is compared as often as a sort would.
  while (sorted.length > 1) {
    const merged: string[][] = [];
    for (let i = 0; i < sorted.length; i += 2) merged.push(await merge(sorted[i]!, sorted[i + 1] ?? []));
    sorted = merged;
  }
  const all = sorted[0] ?? [];
  for (let begin = 0; begin < all.length; begin += PIECE) {
    if (begin > 0) await otherWork();
    yield all.slice(begin, begin + PIECE).filter((text, i) => text !== all[begin + i - 1]);
  }
}

async function merge(a: readonly string[], b: readonly string[]): Promise<string[]> {
  const merged: string[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const isFirst = j >= b.length || (i < a.length && a[i]! <= b[j]!);
    merged.push(isFirst ? a[i++]! : b[j++]!);
    if (merged.length % (10 * PIECE) === 0) await otherWork();
  }
  return merged;
}

/** Keys in one order, and what is absent left out. */
function toText(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(toText).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  let text = "";
  for (const key of Object.keys(value).sort()) {
    const entry = (value as Readonly<Record<string, unknown>>)[key];
    if (entry === undefined || entry === null) continue;
    text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${toText(entry)}`;
  }
  return `{${text}}`;
}
