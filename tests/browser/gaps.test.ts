/** The gap finder as a planner uses it, on the bundled data: each list is what a query finds, with its sources. */
import Papa from "papaparse";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openExplorer } from "../support/explorer.ts";
import type { Explorer, ExplorerHost } from "../support/explorer.ts";

let host: ExplorerHost;
beforeAll(async () => {
  host = await openExplorer({ bundledData: true });
});
afterAll(() => host[Symbol.asyncDispose]());

async function namesOf(cypher: string): Promise<string[]> {
  const { rows } = await host.server.store.query({ cypher, parameters: {}, maxRows: 1_000, timeoutMs: 20_000 });
  return (rows as string[][]).map(([name]) => name!).toSorted();
}

/** Names of what is on the list. */
async function listed(explorer: Explorer): Promise<string[]> {
  const heads = await explorer.page.getByRole("main").getByRole("listitem").getByRole("heading").allTextContents();
  return heads.map((text) => text.replace(/\s+/g, "")).toSorted();
}

async function ask(explorer: Explorer, question: RegExp): Promise<void> {
  await explorer.page.getByRole("complementary", { name: "问题" }).getByRole("button", { name: question }).click();
  await explorer.settled();
}

test("which districts have a high-tech zone and no co-built body", async () => {
  await using explorer = await host.open("/#/gaps");
  const expected = await namesOf(`
    MATCH (z:HighTechZone)-[:LOCATED_IN]->(c:County)-[:PART_OF]->(:City {name: '绍兴市'})
    WHERE NOT EXISTS {
      MATCH (c)<-[l:LOCATED_IN|CO_BUILT_WITH]-(b)-[r:CO_BUILT_WITH|AFFILIATED_WITH]->(o:Entity)
      WHERE (b:ResearchInstitute OR b:Laboratory) AND l.status = 'existing' AND r.status = 'existing'
        AND (type(r) = 'CO_BUILT_WITH' OR o:University OR o:ResearchInstitute)
    }
    RETURN DISTINCT c.name`);
  expect(expected.length).toBeGreaterThan(0);
  expect(await listed(explorer)).toEqual(expected);
  // Its reasons open their sentences.
  await explorer.page.getByRole("button", { name: /^原句/ }).first().click();
  await explorer.settled();
  expect(await explorer.page.locator(".evidence blockquote").count()).toBeGreaterThan(0);
  await explorer.page.getByText("资料中没有，不等于不存在。").waitFor();
  expect(explorer.faults).toEqual([]);
});

test("which universities do our peers have, and we have not; and from there to the matrix", async () => {
  await using explorer = await host.open("/#/gaps");
  await ask(explorer, /同类区域都有/);
  const withCity = (city: string, status: string) => `
    MATCH (u:University)-[:CO_BUILT_WITH|AFFILIATED_WITH]-(m:Entity)-[l:LOCATED_IN]->(:City {name: '${city}'})
    WHERE l.status = 'existing' ${status} RETURN DISTINCT u.name
    UNION MATCH (u:University)-[r:PARTNERS_WITH]-(:City {name: '${city}'}) WHERE r.status = 'existing' RETURN DISTINCT u.name`;
  const theirs = await namesOf(withCity("嘉兴市", ""));
  const ours = await namesOf(withCity("绍兴市", ""));
  expect(await listed(explorer)).toEqual(theirs.filter((name) => !ours.includes(name)));

  await explorer.page.getByRole("button", { name: "在矩阵中看" }).last().click();
  await explorer.settled();
  await explorer.page.getByRole("dialog", { name: "缺口" }).getByText("北京理工大学").first().waitFor();
});

test("which fields does a district focus on without a laboratory", async () => {
  await using explorer = await host.open("/#/gaps");
  await ask(explorer, /聚焦的产业没有/);
  const expected = await namesOf(`
    MATCH (r:Region)-[:FOCUSES_ON]->(i:Industry)
    WHERE (r.name = '绍兴市' OR EXISTS { MATCH (r)-[:PART_OF]->(:City {name: '绍兴市'}) })
      AND NOT EXISTS { MATCH (i)<-[:FOCUSES_ON]-(l:Laboratory)-[p:LOCATED_IN]->(r) WHERE p.status = 'existing' }
    RETURN r.name + '×' + i.name`);
  expect(await listed(explorer)).toEqual(expected);
});

test("what was planned and is confirmed by no later document, oldest first", async () => {
  await using explorer = await host.open("/#/gaps");
  await ask(explorer, /规划后没有文件/);
  const expected = await namesOf(`
    MATCH (a:Entity)-[r]->(b:Entity) WHERE r.status = 'planned'
      AND (b.name = '绍兴市' OR a.name = '绍兴市'
        OR EXISTS { MATCH (b)-[:PART_OF]->(:City {name: '绍兴市'}) }
        OR EXISTS { MATCH (a)-[:PART_OF]->(:City {name: '绍兴市'}) })
    RETURN DISTINCT a.name`);
  expect(await listed(explorer)).toEqual(expected);
});

test("beside chosen peers: every number is what a query counts, and a link brings it back", async () => {
  await using explorer = await host.open("/#/gaps");
  await ask(explorer, /与同类区域相比/);
  const row = explorer.page.getByRole("table", { name: "对比" }).getByRole("row", { name: /^实验室/ });
  const [ours] = await namesOf(`
    MATCH (l:Laboratory)-[p:LOCATED_IN|CO_BUILT_WITH]->(c:Region)
    WHERE (c.name = '绍兴市' OR EXISTS { MATCH (c)-[:PART_OF]->(:City {name: '绍兴市'}) }) AND p.status = 'existing'
    RETURN toString(count(DISTINCT l.id))`);
  expect(await row.getByRole("cell").first().locator("strong").textContent()).toBe(ours);
  await explorer.page.waitForFunction(() => location.hash.includes("v.q=beside-peers"));
  const address = new URL(explorer.page.url());
  await using other = await host.open(`${address.pathname}${address.hash}`);
  await other.page.getByRole("heading", { name: "与同类区域相比" }).waitFor();
  await other.page.getByRole("table", { name: "对比" }).waitFor();
});

test("our region is remembered, and what is only planned can be let count", async () => {
  await using explorer = await host.open("/#/gaps");
  await explorer.page.getByRole("button", { name: /^我们的区域/ }).click();
  await explorer.page.getByRole("searchbox", { name: "我们的区域" }).fill("嘉兴");
  await explorer.settled();
  await explorer.page
    .getByRole("dialog", { name: "我们的区域" })
    .getByRole("button", { name: /^嘉兴市/ })
    .click();
  await explorer.settled();
  await explorer.page.getByText("这个问题没有查到缺口").waitFor();
  await explorer.press("Alt+1");
  await explorer.page.getByText(/^嘉兴市，资料中没有不等于不存在/).waitFor();
});

test("the list as a table: each reason with its sentence and document", async () => {
  await using explorer = await host.open("/#/gaps?v.q=university-absent");
  const text = await explorer.download(() => explorer.page.getByRole("button", { name: "导出（CSV）" }).click());
  const [head, ...lines] = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { skipEmptyLines: true }).data;
  expect(head).toEqual(["问题", "缺口", "涉及", "理由", "实体", "原句", "文件", "发布单位", "日期"]);
  expect(new Set(lines.map((line) => line[1]))).toEqual(new Set(await listed(explorer)));
  expect(lines.every((line) => line[5] !== "" && line[6] !== "")).toBe(true);
});
