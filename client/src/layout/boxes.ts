/** The room that a node takes: its shape and its name, as far as they reach from the node's centre. */
export interface Boxes {
  /** Four a node: how far it reaches left, up, right and down; all at least 0. */
  readonly reach: Float32Array;
}

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function boundsOf(nodes: Iterable<number>, positions: ArrayLike<number>, { reach }: Boxes): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const node of nodes) {
    const x = positions[node * 2]!;
    const y = positions[node * 2 + 1]!;
    left = Math.min(left, x - reach[node * 4]!);
    top = Math.min(top, y - reach[node * 4 + 1]!);
    right = Math.max(right, x + reach[node * 4 + 2]!);
    bottom = Math.max(bottom, y + reach[node * 4 + 3]!);
  }
  return left > right ? { left: 0, top: 0, right: 0, bottom: 0 } : { left, top, right, bottom };
}

export function shift(nodes: Iterable<number>, positions: Float64Array, x: number, y: number): void {
  for (const node of nodes) {
    positions[node * 2]! += x;
    positions[node * 2 + 1]! += y;
  }
}

/** How deep two boxes stand in each other sideways; negative when they are apart. */
export function overlapX(one: number, other: number, positions: ArrayLike<number>, reach: Float32Array): number {
  return Math.min(
    positions[one * 2]! + reach[one * 4 + 2]! - positions[other * 2]! + reach[other * 4]!,
    positions[other * 2]! + reach[other * 4 + 2]! - positions[one * 2]! + reach[one * 4]!,
  );
}

export function overlapY(one: number, other: number, positions: ArrayLike<number>, reach: Float32Array): number {
  return Math.min(
    positions[one * 2 + 1]! + reach[one * 4 + 3]! - positions[other * 2 + 1]! + reach[other * 4 + 1]!,
    positions[other * 2 + 1]! + reach[other * 4 + 3]! - positions[one * 2 + 1]! + reach[one * 4 + 1]!,
  );
}

/** The boxes of some nodes, in their order. */
export function only({ reach }: Boxes, nodes: readonly number[]): Boxes {
  const own = new Float32Array(nodes.length * 4);
  nodes.forEach((node, at) => own.set(reach.subarray(node * 4, node * 4 + 4), at * 4));
  return { reach: own };
}
