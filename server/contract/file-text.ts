/** How a value stands in a file that other programs read. Pure; server and browser write alike. */

export type CsvValue = string | number | boolean | null | undefined;

/** Spreadsheet programs tell UTF-8 by it. */
export const BYTE_ORDER_MARK = "\uFEFF";

/** One line of a table, CRLF at its end, with nothing that a spreadsheet program would take for a formula. */
export function csvLine(row: readonly CsvValue[]): string {
  return `${row.map(toField).join(",")}\r\n`;
}

function toField(value: CsvValue): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  // A name that begins like a formula would be calculated by whoever opens the table; some programs read wide signs too.
  const text = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const SIGNS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** A text within XML, in an attribute too; characters that XML cannot hold at all are left out. */
export function xmlText(value: string): string {
  return value
    .replace(/[&<>"'\t\n\r]/g, (sign) => SIGNS[sign]!)
    .replace(/[^\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "");
}
