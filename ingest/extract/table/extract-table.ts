/**
 * Extraction from a table: its mapping says what each column means, each row
 * is a passage, and a row that cannot be used is rejected by its number.
 */
import type { Rejection } from "../../../server/contract/index.ts";
import { findRegions } from "../../lexicon/index.ts";
import type { Region } from "../../lexicon/index.ts";
import type { TableRow, TableSource } from "../../read/source.ts";
import type { ExtractedDocument, ExtractedPassage } from "../extracted-document.ts";
import type { EntityMention, ObservationClaim, RelationClaim } from "../extraction.ts";
import { cleanCell, InvalidRowError, readTexts } from "./cells.ts";
import { EntityList } from "./entity-list.ts";
import { checkColumns } from "./mapping.ts";
import type { Mapping } from "./mapping.ts";
import { readRow } from "./read-row.ts";
import type { RowReading } from "./read-row.ts";

/** A person wrote down each statement: only the source itself may be wrong. */
const CONFIDENCE = 0.98;
const RULE = "table";

/** @throws InvalidMappingError when the mapping names a column that the table does not have */
export function extractTable(source: TableSource, mapping: Mapping): ExtractedDocument {
  checkColumns(mapping, source.columns, source.origin);
  const nearby = findNearbyRegions(source, mapping);
  const list = new EntityList();
  const passages: ExtractedPassage[] = [];
  const rejections: Rejection[] = [];
  const mentions: EntityMention[] = [];
  const relations: RelationClaim[] = [];
  const observations: ObservationClaim[] = [];
  let cleanBegin = 0;
  for (const row of source.rows) {
    let reading: RowReading;
    try {
      reading = readRow(row, mapping, nearby);
    } catch (error) {
      if (!(error instanceof InvalidRowError)) throw error;
      rejections.push({ origin: source.origin, place: `row ${row.number}`, code: error.code, message: error.message });
      continue;
    }
    const written = writeRow(row, source.columns);
    const sentence = passages.length;
    passages.push({
      sentence,
      kind: "row",
      text: written.text,
      cleanBegin,
      cleanEnd: cleanBegin + written.text.length,
      begin: row.begin,
      end: row.end,
      row: row.line,
      ...(source.sheet === undefined ? {} : { sheet: source.sheet }),
    });
    const indexes = new Map(reading.entities.map((entity) => [entity, list.add(entity.entity)]));
    for (const [{ surface, column }, entity] of indexes) {
      const cellAt = column === undefined ? undefined : written.cells.get(column);
      const at = cellAt === undefined || surface === "" ? -1 : written.text.indexOf(surface, cellAt);
      if (at !== -1)
        mentions.push({
          entity,
          begin: cleanBegin + at,
          end: cleanBegin + at + surface.length,
          rule: RULE,
          ...cellOf(source, row, column),
        });
    }
    for (const { from, to, ...relation } of reading.relations) {
      relations.push({
        ...relation,
        from: indexes.get(from)!,
        to: indexes.get(to)!,
        sentence,
        rule: RULE,
        confidence: CONFIDENCE,
      });
    }
    for (const { subject, column, ...observation } of reading.observations) {
      const span = { begin: cleanBegin, end: cleanBegin + written.text.length };
      observations.push({
        ...observation,
        ...span,
        subject: indexes.get(subject)!,
        sentence,
        rule: RULE,
        ...cellOf(source, row, column),
      });
    }
    cleanBegin += written.text.length + 1;
  }
  return {
    title: mapping.title ?? source.metadata.title,
    opening: fileName(source.origin),
    publisher: mapping.publisher ?? source.metadata.publisher,
    date: mapping.date ?? source.metadata.date,
    url: mapping.url ?? source.metadata.url,
    region: mapping.region ?? null,
    passages,
    extraction: { entities: list.entities, mentions, relations, observations },
    rejections,
  };
}

/** `B5`, as a spreadsheet calls the cell. */
function cellOf(
  { columns, firstColumn = 0 }: TableSource,
  row: TableRow,
  column: string | undefined,
): { readonly cell?: string } {
  const index = column === undefined ? -1 : columns.indexOf(column);
  return index === -1 ? {} : { cell: `${columnLetters(firstColumn + index)}${row.line}` };
}

/** @param index from 0: A, B … Z, AA, AB */
function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** A row as a person reads it, and where each cell begins in it: `名称:甲;所在地:乙`. */
function writeRow(row: TableRow, columns: readonly string[]): { text: string; cells: ReadonlyMap<string, number> } {
  const cells = new Map<string, number>();
  let text = "";
  for (const column of columns) {
    const cell = cleanCell(row.cells[column] ?? "");
    if (cell === "") continue;
    text += `${text === "" ? "" : "；"}${column}：`;
    cells.set(column, text.length);
    text += cell;
  }
  return { text, cells };
}

/** Regions of the table whose names leave no doubt, to choose among those that do. */
function findNearbyRegions(source: TableSource, mapping: Mapping): Region[] {
  const regions = new Set<Region>();
  for (const mapped of Object.values(mapping.entities)) {
    if (mapped.type !== "Region") continue;
    for (const row of source.rows) {
      for (const name of readTexts(mapped.name, row)) {
        const [only, ...others] = findRegions(name).filter((region) => region.name === name);
        if (only !== undefined && others.length === 0) regions.add(only);
      }
    }
  }
  return [...regions];
}

function fileName(origin: string): string {
  return origin.slice(origin.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
}
