/** Figures over regions and years: what is on the screen is what Cypher answers, and every value opens its sentence. */
import { afterAll, beforeAll, expect, test } from "vitest";

import type { QueryAnswer } from "../../server/contract/index.ts";
import { aDocumentGraph, aRegion } from "../support/builders.ts";
import { openExplorer } from "../support/explorer.ts";
import type { ExplorerHost } from "../support/explorer.ts";

const shaoxing = aRegion("绍兴市", "city", { code: "330600" });
const jiaxing = aRegion("嘉兴市", "city", { code: "330400" });
const xinchang = aRegion("新昌县", "county", { code: "330624" });

let host: ExplorerHost;

beforeAll(async () => {
  host = await openExplorer({
    graphs: [
      aDocumentGraph({
        origin: "shaoxing",
        title: "绍兴市科技工作",
        date: "2024",
        figures: [
          { subject: shaoxing, indicator: "研发投入强度", value: 2.9, unit: "%", year: 2020 },
          { subject: shaoxing, indicator: "全社会R&D经费支出占GDP的比重", value: 2.98, unit: "%", year: 2022 },
          { subject: shaoxing, indicator: "研发投入强度", value: 3.1, unit: "%", year: 2023, kind: "target" },
          { subject: shaoxing, indicator: "研发投入强度", value: 6, unit: "位", year: 2022, kind: "rank" },
          { subject: jiaxing, indicator: "研发投入强度", value: 3.56, unit: "%", year: 2023 },
          { subject: xinchang, indicator: "研发经费支出占地区生产总值比重", value: 4.42, unit: "%", year: 2022 },
          { subject: shaoxing, indicator: "专利授权量", value: 2.7, unit: "万件", year: 2022 },
        ],
      }),
    ],
  });
});
afterAll(() => host[Symbol.asyncDispose]());

test("the values listed are those that Cypher answers, under whatever names the documents use", async () => {
  await using explorer = await host.open("/#/figures");
  const rows = explorer.page.getByRole("table", { name: "数值与原句" }).locator("tbody tr");
  await rows.first().waitFor();
  const shown = (await rows.allInnerTexts()).map((text) => text.split(/\s+/).slice(0, 3).join(" "));
  const { body } = await host.server.post<QueryAnswer>("/api/query", {
    cypher: `MATCH (o:Observation)-[:ABOUT]->(r:Region)
             WHERE o.unit = '%' AND o.kind IN ['level', 'target']
             RETURN r.name AS region, o.year AS year, o.value AS value`,
  });
  expect(shown.toSorted()).toEqual(body.rows.map((row) => row.join(" ")).toSorted());
  expect(explorer.faults).toEqual([]);
});

test("a value opens the sentence that states it; the years without one are named", async () => {
  await using explorer = await host.open("/#/figures");
  await explorer.page.getByText("绍兴市 2021 年：资料中没有，不连实线").waitFor();
  const row = explorer.page.getByRole("row", { name: /嘉兴市 2023/ });
  expect(await row.locator("mark").innerText()).toBe("3.56%");
  await row.getByText("嘉兴市研发投入强度").click();
  await explorer.settled();
  await explorer.page.getByRole("heading", { name: "绍兴市科技工作" }).waitFor();
});

test("units and kinds are never mixed: ranks are a choice of their own", async () => {
  await using explorer = await host.open("/#/figures");
  await explorer.button("% · 水平").click();
  await explorer.page.getByRole("menuitemradio", { name: "位 · 名次" }).click();
  const rows = explorer.page.getByRole("table", { name: "数值与原句" }).locator("tbody tr");
  await explorer.page.getByRole("row", { name: /绍兴市 2022 6/ }).waitFor();
  expect(await rows.count()).toBe(1);
});

test("the distance to a target, by keyboard, and the same in a link that is opened afresh", async () => {
  await using explorer = await host.open("/#/figures");
  await explorer.page.getByRole("radio", { name: "走势" }).focus();
  await explorer.press("ArrowRight");
  await explorer.press("ArrowRight");
  await explorer.page.getByText("差 0.12%").waitFor();
  // The address follows a moment after the last change.
  await explorer.page.waitForURL(/v\.as=targets/);
  const address = await explorer.page.evaluate(() => location.hash);
  await using other = await host.open(`/${address}`);
  await other.page.getByText("差 0.12%").waitFor();
});

test("a subject that is picked here is picked everywhere", async () => {
  await using explorer = await host.open("/#/figures");
  await explorer.page.locator("[data-code='330600']").click();
  await explorer.page.getByRole("button", { name: "绍兴市", pressed: true }).first().waitFor();
  await explorer.button("放到画布").click();
  await explorer.settled();
  expect(await explorer.names()).toEqual(["绍兴市"]);
  expect(explorer.faults).toEqual([]);
});
