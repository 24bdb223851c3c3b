/** Reads run-together letters as pinyin: `zhejiangda` may be `zhe jiang da`. */

const SYLLABLE =
  /^(?:[zcs]h|[bpmfdtnlgkhjqxzcsryw])?(?:a|ai|an|ang|ao|e|ei|en|eng|er|i|ia|ian|iang|iao|ie|in|ing|iong|iu|o|ong|ou|u|ua|uai|uan|uang|ue|ui|un|uo|v|ve)$/;
const LONGEST = 6;

/**
 * Ways to cut the letters into syllables, fewest syllables first; the last may
 * be unfinished (`zhejiangd`). Empty when there is none.
 * @param limit at most so many ways
 */
export function readAsSyllables(letters: string, limit: number): readonly (readonly string[])[] {
  let ways: { parts: readonly string[]; rest: string }[] = [{ parts: [], rest: letters }];
  const whole: (readonly string[])[] = [];
  while (ways.length > 0 && whole.length < limit) {
    const next: typeof ways = [];
    for (const { parts, rest } of ways) {
      if (/^(?:[zcs]h?|[bpmfdtnlgkhjqxryw])$/.test(rest) && parts.length > 0) whole.push([...parts, rest]);
      for (let length = Math.min(LONGEST, rest.length); length > 0; length--) {
        const part = rest.slice(0, length);
        if (!SYLLABLE.test(part)) continue;
        if (length === rest.length) whole.push([...parts, part]);
        else next.push({ parts: [...parts, part], rest: rest.slice(length) });
      }
    }
    // Long syllables were tried first, so the likelier readings are kept.
    ways = next.slice(0, limit * 4);
  }
  return whole.slice(0, limit);
}

/** As many syllables as can be read from the beginning, each as long as can be. */
export function readableSyllables(letters: string): readonly string[] {
  const parts: string[] = [];
  for (let rest = letters; rest !== ""; rest = rest.slice(parts.at(-1)!.length)) {
    let length = Math.min(LONGEST, rest.length);
    while (length > 0 && !SYLLABLE.test(rest.slice(0, length))) length--;
    if (length === 0) break;
    parts.push(rest.slice(0, length));
  }
  return parts;
}
