/** Begins with what comes next while what came before is used. */

export interface AheadLimits<T> {
  readonly items: number;
  readonly weight: number;
  readonly weightOf: (item: T) => number;
}

/**
 * The items in their order, each after `begin` was called with it and, as far
 * as the limits let, with those behind it. One item is always taken, however
 * heavy it is.
 *
 * @param begin also gets what has begun and is not used yet
 */
export async function* ahead<T, S>(
  items: AsyncIterable<T>,
  begin: (item: T, begun: readonly S[]) => Promise<S>,
  { items: most, weight: mostWeight, weightOf }: AheadLimits<T>,
): AsyncGenerator<S> {
  const iterator = items[Symbol.asyncIterator]();
  const begun: S[] = [];
  const weights: number[] = [];
  let weight = 0;
  let isDone = false;
  try {
    for (;;) {
      while (!isDone && begun.length < most && (begun.length === 0 || weight < mostWeight)) {
        const next = await iterator.next();
        if (next.done === true) isDone = true;
        else {
          weight += weightOf(next.value);
          weights.push(weightOf(next.value));
          begun.push(await begin(next.value, begun));
        }
      }
      const first = begun.shift();
      if (first === undefined) return;
      yield first;
      weight -= weights.shift()!;
    }
  } finally {
    await iterator.return?.();
  }
}
