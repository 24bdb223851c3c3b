/** Everything that a graph holds, node by node and relation by relation, to compare two of them. */
import type { CypherEngine, CypherMap, Row } from "../../server/graph/engine.ts";

/** What says when and how a graph came to be, not what is in it. */
const OWN_LABELS = ["Migration", "ForTests"];

export interface WholeGraph {
  /** Sorted. */
  readonly nodes: readonly string[];
  readonly relations: readonly string[];
}

export async function wholeGraph(engine: CypherEngine): Promise<WholeGraph> {
  const nodes = await engine.read("MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties");
  const relations = await engine.read(
    "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties",
  );
  return {
    nodes: nodes.filter(isOfTheGraph).map(toText).toSorted(),
    relations: relations.map(toText).toSorted(),
  };
}

function isOfTheGraph(row: Row): boolean {
  return !(row["labels"] as readonly string[]).some((label) => OWN_LABELS.includes(label));
}

function toText(row: Row): string {
  const { version: _, locked: __, ...properties } = row["properties"] as CypherMap;
  const labels = row["labels"] === undefined ? {} : { labels: (row["labels"] as string[]).toSorted() };
  return JSON.stringify({ ...row, ...labels, properties: Object.entries(properties).toSorted(byKey) });
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1);
