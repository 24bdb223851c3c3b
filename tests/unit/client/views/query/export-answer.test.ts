/** Answers as files: whole, safe, and read back by what reads them. */
import { parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";

import type { QueryValue } from "../../../../../server/contract/index.ts";
import { exportAnswer } from "../../../../../client/src/views/query/export/export-answer.ts";
import { pivotOf } from "../../../../../client/src/views/query/results/pivot.ts";

const university: QueryValue = {
  $: "node",
  id: "u1",
  labels: ["Entity", "University"],
  properties: { name: '浙大 <&">', degree: 3 },
};
const relation: QueryValue = {
  $: "relation",
  id: "r1",
  type: "PARTNERS_WITH",
  from: "u1",
  to: "c1",
  properties: { status: "planned" },
};
const answer = {
  columns: ["u", "r", "n", "n"],
  rows: [
    [university, relation, 1, "=1+1"],
    [null, null, 2.5, "甲,乙"],
  ] as const,
};

const text = async (format: Parameters<typeof exportAnswer>[1]) => String((await exportAnswer(answer, format)).content);

test("CSV is safe against formulas and has a mark for spreadsheets", async () => {
  expect(await text("csv")).toBe('\uFEFFu,r,n,n\r\n"浙大 <&"">",[:PARTNERS_WITH],1,\'=1+1\r\n,,2.5,"甲,乙"\r\n');
});

test("JSON and lines of JSON hold every value, also of columns of one name", async () => {
  const objects = JSON.parse(await text("json")) as unknown[];
  expect(objects[0]).toEqual({ u: university, r: relation, n: 1, "n 2": "=1+1" });
  expect(
    (await text("ndjson"))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual(objects);
});

test("Parquet is read back with its types", async () => {
  const { content } = await exportAnswer(answer, "parquet");
  const rows = await parquetReadObjects({ file: content as ArrayBuffer });
  expect(rows.map((row) => [row["n"], row["n 2"], JSON.parse(String(row["u"]))])).toEqual([
    [1, "=1+1", university],
    [2.5, "甲,乙", null],
  ]);
});

test("GraphML and GEXF have both ends of every relation, and well-formed texts", async () => {
  const graphMl = await text("graphml");
  expect(graphMl).toContain(
    '<node id="u1"><data key="label">浙大 &lt;&amp;&quot;&gt;</data><data key="type">University</data>',
  );
  expect(graphMl).toContain('<node id="c1">');
  expect(graphMl).toContain(
    '<edge id="r1" source="u1" target="c1"><data key="type">PARTNERS_WITH</data><data key="edge.status">planned</data></edge>',
  );
  const gexf = await text("gexf");
  expect(gexf).toContain('<edge id="r1" source="u1" target="c1" label="PARTNERS_WITH">');
  expect(gexf).toContain('<attvalue for="p.degree" value="3"/>');
});

test("a matrix adds what falls into one cell and orders its heads by their sums", () => {
  const pivot = pivotOf(
    [
      ["a", "x", 1],
      ["b", "x", 5],
      ["a", "y", 2],
      ["a", "x", 1],
      ["c", "x", null],
    ],
    0,
    1,
    2,
  );
  expect([pivot.rows, pivot.columns]).toEqual([
    ["b", "a"],
    ["x", "y"],
  ]);
  expect([pivot.cell("a", "x"), pivot.cell("b", "y"), pivot.most]).toEqual([2, undefined, 5]);
});
