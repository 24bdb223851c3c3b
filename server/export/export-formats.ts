/** What the whole graph can be written as. Each format is a stream of pieces of text. */
import type { ExportFile } from "../contract/index.ts";
import type { WholeGraph } from "../graph/index.ts";
import { toGexf, toGraphMl } from "./graph-markup.ts";
import { toJsonLines } from "./json-lines.ts";
import { entitiesTable, observationsTable, passagesTable, relationsTable } from "./tables.ts";

export interface ExportFormat {
  readonly mediaType: string;
  /** For the description of the API. */
  readonly summary: string;
  readonly write: (graph: WholeGraph) => AsyncIterable<string>;
}

const csv = (summary: string, write: ExportFormat["write"]): ExportFormat => ({
  mediaType: "text/csv",
  summary,
  write,
});

export const EXPORT_FORMATS: Readonly<Record<ExportFile, ExportFormat>> = {
  "graph.jsonl": {
    mediaType: "application/x-ndjson",
    summary: "The whole graph as lines of JSON, each relation with its passages; the last line is `end` or `problem`",
    write: toJsonLines,
  },
  "graph.graphml": {
    mediaType: "application/graphml+xml",
    summary: "The whole graph as GraphML, for Gephi, NetworkX and igraph",
    write: toGraphMl,
  },
  "graph.gexf": { mediaType: "application/gexf+xml", summary: "The whole graph as GEXF, for Gephi", write: toGexf },
  "entities.csv": csv("All entities as a table", entitiesTable),
  "relations.csv": csv("All relations as a table, with status and confidence", relationsTable),
  "passages.csv": csv("The passages behind all relations as a table, each with its document", passagesTable),
  "observations.csv": csv("All figures as a table", observationsTable),
};
