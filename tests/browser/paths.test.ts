/** Paths and what is shared, on the bundled data, as a planner asks for them. */
import { afterAll, beforeAll, expect, test } from "vitest";

import { openExplorer } from "../support/explorer.ts";
import type { Explorer, ExplorerHost } from "../support/explorer.ts";

let host: ExplorerHost;
beforeAll(async () => {
  host = await openExplorer({ bundledData: true });
});
afterAll(() => host[Symbol.asyncDispose]());

async function rowsOf(cypher: string): Promise<string[][]> {
  const { rows } = await host.server.store.query({ cypher, parameters: {}, maxRows: 1_000, timeoutMs: 20_000 });
  return rows as string[][];
}

/** Selects entities on the canvas, the later ones added, and asks for their paths by keyboard. */
async function pathsOf(explorer: Explorer, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await explorer.search(name);
    await explorer.press("Enter");
  }
  const ids = await Promise.all(
    names.map(async (name) => (await rowsOf(`MATCH (e:Entity {name: '${name}'}) RETURN e.id`))[0]![0]!),
  );
  await explorer.page.evaluate((wanted) => window.__explorer!.app.selection.selectEntities(wanted as never), ids);
  await explorer.page.locator(".canvas-host [tabindex='0'], .canvas-host").first().focus();
  await explorer.press("Shift+P");
}

const panel = (explorer: Explorer) => explorer.page.getByRole("complementary", { name: "路径与共同点" });

test("how does a university hang together with a district: each path is a sentence with its sources", async () => {
  await using explorer = await host.open();
  await pathsOf(explorer, "浙江大学", "诸暨市");
  const [shortest] = await rowsOf(`
    MATCH (:University {name: '浙江大学'})-[]-(n:Entity)-[]-(:County {name: '诸暨市'})
    RETURN n.name`);
  expect(shortest).toEqual(["绍兴市"]);
  const pair = panel(explorer).getByRole("region", { name: "浙江大学与诸暨市" });
  await pair.getByText("浙江大学与绍兴市合作；诸暨市隶属绍兴市。").waitFor();
  await pair.getByText("浙江大学绍兴研究院由浙江大学共建；浙江大学绍兴研究院位于绍兴市；诸暨市隶属绍兴市。").waitFor();
  await panel(explorer).getByRole("button", { name: "原句" }).first().click();
  await explorer.settled();
  expect(await panel(explorer).locator("mark").count()).toBeGreaterThan(1);
  // 浙江省 has more relations than the limit: it is left out, and named.
  await panel(explorer)
    .getByText(/已避开枢纽：.*浙江省/)
    .waitFor();

  await panel(explorer).getByRole("button", { name: "全部放到画布" }).click();
  await explorer.settled();
  expect(await explorer.names()).toEqual(expect.arrayContaining(["天姥实验室", "新昌县", "浙江大学绍兴研究院"]));
  expect(explorer.faults).toEqual([]);
});

test("without an entity that is left out by hand there are other paths, and a link keeps the question", async () => {
  await using explorer = await host.open();
  await pathsOf(explorer, "浙江大学", "绍兴市");
  await panel(explorer).getByRole("button", { name: "避开浙江大学绍兴研究院再找" }).first().click();
  await explorer.settled();
  expect(await panel(explorer).getByText("浙江大学绍兴研究院由浙江大学共建").count()).toBe(0);
  await panel(explorer)
    .getByText(/天姥实验室由浙江大学共建/)
    .first()
    .waitFor();
  await explorer.page.waitForFunction(() => location.hash.includes("v.without"));
  const address = new URL(explorer.page.url());
  await using other = await host.open(`${address.pathname}${address.hash}`);
  await panel(other)
    .getByRole("button", { name: /^不再避开浙江大学绍兴研究院/ })
    .waitFor();
});

test("what do these have in common: what a query finds", async () => {
  await using explorer = await host.open();
  await pathsOf(explorer, "浙江大学", "西安交通大学", "复旦大学");
  const expected = await rowsOf(`
    MATCH (u:University)-[]-(n:Entity) WHERE u.name IN ['浙江大学', '西安交通大学', '复旦大学'] AND n.degree <= 100
    WITH n, count(DISTINCT u.id) AS shared WHERE shared > 1
    RETURN n.name, toString(shared) ORDER BY shared DESC`);
  expect(expected[0]).toEqual(["绍兴市", "3"]);
  const shared = panel(explorer).getByRole("region", { name: "共同点" });
  const names = await shared.getByRole("listitem").locator(".path__shared button").allTextContents();
  expect(names.toSorted()).toEqual(expected.map(([name]) => name!).toSorted());
  await shared.getByText("3 个中有 3 个与它有关").waitFor();
});

test("from the menu of an entity: the way to it from what is selected", async () => {
  await using explorer = await host.open();
  for (const name of ["诸暨市", "浙江大学"]) {
    await explorer.search(name);
    await explorer.press("Enter");
  }
  // 浙江大学 is selected; 诸暨市 is pointed at.
  const place = await explorer.page.evaluate(() => window.__explorer!.placeOf("诸暨市"));
  await explorer.page.mouse.click(place!.x, place!.y, { button: "right" });
  await explorer.page.getByRole("menuitem", { name: "路径与共同点" }).click();
  await explorer.settled();
  await panel(explorer)
    .getByRole("region", { name: "浙江大学与诸暨市" })
    .getByText("浙江大学与绍兴市合作；诸暨市隶属绍兴市。")
    .waitFor();
  expect(explorer.faults).toEqual([]);
});
