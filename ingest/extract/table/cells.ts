/** Values of one row by the mapping: cleaned texts, numbers, dates and choices. */
import type { PropertyValue } from "../../../server/contract/index.ts";
import { findDate } from "../../calendar-date.ts";
import type { TableRow } from "../../read/source.ts";
import { cleanText } from "../text/01-clean/clean-text.ts";
import type { Cell, Property } from "./mapping.ts";

/** A row that cannot be used; the message names the column and what is wrong with it. */
export class InvalidRowError extends Error {
  override readonly name = "InvalidRowError";
  readonly code = "invalid_row";
}

/** What stands for "nothing" in tables. */
const BLANK = /^(?:[-—–/\\]+|无|暂无|空|null|n\/?a)$/i;

/** Cleaned cells by their text: columns repeat the same values thousands of times. */
const cleaned = new Map<string, string>();
const CLEANED_AT_MOST = 50_000;

export function cleanCell(cell: string): string {
  if (cell === "") return cell;
  const known = cleaned.get(cell);
  if (known !== undefined) return known;
  if (cleaned.size >= CLEANED_AT_MOST) cleaned.clear();
  const text = cleanText(cell).text.replace(/\s+/g, " ").trim();
  cleaned.set(cell, text);
  return text;
}

export function readText(cell: Cell | undefined, row: TableRow): string | undefined {
  return readTexts(cell, row)[0];
}

/** All values of a cell; none where it is blank. */
export function readTexts(cell: Cell | undefined, row: TableRow): string[] {
  if (cell === undefined) return [];
  if (typeof cell !== "string" && "value" in cell) return [cell.value];
  const column = typeof cell === "string" ? cell : cell.column;
  const text = cleanCell(row.cells[column] ?? "");
  const parts = typeof cell === "string" || cell.split === undefined ? [text] : splitAt(text, cell.split);
  const values = typeof cell === "string" ? undefined : cell.values;
  return parts.filter((part) => part !== "" && !BLANK.test(part)).map((part) => values?.[part] ?? part);
}

/** One of `names`: what the mapping fixes, or what stands in its column. @throws InvalidRowError when it is another word */
export function readChoice<Name extends string>(
  choice: string | { readonly column: string; readonly values?: Readonly<Record<string, string>> | undefined },
  row: TableRow,
  names: readonly Name[],
): Name {
  const isFixed = typeof choice === "string";
  const written = isFixed ? choice : (row.cells[choice.column] ?? "").trim();
  const meant = isFixed ? choice : (choice.values?.[written] ?? written);
  const found = names.find((name) => name === meant);
  if (found !== undefined) return found;
  const known = [...(isFixed ? [] : Object.keys(choice.values ?? {})), ...names].join(", ");
  throw new InvalidRowError(
    `${isFixed ? "The mapping" : `The column "${choice.column}"`} holds "${written}"; it may hold: ${known}.`,
  );
}

/** The number at the start of a text and the unit behind it: `约2,207家` is 2207 and 家. */
export function readFigure(text: string): { value: number; unit: string } | undefined {
  const figure = /^[^\d.+-]{0,4}([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[+-]?\.\d+)\s*(.{0,20})$/.exec(text);
  return figure === null ? undefined : { value: Number(figure[1]!.replaceAll(",", "")), unit: figure[2]!.trim() };
}

export function readDate(cell: Cell | undefined, row: TableRow): string | null {
  const text = readText(cell, row);
  if (text === undefined) return null;
  return /^(?:19|20)\d{2}$/.test(text) ? text : findDate(text);
}

/** @throws InvalidRowError when a number or yes-or-no is none */
export function readProperty(property: Property, row: TableRow): PropertyValue | undefined {
  if (typeof property !== "string" && "value" in property) return property.value;
  const column = typeof property === "string" ? property : property.column;
  const text = readText(column, row);
  if (text === undefined) return undefined;
  if (typeof property === "string" || property.as === "text") return text;
  if (property.as === "list") return splitAt(text, property.split);
  if (property.as === "boolean") {
    if (/^(?:是|有|yes|true|1|√)$/i.test(text)) return true;
    if (/^(?:否|无|no|false|0|×)$/i.test(text)) return false;
    throw new InvalidRowError(`The column "${column}" holds "${text}"; it should hold yes or no (是, 否).`);
  }
  const figure = readFigure(text);
  if (figure === undefined) throw new InvalidRowError(`The column "${column}" holds "${text}", which is no number.`);
  return figure.value;
}

function splitAt(text: string, separators: string): string[] {
  const parts: string[] = [];
  let part = "";
  for (const character of text) {
    if (separators.includes(character) || separators.includes(WIDE.get(character) ?? character)) {
      parts.push(part);
      part = "";
    } else part += character;
  }
  return [...parts, part].map((each) => each.trim()).filter((each) => each !== "");
}

/** Cleaning folds widths, a mapping may name either. */
const WIDE = new Map([
  [";", "；"],
  [",", "，"],
  ["|", "｜"],
]);
