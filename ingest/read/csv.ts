/** CSV and TSV with a head row; the delimiter is found, the encoding too. */
import Papa from "papaparse";

import type { Rejection } from "../../server/contract/index.ts";
import { UnreadableDocumentError } from "../errors.ts";
import { decodeText } from "./decode.ts";
import { MAX_TEXT_BYTES, NO_METADATA } from "./format.ts";
import type { Format, TableContent } from "./format.ts";
import type { TableRow } from "./source.ts";
import { readColumns, toCells } from "./table-rows.ts";

export const csv: Format = {
  id: "csv",
  label: "CSV",
  mediaTypes: ["text/csv", "text/tab-separated-values"],
  extensions: [".csv", ".tsv"],
  maxBytes: MAX_TEXT_BYTES,
  read: (bytes, { origin }) => readCsv(decodeText(bytes, origin), origin),
};

function readCsv(decoded: string, origin: string): TableContent {
  // A mark at the start would become part of the first head, a blank in its place keeps all offsets.
  const text = decoded.replace(/^\uFEFF/, " ");
  const rows: TableRow[] = [];
  const rejections: Rejection[] = [];
  let columns: readonly string[] | undefined;
  let begin = 0;
  let number = 0;
  let line = 0;
  Papa.parse<string[]>(text, {
    delimiter: findDelimiter(text),
    skipEmptyLines: false,
    step({ data, errors, meta }) {
      const end = meta.cursor;
      const span = trimLineEnd(text, begin, end);
      begin = end;
      line++;
      if (data.every((cell) => cell.trim() === "")) return;
      if (columns === undefined) {
        columns = readColumns(data, origin);
        return;
      }
      number++;
      const problem = errors.find(({ type }) => type === "Quotes")?.message ?? checkWidth(data, columns);
      if (problem !== undefined) {
        rejections.push({ origin, place: `row ${number}`, code: "invalid_row", message: problem });
      } else rows.push({ number, line, cells: toCells(columns, data), ...span });
    },
  });
  if (columns === undefined) {
    throw new UnreadableDocumentError(`"${origin}" has no head row. The first row of a table names its columns.`);
  }
  return { kind: "table", columns, rows, rejections, metadata: NO_METADATA };
}

/** What stands most often between the heads, outside quotation marks. */
function findDelimiter(text: string): string {
  const head = /\S.*/.exec(text)?.[0] ?? "";
  const unquoted = head.replace(/"[^"]*"/g, "");
  const counts = [",", "\t", ";", "|"].map((delimiter) => ({ delimiter, count: unquoted.split(delimiter).length }));
  return counts.sort((a, b) => b.count - a.count)[0]!.delimiter;
}

function checkWidth(data: readonly string[], columns: readonly string[]): string | undefined {
  const surplus = data.slice(columns.length).filter((cell) => cell.trim() !== "");
  if (surplus.length > 0) {
    return `The row has ${data.length} cells, the head has ${columns.length}. Quote cells that hold the delimiter.`;
  }
  return undefined;
}

function trimLineEnd(text: string, begin: number, end: number): { begin: number; end: number } {
  let to = end;
  while (to > begin && /[\r\n]/.test(text[to - 1]!)) to--;
  return { begin, end: to };
}
