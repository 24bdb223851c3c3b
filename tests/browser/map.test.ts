/** The map: regions shaded by what Cypher counts, the same list beside it, and one selection with all other views. */
import { afterAll, beforeAll, expect, test } from "vitest";

import type { QueryAnswer } from "../../server/contract/index.ts";
import { aDocumentGraph, aRegion, aUniversity, anInstitute } from "../support/builders.ts";
import { openExplorer } from "../support/explorer.ts";
import type { ExplorerHost } from "../support/explorer.ts";

const zju = aUniversity("浙江大学");
const tsinghua = aUniversity("清华大学");
const institute = anInstitute("浙江大学绍兴研究院");
const hangzhou = aRegion("杭州市", "city", { code: "330100" });
const shaoxing = aRegion("绍兴市", "city", { code: "330600" });
const xinchang = aRegion("新昌县", "county", { code: "330624" });
const zhejiang = aRegion("浙江省", "province", { code: "330000" });

let host: ExplorerHost;

beforeAll(async () => {
  host = await openExplorer({
    graphs: [
      aDocumentGraph({
        origin: "report",
        facts: [
          [zju, "LOCATED_IN", hangzhou],
          [institute, "CO_BUILT_WITH", zju],
          [institute, "LOCATED_IN", shaoxing],
          [zju, "PARTNERS_WITH", xinchang, { status: "planned" }],
          [tsinghua, "PARTNERS_WITH", shaoxing],
          [xinchang, "PART_OF", shaoxing],
          [shaoxing, "PART_OF", zhejiang],
          [hangzhou, "PART_OF", zhejiang],
        ],
      }),
    ],
  });
});
afterAll(() => host[Symbol.asyncDispose]());

test("cities and counties have the ties that Cypher counts", async () => {
  await using explorer = await host.open("/#/map");
  const { body } = await host.server.post<QueryAnswer>("/api/query", {
    cypher: `MATCH (:University)-[r:PARTNERS_WITH]->(c:Region) RETURN c.name AS place, count(r) AS ties
             UNION ALL
             MATCH (:University)<-[:CO_BUILT_WITH]-(i)-[:LOCATED_IN]->(c:Region) RETURN c.name AS place, count(DISTINCT i) AS ties`,
  });
  const ties = (place: string) =>
    body.rows.filter(([name]) => name === place).reduce((sum, [, count]) => sum + Number(count), 0);
  const row = (name: string) => explorer.page.getByRole("button", { name: new RegExp(`^${name}`) });
  await row("绍兴市").waitFor();
  expect(await row("绍兴市").innerText()).toContain(String(ties("绍兴市") + ties("新昌县")));
  await explorer.page.getByRole("radio", { name: "区县" }).click();
  await row("新昌县").waitFor();
  expect(await row("新昌县").innerText()).toContain(String(ties("新昌县")));
  expect(await row("绍兴市").innerText()).toContain(String(ties("绍兴市")));
  expect(explorer.faults).toEqual([]);
});

test("a region that is picked on the map is selected, and its sentences stand beside it", async () => {
  await using explorer = await host.open("/#/map");
  await explorer.page.locator("[data-code='330600']").click();
  await explorer.page.getByRole("complementary").getByText("绍兴市").first().waitFor();
  await explorer.page.getByRole("button", { name: /^绍兴市/, pressed: true }).waitFor();
});

test("partnerships are bows from where the university is; those without a place are told, not drawn", async () => {
  await using explorer = await host.open("/#/map?v.arcs=yes");
  await explorer.page.locator(".region-map__arc").waitFor();
  expect(await explorer.page.locator(".region-map__arc").count()).toBe(1);
  await explorer.page.getByText("1 项合作不画线：资料中没有高校所在地").waitFor();
});

test("filters hold here as everywhere: what is planned alone", async () => {
  await using explorer = await host.open("/#/map?status=planned");
  await explorer.page.getByRole("button", { name: /^绍兴市/ }).waitFor();
  expect(await explorer.page.getByRole("button", { name: /^绍兴市/ }).innerText()).toContain("1，其中规划 1");
});
