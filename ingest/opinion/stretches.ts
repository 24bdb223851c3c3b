/** The parts of a document that are asked about one by one: as many passages as a small model reads with care. */
import type { Passage } from "../../server/contract/index.ts";

export interface Stretch {
  readonly passages: readonly Passage[];
  readonly text: string;
}

const LONGEST_STRETCH = 1_500;
/** Below this nothing can be said of two things. */
const SHORTEST_STRETCH = 8;

/**
 * Cut before a heading once there is something to ask about, else where the
 * next passage would be too much. A passage is never cut; one that is too long
 * is a stretch of its own.
 */
export function toStretches(passages: readonly Passage[]): Stretch[] {
  const stretches: Passage[][] = [];
  let [current, length] = [[] as Passage[], 0];
  for (const passage of passages) {
    const isFull = length + passage.text.length > LONGEST_STRETCH;
    const begins = passage.kind === "heading" && length > LONGEST_STRETCH / 3;
    if (current.length > 0 && (isFull || begins)) {
      stretches.push(current);
      [current, length] = [[], 0];
    }
    current.push(passage);
    length += passage.text.length;
  }
  if (current.length > 0) stretches.push(current);
  return stretches
    .map((each) => ({ passages: each, text: each.map(({ text }) => text).join("\n") }))
    .filter(({ text }) => text.length >= SHORTEST_STRETCH);
}
