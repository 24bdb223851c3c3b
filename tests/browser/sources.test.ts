/** Documents that differ are shown with both sources, and a name in a document with what its sentence says of it. */
import { afterAll, beforeAll, expect, test } from "vitest";

import { aDocumentGraph, aRegion, aUniversity } from "../support/builders.ts";
import { openExplorer } from "../support/explorer.ts";
import type { Explorer, ExplorerHost } from "../support/explorer.ts";

const shaoxing = aRegion("绍兴市", "city");
const fudan = { ...aUniversity("复旦大学", { aliases: ["复旦"] }), reasons: ["known-name: 复旦"] };
const figure = { subject: shaoxing, indicator: "国家高新技术企业", unit: "家", year: 2021 };

let host: ExplorerHost;
beforeAll(async () => {
  host = await openExplorer({
    graphs: [
      aDocumentGraph({
        origin: "old.txt",
        title: "绍兴市2021年总结",
        date: "2021-12",
        facts: [[fudan, "PARTNERS_WITH", shaoxing, { text: "绍兴市与复旦大学签署合作协议。" }]],
        figures: [{ ...figure, value: 2207 }],
      }),
      aDocumentGraph({
        origin: "new.txt",
        title: "绍兴市统计公报",
        date: "2022-03",
        facts: [[fudan, "PARTNERS_WITH", shaoxing, { text: "绍兴市拟与复旦大学合作。", status: "planned" }]],
        figures: [{ ...figure, value: 2210 }],
      }),
    ],
  });
});
afterAll(() => host[Symbol.asyncDispose]());

/** The part of the inspector under this heading. */
const section = (explorer: Explorer, title: string) =>
  explorer.page.locator("section", { has: explorer.page.getByRole("heading", { name: title, exact: true }) });

test("a figure that two documents give differently is shown with both, the newest first as the one that is used", async () => {
  await using explorer = await host.open();
  await explorer.explore("绍兴市");
  const differing = section(explorer, "资料说法不一");
  await differing.waitFor();
  const sources = await differing.getByRole("listitem").filter({ hasText: "家" }).allInnerTexts();
  const lines = sources.map((text) => text.replace(/\s+/g, " "));
  expect(lines.find((line) => line.startsWith("2,210 家"))).toMatch(/采用 ?较新 ?绍兴市统计公报/);
  expect(lines.find((line) => line.startsWith("2,207 家"))).toMatch(/较早 ?绍兴市2021年总结/);
  expect(await differing.innerText()).toContain("采用日期最新的文件的说法");

  await differing.getByRole("button", { name: "绍兴市2021年总结" }).click();
  await explorer.settled();
  await explorer.page.getByRole("heading", { name: "绍兴市2021年总结" }).waitFor();
  expect(await explorer.page.locator("[aria-pressed=true]").innerText()).toContain("2207");
  expect(explorer.faults).toEqual([]);
});

test("a relation that a newer document only plans shows both sources, and why it counts as existing", async () => {
  await using explorer = await host.open();
  await explorer.explore("绍兴市");
  await explorer.clickRelation("复旦大学", "绍兴市");
  const differing = section(explorer, "资料说法不一");
  await differing.waitFor();
  const text = (await differing.innerText()).replace(/\s+/g, " ");
  expect(text).toMatch(/已有 ?采用 ?较早 ?绍兴市2021年总结.*规划 ?较新 ?绍兴市统计公报/);
  expect(text).toContain("只要有一句说“已有”");
  expect(text).toContain("较新的文件仍说是规划");
});

test("the names of an entity say why they are its", async () => {
  await using explorer = await host.open();
  await explorer.explore("复旦大学");
  await explorer.page.getByText("为什么是同一个").click();
  await explorer.page.getByText("名称词典 · 2 份文件").waitFor();
});

test("a name under the pointer shows what its sentence says of it, and lights the other end", async () => {
  await using explorer = await host.open();
  await explorer.explore("绍兴市");
  await section(explorer, "资料说法不一").getByRole("button", { name: "绍兴市统计公报" }).click();
  await explorer.settled();
  const sentence = explorer.page.getByRole("button", { name: "绍兴市拟与复旦大学合作。" });
  await sentence.getByText("复旦大学").hover();
  const card = explorer.page.locator(".name-card");
  await card.waitFor();
  expect((await card.innerText()).replace(/\s+/g, " ")).toMatch(/复旦大学 高校 合作 绍兴市/);
  expect(await explorer.page.locator(".source-name--lit").allInnerTexts()).toEqual(["绍兴市", "复旦大学"]);
  await explorer.page.mouse.move(5, 5);
  await card.waitFor({ state: "detached" });
  expect(explorer.faults).toEqual([]);
});
