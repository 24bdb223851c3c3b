/** Documents, passages, mentions and observations as nodes and relations, there and back. */
import type {
  Document,
  DocumentId,
  DocumentSummary,
  EntityId,
  Mention,
  Observation,
  ObservationId,
  ObservationKind,
  Passage,
  PassageId,
  PassageKind,
} from "../../contract/index.ts";
import type { CypherMap, CypherValue, Row } from "../engine.ts";

/** Without what is null: a property that is not there is null. */
export function documentProperties(document: Document): Record<string, unknown> {
  return Object.fromEntries(Object.entries(document).filter(([, value]) => value !== null));
}

/** Columns of a document bound to `variable`, all but what is the program's own; `toDocument` reads them. */
export const documentColumns = (variable: string) =>
  `${variable} {.id, .origin, .title, .publisher, .date, .url, .sha256, .mediaType, .region} AS document`;

export function toDocument(value: CypherValue | undefined): Document {
  const node = value as CypherMap;
  const text = (key: string) => (node[key] ?? null) as string | null;
  return {
    id: node["id"] as DocumentId,
    origin: node["origin"] as string,
    title: node["title"] as string,
    publisher: text("publisher"),
    date: text("date"),
    url: text("url"),
    sha256: node["sha256"] as string,
    mediaType: node["mediaType"] as string,
    region: text("region"),
  };
}

/** Columns of a document's summary, bound to `variable`. */
export const summaryColumns = (variable: string) =>
  `${documentColumns(variable)}, ${variable}.entityCount AS entities, ` +
  `${variable}.relationCount AS relations, ${variable}.observationCount AS observations`;

export function toDocumentSummary(row: Row): DocumentSummary {
  return {
    document: toDocument(row["document"]),
    entities: row["entities"] as number,
    relations: row["relations"] as number,
    observations: row["observations"] as number,
  };
}

export function passageProperties(passage: Passage): Record<string, unknown> {
  const { id, kind, index, begin, end, text, page, row, sheet } = passage;
  return { id, kind, index, begin, end, text, ...defined({ page, row, sheet }) };
}

/** Properties that are not there are absent, never null. */
function defined(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}

export const passageColumns = (variable: string) =>
  `${variable} {.id, .kind, .index, .begin, .end, .text, .page, .row, .sheet} AS passage`;

export function toPassage(value: CypherValue | undefined, documentId: DocumentId): Passage {
  const node = value as CypherMap;
  return {
    id: node["id"] as PassageId,
    documentId,
    kind: node["kind"] as PassageKind,
    index: node["index"] as number,
    begin: node["begin"] as number,
    end: node["end"] as number,
    text: node["text"] as string,
    ...(typeof node["page"] === "number" ? { page: node["page"] } : {}),
    ...(typeof node["row"] === "number" ? { row: node["row"] } : {}),
    ...(typeof node["sheet"] === "string" ? { sheet: node["sheet"] } : {}),
  };
}

/** Columns of a mention `m` of the entity `e` in the passage `p`. */
export const MENTION_COLUMNS =
  "e.id AS entityId, p.id AS passageId, m.surface AS surface, m.begin AS begin, m.`end` AS `end`, m.cell AS cell";

export function toMention(row: Row): Mention {
  return {
    entityId: row["entityId"] as EntityId,
    passageId: row["passageId"] as PassageId,
    surface: row["surface"] as string,
    begin: row["begin"] as number,
    end: row["end"] as number,
    ...(typeof row["cell"] === "string" ? { cell: row["cell"] } : {}),
  };
}

export function observationProperties(observation: Observation): Record<string, unknown> {
  const { id, indicator, value, unit, year, kind, cell } = observation;
  return { id, indicator, value, unit, kind, ...(year === null ? {} : { year }), ...defined({ cell }) };
}

/** Columns of an observation `o` about `e`, found in `p`. */
export const OBSERVATION_COLUMNS =
  "o.id AS id, e.id AS subjectId, o.indicator AS indicator, o.value AS value, o.unit AS unit, " +
  "o.year AS year, o.kind AS kind, o.cell AS cell, p.id AS passageId";

export function toObservation(row: Row): Observation {
  return {
    id: row["id"] as ObservationId,
    subjectId: row["subjectId"] as EntityId,
    indicator: row["indicator"] as string,
    value: row["value"] as number,
    unit: row["unit"] as string,
    year: (row["year"] ?? null) as number | null,
    kind: row["kind"] as ObservationKind,
    passageId: row["passageId"] as PassageId,
    ...(typeof row["cell"] === "string" ? { cell: row["cell"] } : {}),
  };
}
