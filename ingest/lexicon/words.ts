/**
 * Everyday words by what they do to a name: verbs and particles end it, levels
 * and qualities are not yet a name, nominal verbs (检测, 转移) may stand inside one.
 * `verbal` are the verbs of the general dictionary, some of which are parts of terms (磁悬浮).
 */
import nominal from "./data/nominal.json" with { type: "json" };
import vocabulary from "./data/vocabulary.json" with { type: "json" };
import lists from "./data/words.json" with { type: "json" };

export type WordClass = "function" | "verb" | "verbal" | "measure" | "level" | "quality" | "nominal" | "noun";

/** Each list overrides the ones before it: our own tables know this kind of text better than a general dictionary. */
const ORDER: readonly (readonly [WordClass, string])[] = [
  ["noun", vocabulary.noun],
  ["function", vocabulary.function],
  ["verbal", vocabulary.verb],
  ["measure", lists.measure],
  ["quality", lists.quality],
  ["level", lists.level],
  ["noun", lists.noun],
  ["verb", lists.verb],
  ["function", lists.function],
  ["nominal", nominal],
];

const classes = new Map<string, WordClass>();
for (const [wordClass, words] of ORDER) for (const word of words.split(" ")) classes.set(word, wordClass);

export function wordClass(word: string): WordClass | undefined {
  return classes.get(word);
}

export function listedWords(): IterableIterator<[string, WordClass]> {
  return classes.entries();
}
