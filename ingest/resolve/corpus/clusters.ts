/**
 * The parts that are one entity. Decisions go first, then rules from the surest
 * on; what decisions keep apart stays apart, however many rules would join it.
 * The outcome follows from the set of edges, not from the order of documents.
 */
import { MERGE_RULES } from "../../../server/contract/index.ts";
import type { MergeRule } from "../../../server/contract/index.ts";
import { DisjointSets } from "../decisions/disjoint-sets.ts";

export interface Edge {
  readonly a: string;
  readonly b: string;
  readonly rule: MergeRule;
  /** Of the decision, where one says so. */
  readonly decision?: number;
}

/** Keys of two groups of which no member may be one with a member of another group. */
export interface Barrier {
  readonly number: number;
  readonly groups: readonly (readonly string[])[];
}

export interface Clusters {
  /** The members of each cluster of several, sorted. */
  readonly clusters: readonly (readonly string[])[];
  /** The edges that made them. */
  readonly joined: readonly Edge[];
  /** Edges that a decision keeps apart. */
  readonly refused: readonly Edge[];
}

export function cluster(edges: readonly Edge[], barriers: readonly Barrier[]): Clusters {
  const sets = new DisjointSets();
  const sides = new Map<string, Map<number, number>>();
  for (const { number, groups } of barriers) {
    groups.forEach((keys, side) => {
      for (const key of keys) {
        const own = sides.get(key) ?? new Map<number, number>();
        sides.set(key, own.set(number, side));
      }
    });
  }
  const joined: Edge[] = [];
  const refused: Edge[] = [];
  for (const edge of [...edges].sort(bySureness)) {
    const [a, b] = [sets.find(edge.a), sets.find(edge.b)];
    if (a === b) {
      joined.push(edge);
      continue;
    }
    const [sideA, sideB] = [sides.get(a), sides.get(b)];
    const isBarred = sideA !== undefined && sideB !== undefined && areApart(sideA, sideB);
    if (isBarred) {
      refused.push(edge);
      continue;
    }
    joined.push(edge);
    const root = sets.unite(a, b);
    if (sideA !== undefined || sideB !== undefined) sides.set(root, new Map([...(sideA ?? []), ...(sideB ?? [])]));
  }
  const members = new Map<string, Set<string>>();
  for (const { a, b } of joined) {
    const root = sets.find(a);
    const set = members.get(root) ?? new Set<string>();
    members.set(root, set.add(a).add(b));
  }
  return { clusters: [...members.values()].map((keys) => [...keys].sort()), joined, refused };
}

function areApart(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): boolean {
  for (const [number, side] of a) {
    const other = b.get(number);
    if (other !== undefined && other !== side) return true;
  }
  return false;
}

function bySureness(x: Edge, y: Edge): number {
  return (
    MERGE_RULES.indexOf(x.rule) - MERGE_RULES.indexOf(y.rule) ||
    (x.decision ?? 0) - (y.decision ?? 0) ||
    compare(x.a, y.a) ||
    compare(x.b, y.b)
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
