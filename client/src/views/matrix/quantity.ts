/**
 * Six steps of colour for counts from one to the largest. Up to six every
 * count has its own step; beyond, each step is wider than the one before.
 */
export const STEPS = 6;

/** The least count of each step; fewer than six where the largest is smaller. */
export function stepStarts(largest: number): readonly number[] {
  if (largest <= STEPS) return Array.from({ length: Math.max(0, largest) }, (_, at) => at + 1);
  const starts = Array.from({ length: STEPS }, (_, at) => Math.round(largest ** (at / STEPS)));
  return starts.reduce<number[]>((all, start) => [...all, Math.max(start, (all.at(-1) ?? 0) + 1)], []);
}

/** From 1 to 6, spread over all six where there are fewer steps; what is largest is darkest. */
export function stepOf(count: number, starts: readonly number[]): number {
  const at = Math.max(
    0,
    starts.findLastIndex((start) => count >= start),
  );
  return starts.length <= 1 ? STEPS / 2 : Math.round(((at + 1) / starts.length) * STEPS);
}
