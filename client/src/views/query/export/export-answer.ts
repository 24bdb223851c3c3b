/** The rows of an answer as files: tables, lines of JSON, and graphs where there is one in them. */
import type { QueryValue } from "../../../../../server/contract/index.ts";
import { toCsv } from "../../../export/csv.ts";
import type { QueryRun, ResultRow } from "../../../state/query-run.ts";
import { kindOfColumn } from "../results/column-kinds.ts";
import { valueText } from "../value-text.ts";
import { toGexf, toGraphMl } from "./graph-markup.ts";

export const EXPORT_FORMATS = ["csv", "json", "ndjson", "parquet", "graphml", "gexf"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportedFile {
  readonly content: string | ArrayBuffer;
  readonly mediaType: string;
}

type Answer = Pick<QueryRun, "rows"> & { readonly columns: readonly string[] };

export async function exportAnswer(answer: Answer, format: ExportFormat): Promise<ExportedFile> {
  switch (format) {
    case "csv":
      return { content: toCsv([answer.columns, ...answer.rows.map(csvRow)]), mediaType: "text/csv;charset=utf-8" };
    case "json":
      return {
        content: `${JSON.stringify(
          answer.rows.map((row) => objectOf(answer.columns, row)),
          null,
          2,
        )}\n`,
        mediaType: "application/json",
      };
    case "ndjson":
      return {
        content: answer.rows.map((row) => `${JSON.stringify(objectOf(answer.columns, row))}\n`).join(""),
        mediaType: "application/x-ndjson",
      };
    case "parquet":
      return { content: await toParquet(answer), mediaType: "application/vnd.apache.parquet" };
    case "graphml":
      return { content: toGraphMl(answer.rows), mediaType: "application/graphml+xml" };
    case "gexf":
      return { content: toGexf(answer.rows), mediaType: "application/gexf+xml" };
  }
}

const csvRow = (row: ResultRow) =>
  row.map((value) => (value === null || typeof value === "number" ? value : valueText(value)));

/** Of columns that have one name the later ones are numbered: an object has each name once. */
function objectOf(columns: readonly string[], row: ResultRow): Record<string, QueryValue> {
  const names = uniqueNames(columns);
  return Object.fromEntries(names.map((name, at) => [name, row[at] ?? null]));
}

export function uniqueNames(columns: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return columns.map((column) => {
    const count = (seen.get(column) ?? 0) + 1;
    seen.set(column, count);
    return count === 1 ? column : `${column} ${count}`;
  });
}

/** Numbers and truths stay what they are; everything else is text, nested values as JSON. */
async function toParquet({ columns, rows }: Answer): Promise<ArrayBuffer> {
  const { parquetWriteBuffer } = await import("hyparquet-writer");
  return parquetWriteBuffer({
    columnData: uniqueNames(columns).map((name, at) => {
      const kind = kindOfColumn(rows, at);
      const values = rows.map((row) => row[at] ?? null);
      if (
        (kind === "int" || kind === "number") &&
        values.every((value) => value === null || typeof value === "number")
      ) {
        return { name, data: values, type: "DOUBLE" as const, nullable: true };
      }
      if (kind === "truth" && values.every((value) => value === null || typeof value === "boolean")) {
        return { name, data: values, type: "BOOLEAN" as const, nullable: true };
      }
      const texts = values.map((value) =>
        value === null ? null : typeof value === "string" ? value : JSON.stringify(value),
      );
      return { name, data: texts, type: "STRING" as const, nullable: true };
    }),
  });
}
