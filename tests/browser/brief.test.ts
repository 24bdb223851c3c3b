/** What is handed upward: as a Word file that opens, and as a page for the printer. */
import { buffer } from "node:stream/consumers";

import mammoth from "mammoth";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { QueryAnswer } from "../../server/contract/index.ts";
import { openExplorer } from "../support/explorer.ts";
import type { Explorer, ExplorerHost } from "../support/explorer.ts";
import { INSTITUTE, SHAOXING, TSINGHUA, ZJU, sampleGraphs } from "../support/sample-graph.ts";

let host: ExplorerHost;
beforeAll(async () => {
  host = await openExplorer({ graphs: sampleGraphs() });
});
afterAll(() => host[Symbol.asyncDispose]());

const CANVAS = `/#/canvas?e=${[ZJU, INSTITUTE, SHAOXING, TSINGHUA].map(encodeURIComponent).join(",")}`;

async function wordFile(explorer: Explorer): Promise<Buffer> {
  const coming = explorer.page.waitForEvent("download");
  await explorer.button(/Word/).click();
  return buffer(await (await coming).createReadStream());
}

const brief = (explorer: Explorer) => explorer.page.getByRole("article");

test("one click makes a brief; as Word it opens, with figure, list, numbered sentences, date, filters and query", async () => {
  await using explorer = await host.open(CANVAS);
  await explorer.button("生成简报").click();
  await brief(explorer).waitFor();
  const file = await wordFile(explorer);
  const { value: html, messages } = await mammoth.convertToHtml({ buffer: file });
  expect(messages.filter(({ type }) => type === "error")).toEqual([]);
  expect(html).toMatch(/<img [^>]*src="data:image\/(png|svg)/);
  const { value: text } = await mammoth.extractRawText({ buffer: file });
  const lines = text.split("\n").filter((line) => line !== "");
  expect(lines[0]).toMatch(/^简报：.*等$/);
  expect(lines).toContain("未作筛选。");
  expect(lines.find((line) => line.startsWith("资料截至 2023"))).toBeDefined();
  expect(lines.find((line) => line.startsWith("清华大学与绍兴市合作（规划）"))).toMatch(/\[\d\]/);

  // Every number of the list is that of a sentence, and each sentence stands once with its document.
  const sentences = lines.filter((line) => line.startsWith("绍兴市与浙江大学共建") || line.startsWith("绍兴市拟深化"));
  expect(sentences.map((line) => line.slice(0, 6)).toSorted()).toEqual(["绍兴市与浙江", "绍兴市拟深化"]);
  for (const line of sentences)
    expect(line).toMatch(/。绍兴市20\d\d年科技工作.* · 绍兴市科学技术局 · 20[\d-]+ · 第 1 句$/);
  const numbers = [...text.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number));
  expect(new Set(numbers)).toEqual(new Set([1, 2]));

  const query = lines.slice(lines.findIndex((line) => line.startsWith("附：")) + 1).join("\n");
  const { body } = await host.server.post<QueryAnswer>("/api/query", { cypher: query });
  expect(body.graph.relations.map(({ type }) => type).toSorted()).toEqual([
    "CO_BUILT_WITH",
    "LOCATED_IN",
    "PARTNERS_WITH",
  ]);
  expect(explorer.faults).toEqual([]);
});

test("a filtered brief says under which filters, and names no sentence from outside of them", async () => {
  await using explorer = await host.open(`${CANVAS}&from=${encodeURIComponent("document-plan.txt")}&off=Laboratory`);
  await explorer.press("Control+Shift+B");
  await brief(explorer).waitFor();
  const text = (await brief(explorer).textContent()) ?? "";
  expect(text).toContain("文件：绍兴市2023年科技工作要点");
  expect(text).toContain("不含：实验室");
  expect(text).toContain("绍兴市拟深化与清华大学的合作");
  expect(text).not.toContain("绍兴市与浙江大学共建浙江大学绍兴研究院。");
});

test("on paper there is the brief alone, in the light theme", async () => {
  await using explorer = await host.open(CANVAS, { scheme: "dark", language: "en" });
  await explorer.button("Make brief").click();
  await brief(explorer).waitFor();
  await explorer.page.emulateMedia({ media: "print" });
  expect(await explorer.page.locator(".app").isVisible()).toBe(false);
  expect(await explorer.page.locator(".brief svg").filter({ visible: true }).count()).toBe(1);
  const ink = await explorer.page.locator(".brief-print .brief").evaluate((page) => getComputedStyle(page).color);
  expect(ink).toBe("rgb(22, 32, 30)");

  const paper = await getDocument({ data: new Uint8Array(await explorer.page.pdf({ format: "A5" })) }).promise;
  const pages = await Promise.all(
    Array.from({ length: paper.numPages }, async (_, at) => (await paper.getPage(at + 1)).getTextContent()),
  );
  const text = pages.flatMap(({ items }) => items.map((item) => ("str" in item ? item.str : ""))).join("");
  expect(paper.numPages).toBeGreaterThan(1);
  for (const part of ["Brief:", "Source sentences", "[2]", "RETURN e, r, f"]) {
    expect(text).toContain(part);
  }
});

/** Lines of the brief in Word, and whether it has a picture. */
async function inWord(explorer: Explorer) {
  const file = await wordFile(explorer);
  const { value: text } = await mammoth.extractRawText({ buffer: file });
  const { value: html } = await mammoth.convertToHtml({ buffer: file });
  return { lines: text.split("\n").filter((line) => line !== ""), hasPicture: html.includes("<img ") };
}

/** What the query of the annex gives. */
async function annexAnswer(lines: readonly string[]): Promise<QueryAnswer> {
  const cypher = lines.slice(lines.findIndex((line) => line.startsWith("附：")) + 1).join("\n");
  return (await host.server.post<QueryAnswer>("/api/query", { cypher })).body;
}

/** Every number in the list is that of a sentence, and every sentence is named. */
async function expectNumbered(explorer: Explorer): Promise<void> {
  const page = brief(explorer);
  const count = await page.locator(".brief__sources > li").count();
  const named = await page.locator(".brief__items .brief__facts").allTextContents();
  const numbers = new Set(
    named.flatMap((text) => [...text.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number))),
  );
  expect([...numbers].toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, at) => at + 1));
}

test("the matrix is a brief: its picture, a line a tie with its sentences, and the query that gives the same", async () => {
  await using explorer = await host.open("/#/matrix");
  await explorer.settled();
  const ties = await explorer.page.evaluate(() => {
    const state = window.__explorer!.app.matrix.answer.peek();
    return state.status === "ready" ? state.value.ties : 0;
  });
  expect(ties).toBeGreaterThan(0);
  await explorer.button("生成简报").click();
  await brief(explorer).waitFor();
  expect(await brief(explorer).getByRole("heading", { level: 1 }).innerText()).toBe("简报：高校 × 区县");
  expect(await brief(explorer).locator("section .brief__items > li").count()).toBe(ties);
  expect(await brief(explorer).locator(".brief__figure svg").textContent()).toContain("浙江大学");
  await expectNumbered(explorer);
  const { lines, hasPicture } = await inWord(explorer);
  expect(hasPicture).toBe(true);
  const { graph } = await annexAnswer(lines);
  expect(graph.entities.map(({ id }) => id)).toEqual(expect.arrayContaining([ZJU, SHAOXING, INSTITUTE]));
  expect(lines.find((line) => line.startsWith("// GET /api/matrix/ties?rows=University"))).toBeDefined();
  expect(explorer.faults).toEqual([]);
});

test("the map is a brief, in the light theme whatever the screen has", async () => {
  await using explorer = await host.open("/#/map?v.r=all&v.l=province", { scheme: "dark" });
  await explorer.settled();
  await explorer.button("生成简报").click();
  await brief(explorer).waitFor();
  const figure = brief(explorer).locator(".brief__figure svg");
  expect(await figure.locator("path").count()).toBeGreaterThan(30);
  // Regions without a value are hatched upon the light theme's paper.
  expect(await figure.innerHTML()).toContain("rgb(238, 242, 240)");
  await expectNumbered(explorer);
  const { lines, hasPicture } = await inWord(explorer);
  expect(hasPicture).toBe(true);
  expect(lines.some((line) => line.includes("绍兴市"))).toBe(true);
  const { graph } = await annexAnswer(lines);
  expect(graph.relations.length).toBeGreaterThan(0);
  expect(explorer.faults).toEqual([]);
});

test("figures are a brief: the chart, and each value with the sentence that states it", async () => {
  await using explorer = await host.open("/#/figures");
  await explorer.settled();
  const indicator = await explorer.page.evaluate(() => window.__explorer!.app.figures.indicator.peek());
  for (const mode of ["走势", "对比"]) {
    await explorer.page.getByRole("radio", { name: mode }).click();
    await explorer.settled();
    await explorer.button("生成简报").click();
    await brief(explorer).waitFor();
    expect(await brief(explorer).getByRole("heading", { level: 1 }).innerText()).toBe(`简报：${indicator}`);
    expect(await brief(explorer).locator(".brief__figure svg").count()).toBe(1);
    await expectNumbered(explorer);
    if (mode === "走势") {
      await explorer.press("Escape");
      continue;
    }
    const { lines } = await inWord(explorer);
    const { rows } = await annexAnswer(lines);
    expect(rows.length).toBe(await brief(explorer).locator("section .brief__items > li").count());
  }
  expect(explorer.faults).toEqual([]);
});

test("a question of gaps has its picture and its query in the annex", async () => {
  await using explorer = await host.open("/#/gaps?v.q=plan-unconfirmed");
  await explorer.settled();
  await explorer.button("生成简报").click();
  await brief(explorer).waitFor();
  expect(await brief(explorer).locator(".brief__figure svg").count()).toBe(1);
  await expectNumbered(explorer);
  const { lines } = await inWord(explorer);
  expect(lines.find((line) => line.startsWith("// GET /api/gaps/plan-unconfirmed"))).toBeDefined();
  const { graph } = await annexAnswer(lines);
  expect(graph.entities.map(({ id }) => id)).toContain(TSINGHUA);
});

test("a list of gaps is a brief too, with its reasons and sentences, on a phone", async () => {
  await using explorer = await host.open("/#/gaps?v.q=plan-unconfirmed", { width: 390, height: 844 });
  await explorer.button("更多").first().click();
  await explorer.page.getByRole("menuitem", { name: "生成简报" }).click();
  await brief(explorer).waitFor();
  const text = (await brief(explorer).textContent()) ?? "";
  expect(text).toContain("规划后没有文件说已建成的");
  expect(text).toContain("不等于");
  expect(explorer.faults).toEqual([]);
});

test("where there is nothing to hand on, it says what to do", async () => {
  await using explorer = await host.open();
  await explorer.button("生成简报").click();
  await explorer.page.getByText("还没有可以上报的内容").waitFor();
  await explorer.page.getByRole("dialog").getByRole("button", { name: "打开画布" }).click();
  await explorer.page.getByRole("dialog").waitFor({ state: "detached" });
});
