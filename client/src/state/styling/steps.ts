/** Where a quantity is cut into the steps of the ramp, so that each step can be said in round numbers. */
import { RAMP_SHADES } from "./shades.ts";

const RAMP_STEPS = RAMP_SHADES.length;

const COUNT_BOUNDS = [1, 3, 10, 30, 100, 300];

/** Lower bounds for counts, of which most are small and a few are large; as many as `most` needs, one at least. */
export function countBounds(most: number): readonly number[] {
  const bounds = COUNT_BOUNDS.filter((bound) => bound <= most);
  return bounds.length === 0 ? [1] : bounds;
}

/** Lower bounds for any numbers: the least, then round numbers equally far apart. At most six. */
export function evenBounds(least: number, most: number): readonly number[] {
  if (!(most > least)) return [least];
  const step = roundStep((most - least) / (RAMP_STEPS - 1));
  const bounds = [least];
  const first = Math.floor(least / step) + 1;
  for (let i = 0; i < RAMP_STEPS - 1; i++) {
    const bound = Number(((first + i) * step).toPrecision(12));
    // Of numbers that differ in their last digits alone a rounded bound may lie outside of them.
    if (bound > bounds.at(-1)! && bound <= most) bounds.push(bound);
  }
  return bounds;
}

/** The next of 1, 2, 5, 10, 20 ... that is not below. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((digit) => digit * power >= least) ?? 10) * power;
}

/** Which of some lower bounds a value is in, from 0. */
export function boundOf(bounds: readonly number[], value: number): number {
  return Math.max(
    0,
    bounds.findLastIndex((bound) => value >= bound),
  );
}
