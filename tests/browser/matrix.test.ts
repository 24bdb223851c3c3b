/** The matrix as a planner uses it, on the bundled data: what it shows is what a query counts. */
import Papa from "papaparse";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { openExplorer } from "../support/explorer.ts";
import type { Explorer, ExplorerHost } from "../support/explorer.ts";

let host: ExplorerHost;
beforeAll(async () => {
  host = await openExplorer({ bundledData: true });
});
afterAll(() => host[Symbol.asyncDispose]());

/** Ties of universities with regions, as the view is set at first: relations, and bodies at their finest place. */
const TIES = `
  MATCH (u:University)-[r:CO_BUILT_WITH|PARTNERS_WITH|AFFILIATED_WITH]-(c:Region)
  RETURN u.name AS university, c.name AS region, r.id AS tie
  UNION
  MATCH (u:University)-[:CO_BUILT_WITH|AFFILIATED_WITH]-(m:Entity)-[:LOCATED_IN|CO_BUILT_WITH]-(c:Region)
  WHERE (m:ResearchInstitute OR m:Laboratory OR m:InnovationPlatform)
    AND NOT EXISTS { MATCH (m)-[:LOCATED_IN|CO_BUILT_WITH]-(d:Region)-[:PART_OF]->(c) }
  RETURN u.name AS university, c.name AS region, m.id AS tie`;

async function rowsOf(cypher: string): Promise<string[][]> {
  const { rows } = await host.server.store.query({ cypher, parameters: {}, maxRows: 10_000, timeoutMs: 20_000 });
  return rows as string[][];
}

async function countedTies(): Promise<Map<string, number>> {
  const counted = new Map<string, number>();
  for (const [university, region] of await rowsOf(TIES)) {
    counted.set(`${university} ${region}`, (counted.get(`${university} ${region}`) ?? 0) + 1);
  }
  return counted;
}

/** Every cell with a tie, by the names that a screen reader says. */
async function cells(explorer: Explorer): Promise<Map<string, number>> {
  const labels = await explorer.page
    .getByRole("gridcell")
    .evaluateAll((all) => all.map((cell) => cell.getAttribute("aria-label") ?? ""));
  const found = labels.flatMap((label) => {
    const [, row, column, ties] = /^(.+)，(.+?)(?: [市省]本级)?：(\d+) 个联系/.exec(label) ?? [];
    return row === undefined ? [] : [[`${row} ${column}`, Number(ties)] as const];
  });
  return new Map(found);
}

const grid = (explorer: Explorer) => explorer.page.getByRole("grid", { name: "矩阵" });
const cell = (explorer: Explorer, name: RegExp): Locator => explorer.page.getByRole("gridcell", { name });

test("which universities work with which districts: every cell is what a query counts", async () => {
  await using explorer = await host.open();
  await explorer.page.getByRole("navigation").getByRole("button", { name: "矩阵" }).click();
  await explorer.settled();
  const counted = await countedTies();
  expect(counted.size).toBeGreaterThan(5);
  expect(await cells(explorer)).toEqual(counted);
  const total = [...counted.values()].reduce((sum, ties) => sum + ties, 0);
  await explorer.page.getByText(`单元格之和 ${total}，等于筛选内的联系数`).first().waitFor();
  expect(explorer.faults).toEqual([]);
});

test("kept to one city it has the ties of that city and its districts, and no others", async () => {
  await using explorer = await host.open("/#/matrix");
  const all = await cells(explorer);
  await explorer.page.getByRole("button", { name: /^只看：/ }).click();
  await explorer.page.getByRole("searchbox", { name: "只看" }).fill("嘉兴");
  await explorer.settled();
  await explorer.page
    .getByRole("dialog", { name: "只看" })
    .getByRole("button", { name: /^嘉兴市/ })
    .click();
  await explorer.settled();
  const inside = await rowsOf(
    "MATCH (c:City {name: '嘉兴市'}) OPTIONAL MATCH (c)<-[:PART_OF]-(d:County) UNWIND [c.name, d.name] AS name RETURN DISTINCT name",
  );
  const wanted = new Set(inside.map(([name]) => name));
  expect(await cells(explorer)).toEqual(new Map([...all].filter(([pair]) => wanted.has(pair.split(" ")[1]!))));
  await explorer.page.getByRole("button", { name: /全部区域/ }).click();
  await explorer.settled();
  expect(await cells(explorer)).toEqual(all);
});

test("rolled up to cities and provinces and back, the total stays", async () => {
  await using explorer = await host.open("/#/matrix");
  const counties = await cells(explorer);
  const sum = (all: Map<string, number>) => [...all.values()].reduce((total, ties) => total + ties, 0);
  for (const level of ["市", "省", "区县"]) {
    await explorer.page.getByRole("radio", { name: level, exact: true }).click();
    await explorer.settled();
    expect(sum(await cells(explorer)), level).toBe(sum(counties));
  }
  expect(await cells(explorer)).toEqual(counties);
});

describe("a cell", () => {
  test("opens its ties with their sentences, and puts them on the canvas", async () => {
    await using explorer = await host.open("/#/matrix");
    await cell(explorer, /^浙江大学，新昌县：2/).click();
    await explorer.settled();
    const panel = explorer.page.getByRole("complementary", { name: "右侧面板" });
    await panel.getByText("天姥实验室").first().waitFor();
    expect(await panel.locator("mark").count()).toBeGreaterThan(0);
    expect(await panel.getByRole("listitem").count()).toBe(2);

    await panel.getByRole("button", { name: /放到画布/ }).click();
    await explorer.settled();
    expect(await explorer.names()).toEqual(["天姥实验室", "新昌县", "浙江大学", "浙江大学-新昌联合创新中心"].sort());
    expect(explorer.faults).toEqual([]);
  });

  test("without a tie opens what the documents do say, and never that there is none", async () => {
    await using explorer = await host.open("/#/matrix");
    await cell(explorer, /^浙江大学，诸暨市：/).click();
    await explorer.settled();
    const card = explorer.page.getByRole("dialog", { name: "缺口" });
    await card.getByText("资料中没有两者合作的记录。").waitFor();
    const [[documents], [named]] = [
      await rowsOf("MATCH (d:Document) RETURN count(d)"),
      await rowsOf("MATCH (:County {name: '诸暨市'})-[:STATED_IN]->(d:Document) RETURN count(DISTINCT d)"),
    ].map(([row]) => row!) as [string[], string[]];
    await card.getByText(`这不等于不存在：${documents} 份文件里有 ${named} 份提到诸暨市。`).waitFor();
    await card.getByRole("button", { name: /新昌县/ }).waitFor();
    await card.getByText("诸暨现代环保装备高新区").waitFor();

    await card.getByRole("button", { name: "在画布上看路径" }).click();
    await explorer.settled();
    expect(await explorer.names()).toEqual(expect.arrayContaining(["浙江大学", "绍兴市", "诸暨市"]));
  });
});

test("the shared filter holds in the matrix: planned ones alone", async () => {
  await using explorer = await host.open("/#/matrix");
  await explorer.page.getByRole("radio", { name: /^规划/ }).click();
  await explorer.settled();
  const [planned] = await rowsOf(
    `MATCH (u:University)-[r:PARTNERS_WITH]-(:Region) WHERE r.status = 'planned' RETURN count(r)`,
  );
  expect(Number(planned![0])).toBe(0);
  const shown = await cells(explorer);
  expect([...shown.keys()].sort()).toEqual(
    ["清华大学 绍兴市", "西湖大学 绍兴市", "湖南大学 绍兴市", "浙江工业大学 绍兴市"].sort(),
  );
  // And in the legend of the canvas.
  await explorer.press("Alt+2");
  expect(await explorer.page.getByRole("radio", { name: /^规划/ }).getAttribute("aria-checked")).toBe("true");
});

test("by keyboard alone, with the roles of a grid", async () => {
  await using explorer = await host.open("/#/matrix");
  expect(await grid(explorer).getAttribute("aria-rowcount")).toBe("13");
  // One stop of Tab for the whole grid.
  expect(await explorer.page.locator("[role=grid] [tabindex='0']").count()).toBe(1);
  const first = explorer.page.locator("[role=gridcell][tabindex='0']");
  await first.focus();
  const focused = () => explorer.page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
  expect(await focused()).toMatch(/^浙江大学，绍兴市 市本级：2/);
  await explorer.press("ArrowRight", "ArrowDown");
  expect(await focused()).toMatch(/^清华大学，新昌县：资料中没有/);
  await explorer.press("Control+End");
  expect(await focused()).toMatch(/秀洲区/);
  await explorer.press("Control+Home", "ArrowUp");
  expect(await focused()).toMatch(/^绍兴市 市本级：共 \d+ 个联系/);
  await explorer.press("ArrowDown", "Enter");
  await explorer.page.getByRole("complementary", { name: "右侧面板" }).waitFor();
  // An empty cell's card takes the focus, and gives it back.
  await first.focus();
  await explorer.press("ArrowDown", "ArrowRight", "Enter");
  await explorer.page.getByRole("dialog", { name: "缺口" }).waitFor();
  await explorer.press("Escape");
  expect(await focused()).toMatch(/^清华大学，新昌县/);
});

test("what is picked in the matrix is picked on the canvas, and the other way round", async () => {
  await using explorer = await host.open();
  await explorer.explore("绍兴市");
  await explorer.press("Alt+3");
  const head = explorer.page.getByRole("columnheader", { name: /^绍兴市 市本级/ });
  expect(await head.getAttribute("class")).toContain("selected");
  await explorer.page.getByRole("rowheader", { name: /^天津大学/ }).click();
  await explorer.settled();
  const selected = await explorer.page.evaluate(() => [...window.__explorer!.app.selection.entities.peek()]);
  const [[id]] = (await rowsOf("MATCH (u:University {name: '天津大学'}) RETURN u.id")) as [[string]];
  expect(selected).toEqual([id]);
});

test("a link brings back the matrix as it was, with the cell that was open", async () => {
  await using explorer = await host.open("/#/matrix");
  await explorer.page.getByRole("radio", { name: "市", exact: true }).click();
  await explorer.page.getByRole("radio", { name: /^已有/ }).click();
  await explorer.settled();
  await cell(explorer, /^清华大学，嘉兴市：1/).click();
  await explorer.settled();
  await explorer.page.waitForFunction(() => location.hash.includes("v.col"));
  const address = new URL(explorer.page.url());

  await using other = await host.open(`${address.pathname}${address.hash}`);
  expect(await cells(other)).toEqual(await cells(explorer));
  expect(await other.page.getByRole("radio", { name: "市", exact: true }).getAttribute("aria-checked")).toBe("true");
  await other.page.getByRole("complementary", { name: "右侧面板" }).getByText("浙江清华长三角研究院").first().waitFor();
});

test("exports the matrix, and its ties with a sentence to each", async () => {
  await using explorer = await host.open("/#/matrix");
  const save = async (item: string) => {
    await explorer.page.getByRole("button", { name: "导出" }).click();
    const text = await explorer.download(() => explorer.page.getByRole("menuitem", { name: item }).click());
    return Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { skipEmptyLines: true }).data;
  };
  const matrix = await save("矩阵（CSV）");
  const counted = await countedTies();
  const total = [...counted.values()].reduce((sum, ties) => sum + ties, 0);
  expect(Number(matrix.at(-1)!.at(-1))).toBe(total);
  expect(matrix[0]).toContain("绍兴市 市本级");

  const ties = await save("联系及原句（CSV）");
  const [head, ...lines] = ties;
  expect(head).toEqual(["行", "经由机构", "列", "状态", "关系", "原句", "文件", "发布单位", "日期"]);
  expect(new Set(lines.map(([row, through, column]) => [row, through, column].join())).size).toBe(total);
  expect(lines.every((line) => line[5] !== "" && line[6] !== "")).toBe(true);
});

test("on a phone one city at a time, and the ties in a sheet", async () => {
  await using explorer = await host.open("/#/matrix", { width: 390, height: 844 });
  expect(await explorer.page.getByRole("gridcell", { name: /新昌县/ }).count()).toBeGreaterThan(0);
  expect(await explorer.page.getByRole("gridcell", { name: /海宁市/ }).count()).toBe(0);
  await explorer.button("下一个区域").click();
  expect(await explorer.page.getByRole("gridcell", { name: /海宁市/ }).count()).toBeGreaterThan(0);
  await cell(explorer, /^清华大学，嘉兴市 市本级：1/).click();
  await explorer.settled();
  await explorer.page.getByRole("region", { name: "联系" }).getByText("浙江清华长三角研究院").first().waitFor();
  expect(explorer.faults).toEqual([]);
});
