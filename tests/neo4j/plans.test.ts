/**
 * Every statement that the program sends begins at an index: none reads all
 * nodes, all of a label or a whole index to find a few.
 */
import neo4j from "neo4j-driver";
import type { Plan } from "neo4j-driver";
import { expect, test } from "vitest";

import { CypherStore } from "../../server/graph/cypher-store.ts";
import type { CypherEngine, Parameters } from "../../server/graph/engine.ts";
import { readStoreConfig } from "../../server/graph/index.ts";
import { MIGRATIONS } from "../../server/graph/migrations.ts";
import { openNeo4jEngine } from "../../server/graph/neo4j/neo4j-engine.ts";
import { generateDocuments } from "../bench/generate-graph.ts";
import { emptyNeo4j } from "../support/empty-neo4j.ts";
import { askEverything } from "./ask-everything.ts";

/** Statements that read an index from end to end, and why that is little. */
const WHOLE_INDEXES: readonly (readonly [part: string, why: string])[] = [
  ["e.formerIds IS NOT NULL", "only entities that were brought together have former ids"],
];

/** Where a statement may begin. */
const STARTS = [
  /^NodeUniqueIndexSeek/,
  /^NodeIndexSeek/,
  /^DirectedRelationshipUniqueIndexSeek/,
  /^UndirectedRelationshipUniqueIndexSeek/,
  /^ProcedureCall/,
  /^Argument/,
  /^EmptyRow/,
  /^Unwind/,
  /^Create/,
];

test("the plan of every statement begins at an index", async () => {
  const config = readStoreConfig(process.env);
  if (config.kind !== "neo4j") throw new Error("Set NEO4J_URI, or run: npm run test:neo4j");
  const statements = new Map<string, Parameters>();
  const engine = recording(await openNeo4jEngine(config), statements);
  await emptyNeo4j(engine);
  statements.clear();
  await using store = await CypherStore.open(engine);
  const graphs = [...generateDocuments({ entities: 300 })];
  for (const graph of graphs.slice(0, 4)) await store.write(graph);
  await store.writeMany(graphs);
  // Half of what they said is gone, which takes every statement that removes.
  await store.writeMany(graphs.slice(3).map((graph) => ({ ...graph, claims: graph.claims.slice(40) })));
  await store.forget(graphs[2]!.document.origin);
  await askEverything(store);

  const driver = neo4j.driver(config.uri, neo4j.auth.basic(config.user, config.password));
  const session = driver.session({ database: config.database });
  await session.run("CALL db.clearQueryCaches()");
  const wrong: string[] = [];
  for (const [cypher, parameters] of statements) {
    if (isOfMigration(cypher)) continue;
    const isWhole = WHOLE_INDEXES.some(([part]) => cypher.includes(part));
    const { plan } = (await session.run(`EXPLAIN ${cypher}`, { ...parameters })).summary;
    if (plan === false) throw new Error(`No plan for ${cypher}`);
    const operators = operatorsOf(plan);
    const starts = operators.filter(({ isLeaf }) => isLeaf).map(({ name }) => name);
    const mayStart = [...STARTS, ...(isWhole ? [/^NodeIndexScan/] : [])];
    const scans = operators
      .map(({ name }) => name)
      .filter((name) => /Scan/.test(name) && !mayStart.some((start) => start.test(name)));
    const unknown = starts.filter((name) => !mayStart.some((start) => start.test(name)));
    if (scans.length + unknown.length > 0) wrong.push(`${[...scans, ...unknown].join(", ")}: ${cypher}`);
  }
  await session.close();
  await driver.close();
  expect(wrong).toEqual([]);
  expect(statements.size).toBeGreaterThan(80);
});

/** What converts old data once reads all that it converts. */
function isOfMigration(cypher: string): boolean {
  return MIGRATIONS.some(({ convert }) => convert?.toString().includes(cypher.slice(0, 60)));
}

function operatorsOf(plan: Plan): { name: string; isLeaf: boolean }[] {
  const name = plan.operatorType.split("@", 1)[0]!;
  return [{ name, isLeaf: plan.children.length === 0 }, ...plan.children.flatMap(operatorsOf)];
}

function recording(engine: CypherEngine, statements: Map<string, Parameters>): CypherEngine {
  const [read, write] = [engine.read.bind(engine), engine.write.bind(engine)];
  return Object.assign(engine, {
    read: ((cypher, parameters = {}, signal) => {
      statements.set(cypher, parameters);
      return read(cypher, parameters, signal);
    }) satisfies CypherEngine["read"],
    write: ((work, signal) =>
      write(
        (tx) =>
          work({
            relationLookup: tx.relationLookup,
            run: (cypher, parameters = {}) => {
              statements.set(cypher, parameters);
              return tx.run(cypher, parameters);
            },
          }),
        signal,
      )) satisfies CypherEngine["write"],
  });
}
