/** Tables as CSV that spreadsheets open as they should: UTF-8 with a mark, and no text that they would take for a formula. */
export type CsvValue = string | number | null;

export function toCsv(heads: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  // The mark at the begin tells Excel the encoding.
  return `\uFEFF${[heads, ...rows].map((row) => row.map(toField).join(",")).join("\r\n")}\r\n`;
}

function toField(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  // An apostrophe before it makes a spreadsheet show the text instead of running it.
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
