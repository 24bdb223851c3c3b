/** The canvas as files: what is in sight, with its sources, and the query that brings it back. */
import { buffer } from "node:stream/consumers";

import { afterAll, beforeAll, expect, test } from "vitest";

import type { QueryAnswer } from "../../server/contract/index.ts";
import { openExplorer } from "../support/explorer.ts";
import type { Explorer, ExplorerHost } from "../support/explorer.ts";
import { INSTITUTE, SHAOXING, ZHEJIANG, ZJU, sampleGraphs } from "../support/sample-graph.ts";

let host: ExplorerHost;

beforeAll(async () => {
  host = await openExplorer({ graphs: sampleGraphs() });
});
afterAll(() => host[Symbol.asyncDispose]());

const CANVAS = `/#/canvas?e=${[ZJU, INSTITUTE, SHAOXING].map(encodeURIComponent).join(",")}`;

async function exported(explorer: Explorer, item: string): Promise<Buffer> {
  await explorer.settled();
  await explorer.button("导出").click();
  const coming = explorer.page.waitForEvent("download");
  await explorer.page.getByRole("menuitem", { name: item }).click();
  return buffer(await (await coming).createReadStream());
}

test("the exported query brings back what is on the canvas", async () => {
  await using explorer = await host.open(CANVAS);
  const cypher = (await exported(explorer, "能还原它的语句")).toString();
  const { body } = await host.server.post<QueryAnswer>("/api/query", { cypher });
  expect(body.graph.entities.map(({ id }) => id).toSorted()).toEqual([INSTITUTE, SHAOXING, ZJU].toSorted());
  expect(body.graph.relations.map(({ type }) => type).toSorted()).toEqual(["CO_BUILT_WITH", "LOCATED_IN"]);
});

test("the list of relations has a sentence with its document for each", async () => {
  await using explorer = await host.open(CANVAS);
  const table = (await exported(explorer, "关系清单与原句")).toString();
  expect(table.split("\r\n")[0]).toBe("\uFEFF从,关系,到,状态,最早日期,最近日期,原句数,最近的原句,文件,发布单位,日期");
  expect(table).toContain("绍兴市与浙江大学共建浙江大学绍兴研究院。,绍兴市2021年科技工作");
});

test("pictures: a vector one with every name, and a PNG", async () => {
  await using explorer = await host.open(CANVAS);
  const svg = (await exported(explorer, "矢量图")).toString();
  for (const name of ["浙江大学绍兴", "绍兴市"]) expect(svg).toContain(name);
  const png = await exported(explorer, "图片");
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.length).toBeGreaterThan(5_000);
  expect(explorer.faults).toEqual([]);
});

test("with groups: what is drawn as one is one, in the picture and for other programs, and no list is shorter", async () => {
  await using explorer = await host.open(`${CANVAS},${encodeURIComponent(ZHEJIANG)}&v.group=type&v.color=degree`);
  await explorer.settled();
  const svg = (await exported(explorer, "矢量图")).toString();
  expect(svg).toContain("区域（2）");
  expect(svg).toContain("图谱中的关系数");
  const json = JSON.parse((await exported(explorer, "图（JSON）")).toString()) as {
    entities: { id: string }[];
    groups: { id: string; members: { id: string }[] }[];
    relations: { to: string; of?: { to: string } }[];
  };
  expect(json.entities.map(({ id }) => id).toSorted()).toEqual([INSTITUTE, ZJU].toSorted());
  expect(json.groups.map(({ members }) => members.map(({ id }) => id).toSorted())).toEqual([
    [SHAOXING, ZHEJIANG].toSorted(),
  ]);
  expect(json.relations.find(({ of }) => of?.to === SHAOXING)?.to).toBe(json.groups[0]!.id);
  const table = (await exported(explorer, "实体清单")).toString().trim().split("\r\n");
  expect(table).toHaveLength(1 + 4);
  expect(table.filter((line) => line.endsWith(",区域（2）"))).toHaveLength(2);
  expect(explorer.faults).toEqual([]);
});
