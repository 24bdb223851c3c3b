/**
 * `npm run test:neo4j`: the tests that need a Neo4j, against the one that
 * NEO4J_URI names or against a real server of our own. Where that cannot be
 * brought up it says why and passes, except under CI=true.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

import { missingForNeo4j, Neo4jServer } from "../support/neo4j-server.ts";
import type { Neo4jAccess } from "../support/neo4j-server.ts";

async function main(): Promise<number> {
  if (process.env["NEO4J_URI"]) return runTests({});
  const missing = missingForNeo4j();
  if (missing !== undefined) {
    process.stderr.write(`The Neo4j tests need ${missing}, which is not on this machine.\n`);
    return process.env["CI"] === "true" ? 1 : 0;
  }
  await using server = await Neo4jServer.start();
  return runTests(toEnvironment(server.access));
}

function runTests(environment: Record<string, string>): number {
  const root = join(import.meta.dirname, "..", "..");
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, "node_modules", "vitest", "vitest.mjs"),
      "run",
      "--config",
      join(root, "tests", "vitest.config.ts"),
      "--project",
      "neo4j",
      ...process.argv.slice(2),
    ],
    { cwd: root, stdio: "inherit", env: { ...process.env, ...environment } },
  );
  return status ?? 1;
}

function toEnvironment({ uri, user, password, database }: Neo4jAccess): Record<string, string> {
  return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
}

process.exitCode = await main();
