/** What people share and keep: links, views by name, notes, and what has changed since. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { EntityId, SavedView } from "../../server/contract/index.ts";
import { openExplorer } from "../support/explorer.ts";
import type { Explorer, ExplorerHost } from "../support/explorer.ts";
import { CHIPS, INSTITUTE, SHAOXING, TSINGHUA, ZHEJIANG, ZJU, sampleGraphs } from "../support/sample-graph.ts";

let host: ExplorerHost;
beforeAll(async () => {
  host = await openExplorer({ graphs: sampleGraphs() });
});
afterAll(() => host[Symbol.asyncDispose]());

const ALL: readonly EntityId[] = [ZJU, INSTITUTE, SHAOXING, ZHEJIANG, TSINGHUA, CHIPS];

/** Everything that a link promises to bring back. */
const shown = (explorer: Explorer) =>
  explorer.page.evaluate(() => {
    const { app } = window.__explorer!;
    const { entities, relations, positions, hidden } = app.history.present.peek();
    const { entityTypesOff, relationTypesOff, ...values } = app.filters.values.peek();
    return {
      view: app.session.view.peek(),
      ids: [...entities.keys()].toSorted(),
      relations: [...relations.keys()].toSorted(),
      positions: [...positions].map(([id, { x, y }]) => [id, Math.round(x), Math.round(y)].join(" ")).toSorted(),
      hidden: [...hidden].toSorted(),
      off: [...entityTypesOff, ...relationTypesOff].toSorted(),
      values,
      selected: app.selection.current.peek(),
      // These belong to the canvas, and a link to another view does not hold them.
      ...(app.session.view.peek() === "canvas" && {
        look: app.styling.choices.peek(),
        groups: [...app.rollUp.rolled.peek().closed.keys()].map((id) => {
          const { x, y } = app.rollUp.positions.peek().get(id)!;
          return [id, Math.round(x), Math.round(y)].join(" ");
        }),
      }),
    };
  });

const anyScreen = fc.record({
  view: fc.constantFrom("canvas" as const, "matrix" as const, "table" as const),
  placed: fc.subarray([...ALL], { minLength: 1 }).chain((ids) =>
    fc.tuple(
      fc.constant(ids),
      fc.array(fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 })), {
        minLength: ids.length,
        maxLength: ids.length,
      }),
    ),
  ),
  isFirstHidden: fc.boolean(),
  off: fc.subarray(["University", "Industry"] as const, { maxLength: 1 }),
  status: fc.constantFrom("all" as const, "existing" as const, "planned" as const),
  fromYear: fc.option(fc.integer({ min: 2019, max: 2023 })),
  group: fc.constantFrom("none" as const, "type" as const, "region" as const),
  color: fc.constantFrom("type" as const, "evidence" as const),
});

test("a shared link opened in a fresh browser shows the same ids, positions and filters, whatever was shown", async () => {
  await fc.assert(
    fc.asyncProperty(anyScreen, async (screen) => {
      await using explorer = await host.open();
      await explorer.page.evaluate(async (chosen) => {
        const { view, isFirstHidden, off, status, fromYear, group, color } = chosen;
        const [ids, places] = chosen.placed;
        const { app } = window.__explorer!;
        await app.exploration.add(ids);
        app.exploration.move(new Map(ids.map((id, at) => [id, { x: places[at]![0], y: places[at]![1] }])));
        if (isFirstHidden) app.exploration.hide(ids.slice(0, 1));
        for (const type of off) app.filters.toggleEntityType(type);
        app.filters.setStatus(status);
        app.filters.setYears(fromYear, null);
        app.selection.selectEntity(ids.at(-1)!);
        app.session.show(view);
        app.styling.choose({ color });
        await app.rollUp.choose(group);
      }, screen);
      await explorer.settled();
      await explorer.page.evaluate(() => {
        const { rollUp } = window.__explorer!.app;
        const moved = [...rollUp.positions.peek()].map(([id, { x, y }]) => [id, { x: x + 50, y: y - 20 }] as const);
        rollUp.place(new Map(moved));
      });
      await explorer.settled();
      const before = await shown(explorer);
      await explorer.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await explorer.button("分享").click();
      const address = new URL(await explorer.page.evaluate(() => navigator.clipboard.readText()));

      await using other = await host.open(`${address.pathname}${address.search}${address.hash}`);
      expect(await shown(other)).toEqual(before);
      expect(await other.page.locator(".toast").count()).toBe(0);
    }),
    { numRuns: 6 },
  );
});

test("a view is saved by name by keyboard, and opened in another browser with all that it showed", async () => {
  await using explorer = await host.open();
  await explorer.explore("绍兴市");
  const before = await shown(explorer);
  await explorer.press("Control+Shift+S");
  await explorer.page.getByRole("dialog").waitFor();
  await explorer.page.keyboard.type("绍兴的合作");
  await explorer.press("Enter");
  await explorer.button("打开绍兴的合作").waitFor();
  await explorer.press("Escape");
  await explorer.page.getByRole("dialog").waitFor({ state: "detached" });

  await using other = await host.open("/", { width: 390, height: 844 });
  await other.button("更多").first().click();
  await other.page.getByRole("menuitem", { name: "已存视图" }).click();
  await other.button("打开绍兴的合作").click();
  await other.page.getByRole("dialog").waitFor({ state: "detached" });
  await other.settled();
  expect(await shown(other)).toEqual(before);
  expect([...explorer.faults, ...other.faults]).toEqual([]);
});

test("a saved view that is opened says what has changed and gone since", async () => {
  const { body: view } = await host.server.post<SavedView>("/api/views", {
    name: "旧视图",
    link: `#/canvas?e=${ZJU},${INSTITUTE},${SHAOXING},gone`,
    content: {
      dataVersion: "old",
      entities: [
        { id: ZJU, name: "浙江大学" },
        { id: INSTITUTE, name: "浙江大学绍兴研究院" },
        { id: SHAOXING, name: "绍兴市" },
        { id: "gone", name: "已撤研究所" },
      ],
      relations: [{ id: "gone-relation", status: "existing" }],
    },
  });
  await using explorer = await host.open(`/#/overview?saved=${view.id}`);
  const notice = explorer.page.getByText("“旧视图”保存");
  await notice.waitFor();
  expect(await notice.textContent()).toContain(
    "1 个实体已不在资料中（已撤研究所），新增 2 条关系，1 条关系已不在资料中",
  );
  expect(await explorer.names()).toEqual(["浙江大学", "浙江大学绍兴研究院", "绍兴市"]);
});

test("a link that was made before an import says so", async () => {
  await using explorer = await host.open(`/#/canvas?e=${ZJU}&as=older`);
  await explorer.page.getByText("这个链接生成之后，资料有增减。").waitFor();
});

test("a view that somebody else has changed is not written over", async () => {
  const content = { dataVersion: "", entities: [{ id: ZJU, name: "浙江大学" }], relations: [] };
  const draft = { name: "共用", link: `#/canvas?e=${ZJU}`, content };
  const { body: view } = await host.server.post<SavedView>("/api/views", draft);
  await using explorer = await host.open(`/#/overview?saved=${view.id}`);
  await host.server.put(`/api/views/${view.id}`, { ...draft, name: "别人改的" });
  await explorer.press("Control+Shift+S");
  await explorer.button("更新“共用”").click();
  await explorer.page.getByText("别人已经改过它。").waitFor();
  expect((await host.server.get<SavedView>(`/api/views/${view.id}`)).body.name).toBe("别人改的");
});

test("a note is written, changed and removed, on an entity and on a relation, and is there for everybody", async () => {
  await using explorer = await host.open(`/#/canvas?e=${ZJU},${INSTITUTE}&sel=entity@${ZJU}`, { scheme: "dark" });
  await explorer.button("写备注").click();
  await explorer.page.keyboard.type("已联系科研院");
  await explorer.press("Control+Enter");
  await explorer.page.getByText("已联系科研院").waitFor();

  await using other = await host.open(`/#/canvas?e=${ZJU}&sel=entity@${ZJU}`);
  await other.page.getByText("已联系科研院").waitFor();
  await other.button("修改备注").click();
  await other.page.getByRole("textbox", { name: "备注" }).fill("约在十二月");
  await other.button("保存备注").click();
  await other.page.getByText("约在十二月").waitFor();
  await other.button("删除备注").click();
  await other.button("删除").click();
  await other.page.getByText("约在十二月").waitFor({ state: "detached" });

  await explorer.clickRelation("浙江大学", "浙江大学绍兴研究院");
  await explorer.button("写备注").click();
  await explorer.page.keyboard.type("协议到期？");
  await explorer.button("保存备注").click();
  await explorer.page.getByText("协议到期？").waitFor();
  expect([...explorer.faults, ...other.faults]).toEqual([]);
});
