/** A planner sees which names were brought together and which are in doubt, decides, and takes it back. */
import { afterAll, beforeAll, expect, test } from "vitest";

import { ingest } from "../../ingest/index.ts";
import { openExplorer } from "../support/explorer.ts";
import type { ExplorerHost } from "../support/explorer.ts";
import { utf8 } from "../support/sample-files.ts";

const DOCUMENTS = {
  "a.txt": "绍兴市2023年科技工作总结\n\n2023年，鉴湖现代纺织实验室落户绍兴市柯桥区。绍兴高新区新增企业12家。",
  "b.txt": "绍兴市2024年科技工作要点\n\n支持鉴湖实验室与浙江大学开展合作。绍兴国家高新区建设取得进展。",
};

let host: ExplorerHost;
beforeAll(async () => {
  host = await openExplorer();
  const inputs = Object.entries(DOCUMENTS).map(([origin, text]) => ({ origin, read: async () => utf8(text) }));
  await ingest(inputs, host.server.store);
});
afterAll(() => host[Symbol.asyncDispose]());

const decided = async () =>
  (await host.server.get<{ decisions: { decide: string }[] }>("/api/decisions")).body.decisions.map(
    ({ decide }) => decide,
  );

test("a doubt is settled by a decision, which stands in both lists and can be taken back", async () => {
  await using explorer = await host.open();
  const { page } = explorer;
  await explorer.press("Alt+N");
  const doubt = page.getByRole("listitem").filter({ hasText: "前者可能是后者的简称" });
  await doubt.getByRole("button", { name: "是同一个，称“鉴湖现代纺织实验室”" }).click();
  await page.getByText("已裁定，1 份文件的读法随之改变").waitFor();
  await doubt.waitFor({ state: "detached" });
  expect(await decided()).toEqual(["same"]);

  await page.getByRole("radio", { name: /已合并/ }).click();
  const merge = page.getByRole("listitem").filter({ hasText: "鉴湖现代纺织实验室" });
  expect((await merge.innerText()).replace(/\s+/g, " ")).toMatch(/鉴湖实验室 即 鉴湖现代纺织实验室 人工裁定/);
  await page.getByRole("button", { name: "撤销我的上一步" }).click();
  await merge.waitFor({ state: "detached" });
  expect(await decided()).toEqual([]);
  await page.getByRole("radio", { name: /存疑/ }).click();
  await doubt.waitFor();
  expect(explorer.faults).toEqual([]);
});

test("what a rule brought together says why, and is kept apart and together again", async () => {
  await using explorer = await host.open();
  const { page } = explorer;
  await explorer.press("Alt+N");
  await page.getByRole("radio", { name: /已合并/ }).click();
  const merge = page.getByRole("listitem").filter({ hasText: "同一名称的不同写法" });
  await merge.getByRole("button", { name: /^拆开/ }).click();
  await merge.waitFor({ state: "detached" });
  expect(await decided()).toEqual(["different"]);

  await page.getByRole("radio", { name: /裁定/ }).click();
  const decision = page.getByRole("listitem").filter({ hasText: "不是同一个" });
  await decision.getByRole("button", { name: /^撤销裁定/ }).click();
  await decision.waitFor({ state: "detached" });
  await page.getByRole("radio", { name: /已合并/ }).click();
  await merge.waitFor();
  expect(explorer.faults).toEqual([]);
});

test("an entity is called otherwise and is of another type, with the reason", async () => {
  await using explorer = await host.open("/", { language: "en" });
  const { page } = explorer;
  await explorer.press("Alt+N");
  await page.getByRole("button", { name: "Name and type of 鉴湖实验室" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Is called").fill("鉴湖纺织实验室");
  await dialog.getByLabel("Is of the type").selectOption({ label: "Innovation platform" });
  await dialog.getByLabel("Because").fill("科技局答复");
  await dialog.getByRole("button", { name: "Decide" }).click();
  await page.getByRole("radio", { name: /Decided/ }).click();
  const decision = page.getByRole("listitem").filter({ hasText: "鉴湖实验室 is called 鉴湖纺织实验室" });
  await decision.waitFor();
  expect(await decision.innerText()).toContain("科技局答复");
  const { results } = await host.server.store.search({ q: "鉴湖纺织实验室", limit: 1 });
  expect(results[0]?.entity).toMatchObject({ name: "鉴湖纺织实验室", type: "InnovationPlatform" });
  await decision.getByRole("button", { name: /^Take back/ }).click();
  await decision.waitFor({ state: "detached" });
  await page.getByRole("button", { name: /^Take back/ }).click();
  await page.getByText("Nothing has been decided").waitFor();
  expect(await decided()).toEqual([]);
  expect(explorer.faults).toEqual([]);
});
