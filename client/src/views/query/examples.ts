/** Queries to begin with. They read the graph as `docs/graph-model.md` describes it. */

export interface QueryExample {
  readonly id: "partners" | "planned" | "figures" | "evidence";
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export const QUERY_EXAMPLES: readonly QueryExample[] = [
  {
    id: "partners",
    cypher: `MATCH (i:Entity)-[r:CO_BUILT_WITH]->(u:University)
RETURN u, i, r.status AS status, r.firstDate AS since
ORDER BY u.name, i.name
LIMIT 100`,
    parameters: {},
  },
  {
    id: "planned",
    cypher: `MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.status = 'planned'
RETURN a, type(r) AS relation, b, r.lastDate AS stated
ORDER BY stated DESC
LIMIT 100`,
    parameters: {},
  },
  {
    id: "figures",
    cypher: `MATCH (o:Observation)-[:ABOUT]->(e:Entity {name: $name})
RETURN o.indicator AS indicator, o.year AS year, o.value AS value, o.unit AS unit, o.kind AS kind
ORDER BY indicator, year`,
    parameters: { name: "绍兴市" },
  },
  {
    id: "evidence",
    cypher: `MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.evidenceCount > 1
RETURN a, r, b, r.evidenceCount AS sentences
ORDER BY sentences DESC
LIMIT 50`,
    parameters: {},
  },
];
