/**
 * Tables as CSV that spreadsheet programs open as they are: UTF-8 with a byte
 * order mark, CRLF, and nothing that they would take for a formula.
 */
import { BYTE_ORDER_MARK, csvLine } from "../../../server/contract/file-text.ts";
import type { CsvValue } from "../../../server/contract/file-text.ts";

export type { CsvValue };

export function toCsv(rows: readonly (readonly CsvValue[])[]): string {
  return BYTE_ORDER_MARK + rows.map(csvLine).join("");
}
