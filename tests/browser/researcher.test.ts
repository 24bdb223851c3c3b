/** A researcher's way through the query view: write, complete, be told mistakes, run, stop, page, chart, save. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openExplorer } from "../support/explorer.ts";
import type { Explorer, ExplorerHost } from "../support/explorer.ts";
import { sampleGraphs } from "../support/sample-graph.ts";

let host: ExplorerHost;
beforeAll(async () => {
  host = await openExplorer({ graphs: sampleGraphs() });
});
afterAll(() => host[Symbol.asyncDispose]());

const editor = ({ page }: Explorer) => page.getByRole("textbox", { name: "Cypher 语句" });

async function open(path = "/#/query"): Promise<Explorer> {
  const explorer = await host.open(path);
  await editor(explorer).waitFor();
  return explorer;
}

async function write(explorer: Explorer, text: string): Promise<void> {
  await editor(explorer).click();
  await explorer.page.keyboard.press("Control+A");
  await explorer.page.keyboard.insertText(text);
}

async function run(explorer: Explorer, text: string): Promise<void> {
  await write(explorer, text);
  await explorer.page.keyboard.press("Control+Enter");
}

const status = (explorer: Explorer, text: string | RegExp) =>
  explorer.page.locator(".run-answer__status").filter({ hasText: text }).waitFor();

test("writes with completion of types and of names by pinyin, and opens the answer on the canvas", async () => {
  await using explorer = await open();
  const { page } = explorer;
  await editor(explorer).click();
  await page.keyboard.type("MATCH (u:Unive");
  await page.getByRole("option", { name: /University/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.type(" {name: 'zhejiangdaxue");
  await page.locator("li[aria-selected] .cm-completionLabel").getByText("浙江大学", { exact: true }).waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(() => editor(explorer).innerText()).toBe("MATCH (u:University {name: '浙江大学'})");
  await page.keyboard.press("End");
  await page.keyboard.insertText("\nRETURN u");
  await page.keyboard.press("Control+Enter");
  await status(explorer, "1 行");
  await explorer.button("在画布上打开").click();
  await expect.poll(() => explorer.names()).toEqual(["浙江大学"]);
  expect(explorer.faults).toEqual([]);
});

test("marks a mistake where it stands while it is written, and says it when it runs", async () => {
  await using explorer = await open();
  await write(explorer, "MATCH (u:University)\nRETURN v.name");
  const mark = explorer.page.locator(".cm-lintRange-error");
  await mark.waitFor();
  expect(await mark.innerText()).toBe("v");
  await explorer.page.keyboard.press("Control+Enter");
  await explorer.page.getByRole("alert").getByRole("button", { name: "第 2 行，第 8 列" }).waitFor();
  await write(explorer, "MATCH (u) DELETE u");
  await explorer.page.keyboard.press("Control+Enter");
  await explorer.page
    .getByRole("alert")
    .filter({ hasText: "DELETE" })
    .or(explorer.page.getByRole("alert"))
    .first()
    .waitFor();
});

test("stops a query that would not end, and answers the next", async () => {
  await using explorer = await open();
  await run(
    explorer,
    "UNWIND range(1, 2000) AS a UNWIND range(1, 2000) AS b UNWIND range(1, 2000) AS c WITH a, b, c WHERE a + b + c < 0 RETURN count(*) AS n",
  );
  await explorer.button("停止").click();
  await status(explorer, "已停止");
  await run(explorer, "RETURN 1 AS one");
  await status(explorer, "1 行");
});

test("shows a hundred thousand rows, of which only those in sight are drawn", async () => {
  await using explorer = await open();
  const { page } = explorer;
  await page.getByRole("combobox", { name: "上限" }).selectOption("100000");
  await run(explorer, "UNWIND range(1, 100000) AS x RETURN x, x * x AS square");
  await status(explorer, "100,000 行");
  const table = page.getByRole("region", { name: "结果" }).last();
  expect(await table.getByRole("row").count()).toBeLessThan(120);
  await table.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await table.getByRole("cell", { name: "10000000000", exact: true }).waitFor();
});

test("charts the rows, makes a matrix of three columns, and gives them out as files", async () => {
  await using explorer = await open();
  const { page } = explorer;
  await run(
    explorer,
    "UNWIND [['甲','x',3],['乙','y',5],['甲','y',2]] AS r RETURN r[0] AS place, r[1] AS kind, toInteger(r[2]) AS n",
  );
  await status(explorer, "3 行");
  await page.getByRole("tab", { name: "图表" }).click();
  await page
    .getByRole("list", { name: "n" })
    .getByRole("listitem")
    .filter({ hasText: "乙" })
    .filter({ hasText: "5" })
    .waitFor();
  await page.getByRole("tab", { name: "矩阵" }).click();
  await page
    .getByRole("row", { name: "甲 2 3" })
    .or(page.getByRole("row", { name: "甲 3 2" }))
    .waitFor();
  await explorer.button("导出").click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "CSV 表格" }).click();
  const folder = mkdtempSync(join(tmpdir(), "atlas-export-"));
  const file = join(folder, "answer.csv");
  await (await download).saveAs(file);
  const saved = readFileSync(file, "utf8");
  rmSync(folder, { recursive: true });
  expect(saved).toBe("\uFEFFplace,kind,n\r\n甲,x,3\r\n乙,y,5\r\n甲,y,2\r\n");
});

test("saves a query as a form, which another person fills in without Cypher", async () => {
  await using explorer = await open();
  const { page } = explorer;
  await write(explorer, "MATCH (u:University {name: $who}) RETURN u.name AS name, u.degree AS relations");
  await page.keyboard.press("Control+S");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "名称" }).fill("一所高校");
  await dialog.getByRole("checkbox", { name: "做成表单给规划人员" }).check();
  await dialog.getByRole("textbox", { name: "$who 的说明" }).fill("高校");
  await dialog.getByRole("button", { name: "保存", exact: true }).click();
  await dialog.waitFor({ state: "detached" });

  await using other = await open();
  await other.button("表单：一所高校").click();
  await other.page.getByRole("dialog").getByRole("textbox", { name: "高校" }).fill("浙江大学");
  await other.page.getByRole("dialog").getByRole("button", { name: "查询" }).click();
  await status(other, "1 行");
  await other.page.getByRole("tab", { name: "历史" }).click();
  await other.page.locator(".query-history__entry").first().waitFor();
});

test("a link brings the query and its parameters back", async () => {
  await using explorer = await open();
  await write(explorer, "RETURN $n AS n");
  await explorer.page.getByRole("textbox", { name: "$n" }).fill("七");
  await explorer.page.waitForFunction(() => decodeURIComponent(location.hash).includes("七"));
  const address = new URL(explorer.page.url());
  await using other = await open(`/${address.hash}`);
  await expect.poll(() => editor(other).innerText()).toBe("RETURN $n AS n");
  await other.page.keyboard.press("Control+Enter");
  expect(await other.page.getByRole("textbox", { name: "$n" }).inputValue()).toBe("七");
});

test("a query of 300 lines is drawn as far as it is in view, and judged beside the page", async () => {
  await using explorer = await open();
  const { page } = explorer;
  const lines = Array.from({ length: 300 }, (_, at) => `// ${at}`);
  await write(explorer, `MATCH (u:University)\n${lines.join("\n")}\nRETURN u`);
  await page.keyboard.press("Control+End");
  await page.keyboard.type(", v.name AS name");
  const mark = page.locator(".cm-lintRange-error");
  await mark.waitFor();
  expect(await mark.innerText()).toBe("v");
  expect(await page.locator(".cm-line").count()).toBeLessThan(150);
  // What takes long is not done by the page: see the bench for how long its tasks are.
  expect(page.workers().filter((worker) => worker.url().includes("language-worker"))).toHaveLength(1);
});
