/** Names as scoring compares them: by their characters alone, and by every name that an entity has. */
import type { AnnotatedEntity } from "./annotated-file.ts";

export type FoldedNames = ReadonlySet<string>;

/** Folds width, case, spaces and punctuation away. */
export function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, "");
}

export function namesOf({ name, aliases }: AnnotatedEntity): FoldedNames {
  return new Set([name, ...aliases].map(fold).filter((folded) => folded !== ""));
}

export function shareOne(a: FoldedNames, b: FoldedNames): boolean {
  for (const name of a) if (b.has(name)) return true;
  return false;
}

/** How much of their characters' pairs two texts share: 0 to 1. */
export function similarity(a: string, b: string): number {
  const left = pairsOf(fold(a));
  const right = pairsOf(fold(b));
  let common = 0;
  for (const pair of left) if (right.has(pair)) common++;
  return (2 * common) / (left.size + right.size);
}

function pairsOf(text: string): ReadonlySet<string> {
  if (text.length < 2) return new Set([text]);
  const characters = [...text];
  return new Set(characters.slice(0, -1).map((character, i) => character + characters[i + 1]));
}

/** The entities of one file by any of their names. A form that two of them bear means the later one. */
export class NameBook {
  /** In the order of the file's entities. */
  readonly names: readonly FoldedNames[];
  readonly #byName = new Map<string, number>();
  readonly #entities: readonly AnnotatedEntity[];

  constructor(entities: readonly AnnotatedEntity[]) {
    this.#entities = entities;
    this.names = entities.map(namesOf);
    for (const [index, names] of this.names.entries()) for (const name of names) this.#byName.set(name, index);
  }

  /** All names of the entity that `name` refers to; of an unknown one, that name alone. */
  namesFor(name: string): FoldedNames {
    const folded = fold(name);
    const index = this.#byName.get(folded);
    return index === undefined ? new Set([folded]) : this.names[index]!;
  }

  typeFor(name: string): AnnotatedEntity["type"] | undefined {
    const index = this.#byName.get(fold(name));
    return index === undefined ? undefined : this.#entities[index]!.type;
  }
}
