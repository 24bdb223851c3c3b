/** Matching without the copies that the language makes: these run for every sentence of every document. */

const NONE: readonly RegExpExecArray[] = [];

/** Every match of a global expression, first to last; `matchAll` would copy the expression at each call. */
export function everyMatch(text: string, expression: RegExp): readonly RegExpExecArray[] {
  expression.lastIndex = 0;
  let match = expression.exec(text);
  if (match === null) return NONE;
  const matches: RegExpExecArray[] = [];
  for (; match !== null; match = expression.exec(text)) {
    matches.push(match);
    // After nothing the expression would stay where it is.
    if (match[0] === "") expression.lastIndex += text.codePointAt(match.index)! > 0xffff && expression.unicode ? 2 : 1;
  }
  return matches;
}
