/**
 * What people's Cypher does on the two engines that is not the same, each with
 * its reason. The differential test holds that these differ as they are named
 * here, that `docs/graph-model.md` tells of each, and that nothing else differs.
 */
export interface KnownDifference {
  /** As the docs have it. */
  readonly name: string;
  readonly why: string;
  /** Examples; the answers of the two differ, or the embedded engine refuses what Neo4j answers. */
  readonly queries: readonly string[];
}

export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    name: "Not spoken",
    why: "the embedded engine does not parse them and says so",
    queries: [
      "MATCH p = (a:University)-->{1,2}(b) RETURN count(p) AS n",
      "MATCH p = SHORTEST 1 (a:University)-[:CO_BUILT_WITH|LOCATED_IN]-+(b:Region) RETURN count(p) AS n",
      "RETURN size(COLLECT { MATCH (u:University) RETURN u.name }) AS n",
      "MATCH (n:University|Industry) RETURN n.name AS name ORDER BY name",
      "MATCH (n:Entity&!Region) RETURN count(n) AS n",
      "MATCH (n:Region WHERE n.level = 'city') RETURN n.name AS name",
      "MATCH (n:Region) RETURN collect(n.name)[0] IS NULL AS none",
      "MATCH (n:Region) RETURN {n: count(*)} AS map",
      "MATCH (n:Entity) WHERE EXISTS { MATCH (n)-[:LOCATED_IN]->(:Region) RETURN 1 } RETURN n.name AS name",
      "UNWIND [3, 1, 2] AS x RETURN x ORDER BY x LIMIT 1 + 1",
      "MATCH (n:University) WITH n.name AS name, n AS u WHERE n.degree > 0 RETURN name ORDER BY name",
      "USE neo4j RETURN 1 AS one",
    ],
  },
  {
    name: "Functions it does not have",
    why: "the embedded engine has no such function and says so",
    queries: [
      "RETURN round(2.345, 2) AS n",
      "RETURN valueType(1) AS t",
      "RETURN point({x: 1, y: 2}).x AS x",
      "RETURN size(randomUUID()) AS n",
      "RETURN isEmpty('') AS e",
      "RETURN date.truncate('month', date('2024-02-11')) AS d",
      "RETURN duration.between(date('2020-01-01'), date('2021-01-01')).months AS n",
      "RETURN datetime('2024-02-11T10:00:00Z').year AS y",
    ],
  },
  {
    name: "Texts and numbers",
    why: "the embedded engine compares a text that reads as a number with the number",
    queries: ["RETURN 1 = '1' AS same", "RETURN 1 IN ['1'] AS found"],
  },
  {
    name: "Comparing lists or booleans",
    why: "the embedded engine orders neither, and does not take null in a list for unknown",
    queries: ["RETURN [1] < [2] AS less", "RETURN false < true AS less", "RETURN [1, 2] = [null, 2] AS same"],
  },
  {
    name: "Type errors",
    why: "the embedded engine answers null where Neo4j refuses the query",
    queries: ["RETURN 1 + true AS sum", "RETURN NOT 0 AS x", "RETURN date('2024-02-31') AS d"],
  },
  {
    name: "Powers of powers",
    why: "the embedded engine begins at the right, Neo4j at the left",
    queries: ["RETURN 2 ^ 3 ^ 2 AS power"],
  },
  {
    name: "Lists",
    why: "in the embedded engine negative slices are empty, a boolean cannot be added to a list, a pattern comprehension leaves out nulls, and null is no member of unknown value",
    queries: [
      "RETURN [1, 2, 3][-3..-1] AS part",
      "RETURN [false] + false AS list",
      "RETURN none(x IN [null] WHERE x = 2) AS none",
      "MATCH (n:Region {name: '绍兴市'}) RETURN size([(n)--(m) | m.code]) AS n",
    ],
  },
  {
    name: "Type of a relation in WHERE",
    why: "the embedded engine takes it for a label, which no relation has; write it into the pattern",
    queries: ["MATCH (a)-[r:PARTNERS_WITH]-(b) WHERE r:PARTNERS_WITH RETURN count(*) AS n"],
  },
  {
    name: "Ranges of hops that are empty",
    why: "the embedded engine raises the upper end to the lower one",
    queries: ["MATCH (a:Region)-[*2..1]-(b) RETURN count(*) AS n"],
  },
  {
    name: "Numbers from texts, texts from numbers",
    why: "the embedded engine keeps no difference between 1.0 and 1, and reads whole numbers only from whole numbers",
    queries: ["RETURN toInteger('2.9') AS n", "RETURN toString(1.0) AS a"],
  },
  {
    name: "Sum of nothing",
    why: "null in the embedded engine, 0 in Neo4j",
    queries: ["UNWIND [] AS x RETURN sum(x) AS s"],
  },
  {
    name: "Last digit of averages",
    why: "the embedded engine divides the sum, Neo4j carries the mean along",
    queries: ["UNWIND [9, 8, 2] AS x RETURN avg(x) AS mean"],
  },
  {
    name: "Times",
    why: "the embedded engine keeps a local time to the millisecond and tells it in UTC",
    queries: ["RETURN localdatetime('2024-02-11T10:00:00') AS d"],
  },
  {
    name: "Parameters that hold maps",
    why: "the embedded engine takes a map with a key that begins with $ for a tagged value",
    queries: ["RETURN $tagged AS p"],
  },
  {
    name: "Full-text search in Cypher",
    why: "the embedded engine's index knows no prefixes and no pinyin, so it has none",
    queries: [
      "CALL db.index.fulltext.queryNodes('atlas_entity_search', '浙江') YIELD node RETURN count(node) > 0 AS found",
    ],
  },
  {
    name: "Procedures",
    why: "the embedded engine has few",
    queries: ["CALL db.schema.visualization() YIELD nodes RETURN size(nodes) > 0 AS found"],
  },
  {
    name: "Spellings that Neo4j 5 has given up",
    why: "the embedded engine still takes them",
    queries: ["MATCH (n:Region) RETURN exists(n.code) AS x"],
  },
];
