/** Values in the six steps of the map's ramp. */
import { scaleLinear } from "d3-scale";

export const STEPS = 6;

export interface Ramp {
  /** Lower bounds of the steps that are in use, the first one first. */
  readonly bounds: readonly number[];
  /** 1 to 6: `--s1` to `--s6`. */
  stepOf(value: number): number;
}

/** Whole numbers up to six have a step each; anything else is cut at round numbers. */
export function rampOf(values: readonly number[]): Ramp {
  if (values.length === 0) return { bounds: [], stepOf: () => 1 };
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const isCount = values.every((value) => Number.isInteger(value)) && least >= 1 && most <= STEPS;
  const bounds = isCount
    ? Array.from({ length: most - least + 1 }, (_, index) => least + index)
    : roundBounds(least, most);
  const first = STEPS - bounds.length + 1;
  return {
    bounds,
    stepOf: (value) =>
      Math.max(1, first) +
      Math.max(
        0,
        bounds.findLastIndex((bound) => value >= bound),
      ),
  };
}

function roundBounds(least: number, most: number): readonly number[] {
  if (least === most) return [least];
  const domain = scaleLinear().domain([least, most]);
  for (let count = STEPS; count > 1; count -= 1) {
    const cuts = domain.ticks(count).filter((tick) => tick > least && tick <= most);
    if (cuts.length < STEPS) return [least, ...cuts];
  }
  return [least];
}
