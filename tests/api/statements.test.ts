/** What each route costs: statements to the store, the same for little and for much, and none for what has not changed. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { CypherStore } from "../../server/graph/cypher-store.ts";
import { openEmbeddedEngine } from "../../server/graph/embedded/embedded-engine.ts";
import type { DocumentGraph } from "../../server/graph/index.ts";
import { ROUTES } from "../../server/http/routes/index.ts";
import { aCompany, aDocumentGraph, anEntity, anInstitute, aUniversity } from "../support/builders.ts";
import type { FactSpec } from "../support/builders.ts";
import { CHIPS, sampleGraphs, SHAOXING, ZJU } from "../support/sample-graph.ts";
import { startTestServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { CALLS } from "./calls.ts";

interface Counted {
  readonly server: TestServer;
  statements(): number;
  readonly dataFolder: string;
}

async function openCounted(graphs: readonly DocumentGraph[]): Promise<Counted> {
  const dataFolder = mkdtempSync(join(tmpdir(), "atlas-statements-"));
  const engine = await openEmbeddedEngine({ kind: "embedded", dataFolder });
  const server = await startTestServer({ store: await CypherStore.open(engine) });
  await server.store.writeMany(graphs);
  // The index of search is made in the background.
  await server.get("/api/search?q=浙大");
  return { server, statements: () => engine.statementCount, dataFolder };
}

/** The sample graph with much more around everything in it. */
function manyGraphs(): readonly DocumentGraph[] {
  const [report, plan] = sampleGraphs();
  const known = new Map(report.entities.map((entity) => [entity.id, entity]));
  const [shaoxing, zju, chips] = [known.get(SHAOXING)!, known.get(ZJU)!, known.get(CHIPS)!];
  const more = Array.from({ length: 60 }, (_, at) => {
    const institute = anInstitute(`第${at}研究院`);
    const facts: FactSpec[] = [
      [aCompany(`第${at}公司`), "LOCATED_IN", shaoxing],
      [institute, "LOCATED_IN", shaoxing, { status: at % 2 === 0 ? "existing" : "planned" }],
      [institute, "CO_BUILT_WITH", zju],
      [institute, "FOCUSES_ON", chips],
      [institute, "CO_BUILT_WITH", aUniversity(`第${at % 7}大学`)],
      [aUniversity(`第${at % 7}大学`), "PARTNERS_WITH", shaoxing],
      [anEntity({ type: "Laboratory", name: `第${at}实验室` }), "LOCATED_IN", shaoxing],
    ];
    return aDocumentGraph({ origin: `more-${at}.txt`, facts });
  });
  return [report, plan, ...more];
}

/** What reads the graph; importing and naming go through all documents, and say so. */
const READING = CALLS.filter(
  ({ operationId }) =>
    !["startImport", "listImports", "getImport", "forgetOrigin", "listMerges", "listDoubts", "putDecisions"].includes(
      operationId,
    ),
);
/** Gaps ask each part of their question once, the structure each label and type of the schema. */
const AT_MOST: Readonly<Record<string, number>> = {
  listGaps: 60,
  getGaps: 30,
  getGap: 20,
  getMatrix: 14,
  getStructure: 70,
};

describe("every route", () => {
  let few: Counted;
  let many: Counted;
  beforeAll(async () => {
    [few, many] = [await openCounted(sampleGraphs()), await openCounted(manyGraphs())];
  });
  afterAll(async () => {
    for (const { server, dataFolder } of [few, many]) {
      await server[Symbol.asyncDispose]();
      rmSync(dataFolder, { recursive: true, force: true });
    }
  });

  test.each(READING)("$operationId asks as often for much as for little", async ({ operationId, send }) => {
    const costs: number[] = [];
    for (const { server, statements } of [few, many]) {
      const before = statements();
      expect((await send(server)).status).toBeLessThan(300);
      costs.push(statements() - before);
    }
    const [ofFew, ofMany] = costs as [number, number];
    expect(ofMany).toBeLessThanOrEqual(AT_MOST[operationId] ?? 9);
    // A long list may take another look first, never one more for each entry.
    expect(ofMany).toBeLessThanOrEqual(ofFew + 3);
  });

  test.each(CALLS.filter(({ operationId }) => isOfData(operationId)))(
    "$operationId costs nothing where the data are as they were",
    async ({ send }) => {
      let path = "";
      await send({ ...many.server, get: (to, init) => many.server.get((path = to), init) });
      const { headers } = await many.server.get(path);
      const before = many.statements();
      const answer = await fetch(many.server.url + path, { headers: { "If-None-Match": headers.get("ETag") ?? "" } });
      expect([answer.status, await answer.text(), many.statements() - before]).toEqual([304, "", 0]);
    },
  );

  test("is asked anew after a change", async () => {
    const path = `/api/entities/${ZJU}/neighbors`;
    const { headers } = await few.server.get(path);
    await few.server.store.write(aDocumentGraph({ origin: "another.txt", facts: [] }));
    const { status } = await few.server.get(path, { headers: { "If-None-Match": headers.get("ETag") ?? "" } });
    expect(status).toBe(200);
  });
});

function isOfData(operationId: string): boolean {
  return ROUTES.some((route) => route.operationId === operationId && route.cache === "data");
}
