/** Boxes by the cells of a grid that they cover, so that asking for free room looks only nearby. */
import type { Boxes } from "./boxes.ts";

const CELL = 96;
/** Cells to either side of the middle; far more than any picture is wide. */
const HALF = 2 ** 20;
const NOTHING: readonly number[] = [];

export class BoxGrid {
  readonly #positions: Float64Array;
  readonly #reach: Float32Array;
  readonly #gap: number;
  readonly #cells = new Map<number, number[]>();
  #count = 0;
  #sumX = 0;
  #sumY = 0;

  /** Reads the places of boxes from `positions` (x, y pairs), from when each is added. */
  constructor(positions: Float64Array, { reach }: Boxes, gap: number) {
    this.#positions = positions;
    this.#reach = reach;
    this.#gap = gap;
  }

  /** `node` stands where `positions` says, from now on. */
  add(node: number): void {
    const x = this.#positions[node * 2]!;
    const y = this.#positions[node * 2 + 1]!;
    this.#count += 1;
    this.#sumX += x;
    this.#sumY += y;
    this.#cellsOf(node, x, y, (key) => {
      const cell = this.#cells.get(key);
      if (cell === undefined) this.#cells.set(key, [node]);
      else cell.push(node);
      return true;
    });
  }

  /** The mean of all places; 0, 0 when there are none. */
  centre(): readonly [number, number] {
    const count = Math.max(1, this.#count);
    return [this.#sumX / count, this.#sumY / count];
  }

  /** Whether the box of `node`, centred there, would meet none. */
  isFree(node: number, x: number, y: number): boolean {
    return this.#cellsOf(node, x, y, (key) => {
      for (const other of this.#cells.get(key) ?? NOTHING) if (this.#meet(node, x, y, other)) return false;
      return true;
    });
  }

  /** How many boxes, but those of the two ends, a line between two places crosses; sampled. */
  countAlong(from: number, to: number, x: number, y: number, toX: number, toY: number): number {
    const steps = Math.ceil(Math.hypot(toX - x, toY - y) / (CELL / 4));
    const met = new Set<number>();
    for (let step = 1; step < steps; step += 1) {
      const atX = x + ((toX - x) * step) / steps;
      const atY = y + ((toY - y) * step) / steps;
      for (const other of this.#cells.get(keyOf(Math.floor(atX / CELL), Math.floor(atY / CELL))) ?? NOTHING) {
        if (other !== from && other !== to && this.#covers(other, atX, atY)) met.add(other);
      }
    }
    return met.size;
  }

  #covers(node: number, x: number, y: number): boolean {
    const dx = x - this.#positions[node * 2]!;
    const dy = y - this.#positions[node * 2 + 1]!;
    const at = node * 4;
    return (
      dx > -this.#reach[at]! && dx < this.#reach[at + 2]! && dy > -this.#reach[at + 1]! && dy < this.#reach[at + 3]!
    );
  }

  #meet(node: number, x: number, y: number, other: number): boolean {
    const dx = x - this.#positions[other * 2]!;
    const dy = y - this.#positions[other * 2 + 1]!;
    const reach = this.#reach;
    const gap = this.#gap;
    return (
      dx < reach[node * 4]! + reach[other * 4 + 2]! + gap &&
      dx > -(reach[node * 4 + 2]! + reach[other * 4]! + gap) &&
      dy < reach[node * 4 + 1]! + reach[other * 4 + 3]! + gap &&
      dy > -(reach[node * 4 + 3]! + reach[other * 4 + 1]! + gap)
    );
  }

  /** Calls `visit` for the cells of a box until one answers false; whether none did. */
  #cellsOf(node: number, x: number, y: number, visit: (key: number) => boolean): boolean {
    const at = node * 4;
    const gap = this.#gap;
    const right = Math.floor((x + this.#reach[at + 2]! + gap) / CELL);
    const bottom = Math.floor((y + this.#reach[at + 3]! + gap) / CELL);
    const top = Math.floor((y - this.#reach[at + 1]! - gap) / CELL);
    for (let column = Math.floor((x - this.#reach[at]! - gap) / CELL); column <= right; column += 1) {
      for (let row = top; row <= bottom; row += 1) if (!visit(keyOf(column, row))) return false;
    }
    return true;
  }
}

const keyOf = (column: number, row: number) => (column + HALF) * 2 * HALF + row + HALF;
