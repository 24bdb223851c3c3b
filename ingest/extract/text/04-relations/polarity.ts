/**
 * Names that a sentence only denies or measures against: 没有类似A、B的平台,
 * 与C相比, 低于D. They make no statement about who works with whom or is where.
 */
import { reject } from "../trace.ts";
import { ANY_MARK } from "./notation.ts";
import { clauseIndexAt } from "./statement.ts";
import type { Statement } from "./statement.ts";

const DENIAL_BEFORE =
  /(?:没有|缺乏|缺少|尚无|尚未|未能|未有|不及|不到|不如|低于|落后于|落后|少于|弱于|逊于|类似|对标|比肩|媲美|相较于|相较|相比于|对比|学习借鉴|借鉴|像)[^;。]*$/;
const COMPARISON_AHEAD = new RegExp(
  `^[${ANY_MARK}、和与及以等()][^;。]{0,30}?(?:相比|相较|比较|差距|那样|这样的|存在较大)`,
);
const COMPARING = /(?:与|和|同|跟|较|比)[^,;。]*$/;
const NAMES_AND_JOINTS = new RegExp(`[${ANY_MARK}、和与及等以]`, "g");
const BEGINS_WITH_NAME = new RegExp(`^[${ANY_MARK}]`);
/** What may be left of a clause that only goes on with an enumeration: 创新大平台. */
const ENUMERATION_REST = 8;

/** Most sentences deny nothing, and are found to do so once. */
const ANY_DENIAL =
  /没有|缺[乏少]|尚[无未]|未[能有]|不[及到如]|低于|落后|少于|弱于|逊于|类似|对标|比肩|媲美|相[较比]|对比|借鉴|像|比较|差距|那样|存在较大/;
const denies = new WeakMap<Statement, boolean>();

/** Whether the mention at this position is denied or compared with. */
export function isDenied(statement: Statement, at: number): boolean {
  let any = denies.get(statement);
  if (any === undefined) denies.set(statement, (any = ANY_DENIAL.test(statement.masked)));
  const isSo = any && isDeniedAt(statement, at);
  if (isSo) {
    const { begin, end } = statement.marks.find((mark) => mark.at === at) ?? statement.sentence;
    const why = "the sentence only denies it, or compares with it";
    reject(() => ({ kind: "relation", rule: "denied", why, begin, end }));
  }
  return isSo;
}

function isDeniedAt(statement: Statement, at: number): boolean {
  let index = clauseIndexAt(statement, at);
  let clause = statement.clauses[index]!;
  const before = statement.masked.slice(clause.begin, at);
  if (DENIAL_BEFORE.test(before)) return true;
  if (COMPARING.test(before) && COMPARISON_AHEAD.test(statement.masked.slice(at, at + 120))) return true;
  while (index > 0 && startsWithName(statement, index)) {
    clause = statement.clauses[--index]!;
    if (!/类似|没有|缺乏|缺少|尚无/.test(statement.masked.slice(clause.begin, clause.end))) continue;
    return true;
  }
  return false;
}

/** Whether a clause goes on with the enumeration of the clause before it. */
function startsWithName(statement: Statement, index: number): boolean {
  const { begin, end } = statement.clauses[index]!;
  const text = statement.masked.slice(begin, end);
  return BEGINS_WITH_NAME.test(text) && text.replace(NAMES_AND_JOINTS, "").length <= ENUMERATION_REST;
}
