/** Cells of a table in a text: their words, numbers and units. */
import type { Span } from "../01-clean/edits.ts";
import { readNumber } from "./number.ts";
import { readUnit } from "./unit.ts";

export interface Cell extends Span {
  readonly text: string;
}

export const YEAR_ALONE = /^(20\d{2})年?(?:度)?$/;
const IN_BRACKETS = /[((]([^()()]{1,8})[))]/;

/** Cells apart by bars or tabs, or by spaces where the row has neither. */
export function splitCells(text: string, { begin, end }: Span): Cell[] {
  const isSpaced = !/[|\t]/.test(text.slice(begin, end));
  const cells: Cell[] = [];
  let from = begin;
  for (let i = begin; i <= end; i++) {
    const isApart = isSpaced ? text[i] === " " : text[i] === "|" || text[i] === "\t";
    if (i < end && !isApart) continue;
    const raw = text.slice(from, i);
    const lead = raw.length - raw.trimStart().length;
    if (!isSpaced || raw !== "")
      cells.push({ text: raw.trim(), begin: from + lead, end: from + lead + raw.trim().length });
    from = i + 1;
  }
  if (text[begin] === "|") cells.shift();
  if (cells.at(-1)?.text === "") cells.pop();
  return cells;
}

/** | --- | --- | between the head and the body of a table. */
export function isRule(cells: readonly Cell[]): boolean {
  return cells.every(({ text }) => /^[-:\s]*$/.test(text));
}

/** A cell that holds a number and nothing else but its unit; [800] is the sum of several years. */
export function readCell(whole: string): { value: number; unit: string } | undefined {
  const text = (/^\[([^[\]]{1,16})\]$/.exec(whole)?.[1] ?? whole).replace(/^[≥≤>><<约]\s?/, "");
  const sign = /^[-−–]/.test(text) ? -1 : 1;
  const at = sign === -1 || text.startsWith("+") ? 1 : text.startsWith("第") ? 1 : 0;
  const number = readNumber(text, at);
  if (number === undefined || (!number.isDigits && at === 0)) return undefined;
  const unit = readUnit(text, number.end, number.magnitude);
  const end = unit?.end ?? number.end;
  if (!/^(?:以上|左右|位)?$/.test(text.slice(end).trim())) return undefined;
  return { value: sign * number.value, unit: unit?.unit ?? number.magnitude };
}

/** The unit that stands in brackets in a title or a head. */
export function unitInBrackets(text: string): string {
  const inside = IN_BRACKETS.exec(text)?.[1] ?? "";
  const magnitude = /^(?:万亿|万|亿)/.exec(inside)?.[0] ?? "";
  const unit = readUnit(inside, magnitude.length, "");
  return unit !== undefined && unit.end === inside.length ? inside : "";
}

/** A title without its unit in brackets. */
export function withoutUnit(text: string): string {
  const unit = unitInBrackets(text);
  return unit === "" ? text : text.replace(IN_BRACKETS, "");
}
