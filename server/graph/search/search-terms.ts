/** A query made ready for the search: once, before any entity is looked at. */
import type { EntityType } from "../../contract/index.ts";
import { fold } from "./fold.ts";
import { toSyllables } from "./search-keys.ts";
import type { SearchTerms } from "./searchable-entity.ts";

export function toSearchTerms(text: string, type?: EntityType): SearchTerms {
  const folded = fold(text);
  return { text: text.trim(), folded, letters: toLetters(text, folded), type };
}

/** `zjdx` and `zhe jiang` as they are; 浙江daxue by the pinyin of what is Chinese in it. */
function toLetters(text: string, folded: string): string | null {
  if (!/[a-z]/.test(folded)) return null;
  if (/^[a-z0-9]+$/.test(folded)) return folded;
  const spelled = fold(toSyllables(text).join(""));
  return /^[a-z0-9]+$/.test(spelled) ? spelled : null;
}
