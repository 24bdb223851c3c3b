/**
 * The loading that anybody would write by hand: the rows of the finished graph,
 * one UNWIND MERGE after another, nodes first. It reads nothing, keeps no counts
 * and no state to go on from.
 */
import neo4j from "neo4j-driver";
import type { Driver, Session } from "neo4j-driver";

import type { EntityId } from "../../../server/contract/index.ts";
import type { DocumentGraph } from "../../../server/graph/index.ts";
import { orderEntries, relationProperties } from "../../../server/graph/model/claim-entries.ts";
import {
  documentProperties,
  observationProperties,
  passageProperties,
} from "../../../server/graph/model/document-nodes.ts";
import { entityLabels, toNodeProperties } from "../../../server/graph/model/entity-node.ts";
import { mergeStatements, statementProperties } from "../../../server/graph/model/statement.ts";
import { toNeo4j } from "../../../server/graph/neo4j/neo4j-values.ts";
import { claimedRelations, statementsOf } from "../../../server/graph/writing/graph-change.ts";
import { groupBy } from "../../../server/graph/group-by.ts";

export interface BareStatement {
  readonly cypher: string;
  readonly rows: readonly unknown[];
}

/** @param graphs no two of one origin */
export function bareStatements(graphs: readonly DocumentGraph[]): readonly BareStatement[] {
  const relations = [...claimedRelations(graphs)];
  const degrees = new Map<EntityId, number>();
  for (const [, { from, to }] of relations) for (const id of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  const entities = [...groupBy(statementsOf(graphs), ({ entity }) => entity.id).values()].map(mergeStatements);
  const byLabels = groupBy(entities, (entity) => entityLabels(entity).join(":"));
  const byType = groupBy(relations, ([, { type }]) => type);
  return [
    ...[...byLabels].map(([labels, group]) => ({
      cypher: `UNWIND $rows AS row MERGE (e:Entity {id: row.id}) SET e:${labels} SET e += row`,
      rows: group.map((entity) => toNodeProperties(entity, degrees.get(entity.id) ?? 0)),
    })),
    {
      cypher: "UNWIND $rows AS row MERGE (d:Document {id: row.id}) SET d += row",
      rows: graphs.map(({ document }) => documentProperties(document)),
    },
    {
      cypher: `UNWIND $rows AS row MERGE (p:Passage {id: row.properties.id}) SET p += row.properties
               WITH p, row MATCH (d:Document {id: row.document}) MERGE (p)-[:FROM]->(d)`,
      rows: graphs.flatMap(({ document, passages }) =>
        passages.map((passage) => ({ document: document.id, properties: passageProperties(passage) })),
      ),
    },
    {
      cypher: `UNWIND $rows AS row MATCH (e:Entity {id: row.entity}) MATCH (d:Document {id: row.document})
               MERGE (e)-[s:STATED_IN]->(d) SET s += row.properties`,
      rows: graphs.flatMap(({ document, entities: stated }) =>
        stated.map((entity) => ({
          entity: entity.id,
          document: document.id,
          properties: statementProperties(entity),
        })),
      ),
    },
    {
      cypher: `UNWIND $rows AS row MATCH (e:Entity {id: row.entity}) MATCH (p:Passage {id: row.passage})
               MERGE (e)-[m:MENTIONED_IN {begin: row.begin}]->(p) SET m.surface = row.surface, m.end = row.end`,
      rows: graphs.flatMap(({ mentions }) =>
        mentions.map(({ entityId, passageId, ...rest }) => ({ entity: entityId, passage: passageId, ...rest })),
      ),
    },
    {
      cypher: `UNWIND $rows AS row MERGE (o:Observation {id: row.properties.id}) SET o += row.properties
               WITH o, row MATCH (e:Entity {id: row.subject}) MATCH (p:Passage {id: row.passage})
               MERGE (o)-[:ABOUT]->(e) MERGE (o)-[:SUPPORTED_BY]->(p)`,
      rows: graphs.flatMap(({ observations }) =>
        observations.map((observation) => ({
          subject: observation.subjectId,
          passage: observation.passageId,
          properties: observationProperties(observation),
        })),
      ),
    },
    ...[...byType].map(([type, group]) => ({
      cypher: `UNWIND $rows AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to})
               MERGE (a)-[r:\`${type}\`]->(b) SET r += row.properties`,
      rows: group.map(([id, { from, to, entries }]) => ({
        from,
        to,
        properties: { id, ...relationProperties(orderEntries(entries)) },
      })),
    })),
  ];
}

export const rowCount = (statements: readonly BareStatement[]): number =>
  statements.reduce((sum, { rows }) => sum + rows.length, 0);

/** One transaction a batch, one after another. */
export async function loadBare(driver: Driver, statements: readonly BareStatement[], batchRows: number): Promise<void> {
  const session: Session = driver.session({ defaultAccessMode: neo4j.session.WRITE });
  try {
    for (const { cypher, rows } of statements) {
      for (let begin = 0; begin < rows.length; begin += batchRows) {
        const batch = toNeo4j(rows.slice(begin, begin + batchRows));
        await session.executeWrite((tx) => tx.run(cypher, { rows: batch }));
      }
    }
  } finally {
    await session.close();
  }
}
