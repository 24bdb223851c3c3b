/**
 * Which names of all documents are one entity: a function of what the documents
 * state and of the decisions, of nothing else. Every name that is brought
 * together with another keeps the reason; what is not sure becomes a doubt.
 */
import type { Doubt, EntityId, EntityType, Merge, MergeRule, RegionLevel } from "../../../server/contract/index.ts";
import { findBody, findUniversity } from "../../lexicon/index.ts";
import type { DecisionBook } from "../decisions/decision-book.ts";
import type { Decision } from "../decisions/decisions.ts";
import { findCandidates } from "./candidates.ts";
import { cluster } from "./clusters.ts";
import type { Edge } from "./clusters.ts";
import { DecidedParts } from "./decided-parts.ts";
import type { Canonical } from "./decided-parts.ts";
import { ambiguousPlaces, toDoubts } from "./doubts.ts";
import type { NameCorpus, Part } from "./name-corpus.ts";

/** What a name of a document becomes in the graph. */
export interface Target {
  readonly id: EntityId;
  readonly type: EntityType;
  readonly name: string;
  /** Of a region that a decision tells. */
  readonly code?: string;
  readonly level?: RegionLevel;
  /** Null for the name that stays. */
  readonly rule: MergeRule | null;
  /** What a person gave as the reason of the decision that says so. */
  readonly because: string | null;
}

export interface NameOutcome {
  /** By part; parts that stay as they are left out. */
  readonly targets: ReadonlyMap<string, Target>;
  readonly parts: readonly Part[];
  readonly merges: readonly Merge[];
  readonly doubts: readonly Doubt[];
  /** Decisions that speak of names that no document states. */
  readonly unused: readonly Decision[];
}

export function resolveNames(corpus: NameCorpus, book: DecisionBook): NameOutcome {
  const parts = corpus.parts();
  const byKey = new Map(parts.map((part) => [part.key, part]));
  const decided = new DecidedParts(parts, book);
  const { sure, doubtful } = findCandidates(parts);
  const edges: Edge[] = [
    ...decided.edges,
    ...sure.map(({ short, full, rule }): Edge => ({ a: full.key, b: short.key, rule })),
  ];
  const { clusters, joined } = cluster(edges, decided.barriers);

  const shortSides = new Set(joined.filter(({ rule }) => rule !== "same-writing").map(({ b }) => b));
  const targets = new Map<string, Target>();
  const merges: Merge[] = [];
  for (const keys of clusters) {
    const first = canonicalOf(keys, byKey, decided, shortSides);
    for (const [key, how] of reasonsFrom(first.key, keys, joined)) {
      const part = byKey.get(key);
      if (part === undefined) continue;
      const { id, type, name, code, level } = first;
      if (part.id === part.ownId && part.id === id && part.name === name && part.type === type) continue;
      targets.set(key, {
        id,
        type,
        name,
        ...(code === undefined ? {} : { code }),
        ...(level === undefined ? {} : { level }),
        rule: how?.rule ?? null,
        because: book.decisions.find(({ number }) => number === how?.decision)?.because ?? null,
      });
      if (part.name === name || how === null) continue;
      merges.push({ name: part.name, into: name, type, id, rule: how.rule, decision: how.decision ?? null });
    }
  }
  for (const part of parts) {
    if (!targets.has(part.key) && part.id !== part.ownId) {
      const { id, type, name } = part;
      targets.set(part.key, { id, type, name, rule: null, because: null });
    }
  }
  return {
    targets,
    parts,
    merges: merges.sort((a, b) => compare(a.into, b.into) || compare(a.name, b.name)),
    doubts: toDoubts([...doubtful, ...ambiguousPlaces(parts)], targets, decided),
    unused: decided.unused,
  };
}

/** The name that stays: as decided, else one that the dictionaries know, never a short form, the most stated, the fullest. */
function canonicalOf(
  keys: readonly string[],
  parts: ReadonlyMap<string, Part>,
  { first, edges }: DecidedParts,
  shortSides: ReadonlySet<string>,
): Canonical {
  const decided = keys.flatMap((key): Canonical[] => {
    const found = first.get(key);
    return found === undefined ? [] : [{ key, ...found }];
  });
  const taken = new Set(edges.map(({ b }) => b));
  const kept = decided.find(({ key }) => key.startsWith("renamed")) ?? decided.find(({ key }) => !taken.has(key));
  if (kept !== undefined || decided[0] !== undefined) return (kept ?? decided[0])!;
  const own = keys.flatMap((key) => parts.get(key) ?? []);
  const rank = (part: Part) =>
    [isKnown(part) ? 0 : 1, shortSides.has(part.key) ? 1 : 0, -part.documents.size, -part.name.length] as const;
  return own.reduce((best, part) => {
    const [x, y] = [rank(part), rank(best)];
    const differing = x.findIndex((value, i) => value !== y[i]);
    return differing !== -1 && x[differing]! < y[differing]! ? part : best;
  });
}

function isKnown({ type, name }: Part): boolean {
  return (type === "University" ? findUniversity(name) : findBody(name))?.name === name;
}

/** For each member why it is one with the first: the edge that leads to it on the surest way. */
function reasonsFrom(
  first: string,
  keys: readonly string[],
  joined: readonly Edge[],
): ReadonlyMap<string, Edge | null> {
  const members = new Set(keys);
  const reached = new Map<string, Edge | null>([[first, null]]);
  const own = joined.filter(({ a, b }) => members.has(a) && members.has(b));
  for (let isGrowing = true; isGrowing;) {
    isGrowing = false;
    for (const edge of own) {
      for (const [known, next] of [
        [edge.a, edge.b],
        [edge.b, edge.a],
      ] as const) {
        if (!reached.has(known) || reached.has(next)) continue;
        reached.set(next, edge);
        isGrowing = true;
      }
    }
  }
  return reached;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
