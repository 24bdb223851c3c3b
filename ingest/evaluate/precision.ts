/** What each rule of relations is worth: its counts over golden sets, and the weight of the prior that fits them. */
import type { Measured } from "../extract/text/04-relations/confidence.ts";
import type { Score } from "./tally.ts";

/** Weights that are tried, in relations. */
const WEIGHTS = Array.from({ length: 60 }, (_, i) => i + 1);

/** @param authors by rule: its author's estimate, 0 to 1; rules that are not in it are left out */
export function measurePrecision(
  sets: readonly string[],
  counts: ReadonlyMap<string, Score>,
  authors: ReadonlyMap<string, number>,
): Measured {
  const rules = [...authors]
    .map(([id, prior]) => ({ id, prior, proposed: counts.get(id)?.predicted ?? 0, right: counts.get(id)?.right ?? 0 }))
    .filter(({ proposed }) => proposed > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const likelihood = (weight: number) =>
    rules.reduce((sum, { prior, proposed, right }) => sum + logLikelihood(right, proposed, prior, weight), 0);
  const weight = WEIGHTS.reduce((best, next) => (likelihood(next) > likelihood(best) ? next : best));
  return {
    sets,
    weight,
    rules: Object.fromEntries(rules.map(({ id, proposed, right }) => [id, { proposed, right }])),
  };
}

/** Of the beta-binomial distribution, without the binomial coefficient, which no weight changes. */
function logLikelihood(right: number, proposed: number, prior: number, weight: number): number {
  const [a, b] = [prior * weight, (1 - prior) * weight];
  let sum = 0;
  for (let i = 0; i < right; i++) sum += Math.log(a + i);
  for (let i = 0; i < proposed - right; i++) sum += Math.log(b + i);
  for (let i = 0; i < proposed; i++) sum -= Math.log(weight + i);
  return sum;
}
