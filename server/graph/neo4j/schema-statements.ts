/** A schema in Neo4j's words. Every statement may be run again, and by two at once. */
import { quoted } from "../cypher.ts";
import type { GraphSchema } from "../graph-schema.ts";

export function schemaStatements(schema: GraphSchema): readonly string[] {
  const { unique = [], indexed = [], uniqueRelations = [], fullText } = schema;
  return [
    ...unique.map(
      ({ label, property }) =>
        `CREATE CONSTRAINT atlas_${label}_${property} IF NOT EXISTS FOR (n:${quoted(label)}) REQUIRE n.${quoted(property)} IS UNIQUE`,
    ),
    ...indexed.map(
      ({ label, property }) =>
        `CREATE INDEX atlas_${label}_${property} IF NOT EXISTS FOR (n:${quoted(label)}) ON (n.${quoted(property)})`,
    ),
    ...uniqueRelations.map(
      (type) => `CREATE CONSTRAINT atlas_${type}_id IF NOT EXISTS FOR ()-[r:${quoted(type)}]-() REQUIRE r.id IS UNIQUE`,
    ),
    ...(fullText === undefined
      ? []
      : [
          `CREATE FULLTEXT INDEX ${fullText.name} IF NOT EXISTS FOR (n:${quoted(fullText.label)}) ` +
            `ON EACH [${fullText.properties.map((property) => `n.${quoted(property)}`).join(", ")}] ` +
            "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}",
        ]),
  ];
}
