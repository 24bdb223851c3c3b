/** The indicators that the documents tell figures of, and the figures of one of them with their sentences. */
import type {
  DocumentId,
  FiguresAnswer,
  FiguresRequest,
  Indicator,
  IndicatorSeries,
  IndicatorsAnswer,
  ObservationKind,
  SourcedFigure,
} from "../../../contract/index.ts";
import { FIGURES_MAX } from "../../../contract/index.ts";
import type { CypherEngine, Row } from "../../engine.ts";
import { groupBy } from "../../group-by.ts";
import {
  documentColumns,
  OBSERVATION_COLUMNS,
  passageColumns,
  toDocument,
  toObservation,
  toPassage,
} from "../../model/document-nodes.ts";
import { entityColumns, toEntity } from "../../model/entity-node.ts";
import { indicatorName } from "./indicator-name.ts";

export async function readIndicators(engine: CypherEngine, signal?: AbortSignal): Promise<IndicatorsAnswer> {
  const rows = await engine.read(
    `MATCH (o:Observation)-[:ABOUT]->(e:Entity)
     RETURN o.indicator AS name, o.unit AS unit, o.kind AS kind, e.id AS subject,
            count(o) AS figures, min(o.year) AS fromYear, max(o.year) AS toYear`,
    {},
    signal,
  );
  const indicators = [...groupBy(rows, (row) => indicatorName(row["name"] as string))].map(toIndicator);
  return {
    indicators: indicators.sort(
      (a, b) => b.subjects - a.subjects || b.figures - a.figures || (a.name < b.name ? -1 : 1),
    ),
  };
}

function toIndicator([name, rows]: readonly [string, readonly Row[]]): Indicator {
  const written = [...groupBy(rows, (row) => row["name"] as string)].map(([text, own]) => ({
    text,
    figures: figuresOf(own),
  }));
  return {
    name,
    names: written.sort((a, b) => b.figures - a.figures || (a.text < b.text ? -1 : 1)).map(({ text }) => text),
    subjects: subjectsOf(rows),
    figures: figuresOf(rows),
    series: [...groupBy(rows, (row) => `${row["kind"] as string} ${row["unit"] as string}`).values()]
      .map(toSeries)
      .sort((a, b) => b.figures - a.figures || (a.unit + a.kind < b.unit + b.kind ? -1 : 1)),
  };
}

function toSeries(rows: readonly Row[]): IndicatorSeries {
  const years = rows.flatMap((row) => [row["fromYear"], row["toYear"]]).filter((year) => typeof year === "number");
  return {
    unit: rows[0]!["unit"] as string,
    kind: rows[0]!["kind"] as ObservationKind,
    figures: figuresOf(rows),
    subjects: subjectsOf(rows),
    fromYear: years.length === 0 ? null : Math.min(...years),
    toYear: years.length === 0 ? null : Math.max(...years),
  };
}

const figuresOf = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + (row["figures"] as number), 0);
const subjectsOf = (rows: readonly Row[]) => new Set(rows.map((row) => row["subject"])).size;

/** @param known of the same data; an indicator that is not among them has no figures */
export async function readFigures(
  engine: CypherEngine,
  known: IndicatorsAnswer,
  request: FiguresRequest,
  signal?: AbortSignal,
): Promise<FiguresAnswer> {
  const name = indicatorName(request.indicator);
  const names = known.indicators.find((indicator) => indicator.name === name)?.names ?? [];
  if (names.length === 0) {
    return { indicator: request.indicator, figures: [], subjects: [], documents: [], total: 0, truncated: false };
  }
  const { subjects, documents, unit, kind, fromYear, toYear } = request;
  const conditions = [
    ...(subjects.length > 0 ? ["e.id IN $subjects"] : []),
    ...(documents.length > 0 ? ["d.id IN $documents"] : []),
    ...(unit === undefined ? [] : ["o.unit = $unit"]),
    ...(kind === undefined ? [] : ["o.kind = $kind"]),
    ...(fromYear === undefined ? [] : ["o.year >= $fromYear"]),
    ...(toYear === undefined ? [] : ["o.year <= $toYear"]),
  ];
  const rows = await engine.read(
    `UNWIND $names AS name
     MATCH (o:Observation {indicator: name})-[:ABOUT]->(e:Entity)
     MATCH (o)-[:SUPPORTED_BY]->(p:Passage)-[:FROM]->(d:Document)
     ${conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`}
     RETURN ${OBSERVATION_COLUMNS}, ${passageColumns("p")}, d.id AS documentId, ${documentColumns("d")}, ${entityColumns("e")}`,
    {
      names,
      subjects,
      documents,
      unit: unit ?? null,
      kind: kind ?? null,
      fromYear: fromYear ?? null,
      toYear: toYear ?? null,
    },
    signal,
  );
  const figures = rows.map(toSourcedFigure).sort(bySubjectAndYear);
  const shown = figures.slice(0, FIGURES_MAX);
  const shownSubjects = new Set(shown.map(({ observation }) => observation.subjectId as string));
  const shownDocuments = new Set(shown.map(({ documentId }) => documentId as string));
  return {
    indicator: name,
    figures: shown,
    subjects: firstOfEach(rows, "subjectId", shownSubjects).map((row) => toEntity(row["labels"], row["properties"])),
    documents: firstOfEach(rows, "documentId", shownDocuments).map((row) => toDocument(row["document"])),
    total: figures.length,
    truncated: figures.length > shown.length,
  };
}

function toSourcedFigure(row: Row): SourcedFigure {
  const documentId = row["documentId"] as DocumentId;
  return { observation: toObservation(row), passage: toPassage(row["passage"], documentId), documentId };
}

/** One row for each of these ids, in the order of the ids. */
function firstOfEach(rows: readonly Row[], column: string, ids: ReadonlySet<string>): readonly Row[] {
  const first = new Map<string, Row>();
  for (const row of rows) if (ids.has(row[column] as string)) first.set(row[column] as string, row);
  return [...first].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

const UNDATED = 10_000;

function bySubjectAndYear({ observation: a }: SourcedFigure, { observation: b }: SourcedFigure): number {
  if (a.subjectId !== b.subjectId) return a.subjectId < b.subjectId ? -1 : 1;
  const years = (a.year ?? UNDATED) - (b.year ?? UNDATED);
  if (years !== 0) return years;
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
