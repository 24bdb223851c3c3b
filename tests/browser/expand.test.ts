/** Honest expansion, on the bundled data: the badge says how many neighbours are not shown, and every one of them can be had once. */
import { afterAll, beforeAll, expect, test } from "vitest";

import { openExplorer } from "../support/explorer.ts";
import type { Explorer, ExplorerHost } from "../support/explorer.ts";

let host: ExplorerHost;
beforeAll(async () => {
  host = await openExplorer({ bundledData: true });
});
afterAll(() => host[Symbol.asyncDispose]());

async function neighborsOf(name: string): Promise<readonly string[]> {
  const { rows } = await host.server.store.query({
    cypher: `MATCH (e:Entity {name: '${name}'})-[]-(n:Entity) RETURN DISTINCT n.name`,
    parameters: {},
    maxRows: 1_000,
    timeoutMs: 20_000,
  });
  return rows.map(([other]) => other as string);
}

const badge = (explorer: Explorer, name: string) => explorer.page.getByRole("button", { name: `展开 ${name}，` });

test("the badge counts neighbours, not relations, and says after each page what is left", async () => {
  const all = await neighborsOf("绍兴市");
  await using explorer = await host.open("/", { reducedMotion: true });
  await explorer.search("绍兴市");
  await explorer.press("Enter");
  await badge(explorer, "绍兴市").waitFor();
  expect(await badge(explorer, "绍兴市").textContent()).toBe(`+${all.length}`);

  for (let shown = 0; shown < all.length;) {
    await badge(explorer, "绍兴市").click();
    const dialog = explorer.page.getByRole("dialog");
    await dialog
      .getByRole("button", { name: /^选中全部|^全选/ })
      .first()
      .click();
    await explorer.settled();
    await dialog.getByRole("button", { name: /^加入画布/ }).click();
    await explorer.settled();
    const names = await explorer.names();
    expect(names.length).toBeGreaterThan(shown);
    shown = names.length - 1;
  }
  expect(await explorer.names()).toEqual([...all, "绍兴市"].toSorted());
  expect(await badge(explorer, "绍兴市").count()).toBe(0);

  await explorer.press("c");
  expect(await explorer.names()).toEqual(["绍兴市"]);
  await badge(explorer, "绍兴市").waitFor();
  expect(await badge(explorer, "绍兴市").textContent()).toBe(`+${all.length}`);
  expect(explorer.faults).toEqual([]);
});
