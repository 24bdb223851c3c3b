/**
 * How sure a claim of a rule is: the rule's precision over the golden sets,
 * smoothed. `npm run evaluate -- --precision` measures and writes `precision.json`.
 *
 * The estimate is the mean of the posterior of a Beta prior whose mean is the
 * estimate of the rule's author and whose weight, counted in relations, is the
 * one that makes the measured counts of all rules likeliest (empirical Bayes:
 * Gelman et al., Bayesian Data Analysis, 3rd ed., 5.1-5.3). Few examples move a
 * rule little; a rule that was never seen keeps its author's word.
 */
import measured from "./precision.json" with { type: "json" };

export interface Measured {
  /** The golden sets that were counted. */
  readonly sets: readonly string[];
  /** Of the prior, in relations. */
  readonly weight: number;
  /** By rule: relations that it proposed, and how many of them the gold has. */
  readonly rules: Readonly<Record<string, { readonly proposed: number; readonly right: number }>>;
}

/** 0 to 1, to three places. */
export function confidenceOf(
  { id, confidence }: { readonly id: string; readonly confidence: number },
  { weight, rules }: Measured = measured,
): number {
  const { proposed, right } = rules[id] ?? { proposed: 0, right: 0 };
  return Math.round(((right + weight * confidence) / (proposed + weight)) * 1000) / 1000;
}
