/** Takes everything out of the Neo4j that the tests run against. */
import neo4j from "neo4j-driver";

import type { Neo4jConfig } from "../../server/graph/index.ts";

export async function emptyNeo4j(config: Neo4jConfig): Promise<void> {
  const driver = neo4j.driver(config.uri, neo4j.auth.basic(config.user, config.password));
  try {
    await driver.executeQuery("MATCH (n) DETACH DELETE n", {}, { database: config.database });
  } finally {
    await driver.close();
  }
}
