/** What reads like the name of a person. */
import { findRegions, isDoubleSurname, isSurname, wordClass } from "../../../lexicon/index.ts";

/** Whether it can be a name: a surname and one or two characters; a word of the dictionary is none. */
export function isPersonName(text: string): boolean {
  const longest = isDoubleSurname(text) ? 4 : 3;
  if (text.length < 2 || text.length > longest || !isSurname(text) || !/^\p{Script=Han}+$/u.test(text)) return false;
  return (
    wordClass(text) === undefined &&
    !(/^[由向和同从经应]/.test(text) && wordClass(text.slice(1)) !== undefined) &&
    findRegions(text).length === 0 &&
    !/[的了在是为和与及或等年月日市县区省局厅委院所校长获]$/.test(text)
  );
}
