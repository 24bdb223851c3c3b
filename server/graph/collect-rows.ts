/** A streamed answer as one value, within a number of bytes. */
import type { QueryRow, UserQueryPart } from "./engine.ts";

export interface CollectedRows {
  readonly columns: readonly string[];
  readonly rows: readonly QueryRow[];
  readonly truncated: boolean;
}

/** @param maxBytes of the rows as JSON; what comes after is left out, and the stream is left */
export async function collectRows(parts: AsyncIterable<UserQueryPart>, maxBytes: number): Promise<CollectedRows> {
  let columns: readonly string[] = [];
  const rows: QueryRow[] = [];
  let bytes = 0;
  for await (const part of parts) {
    if ("columns" in part) columns = part.columns;
    else if ("end" in part) return { columns, rows, truncated: part.end.truncated };
    else {
      for (const row of part.rows) {
        bytes += JSON.stringify(row).length;
        if (bytes > maxBytes) return { columns, rows, truncated: true };
        rows.push(row);
      }
    }
  }
  throw new TypeError("The stream of rows broke off before its end.");
}
