/** Heads and cells of a table, whatever file they come from. */
import { UnreadableDocumentError } from "../errors.ts";

/** @throws UnreadableDocumentError when two columns have one name */
export function readColumns(heads: readonly string[], origin: string): string[] {
  const columns = heads.map((head) => head.replace(/\s+/g, " ").trim());
  while (columns.at(-1) === "") columns.pop();
  const twice = columns.find((column, i) => column !== "" && columns.indexOf(column) !== i);
  if (twice !== undefined) {
    throw new UnreadableDocumentError(`"${origin}" has two columns named "${twice}". Give each column its own name.`);
  }
  return columns;
}

/** Columns without a name are left out. */
export function toCells(columns: readonly string[], data: readonly string[]): Record<string, string> {
  const cells: Record<string, string> = {};
  columns.forEach((column, i) => {
    if (column !== "") cells[column] = (data[i] ?? "").trim();
  });
  return cells;
}
