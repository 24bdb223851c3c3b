/**
 * Places along a line that are in order and far enough apart, and together as
 * near as can be to where they should be: what would pass another is pooled
 * with it, and a pool stands where its members want to on average.
 *
 * [Reference] M. Ayer et al., An Empirical Distribution Function for Sampling
 * with Incomplete Information, 1955 (pool adjacent violators).
 */

/** `apart[i]` is the least distance from place i - 1 to place i; `apart[0]` is not used. */
export function spacedOut(wanted: readonly number[], apart: readonly number[]): number[] {
  // Less all that must lie before it, a place need only not come before the last one.
  const before: number[] = [];
  let sum = 0;
  wanted.forEach((_, at) => {
    sum += at === 0 ? 0 : apart[at]!;
    before.push(sum);
  });
  const pools: { mean: number; size: number }[] = [];
  wanted.forEach((place, at) => {
    let pool = { mean: place - before[at]!, size: 1 };
    for (let last = pools.at(-1); last !== undefined && last.mean > pool.mean; last = pools.at(-1)) {
      pools.pop();
      const size = last.size + pool.size;
      pool = { mean: (last.mean * last.size + pool.mean * pool.size) / size, size };
    }
    pools.push(pool);
  });
  return pools
    .flatMap(({ mean, size }) => Array.from({ length: size }, () => mean))
    .map((mean, at) => mean + before[at]!);
}
