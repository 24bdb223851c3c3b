/**
 * Many phrases looked up at once: at each place of a text, all phrases that
 * begin there. A double-array trie (Aoe 1989): the arrow from a state by a letter
 * leads to cell `base + letter`, which is the state's own where it names the state
 * as its parent. 45,000 phrases fill about a megabyte, so that reading a text
 * stays in the processor's cache; they build in some 50 ms, at the first look-up.
 */

/** Cells of two numbers each: where the state's arrows begin, shifted by the flag that a phrase ends here, and its parent. */
const CELL = 2;
const ROOT = 0;
const FREE = -1;
/** Share of the cells passed in a search that makes it not worth to pass them again. */
const MOST_TAKEN = 0.9;

export class PhraseTable<Value> {
  readonly #numberOf = new Map<string, number>();
  readonly #values: Value[] = [];
  /** Letter of each UTF-16 unit, frequent ones first; 0 where no phrase holds it. */
  readonly #letters = new Uint16Array(65_536);
  #cells: Int32Array = new Int32Array(0);
  /** For each state the number of the phrase that ends there. */
  #phraseAt: Int32Array = new Int32Array(0);
  #isBuilt = false;

  /** Stores `value` for `phrase`, or `combine(old, value)` where the phrase is there already. */
  add(phrase: string, value: Value, combine: (old: Value, value: Value) => Value = (_, value) => value): void {
    if (phrase === "") return;
    const number = this.#numberOf.get(phrase);
    if (number === undefined) {
      this.#numberOf.set(phrase, this.#values.push(value) - 1);
      this.#isBuilt = false;
    } else this.#values[number] = combine(this.#values[number]!, value);
  }

  get(phrase: string): Value | undefined {
    const number = this.#numberOf.get(phrase);
    return number === undefined ? undefined : this.#values[number];
  }

  /** Every phrase with its value, by number. */
  entries(): (readonly [phrase: string, value: Value])[] {
    return Array.from(this.#numberOf.keys(), (phrase, number) => [phrase, this.#values[number]!] as const);
  }

  /**
   * Finds every phrase that begins at `begin`, shortest first: their ends go into
   * `ends`, their numbers into `numbers`; returns how many. No allocation: this runs
   * at each character of every document.
   */
  at(text: string, begin: number, ends: Int32Array, numbers: Int32Array): number {
    if (!this.#isBuilt) this.#build();
    const cells = this.#cells;
    const letters = this.#letters;
    let state = ROOT;
    let arrows = cells[ROOT]!;
    let count = 0;
    for (let i = begin; i < text.length; i++) {
      const letter = letters[text.charCodeAt(i)]!;
      if (letter === 0) break;
      const next = (arrows >> 1) + letter;
      if (cells[next * CELL + 1] !== state) break;
      state = next;
      arrows = cells[next * CELL]!;
      if ((arrows & 1) === 0) continue;
      if (count === ends.length) break;
      ends[count] = i + 1;
      numbers[count++] = this.#phraseAt[next]!;
    }
    return count;
  }

  #build(): void {
    const phrases = [...this.#numberOf.keys()].sort();
    const letterCount = this.#nameLetters(phrases);
    const numbers = Int32Array.from(phrases, (phrase) => this.#numberOf.get(phrase)!);
    const builder = new Builder(phrases, numbers, this.#letters, letterCount);
    builder.placeAll();
    this.#cells = builder.cells;
    this.#phraseAt = builder.phraseAt;
    this.#isBuilt = true;
  }

  /** Small letters for frequent units keep the arrows of a state together. */
  #nameLetters(phrases: readonly string[]): number {
    const counts = new Uint32Array(65_536);
    for (const phrase of phrases) for (let i = 0; i < phrase.length; i++) counts[phrase.charCodeAt(i)]!++;
    const units: number[] = [];
    counts.forEach((count, unit) => count > 0 && units.push(unit));
    units.sort((a, b) => counts[b]! - counts[a]!);
    this.#letters.fill(0);
    units.forEach((unit, i) => (this.#letters[unit] = i + 1));
    return units.length;
  }
}

/** Places the states of a trie into cells, each state's arrows at the first base where all their cells are free. */
class Builder {
  cells: Int32Array;
  /** For each state the number of the phrase that ends there. */
  phraseAt: Int32Array;
  readonly #phrases: readonly string[];
  readonly #numbers: Int32Array;
  readonly #letters: Uint16Array;
  readonly #letterCount: number;
  #searchFrom = 1;

  /** @param phrases sorted and distinct */
  constructor(phrases: readonly string[], numbers: Int32Array, letters: Uint16Array, letterCount: number) {
    this.#phrases = phrases;
    this.#numbers = numbers;
    this.#letters = letters;
    this.#letterCount = letterCount;
    const size = 2 * (letterCount + 2) + 4 * phrases.length;
    this.cells = new Int32Array(size * CELL).fill(FREE);
    this.phraseAt = new Int32Array(size);
  }

  placeAll(): void {
    this.#place(ROOT, 0, this.#phrases.length, 0);
  }

  /** The state that the phrases from `first` to before `end` share, after `depth` units of each. */
  #place(state: number, first: number, end: number, depth: number): void {
    const phrases = this.#phrases;
    let ends = 0;
    if (first < end && phrases[first]!.length === depth) {
      ends = 1;
      this.phraseAt[state] = this.#numbers[first++]!;
    }
    const arrows: { letter: number; first: number; end: number }[] = [];
    for (let i = first; i < end;) {
      const unit = phrases[i]!.charCodeAt(depth);
      const begin = i;
      while (i < end && phrases[i]!.charCodeAt(depth) === unit) i++;
      arrows.push({ letter: this.#letters[unit]!, first: begin, end: i });
    }
    const base = arrows.length === 0 ? 0 : this.#baseFor(arrows.map(({ letter }) => letter).sort((a, b) => a - b));
    this.cells[state * CELL] = (base << 1) | ends;
    for (const { letter } of arrows) this.cells[(base + letter) * CELL + 1] = state;
    for (const arrow of arrows) this.#place(base + arrow.letter, arrow.first, arrow.end, depth + 1);
  }

  /** Looks on from where cells begin to be free; where most that it passes are taken, the next search begins behind them. */
  #baseFor(letters: readonly number[]): number {
    const lowest = letters[0]!;
    const from = Math.max(this.#searchFrom, lowest);
    let taken = 0;
    for (let cell = from; ; cell++) {
      // A look-up may reach as far beyond the last state as there are letters.
      if ((cell + this.#letterCount + 1) * CELL >= this.cells.length) this.#grow();
      if (this.cells[cell * CELL + 1] !== FREE) {
        taken++;
        continue;
      }
      if (!this.#isFree(cell - lowest, letters)) continue;
      if (taken >= (cell - from) * MOST_TAKEN) this.#searchFrom = cell;
      return cell - lowest;
    }
  }

  #isFree(base: number, letters: readonly number[]): boolean {
    for (let i = 1; i < letters.length; i++) if (this.cells[(base + letters[i]!) * CELL + 1] !== FREE) return false;
    return true;
  }

  #grow(): void {
    const cells = new Int32Array(this.cells.length * 2).fill(FREE);
    cells.set(this.cells);
    this.cells = cells;
    const phraseAt = new Int32Array(cells.length / CELL);
    phraseAt.set(this.phraseAt);
    this.phraseAt = phraseAt;
  }
}
