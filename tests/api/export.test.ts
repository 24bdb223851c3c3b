/** The whole graph as files, read back by the parsers of other programs. */
import { Ajv2020 } from "ajv/dist/2020.js";
import { MultiDirectedGraph } from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";
import Papa from "papaparse";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { ExportLine, ExportedClaim } from "../../server/contract/index.ts";
import { EXPORT_FILES } from "../../server/contract/index.ts";
import { aCompany, aDocumentGraph, aUniversity } from "../support/builders.ts";
import { INSTITUTE, sampleGraphs, SHAOXING } from "../support/sample-graph.ts";
import { startTestServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";

/** What breaks files: signs of markup, quotes, line ends, formulas, characters that XML cannot hold. */
const ODD = `=HYPERLINK("http://x")<&>'\n\u0001公司`;

let server: TestServer;
beforeAll(async () => {
  const odd = aDocumentGraph({
    origin: "odd.txt",
    title: ODD,
    facts: [[aCompany(ODD, { properties: { note: ODD } }), "PARTNERS_WITH", aUniversity("清华大学"), { text: ODD }]],
  });
  server = await startTestServer({ graphs: [...sampleGraphs(), odd] });
});
afterAll(() => server[Symbol.asyncDispose]());

async function textOf(file: string): Promise<string> {
  const answer = await fetch(`${server.url}/api/export/${file}`);
  expect([answer.status, answer.headers.get("content-disposition")]).toEqual([200, `attachment; filename="${file}"`]);
  // `text()` would take the mark away that spreadsheets need.
  return Buffer.from(await answer.arrayBuffer()).toString("utf8");
}

const table = async (file: string) => {
  const text = await textOf(file);
  expect(text[0]).toBe("\uFEFF");
  const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
};

test.each([
  ["graph.graphml", (text: string) => graphml.parse(MultiDirectedGraph, text)],
  ["graph.gexf", (text: string) => gexf.parse(MultiDirectedGraph, text)],
])("%s loads with everything on it", async (file, parse) => {
  const graph = parse(await textOf(file));
  const { entities, relations } = await server.store.counts();
  expect([graph.order, graph.size]).toEqual([entities, relations]);
  expect(graph.getNodeAttributes(SHAOXING)).toMatchObject({ type: "Region", level: "city", code: "330600" });
  const [edge] = graph.edges(INSTITUTE, SHAOXING);
  expect(graph.getEdgeAttributes(edge)).toMatchObject({ relation: "LOCATED_IN", status: "existing", confidence: 0.99 });
  const passages = JSON.parse(graph.getEdgeAttribute(edge, "passages") as string) as ExportedClaim[];
  expect(passages.map(({ text, status, document }) => [text, status, document.title])).toEqual([
    ["绍兴市拟深化与清华大学的合作，支持浙江大学绍兴研究院发展。", "planned", "绍兴市2023年科技工作要点"],
    ["绍兴市与浙江大学共建浙江大学绍兴研究院。", "existing", "绍兴市2021年科技工作"],
  ]);
  const labels = graph.mapNodes((_, attributes) => attributes["label"] as string);
  expect(labels).toContain(ODD.replace("\u0001", ""));
});

test("tables load, and nothing in them is a formula", async () => {
  const [entities, relations, passages, observations] = await Promise.all(
    ["entities.csv", "relations.csv", "passages.csv", "observations.csv"].map(table),
  );
  const counts = await server.store.counts();
  expect([entities!.length, relations!.length, observations!.length]).toEqual([
    counts.entities,
    counts.relations,
    counts.observations,
  ]);
  const ids = new Set(entities!.map((row) => row["id"]));
  expect(relations!.every((row) => ids.has(row["source"]) && ids.has(row["target"]))).toBe(true);
  const known = new Set(relations!.map((row) => row["id"]));
  expect(passages!.every((row) => known.has(row["relation"]))).toBe(true);
  expect(entities!.map((row) => row["label"])).toContain(`'${ODD}`);
  const cells = [...entities!, ...relations!, ...passages!, ...observations!].flatMap((row) => Object.values(row));
  expect(cells.filter((cell) => /^[=+@\t\r\n]/.test(cell))).toEqual([]);
});

test("each line of JSON is as described, and the last one says how many there were", async () => {
  const { components } = (await server.get<{ components: object }>("/api/openapi.json")).body;
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema({ $id: "openapi", components });
  const isLine = ajv.compile({ $ref: "openapi#/components/schemas/ExportLine" });
  const lines = (await textOf("graph.jsonl"))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as ExportLine);
  for (const line of lines) expect(isLine(line) ? [] : isLine.errors, JSON.stringify(line)).toEqual([]);
  const { entities, relations, observations } = await server.store.counts();
  expect(lines[0]).toMatchObject({ graph: { counts: { entities, relations } } });
  expect(lines.at(-1)).toEqual({ end: { entities, relations, observations } });
  expect(lines).toHaveLength(entities + relations + observations + 2);
});

test("a graph that has not changed is not sent again", async () => {
  for (const file of EXPORT_FILES) {
    const first = await fetch(`${server.url}/api/export/${file}`);
    await first.text();
    const again = await fetch(`${server.url}/api/export/${file}`, {
      headers: { "If-None-Match": first.headers.get("etag")! },
    });
    expect(again.status).toBe(304);
  }
});
