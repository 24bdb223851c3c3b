/** What a column holds, as far as its first rows tell. */
import type { QueryValue } from "../../../../../server/contract/index.ts";
import { isTagged } from "../value-text.ts";

export type ColumnKind =
  | "text"
  | "int"
  | "number"
  | "truth"
  | "date"
  | "list"
  | "map"
  | "node"
  | "relation"
  | "path"
  | "mixed"
  | "null";

const LOOKED_AT = 200;

export function kindOfColumn(rows: readonly (readonly QueryValue[])[], column: number): ColumnKind {
  let found: ColumnKind = "null";
  for (let index = 0; index < Math.min(rows.length, LOOKED_AT); index += 1) {
    const kind = kindOf(rows[index]?.[column] ?? null);
    if (kind === "null" || kind === found) continue;
    if (found === "null") found = kind;
    else if (isNumeric(found) && isNumeric(kind)) found = "number";
    else if (isText(found) && isText(kind)) found = "text";
    else return "mixed";
  }
  return found;
}

export const isNumeric = (kind: ColumnKind) => kind === "int" || kind === "number";
const isText = (kind: ColumnKind) => kind === "text" || kind === "date";

function kindOf(value: QueryValue): ColumnKind {
  if (value === null) return "null";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "number";
  if (typeof value === "boolean") return "truth";
  if (typeof value === "string") return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value) ? "date" : "text";
  if (Array.isArray(value)) return "list";
  return isTagged(value) ? value.$ : "map";
}
