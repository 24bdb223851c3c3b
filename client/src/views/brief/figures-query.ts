/** The query that gives figures with their sentences. */
import type { SourcedFigure } from "../../../../server/contract/index.ts";
import { cypherLiteral } from "../../cypher/cypher-text.ts";

export function figuresQuery(figures: readonly SourcedFigure[]): string {
  return [
    `MATCH (o:Observation)-[:ABOUT]->(e:Entity), (o)-[:SUPPORTED_BY]->(p:Passage)-[:FROM]->(d:Document)`,
    `WHERE o.id IN ${cypherLiteral([...new Set(figures.map(({ observation }) => observation.id))])}`,
    `RETURN e.name, o.indicator, o.year, o.value, o.unit, o.kind, p.text, d.title`,
    `ORDER BY e.name, o.year, o.kind, o.id`,
    ``,
  ].join("\n");
}
