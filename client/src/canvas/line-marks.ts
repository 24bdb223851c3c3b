/** The marks at the ends of lines: dots, diamonds, arrows, bars. */
import type { MarkShape } from "./line-style.ts";

/** Outlines as pairs: how far behind the tip, how far to its right, in sizes. */
interface Mark {
  readonly outlines: readonly (readonly number[])[];
  /** Where the line ends, behind the tip. */
  readonly back: number;
}

const TRIANGLE = [0, 0, 0.3, 0.15, 0.3, -0.15];
const MARKS: Readonly<Record<MarkShape, Mark>> = {
  none: { outlines: [], back: 0 },
  // A circle of eight corners: it is seven pixels wide.
  circle: {
    outlines: [[0, 0.06, 0.09, 0.15, 0.21, 0.15, 0.3, 0.06, 0.3, -0.06, 0.21, -0.15, 0.09, -0.15, 0, -0.06]],
    back: 0.3,
  },
  diamond: { outlines: [[0, 0, 0.15, 0.15, 0.3, 0, 0.15, -0.15]], back: 0.3 },
  triangle: { outlines: [TRIANGLE], back: 0.3 },
  vee: { outlines: [[0, 0, 0.3, 0.15, 0.15, 0, 0.3, -0.15]], back: 0.15 },
  tee: { outlines: [[0, -0.15, 0, 0.15, 0.1, 0.15, 0.1, -0.15]], back: 0.1 },
  "triangle-tee": { outlines: [TRIANGLE, [0.4, -0.15, 0.4, 0.15, 0.5, 0.15, 0.5, -0.15]], back: 0.5 },
};

/** The unit of a mark, in the canvas's units: wide lines have larger ones. */
export function markSize(width: number): number {
  return 0.8 * Math.max(29, (width * 13.37) ** 0.9);
}

/** How far behind the tip the line ends, in sizes. */
export function markBack(shape: MarkShape): number {
  return MARKS[shape].back;
}

/** Adds a mark with its tip at x, y to `path`; `alongX`, `alongY` is where it points, of length 1. */
export function traceMark(
  path: Path2D,
  shape: MarkShape,
  x: number,
  y: number,
  alongX: number,
  alongY: number,
  size: number,
): void {
  for (const outline of MARKS[shape].outlines) {
    for (let at = 0; at < outline.length; at += 2) {
      const behind = outline[at]! * size;
      const aside = outline[at + 1]! * size;
      const cornerX = x - alongX * behind - alongY * aside;
      const cornerY = y - alongY * behind + alongX * aside;
      if (at === 0) path.moveTo(cornerX, cornerY);
      else path.lineTo(cornerX, cornerY);
    }
    path.closePath();
  }
}
