/** Names that can stand inside other names, looked up at a place by how they begin. */
import type { EntityIndex } from "../../extraction.ts";

/** One-character names (绍, 甬) say nothing inside another name. */
export const SHORTEST_ANCHOR = 2;
const FILTER_BITS = 12;
const FILTER_MASK = (1 << FILTER_BITS) - 1;

export class AnchorIndex {
  readonly #entityOf = new Map<string, EntityIndex>();
  /** Lengths by the first two characters, longest first, so that the time does not grow with the document. */
  readonly #lengthsOf = new Map<number, number[]>();
  /** Whether any name may begin with two characters: most pairs of a text are turned down here. */
  readonly #filter = new Uint8Array(1 << FILTER_BITS);

  /** The first of two entities of one name has it. */
  add(name: string, entity: EntityIndex): void {
    if (name.length < SHORTEST_ANCHOR || this.#entityOf.has(name)) return;
    this.#entityOf.set(name, entity);
    const start = startOf(name, 0);
    this.#filter[hashOf(start)] = 1;
    const lengths = this.#lengthsOf.get(start);
    if (lengths === undefined) this.#lengthsOf.set(start, [name.length]);
    else if (!lengths.includes(name.length)) {
      lengths.push(name.length);
      lengths.sort((a, b) => b - a);
    }
  }

  /** The longest name that begins at `begin`, not the whole text nor one of `not`. */
  longestAt(text: string, begin: number, not: EntityIndex): { entity: EntityIndex; length: number } | undefined {
    const start = startOf(text, begin);
    if (this.#filter[hashOf(start)] === 0) return undefined;
    const lengths = this.#lengthsOf.get(start);
    if (lengths === undefined) return undefined;
    for (const length of lengths) {
      if (length >= text.length || begin + length > text.length) continue;
      const entity = this.#entityOf.get(text.slice(begin, begin + length));
      if (entity !== undefined && entity !== not) return { entity, length };
    }
    return undefined;
  }
}

/** Two characters as one number. */
function startOf(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
}

function hashOf(start: number): number {
  return ((start >>> 16) ^ Math.imul(start & 0xffff, 31)) & FILTER_MASK;
}
