/** Brings two lists together one to one, the best pairs first. */

export interface Matching {
  /** From the position in the gold to the one in the prediction. */
  readonly predictedFor: ReadonlyMap<number, number>;
  readonly usedPredictions: ReadonlySet<number>;
}

/** Greedy: among all pairs that are the `same`, those of the highest `rank` first, then in the order of the lists. */
export function matchOneToOne<G, P>(
  gold: readonly G[],
  predicted: readonly P[],
  same: (gold: G, predicted: P) => boolean,
  rank: (gold: G, predicted: P) => number,
): Matching {
  const candidates: { rank: number; goldAt: number; predictedAt: number }[] = [];
  for (const [goldAt, g] of gold.entries()) {
    for (const [predictedAt, p] of predicted.entries()) {
      if (same(g, p)) candidates.push({ rank: rank(g, p), goldAt, predictedAt });
    }
  }
  candidates.sort((a, b) => b.rank - a.rank);

  const predictedFor = new Map<number, number>();
  const usedPredictions = new Set<number>();
  for (const { goldAt, predictedAt } of candidates) {
    if (predictedFor.has(goldAt) || usedPredictions.has(predictedAt)) continue;
    predictedFor.set(goldAt, predictedAt);
    usedPredictions.add(predictedAt);
  }
  return { predictedFor, usedPredictions };
}
