/** The whole graph as lines of JSON: what it is, then each entity, figure and relation, last how many there were. */
import type { ExportLine } from "../contract/index.ts";
import type { WholeGraph } from "../graph/index.ts";

export async function* toJsonLines(graph: WholeGraph): AsyncGenerator<string> {
  const sent = { entities: 0, observations: 0, relations: 0 };
  const { dataVersion, counts } = graph;
  yield toLine({ graph: { dataVersion, counts } });
  for await (const page of graph.entities()) {
    sent.entities += page.length;
    yield page.map((entity) => toLine({ entity })).join("");
  }
  for await (const page of graph.observations()) {
    sent.observations += page.length;
    yield page.map((observation) => toLine({ observation })).join("");
  }
  for await (const page of graph.relations()) {
    sent.relations += page.length;
    yield page.map((relation) => toLine({ relation })).join("");
  }
  yield toLine({ end: sent });
}

export const toLine = (line: ExportLine) => `${JSON.stringify(line)}\n`;
