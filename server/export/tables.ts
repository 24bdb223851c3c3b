/** The whole graph as tables: one of entities, one of relations, one of the passages behind them, one of figures. */
import { BYTE_ORDER_MARK, csvLine } from "../contract/file-text.ts";
import type { CsvValue } from "../contract/file-text.ts";
import type { Entity, ExportedObservation, ExportedRelation } from "../contract/index.ts";
import type { WholeGraph } from "../graph/index.ts";

type Columns<T> = readonly (readonly [name: string, of: (row: T) => CsvValue])[];

/** `id` and `label` are what Gephi looks for. */
const ENTITY: Columns<Entity> = [
  ["id", ({ id }) => id],
  ["label", ({ name }) => name],
  ["type", ({ type }) => type],
  ["aliases", ({ aliases }) => aliases.join("；")],
  ["level", ({ level }) => level],
  ["code", ({ code }) => code],
  ["degree", ({ degree }) => degree],
  ["properties", propertiesText],
];

/** `source` and `target` are what Gephi, NetworkX and igraph look for; `type` would tell Gephi whether it is directed. */
const RELATION: Columns<ExportedRelation> = [
  ["id", ({ id }) => id],
  ["source", ({ from }) => from],
  ["target", ({ to }) => to],
  ["relation", ({ type }) => type],
  ["sourceName", ({ fromName }) => fromName],
  ["targetName", ({ toName }) => toName],
  ["status", ({ status }) => status],
  ["hasPlanned", ({ hasPlanned }) => hasPlanned],
  ["evidenceCount", ({ evidenceCount }) => evidenceCount],
  ["firstDate", ({ firstDate }) => firstDate],
  ["lastDate", ({ lastDate }) => lastDate],
  ["confidence", ({ confidence }) => confidence],
  ["method", ({ method }) => method],
];

interface PassageRow {
  readonly relation: ExportedRelation;
  readonly claim: ExportedRelation["passages"][number];
}

const PASSAGE: Columns<PassageRow> = [
  ["relation", ({ relation }) => relation.id],
  ["source", ({ relation }) => relation.from],
  ["target", ({ relation }) => relation.to],
  ["passage", ({ claim }) => claim.passage],
  ["text", ({ claim }) => claim.text],
  ["status", ({ claim }) => claim.status],
  ["date", ({ claim }) => claim.date],
  ["confidence", ({ claim }) => claim.confidence],
  ["method", ({ claim }) => claim.method],
  ["kind", ({ claim }) => claim.kind],
  ["page", ({ claim }) => claim.page],
  ["sheet", ({ claim }) => claim.sheet],
  ["row", ({ claim }) => claim.row],
  ["document", ({ claim }) => claim.document.id],
  ["title", ({ claim }) => claim.document.title],
  ["publisher", ({ claim }) => claim.document.publisher],
  ["documentDate", ({ claim }) => claim.document.date],
  ["url", ({ claim }) => claim.document.url],
];

const OBSERVATION: Columns<ExportedObservation> = [
  ["id", ({ id }) => id],
  ["entity", ({ subjectId }) => subjectId],
  ["name", ({ subjectName }) => subjectName],
  ["indicator", ({ indicator }) => indicator],
  ["value", ({ value }) => value],
  ["unit", ({ unit }) => unit],
  ["year", ({ year }) => year],
  ["kind", ({ kind }) => kind],
  ["passage", ({ passageId }) => passageId],
];

export const entitiesTable = (graph: WholeGraph) => table(ENTITY, graph.entities());
export const relationsTable = (graph: WholeGraph) => table(RELATION, graph.relations());
export const observationsTable = (graph: WholeGraph) => table(OBSERVATION, graph.observations());
export const passagesTable = (graph: WholeGraph) => table(PASSAGE, passageRows(graph));

async function* passageRows(graph: WholeGraph): AsyncGenerator<readonly PassageRow[]> {
  for await (const relations of graph.relations()) {
    yield relations.flatMap((relation) => relation.passages.map((claim) => ({ relation, claim })));
  }
}

async function* table<T>(columns: Columns<T>, pages: AsyncIterable<readonly T[]>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(columns.map(([name]) => name));
  for await (const rows of pages) {
    if (rows.length > 0) yield rows.map((row) => csvLine(columns.map(([, of]) => of(row)))).join("");
  }
}

/** As JSON; empty where a document said nothing more. */
export function propertiesText({ properties }: Pick<Entity, "properties">): string | undefined {
  return Object.keys(properties).length === 0 ? undefined : JSON.stringify(properties);
}
