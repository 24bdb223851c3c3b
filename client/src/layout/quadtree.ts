/**
 * Squares within squares, each with the number and mean place of the points in
 * it. The squares lie in one row, each before those within it, so that walking
 * the tree is going along the row, and leaving a square out is a jump.
 *
 * Points are sorted along a Z-shaped curve first: those of one square then lie
 * side by side, and so do points that see nearly the same squares.
 *
 * [Reference] G. M. Morton, A Computer Oriented Geodetic Data Base and a New
 * Technique in File Sequencing, 1966.
 */
export interface Quadtree {
  /** Points along the curve. */
  readonly order: Int32Array;
  readonly count: number;
  /** By square. */
  readonly mass: Float64Array;
  readonly meanX: Float64Array;
  readonly meanY: Float64Array;
  /** Its side, squared; 0 for one that is not divided further. */
  readonly size: Float64Array;
  /** The first square that is not within it. */
  readonly after: Int32Array;
}

/** The smallest squares are this many halvings of the whole: points within one count as one. */
const DEPTH = 15;

/** Of x, y pairs, of which there must be one at least. */
export function buildQuadtree(positions: Float64Array): Quadtree {
  const points = positions.length / 2;
  const { codes, order, side } = alongCurve(positions);
  // Every square that is divided has two squares or more in it.
  const capacity = points * 2;
  const mass = new Float64Array(capacity);
  const meanX = new Float64Array(capacity);
  const meanY = new Float64Array(capacity);
  const size = new Float64Array(capacity);
  const after = new Int32Array(capacity);
  const sizes = Float64Array.from({ length: DEPTH }, (_, depth) => (side / 2 ** depth) ** 2);
  let count = 0;

  /** Adds the square of the points `from` to `to` of the curve. */
  const add = (from: number, to: number, above: number): void => {
    // Straight to the smallest square that holds them all.
    let depth = above;
    while (depth < DEPTH && quadrant(codes[from]!, depth) === quadrant(codes[to - 1]!, depth)) depth += 1;
    const square = count;
    count += 1;
    let sumX = 0;
    let sumY = 0;
    if (depth === DEPTH) {
      for (let at = from; at < to; at += 1) {
        sumX += positions[order[at]! * 2]!;
        sumY += positions[order[at]! * 2 + 1]!;
      }
    } else {
      size[square] = sizes[depth]!;
      for (let begin = from; begin < to;) {
        let end = begin + 1;
        while (end < to && quadrant(codes[begin]!, depth) === quadrant(codes[end]!, depth)) end += 1;
        const inner = count;
        add(begin, end, depth + 1);
        sumX += meanX[inner]! * mass[inner]!;
        sumY += meanY[inner]! * mass[inner]!;
        begin = end;
      }
    }
    mass[square] = to - from;
    meanX[square] = sumX / (to - from);
    meanY[square] = sumY / (to - from);
    after[square] = count;
  };
  add(0, points, 0);
  return { order, count, mass, meanX, meanY, size, after };
}

/** The path to the square that a code lies in, `depth` halvings below the whole. */
function quadrant(code: number, depth: number): number {
  return code >> (2 * (DEPTH - 1 - depth));
}

function alongCurve(positions: Float64Array) {
  const points = positions.length / 2;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < positions.length; at += 2) {
    left = Math.min(left, positions[at]!);
    right = Math.max(right, positions[at]!);
    top = Math.min(top, positions[at + 1]!);
    bottom = Math.max(bottom, positions[at + 1]!);
  }
  const side = Math.max(right - left, bottom - top, 1e-9) * (1 + 1e-9);
  const scale = 2 ** DEPTH / side;
  // Code and point in one number: sorting numbers is many times faster than sorting by a function.
  const keys = new Float64Array(points);
  for (let point = 0; point < points; point += 1) {
    const column = everyOtherBit(Math.floor((positions[point * 2]! - left) * scale));
    const row = everyOtherBit(Math.floor((positions[point * 2 + 1]! - top) * scale));
    keys[point] = (column | (row << 1)) * points + point;
  }
  keys.sort();
  const codes = new Int32Array(points);
  const order = new Int32Array(points);
  for (let at = 0; at < points; at += 1) {
    codes[at] = Math.floor(keys[at]! / points);
    order[at] = keys[at]! - codes[at]! * points;
  }
  return { codes, order, side };
}

/** Sixteen bits with a zero before each. */
function everyOtherBit(bits: number): number {
  let spread = (bits | (bits << 8)) & 0x00ff00ff;
  spread = (spread | (spread << 4)) & 0x0f0f0f0f;
  spread = (spread | (spread << 2)) & 0x33333333;
  return (spread | (spread << 1)) & 0x55555555;
}
