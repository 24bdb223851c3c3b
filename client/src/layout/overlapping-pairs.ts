/**
 * Which boxes meet. Each is noted in every cell of a grid that it reaches into,
 * and compared with those noted there too; a pair that shares several cells is
 * told in the first of them alone.
 */
import { boundsOf, overlapX, overlapY } from "./boxes.ts";
import type { Boxes } from "./boxes.ts";

/** Cells a box, at most: far scattered boxes get larger cells. */
const MAX_CELLS = 4;

/** Each pair once, as one, other, one, other. Boxes within `gap` of each other meet too. */
export function overlappingPairs(positions: ArrayLike<number>, boxes: Boxes, gap = 0): Int32Array {
  const { reach } = boxes;
  const count = reach.length / 4;
  const { columns, rows, left, top, right, bottom } = cellsOf(positions, boxes, gap);
  const starts = new Int32Array(columns * rows + 1);
  const forCells = (box: number, act: (cell: number) => void) => {
    for (let row = top[box]!; row <= bottom[box]!; row += 1) {
      for (let column = left[box]!; column <= right[box]!; column += 1) act(row * columns + column);
    }
  };
  for (let box = 0; box < count; box += 1) forCells(box, (cell) => (starts[cell + 1]! += 1));
  for (let cell = 0; cell < columns * rows; cell += 1) starts[cell + 1]! += starts[cell]!;
  const ends = starts.slice();
  const noted = new Int32Array(starts[columns * rows]!);
  for (let box = 0; box < count; box += 1) {
    forCells(box, (cell) => {
      noted[ends[cell]!] = box;
      ends[cell]! += 1;
    });
  }

  const pairs: number[] = [];
  for (let cell = 0; cell < columns * rows; cell += 1) {
    for (let at = starts[cell]!; at < starts[cell + 1]!; at += 1) {
      const one = noted[at]!;
      for (let next = at + 1; next < starts[cell + 1]!; next += 1) {
        const other = noted[next]!;
        if (overlapX(one, other, positions, reach) + gap <= 0 || overlapY(one, other, positions, reach) + gap <= 0) {
          continue;
        }
        const first = Math.max(top[one]!, top[other]!) * columns + Math.max(left[one]!, left[other]!);
        if (cell === first) pairs.push(one, other);
      }
    }
  }
  return Int32Array.from(pairs);
}

/** The columns and rows that each box reaches into; of two boxes one is reached by the gap between them. */
function cellsOf(positions: ArrayLike<number>, boxes: Boxes, gap: number) {
  const { reach } = boxes;
  const count = reach.length / 4;
  const all = Array.from({ length: count }, (_, box) => box);
  const bounds = boundsOf(all, positions, boxes);
  const width = bounds.right - bounds.left + gap;
  const height = bounds.bottom - bounds.top + gap;
  const size = Math.max(meanSide(reach) + gap, Math.sqrt((width * height) / (MAX_CELLS * Math.max(1, count))), 1e-9);
  const column = (x: number) => Math.floor((x - bounds.left) / size);
  const row = (y: number) => Math.floor((y - bounds.top) / size);
  const [left, top, right, bottom] = [0, 0, 0, 0].map(() => new Int32Array(count)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  for (let box = 0; box < count; box += 1) {
    left[box] = column(positions[box * 2]! - reach[box * 4]!);
    top[box] = row(positions[box * 2 + 1]! - reach[box * 4 + 1]!);
    right[box] = column(positions[box * 2]! + reach[box * 4 + 2]! + gap);
    bottom[box] = row(positions[box * 2 + 1]! + reach[box * 4 + 3]! + gap);
  }
  return { columns: column(bounds.right + gap) + 1, rows: row(bounds.bottom + gap) + 1, left, top, right, bottom };
}

function meanSide(reach: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < reach.length; at += 1) sum += reach[at]!;
  return (sum * 2) / Math.max(1, reach.length);
}
