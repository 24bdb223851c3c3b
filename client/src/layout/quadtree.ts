/** Points in squares within squares, each with the mean place and number of its points, in flat arrays. */
const MAX_DEPTH = 24;

export interface Quadtree {
  /** Writes into `moves` the push (1/distance from each other point) on every point. */
  repel(positions: Float64Array, opening: number, moves: Float64Array): void;
}

export function buildQuadtree(positions: Float64Array): Quadtree {
  const count = positions.length / 2;
  let capacity = Math.max(64, count * 4);
  /** Four children a cell: 0 for none, a cell's number, or -1 - the number of a point. */
  let children = new Int32Array(capacity * 4);
  let mass = new Float64Array(capacity);
  let meanX = new Float64Array(capacity);
  let meanY = new Float64Array(capacity);
  let cells = 1;
  const [originX, originY, side] = square(positions);
  /** Points that lie on one place, or nearly, are chained. */
  const nextHere = new Int32Array(count).fill(-1);

  const newCell = (): number => {
    if (cells === capacity) {
      capacity *= 2;
      children = enlarge(children, new Int32Array(capacity * 4));
      mass = enlarge(mass, new Float64Array(capacity));
      meanX = enlarge(meanX, new Float64Array(capacity));
      meanY = enlarge(meanY, new Float64Array(capacity));
    }
    cells += 1;
    return cells - 1;
  };
  const insert = (point: number) => {
    const x = positions[point * 2]!;
    const y = positions[point * 2 + 1]!;
    let [cell, left, top, size] = [0, originX, originY, side];
    for (let depth = 0; ; depth += 1) {
      mass[cell]! += 1;
      meanX[cell]! += x;
      meanY[cell]! += y;
      size /= 2;
      const [isRight, isBelow] = [x >= left + size, y >= top + size];
      if (isRight) left += size;
      if (isBelow) top += size;
      const slot = cell * 4 + (isRight ? 1 : 0) + (isBelow ? 2 : 0);
      const child = children[slot]!;
      if (child === 0) {
        children[slot] = -1 - point;
        return;
      }
      if (child > 0) {
        cell = child;
        continue;
      }
      const resident = -1 - child;
      if (depth === MAX_DEPTH) {
        nextHere[point] = resident;
        children[slot] = -1 - point;
        return;
      }
      // The point that lives here moves one level down, then ours tries again.
      const inner = newCell();
      children[slot] = inner;
      const half = size / 2;
      const residentX = positions[resident * 2]!;
      const residentY = positions[resident * 2 + 1]!;
      children[inner * 4 + (residentX >= left + half ? 1 : 0) + (residentY >= top + half ? 2 : 0)] = child;
      mass[inner] = 1;
      meanX[inner] = residentX;
      meanY[inner] = residentY;
      cell = inner;
    }
  };
  for (let point = 0; point < count; point += 1) insert(point);
  for (let cell = 0; cell < cells; cell += 1) {
    meanX[cell]! /= mass[cell]!;
    meanY[cell]! /= mass[cell]!;
  }

  const stack = new Int32Array(4 * (MAX_DEPTH + 2));
  const sizes = new Float64Array(stack.length);
  return {
    repel(points, opening, moves) {
      for (let point = 0; point < count; point += 1) {
        const x = points[point * 2]!;
        const y = points[point * 2 + 1]!;
        let [moveX, moveY] = [0, 0];
        const push = (otherX: number, otherY: number, weight: number) => {
          const dx = x - otherX;
          const dy = y - otherY;
          const square = Math.max(1e-6, dx * dx + dy * dy);
          moveX += (dx / square) * weight;
          moveY += (dy / square) * weight;
        };
        let depth = 1;
        stack[0] = 0;
        sizes[0] = side;
        while (depth > 0) {
          depth -= 1;
          const cell = stack[depth]!;
          const size = sizes[depth]!;
          const dx = x - meanX[cell]!;
          const dy = y - meanY[cell]!;
          if (size * size < opening * opening * (dx * dx + dy * dy)) {
            push(meanX[cell]!, meanY[cell]!, mass[cell]!);
            continue;
          }
          for (let slot = cell * 4; slot < cell * 4 + 4; slot += 1) {
            const child = children[slot]!;
            if (child > 0) {
              stack[depth] = child;
              sizes[depth] = size / 2;
              depth += 1;
            } else if (child < 0) {
              for (let other = -1 - child; other !== -1; other = nextHere[other]!) {
                if (other !== point) push(points[other * 2]!, points[other * 2 + 1]!, 1);
              }
            }
          }
        }
        moves[point * 2] = moveX;
        moves[point * 2 + 1] = moveY;
      }
    },
  };
}

function square(positions: Float64Array): [left: number, top: number, side: number] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < positions.length; at += 2) {
    left = Math.min(left, positions[at]!);
    right = Math.max(right, positions[at]!);
    top = Math.min(top, positions[at + 1]!);
    bottom = Math.max(bottom, positions[at + 1]!);
  }
  return [left, top, Math.max(right - left, bottom - top, 1e-9) * (1 + 1e-9)];
}

function enlarge<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
