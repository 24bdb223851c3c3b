/**
 * Brings the names of all documents in a store together, as far as they are
 * not yet: documents whose names are resolved otherwise now are written again.
 * Afterwards the graph follows from its documents and the decisions alone.
 */
import { createHash } from "node:crypto";

import type { DocumentId, EntityId } from "../../server/contract/index.ts";
import type { DocumentGraph, GraphStore } from "../../server/graph/index.ts";
import { applyPlan, fingerprint, planFor } from "./apply-resolution.ts";
import type { DocumentPlan } from "./apply-resolution.ts";
import { NameCorpus } from "./corpus/name-corpus.ts";
import { resolveNames } from "./corpus/resolve-names.ts";
import type { NameOutcome } from "./corpus/resolve-names.ts";
import { checkDecisions } from "./decisions/check-decisions.ts";
import { DecisionBook } from "./decisions/decision-book.ts";
import { NO_DECISIONS, parseDecisions } from "./decisions/decisions.ts";

/** As much of a store as resolution needs. */
export type ResolvedStore = Pick<
  GraphStore,
  "statements" | "documentGraphs" | "writeMany" | "note" | "setNote" | "dataVersion"
>;

export interface Resolved extends Pick<NameOutcome, "merges" | "doubts" | "unused"> {
  /** Documents that were written again. */
  readonly rewritten: number;
}

/** Moves when the rules of resolution do, so that stores are resolved again. */
const RESOLVER = "1";
const STORED_DECISIONS = "the store";
/** Documents in memory at once. */
const REWRITTEN_AT_ONCE = 50;

/**
 * Decisions from now on, all of them; those that were in force before are forgotten.
 * They take effect when names are resolved next.
 *
 * @throws InvalidDecisionsError, and then nothing has changed
 */
export async function setDecisions(
  store: Pick<ResolvedStore, "setNote">,
  text: string,
  file: string,
  signal?: AbortSignal,
): Promise<void> {
  readBook(text, file);
  await store.setNote("decisions", text, signal);
}

export async function decisionsOf(store: Pick<ResolvedStore, "note">, signal?: AbortSignal): Promise<string> {
  return (await store.note("decisions", signal)) ?? NO_DECISIONS;
}

/** Whether documents or decisions have changed since names were brought together. */
export async function isResolved(store: ResolvedStore, signal?: AbortSignal): Promise<boolean> {
  return (await store.note("resolved", signal)) === (await markOf(store, signal));
}

/** Resolves to what was brought together and what is doubtful. Running it twice changes nothing. */
export async function resolveStore(store: ResolvedStore, signal?: AbortSignal): Promise<Resolved> {
  const { book, corpus, outcome } = await readNames(store, signal);
  const stale: PlannedDocument[] = [];
  // Read a second time rather than kept: the statements of a large graph would not fit.
  for await (const documents of store.statements(signal)) {
    for (const { id, origin, entities, resolution } of documents) {
      const targetOf = (own: EntityId) => outcome.targets.get(corpus.partKey(id, own));
      const plan = planFor(origin, entities, book, targetOf);
      if (resolution !== (plan === undefined ? null : fingerprint(plan))) stale.push({ id, plan });
    }
  }
  for (let begin = 0; begin < stale.length; begin += REWRITTEN_AT_ONCE) {
    await rewrite(store, stale.slice(begin, begin + REWRITTEN_AT_ONCE), signal);
  }
  await store.setNote("resolved", await markOf(store, signal), signal);
  const { merges, doubts, unused } = outcome;
  return { merges, doubts, unused, rewritten: stale.length };
}

/** The same without writing: what is brought together, and what is doubtful. */
export async function examineStore(store: ResolvedStore, signal?: AbortSignal): Promise<NameOutcome> {
  return (await readNames(store, signal)).outcome;
}

interface PlannedDocument {
  readonly id: DocumentId;
  readonly plan: DocumentPlan | undefined;
}

async function readNames(store: ResolvedStore, signal?: AbortSignal) {
  const book = readBook(await decisionsOf(store, signal), STORED_DECISIONS);
  const corpus = new NameCorpus(book);
  for await (const documents of store.statements(signal)) for (const document of documents) corpus.add(document);
  return { book, corpus, outcome: resolveNames(corpus, book) };
}

async function rewrite(store: ResolvedStore, stale: readonly PlannedDocument[], signal?: AbortSignal): Promise<void> {
  const plans = new Map(stale.map(({ id, plan }) => [id, plan]));
  const said = await store.documentGraphs(
    stale.map(({ id }) => id),
    signal,
  );
  const graphs = said.map((graph): DocumentGraph => {
    const plan = plans.get(graph.document.id);
    return plan === undefined ? graph : applyPlan(graph, plan);
  });
  await store.writeMany(graphs, signal);
}

function readBook(text: string, file: string): DecisionBook {
  const decisions = parseDecisions(text, file);
  checkDecisions(decisions, file);
  return new DecisionBook(decisions);
}

async function markOf(store: ResolvedStore, signal?: AbortSignal): Promise<string> {
  const decisions = createHash("sha256")
    .update(await decisionsOf(store, signal))
    .digest("base64url")
    .slice(0, 16);
  return [RESOLVER, decisions, await store.dataVersion(signal)].join(" ");
}
