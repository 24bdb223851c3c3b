/** Since when, and what was said by a year: the filter of years on the canvas and in its table, on the bundled data. */
import { afterAll, beforeAll, expect, test } from "vitest";

import { openExplorer } from "../support/explorer.ts";
import type { Explorer, ExplorerHost } from "../support/explorer.ts";

let host: ExplorerHost;
beforeAll(async () => {
  host = await openExplorer({ bundledData: true });
});
afterAll(() => host[Symbol.asyncDispose]());

async function rowsOf(cypher: string): Promise<readonly (readonly unknown[])[]> {
  const { rows } = await host.server.store.query({ cypher, parameters: {}, maxRows: 1_000, timeoutMs: 20_000 });
  return rows;
}

const AROUND = `MATCH (:City {name: '绍兴市'})-[]-(n:Entity) WITH collect(DISTINCT n.id) AS near
  MATCH (a:Entity)-[r]->(b:Entity)
  WHERE (a.id IN near OR a.name = '绍兴市') AND (b.id IN near OR b.name = '绍兴市')`;

async function allAround(explorer: Explorer): Promise<void> {
  const ids = await rowsOf(
    "MATCH (c:City {name: '绍兴市'})-[]-(n:Entity) UNWIND [c.id, n.id] AS id RETURN DISTINCT id",
  );
  await explorer.page.evaluate(
    (wanted) => window.__explorer!.app.exploration.add(wanted as never),
    ids.map(([id]) => id as string),
  );
  await explorer.settled();
}

/** `from relation to` of what is in sight. */
const shown = (explorer: Explorer) =>
  explorer.page.evaluate(() =>
    [...window.__explorer!.app.filters.visible.peek().relations.values()]
      .map(({ id, status }) => `${id} ${status}`)
      .toSorted(),
  );

test("what did the documents say in a year, and was it planned then? The table shows what a query finds", async () => {
  await using explorer = await host.open("/#/table");
  await allAround(explorer);
  await explorer.button("年份").click();
  await explorer.page.getByRole("button", { name: /^2023 年：/ }).click();
  await explorer.settled();
  const found = await rowsOf(`${AROUND}
    UNWIND range(0, size(r.dates) - 1) AS i
    WITH r, i WHERE r.dates[i] STARTS WITH '2023'
    WITH r, collect(r.statuses[i]) AS said
    RETURN r.id, CASE WHEN 'existing' IN said THEN 'existing' ELSE 'planned' END`);
  expect(found.length).toBeGreaterThan(20);
  expect(await shown(explorer)).toEqual(found.map((row) => row.join(" ")).toSorted());
  await explorer.press("Escape");
  const tab = explorer.page.getByRole("tab", { name: /^关系/ });
  expect(await tab.textContent()).toContain(String(found.length));

  // Nothing left is said to be the filters' doing, and they stay at hand.
  await explorer.page.evaluate(() => window.__explorer!.app.filters.setYears(1950, 1950));
  await explorer.page.getByText("画布上的内容都被筛掉了").waitFor();
  await explorer.button(/^去掉筛选 年份/).click();
  await explorer.page.getByRole("tab", { name: /^关系/ }).waitFor();
  expect(explorer.faults).toEqual([]);
});

test("the years play on the canvas: by each year, what had been said; pausing stops it", async () => {
  await using explorer = await host.open("/#/canvas");
  await allAround(explorer);
  const legend = explorer.page
    .getByRole("complementary", { name: "图例" })
    .or(explorer.page.locator(".canvas-view__legend"));
  await legend.first().getByRole("button", { name: "年份" }).click();
  await explorer.button("逐年播放").click();
  const firstYear = Number(
    (
      await rowsOf(
        "MATCH (:Entity)-[r]->(:Entity) UNWIND r.dates AS d WITH d WHERE d <> '' RETURN min(substring(d, 0, 4))",
      )
    )[0]![0],
  );
  await explorer.page.waitForFunction(
    (year) => (window.__explorer!.app.filters.values.peek().toYear ?? 0) >= year,
    firstYear,
  );
  await explorer.button("暂停").click();
  await explorer.settled();
  const year = await explorer.page.evaluate(() => window.__explorer!.app.filters.values.peek().toYear!);
  const found = await rowsOf(`${AROUND}
    AND any(d IN r.dates WHERE d <> '' AND d < '${year + 1}') RETURN r.id`);
  expect((await shown(explorer)).map((text) => text.split(" ")[0])).toEqual(
    found.map(([id]) => id as string).toSorted(),
  );
  expect(explorer.faults).toEqual([]);
});
