/** Where a passage stands in its file, in words: the page of a PDF, the row and sheet of a table, else the sentence. */
import type { EntityId, Mention, Passage } from "../../../../server/contract/index.ts";
import { numberText, viewMessages } from "../../i18n/index.ts";

const en = (value: number) => numberText("en", value);
const zh = (value: number) => numberText("zh-CN", value);

export const placeMessages = viewMessages({
  en: {
    sentence: (index: number) => `sentence ${en(index)}`,
    page: (page: number) => `page ${en(page)}`,
    row: (row: number) => `row ${en(row)}`,
    sheet: (name: string) => `sheet ${name}`,
    cells: (cells: readonly string[]) => (cells.length === 1 ? `cell ${cells[0]}` : `cells ${cells.join(", ")}`),
    characters: (begin: number, end: number) => `characters ${en(begin)}–${en(end)}`,
  },
  zhCN: {
    sentence: (index) => `第 ${zh(index)} 句`,
    page: (page) => `第 ${zh(page)} 页`,
    row: (row) => `第 ${zh(row)} 行`,
    sheet: (name) => `工作表 ${name}`,
    cells: (cells) => `单元格 ${cells.join("、")}`,
    characters: (begin, end) => `第 ${zh(begin)}–${zh(end)} 字`,
  },
});

/** Largest part first: sheet, page, row or sentence. */
export function sourcePlace({ kind, index, page, row, sheet }: Passage): string {
  const words = placeMessages.value;
  return [
    ...(sheet === undefined ? [] : [words.sheet(sheet)]),
    ...(page === undefined ? [] : [words.page(page)]),
    // Rows of a table in a text have no number of their own.
    kind === "row" ? words.row(row ?? index + 1) : words.sentence(index + 1),
  ].join(" · ");
}

/** The cells that name these entities, in the order of the row; empty outside of tables. */
export function cellsOf(mentions: readonly Mention[], ids: readonly EntityId[]): readonly string[] {
  const wanted = new Set<string>(ids);
  const named = mentions.filter(({ entityId, cell }) => cell !== undefined && wanted.has(entityId));
  return [...new Set(named.toSorted((a, b) => a.begin - b.begin).map(({ cell }) => cell!))];
}
