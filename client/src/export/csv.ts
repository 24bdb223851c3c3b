/**
 * Tables as CSV that spreadsheet programs open as they are: UTF-8 with a byte
 * order mark, CRLF, and nothing that they would take for a formula.
 */
export type CsvValue = string | number | null | undefined;

const BYTE_ORDER_MARK = "\uFEFF";

export function toCsv(rows: readonly (readonly CsvValue[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(toField).join(",")}\r\n`).join("");
}

function toField(value: CsvValue): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  // A name that begins like a formula would be calculated by whoever opens the table.
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
