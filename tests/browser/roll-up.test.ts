/** Groups on the canvas: drawn as one, opened into their parts, and proposed where too much is in sight. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { EntityId } from "../../server/contract/index.ts";
import { aCompany, aDocumentGraph, aRegion } from "../support/builders.ts";
import { openExplorer } from "../support/explorer.ts";
import type { Explorer, ExplorerHost } from "../support/explorer.ts";

async function group(explorer: Explorer, choice: string): Promise<void> {
  await explorer.button("分组").click();
  await explorer.page.getByRole("menuitemradio", { name: choice }).click();
  await explorer.settled();
}

/** What the canvas draws, and what of it are groups. */
const drawn = (explorer: Explorer) =>
  explorer.page.evaluate(() => {
    const { app } = window.__explorer!;
    const { entities, closed, relations } = app.rollUp.rolled.peek();
    const { positions } = app.history.present.peek();
    return {
      entities: [...entities.keys()].toSorted(),
      groups: [...closed.values()].map(({ id, members }) => [id, members.length] as const),
      relations: [...relations.values()].map(({ id, from, to }) => `${id} ${from} ${to}`).toSorted(),
      positions: [...positions].map(([id, { x, y }]) => `${id} ${x} ${y}`).toSorted(),
    };
  });

describe("on the bundled data", () => {
  let host: ExplorerHost;
  beforeAll(async () => {
    host = await openExplorer({ bundledData: true });
  });
  afterAll(() => host[Symbol.asyncDispose]());

  test("grouping and opening each group again gives the identical canvas back, places and all", async () => {
    await using explorer = await host.open("/", { reducedMotion: true });
    await explorer.explore("绍兴市");
    const before = await drawn(explorer);
    expect(before.groups).toEqual([]);
    for (const choice of ["按类型", "按区域", "按群组"]) {
      await group(explorer, choice);
      const rolled = await drawn(explorer);
      expect(rolled.groups.length, choice).toBeGreaterThan(0);
      for (let left = rolled.groups.length; left > 0; left -= 1) {
        await explorer.page
          .getByRole("button", { name: /^打开分组 / })
          .first()
          .click();
        await explorer.settled();
      }
      expect(await drawn(explorer), choice).toEqual(before);
    }
    await group(explorer, "逐个显示");
    expect(await drawn(explorer)).toEqual(before);
    expect(explorer.faults).toEqual([]);
  });

  test("by keyboard: a group is said, opened, and closed again; a line between groups opens to its parts", async () => {
    await using explorer = await host.open("/", { reducedMotion: true });
    await explorer.explore("绍兴市");
    await group(explorer, "按类型");
    const rolled = await drawn(explorer);
    const platforms = rolled.groups.find(([id]) => id === "group:type:InnovationPlatform")!;
    await explorer.page.evaluate((id) => window.__explorer!.app.selection.selectEntity(id), platforms[0]);
    await explorer.page.getByRole("heading", { name: "创新平台", exact: true }).waitFor();
    await explorer.page.getByText(`${platforms[1]} 个实体的分组`).waitFor();

    // 绍兴市 is in the group of regions: a line between the two groups stands for all that lies in it.
    const line = await explorer.page.evaluate(() => {
      const { app } = window.__explorer!;
      const between = [...app.rollUp.rolled.peek().relations.values()].filter(
        ({ from, to }) => from === "group:type:InnovationPlatform" && to === "group:type:Region",
      );
      app.selection.selectRelation(between[0]!.id);
      return between.length;
    });
    await explorer.settled();
    const parts = explorer.page.getByRole("region", { name: "合为一条线的关系" });
    expect(await parts.getByRole("listitem").count()).toBe(line);
    await parts.getByRole("button").last().click();
    await explorer.settled();
    expect(await parts.locator("[aria-current]").count()).toBe(1);

    await explorer.page.evaluate((id) => window.__explorer!.app.selection.selectEntity(id), platforms[0]);
    await explorer.page.locator(".canvas-host").first().locator("[tabindex='0']").first().focus();
    await explorer.press("e");
    expect((await drawn(explorer)).groups.map(([id]) => id)).not.toContain(platforms[0]);
    await explorer.page.evaluate(() => {
      const { app } = window.__explorer!;
      const [one] = app.rollUp.groups.peek().get("group:type:InnovationPlatform" as EntityId)!.members;
      app.selection.selectEntity(one!.id);
    });
    await explorer.press("c");
    expect(await drawn(explorer)).toEqual(rolled);
    expect(explorer.faults).toEqual([]);
  });

  test("a link brings the groups back, on a phone too", async () => {
    await using explorer = await host.open("/", { reducedMotion: true });
    await explorer.explore("绍兴市");
    await group(explorer, "按区域");
    const rolled = await drawn(explorer);
    await explorer.page.waitForFunction(() => location.hash.includes("v.group=region"));
    const address = await explorer.page.evaluate(() => location.hash);
    await using other = await host.open(`/${address}`, { width: 390, height: 844, scheme: "dark" });
    expect((await drawn(other)).groups).toEqual(rolled.groups);
    expect(other.faults).toEqual([]);
  });
});

describe("with more than 2,000 entities", () => {
  const city = aRegion("绍兴市", "city");
  const companies = Array.from({ length: 2_100 }, (_, at) => aCompany(`企业${at}`));
  let host: ExplorerHost;
  beforeAll(async () => {
    const graph = aDocumentGraph({ facts: companies.map((one) => [one, "LOCATED_IN", city]) });
    host = await openExplorer({ graphs: [graph] });
  });
  afterAll(() => host[Symbol.asyncDispose]());

  test("the canvas proposes groups instead of drawing everything, and says so", async () => {
    await using explorer = await host.open("/#/canvas");
    await explorer.page.evaluate((ids) => window.__explorer!.app.exploration.add(ids), [
      city.id,
      ...companies.map(({ id }) => id),
    ] as EntityId[]);
    await explorer.settled();
    await explorer.page.getByText("共 2,101 个实体，超过能看清的 2,000 个，已按类型分组。").waitFor();
    const { entities, groups } = await drawn(explorer);
    expect(entities).toEqual([city.id]);
    expect(groups).toEqual([["group:type:Company", 2_100]]);
    // What is searched for stands by itself, beside its group.
    await explorer.search("企业77");
    await explorer.press("Enter");
    expect((await drawn(explorer)).entities.toSorted()).toEqual([city.id, companies[77]!.id].toSorted());
    await explorer.button("按区域").click();
    await explorer.settled();
    expect((await drawn(explorer)).groups.map(([, count]) => count)).toEqual([2_101]);
    expect(explorer.faults).toEqual([]);
  });
});
