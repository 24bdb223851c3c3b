/** Workbooks (XLSX, XLS, ODS): one sheet is one table, with its first filled row as heads. */
import type * as Xlsx from "@e965/xlsx";

import { InvalidMappingError, UnreadableDocumentError } from "../errors.ts";
import { MAX_FILE_BYTES, NO_METADATA } from "./format.ts";
import type { Format, TableContent } from "./format.ts";
import { brokenOfficeFile, checkParts, hasPart, isOldOfficeFile } from "./office.ts";
import type { TableRow } from "./source.ts";
import { readColumns, toCells } from "./table-rows.ts";
import { isZip } from "./zip.ts";

const MAX_ROWS = 200_000;

export const workbook: Format = {
  id: "workbook",
  label: "Excel",
  mediaTypes: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  extensions: [".xlsx", ".xlsm", ".xls", ".ods"],
  maxBytes: MAX_FILE_BYTES,
  recognizes: (bytes) => hasPart(bytes, "xl/workbook.xml"),
  read: (bytes, { origin, sheet }) => readWorkbook(bytes, origin, sheet),
};

async function readWorkbook(bytes: Uint8Array, origin: string, sheetName: string | undefined): Promise<TableContent> {
  if (isZip(bytes)) checkParts(bytes, origin);
  else if (!isOldOfficeFile(bytes)) throw brokenOfficeFile(origin, "Excel", undefined);

  const { grid, sheet, firstRow, firstColumn } = readGrid(await import("@e965/xlsx"), bytes, origin, sheetName);
  const headAt = grid.findIndex((cells) => cells.some((cell) => cell.trim() !== ""));
  if (headAt === -1)
    throw new UnreadableDocumentError(`"${origin}" has no head row. The first row of a table names its columns.`);
  const columns = readColumns(grid[headAt]!, origin);
  const rows: TableRow[] = [];
  let begin = written(grid[headAt]!).length + 1;
  for (const [i, cells] of grid.slice(headAt + 1).entries()) {
    const end = begin + written(cells).length;
    if (cells.some((cell) => cell.trim() !== "")) {
      const line = firstRow + headAt + 1 + i + 1;
      rows.push({ number: rows.length + 1, line, cells: toCells(columns, cells), begin, end });
    }
    begin = end + 1;
  }
  return { kind: "table", columns, rows, sheet, firstColumn, metadata: NO_METADATA };
}

interface Grid {
  readonly sheet: string;
  readonly grid: string[][];
  /** Of the sheet, from 0: what is above and left of the first filled cell is not in the grid. */
  readonly firstRow: number;
  readonly firstColumn: number;
}

function readGrid(xlsx: typeof Xlsx, bytes: Uint8Array, origin: string, sheetName: string | undefined): Grid {
  let book: Xlsx.WorkBook;
  try {
    book = xlsx.read(bytes, { type: "array", dense: true, cellFormula: false, cellHTML: false, sheetRows: MAX_ROWS });
  } catch (error) {
    throw brokenOfficeFile(origin, "Excel", error);
  }
  const name = sheetName ?? book.SheetNames[0] ?? "";
  const sheet = book.Sheets[name];
  if (sheet === undefined) {
    throw new InvalidMappingError(
      `"${origin}" has no sheet "${sheetName ?? ""}". Its sheets are: ${book.SheetNames.join(", ")}.`,
    );
  }
  const { s: first } = xlsx.utils.decode_range(sheet["!ref"] ?? "A1");
  return {
    sheet: name,
    grid: xlsx.utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: "", blankrows: true }),
    firstRow: first.r,
    firstColumn: first.c,
  };
}

function written(cells: readonly string[]): string {
  return cells.join("\t");
}
