/** Counts of what gold holds, what was predicted and what of it is right, and the figures that follow. */

export interface Tally {
  readonly gold: number;
  readonly predicted: number;
  readonly right: number;
}

export interface Score extends Tally {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Tallies by name, in the order in which they were first counted. */
export class Tallies {
  readonly #counts = new Map<string, { gold: number; predicted: number; right: number }>();

  add(name: string, { gold = 0, predicted = 0, right = 0 }: Partial<Tally>): void {
    const known = this.#counts.get(name) ?? { gold: 0, predicted: 0, right: 0 };
    this.#counts.set(name, {
      gold: known.gold + gold,
      predicted: known.predicted + predicted,
      right: known.right + right,
    });
  }

  scores(): Map<string, Score> {
    return new Map([...this.#counts].map(([name, tally]) => [name, toScore(tally)]));
  }
}

export function toScore({ gold, predicted, right }: Tally): Score {
  const precision = predicted === 0 ? 0 : right / predicted;
  const recall = gold === 0 ? 0 : right / gold;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { gold, predicted, right, precision, recall, f1 };
}
