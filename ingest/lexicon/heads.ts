/**
 * Head words: what a name ends in, and what type of body that makes it.
 *
 * `strong` heads make a name with any stem, `weak` ones (中心, 平台) need an anchor
 * or a telling stem, `category` ones (重点实验室) name a class, so that a place alone
 * before them is still no name.
 */
import type { EntityType } from "../../server/contract/index.ts";
import table from "./data/heads.json" with { type: "json" };

export type HeadStrength = "strong" | "weak" | "category";

export interface HeadWord {
  readonly word: string;
  readonly type: EntityType;
  readonly strength: HeadStrength;
}

type HeadTable = Readonly<Partial<Record<EntityType, Readonly<Partial<Record<HeadStrength, string>>>>>>;

export const HEAD_WORDS: readonly HeadWord[] = Object.entries(table as HeadTable).flatMap(([type, byStrength]) =>
  Object.entries(byStrength).flatMap(([strength, words]) =>
    words.split(" ").map((word): HeadWord => ({ word, type: type as EntityType, strength: strength as HeadStrength })),
  ),
);

const byWord = new Map(HEAD_WORDS.map((head) => [head.word, head]));

export function findHead(word: string): HeadWord | undefined {
  return byWord.get(word);
}

/** The longest head word that `name` ends in. */
export function headOf(name: string): HeadWord | undefined {
  for (let begin = Math.max(0, name.length - 14); begin < name.length; begin++) {
    const head = byWord.get(name.slice(begin));
    if (head !== undefined) return head;
  }
  return undefined;
}
