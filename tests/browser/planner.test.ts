/** What a planner does: search 浙大, expand, click a relation, read the sentence, open the document, undo. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { openExplorer } from "../support/explorer.ts";
import type { Explorer, ExplorerHost } from "../support/explorer.ts";
import { sampleGraphs } from "../support/sample-graph.ts";

const SENTENCE = "绍兴市与浙江大学共建浙江大学绍兴研究院。";
let host: ExplorerHost;

beforeAll(async () => {
  host = await openExplorer({ graphs: sampleGraphs() });
});
afterAll(() => host[Symbol.asyncDispose]());

test("the first screen shows the graph and has the focus in its search", async () => {
  await using explorer = await host.open();
  await expectText(explorer, "浙江大学");
  await expectText(explorer, "绍兴市2023年科技工作要点");
  expect(await explorer.searchBox.evaluate((box) => box === document.activeElement)).toBe(true);
  expect(explorer.faults).toEqual([]);
});

test("with the mouse: from 浙大 to the sentence, to its document, and back", async () => {
  await using explorer = await host.open();

  await explorer.search("浙大");
  expect(await explorer.results.first().textContent()).toContain("浙江大学");
  await explorer.results.first().click();
  await explorer.settled();
  expect(await explorer.names()).toEqual(["浙江大学"]);

  await explorer.clickEntity("浙江大学", { double: true });
  await explorer.page.getByRole("dialog").waitFor();
  await explorer.page.getByRole("dialog").getByRole("button", { name: /加入/ }).click();
  await explorer.settled();
  expect(await explorer.names()).toEqual(["浙江大学", "浙江大学绍兴研究院"]);

  await explorer.clickRelation("浙江大学", "浙江大学绍兴研究院");
  const evidence = explorer.page.getByText(SENTENCE).first();
  await evidence.waitFor();
  expect(await explorer.page.locator("mark").count()).toBeGreaterThan(0);

  await explorer.page.getByText("在原文中查看").first().click();
  await explorer.settled();
  await explorer.page.getByRole("heading", { name: "绍兴市2021年科技工作" }).waitFor();
  await expectText(explorer, SENTENCE);

  await explorer.page.goBack();
  await explorer.settled();
  await explorer.button("撤销").first().click();
  await explorer.settled();
  expect(await explorer.names()).toEqual(["浙江大学"]);
  expect(explorer.faults).toEqual([]);
});

test("by keyboard alone", async () => {
  await using explorer = await host.open();
  await explorer.page.keyboard.type("zjdx");
  await explorer.results.first().waitFor();
  await explorer.press("Enter");
  expect(await explorer.names()).toEqual(["浙江大学"]);

  await explorer.press("e");
  await explorer.page.getByRole("dialog").waitFor();
  await explorer.press("Enter");
  expect(await explorer.names()).toEqual(["浙江大学", "浙江大学绍兴研究院"]);

  // Tab walks along the relations of the entity.
  await explorer.press("Tab");
  await explorer.page.getByText(SENTENCE).first().waitFor();
  await explorer.press("o");
  await explorer.page.getByRole("heading", { name: "绍兴市2021年科技工作" }).waitFor();

  await explorer.press("Alt+2");
  await explorer.press("Control+z");
  expect(await explorer.names()).toEqual(["浙江大学"]);
  await explorer.press("Control+Shift+z");
  expect(await explorer.names()).toEqual(["浙江大学", "浙江大学绍兴研究院"]);
  expect(explorer.faults).toEqual([]);
});

describe("the canvas keeps its promises", () => {
  test("expanding moves nothing that is placed, and collapsing takes back exactly what was added", async () => {
    await using explorer = await host.open();
    await explorer.explore("绍兴市");
    const before = await explorer.positions();
    expect(Object.keys(before).length).toBe(5);

    await explorer.clickEntity("浙江大学绍兴研究院", { double: true });
    await explorer.page.getByRole("dialog").waitFor();
    await explorer.press("Enter");
    const after = await explorer.positions();
    expect(Object.keys(after).sort()).toEqual([...Object.keys(before), "浙江大学"].sort());
    for (const [name, place] of Object.entries(before)) expect(after[name], name).toEqual(place);

    await explorer.press("c");
    expect(await explorer.positions()).toEqual(before);
  });

  test("a link brings back the same entities at the same places in a fresh browser", async () => {
    await using explorer = await host.open();
    await explorer.explore("绍兴市");
    const places = await explorer.positions();
    const address = new URL(explorer.page.url());

    await using other = await host.open(`${address.pathname}${address.search}${address.hash}`);
    expect(await other.positions()).toEqual(places);
  });
});

test("a planned relation is told from an existing one in words", async () => {
  await using explorer = await host.open();
  await explorer.explore("清华");
  await explorer.clickRelation("清华大学", "绍兴市");
  await expectText(explorer, "绍兴市拟深化与清华大学的合作，支持浙江大学绍兴研究院发展。");
  await expectText(explorer, "规划");
});

async function expectText(explorer: Explorer, text: string): Promise<void> {
  await explorer.page.getByText(text).filter({ visible: true }).first().waitFor();
}
