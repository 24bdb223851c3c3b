/**
 * The claims that support one relation, and what follows for the relation.
 *
 * A relation keeps its claims as lists side by side, one place a passage, in
 * the order of document and passage ids: `statuses[3]` is what the passage
 * `passages[3]` says. Everything else on it is computed from these lists.
 */
import type { DocumentId, PassageId, RelationStatus } from "../../contract/index.ts";
import type { CypherMap } from "../engine.ts";
import { withKnownLists } from "./known-lists.ts";

export interface ClaimEntry {
  readonly passageId: PassageId;
  readonly documentId: DocumentId;
  readonly status: RelationStatus;
  readonly date: string | null;
  readonly confidence: number;
  readonly method: string;
}

/** Sorted, and one entry a passage: of two claims of one passage the stronger stays. */
export function orderEntries(entries: Iterable<ClaimEntry>): readonly ClaimEntry[] {
  const byPassage = new Map<PassageId, ClaimEntry>();
  for (const entry of entries) {
    const known = byPassage.get(entry.passageId);
    if (known === undefined || isStronger(entry, known)) byPassage.set(entry.passageId, entry);
  }
  return [...byPassage.values()].sort(
    (a, b) => compare(a.documentId, b.documentId) || compare(a.passageId, b.passageId),
  );
}

/** What the relation's properties are, beside its id. @param entries ordered, at least one */
export function relationProperties(entries: readonly ClaimEntry[]): Record<string, unknown> {
  const dates = entries.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  const statuses = new Set(entries.map(({ status }) => status));
  return withKnownLists({
    status: statuses.has("existing") ? "existing" : "planned",
    hasPlanned: statuses.size > 1,
    evidenceCount: entries.length,
    documentCount: new Set(entries.map(({ documentId }) => documentId)).size,
    ...(dates.length > 0 ? { firstDate: dates[0], lastDate: dates.at(-1) } : {}),
    confidence: noisyOr(entries),
    method: entries.reduce((best, entry) => (isMoreConfident(entry, best) ? entry : best)).method,
    passages: entries.map(({ passageId }) => passageId),
    documents: entries.map(({ documentId }) => documentId),
    statuses: entries.map(({ status }) => status),
    // No list may hold null on Neo4j, so an undated claim has an empty text here.
    dates: entries.map(({ date }) => date ?? ""),
    confidences: entries.map(({ confidence }) => confidence),
    methods: entries.map(({ method }) => method),
  });
}

export function toClaimEntries(stored: CypherMap): readonly ClaimEntry[] {
  const list = (key: string) => (stored[key] ?? []) as readonly string[];
  return list("passages").map((passageId, index) => ({
    passageId: passageId as PassageId,
    documentId: list("documents")[index] as DocumentId,
    status: list("statuses")[index] as RelationStatus,
    date: list("dates")[index] || null,
    confidence: (stored["confidences"] as readonly number[])[index] as number,
    method: list("methods")[index] as string,
  }));
}

/**
 * How sure all documents together are: the chance that not every one of them
 * is wrong. Passages of one document are not independent, so each document
 * counts with its surest passage.
 */
function noisyOr(entries: readonly ClaimEntry[]): number {
  const surest = new Map<DocumentId, number>();
  for (const { documentId, confidence } of entries) {
    surest.set(documentId, Math.max(confidence, surest.get(documentId) ?? 0));
  }
  // Entries are ordered, so the product is the same to the last bit whoever came first.
  const allWrong = [...surest.values()].reduce((product, confidence) => product * (1 - confidence), 1);
  return Math.round((1 - allWrong) * 1e6) / 1e6;
}

function isStronger(a: ClaimEntry, b: ClaimEntry): boolean {
  if (a.status !== b.status) return a.status === "existing";
  if (a.confidence !== b.confidence) return a.confidence > b.confidence;
  return (compare(a.method, b.method) || compare(a.date ?? "", b.date ?? "")) < 0;
}

function isMoreConfident(a: ClaimEntry, b: ClaimEntry): boolean {
  return a.confidence === b.confidence ? a.method < b.method : a.confidence > b.confidence;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
