/** Takes everything out of the Neo4j that the tests run against, where it may be emptied. */
import type { CypherEngine } from "../../server/graph/engine.ts";

/**
 * Somebody's graph is not ours to delete: the database holds nothing, or an
 * earlier run has left its mark in it.
 *
 * @param options `evenUnmarked` where the server is the test's own
 * @throws Error for any other
 */
export async function emptyNeo4j(engine: CypherEngine, { evenUnmarked = false } = {}): Promise<void> {
  const [found] = await engine.read(
    "MATCH (n) RETURN count(n) AS nodes, sum(CASE WHEN n:ForTests THEN 1 ELSE 0 END) AS marks",
  );
  if (!evenUnmarked && found?.["nodes"] !== 0 && found?.["marks"] === 0) {
    throw new Error("The database of NEO4J_URI is not empty, and these tests would empty it. Name one that may be.");
  }
  await engine.write((tx) => tx.run("MERGE (:ForTests)"));
  // In parts: a transaction that takes away a large graph at once takes more memory than a server gives it.
  for (let left = true; left;) {
    left = await engine.write(async (tx) => {
      const rows = await tx.run("MATCH (n) WHERE NOT n:ForTests WITH n LIMIT 2000 DETACH DELETE n RETURN 1 AS one");
      return rows.length > 0;
    });
  }
}
