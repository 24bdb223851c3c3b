/** Boxes by the cells of a grid that they cover, so that asking for free room looks only nearby. */
import type { Boxes } from "./boxes.ts";

const CELL = 96;

export class BoxGrid {
  readonly #reach: Float32Array;
  readonly #gap: number;
  readonly #cells = new Map<string, number[]>();
  readonly #places = new Map<number, readonly [number, number]>();
  #sumX = 0;
  #sumY = 0;

  constructor(boxes: Boxes, gap: number) {
    this.#reach = boxes.reach;
    this.#gap = gap;
  }

  add(node: number, x: number, y: number): void {
    this.#places.set(node, [x, y]);
    this.#sumX += x;
    this.#sumY += y;
    for (const key of this.#keys(node, x, y)) {
      const cell = this.#cells.get(key);
      if (cell === undefined) this.#cells.set(key, [node]);
      else cell.push(node);
    }
  }

  /** The mean of all places; 0, 0 when there are none. */
  centre(): readonly [number, number] {
    const count = Math.max(1, this.#places.size);
    return [this.#sumX / count, this.#sumY / count];
  }

  /** Whether the box of `node`, centred there, would meet none. */
  isFree(node: number, x: number, y: number): boolean {
    for (const key of this.#keys(node, x, y)) {
      for (const other of this.#cells.get(key) ?? []) if (this.#meet(node, x, y, other)) return false;
    }
    return true;
  }

  /** How many boxes, but those of the two ends, a line between two places crosses; sampled. */
  countAlong(from: number, to: number, x: number, y: number, toX: number, toY: number): number {
    const steps = Math.ceil(Math.hypot(toX - x, toY - y) / (CELL / 4));
    const met = new Set<number>();
    for (let step = 1; step < steps; step += 1) {
      const atX = x + ((toX - x) * step) / steps;
      const atY = y + ((toY - y) * step) / steps;
      for (const other of this.#cells.get(keyOf(Math.floor(atX / CELL), Math.floor(atY / CELL))) ?? []) {
        if (other !== from && other !== to && this.#covers(other, atX, atY)) met.add(other);
      }
    }
    return met.size;
  }

  #covers(node: number, x: number, y: number): boolean {
    const [centreX, centreY] = this.#places.get(node)!;
    const [left, top, right, bottom] = this.#reachOf(node);
    return x > centreX - left && x < centreX + right && y > centreY - top && y < centreY + bottom;
  }

  #meet(node: number, x: number, y: number, other: number): boolean {
    const [otherX, otherY] = this.#places.get(other)!;
    const [left, top, right, bottom] = this.#reachOf(node);
    const [otherLeft, otherTop, otherRight, otherBottom] = this.#reachOf(other);
    const gap = this.#gap;
    return (
      x - left < otherX + otherRight + gap &&
      x + right > otherX - otherLeft - gap &&
      y - top < otherY + otherBottom + gap &&
      y + bottom > otherY - otherTop - gap
    );
  }

  #reachOf(node: number): readonly [number, number, number, number] {
    const reach = this.#reach;
    return [reach[node * 4]!, reach[node * 4 + 1]!, reach[node * 4 + 2]!, reach[node * 4 + 3]!];
  }

  *#keys(node: number, x: number, y: number): Generator<string> {
    const [left, top, right, bottom] = this.#reachOf(node);
    const gap = this.#gap;
    for (
      let column = Math.floor((x - left - gap) / CELL);
      column <= Math.floor((x + right + gap) / CELL);
      column += 1
    ) {
      for (let row = Math.floor((y - top - gap) / CELL); row <= Math.floor((y + bottom + gap) / CELL); row += 1) {
        yield keyOf(column, row);
      }
    }
  }
}

const keyOf = (column: number, row: number) => `${column} ${row}`;
