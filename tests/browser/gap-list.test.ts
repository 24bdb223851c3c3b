/** Gaps that a planner keeps: from the card of an empty cell and from a question, changed, handed out, taken off. */
import { afterAll, beforeAll, expect, test } from "vitest";

import { openExplorer } from "../support/explorer.ts";
import type { ExplorerHost } from "../support/explorer.ts";

let host: ExplorerHost;
beforeAll(async () => {
  host = await openExplorer({ bundledData: true });
});
afterAll(() => host[Symbol.asyncDispose]());

test("an empty cell goes on the list for everybody, with a note, and comes out as a table", async () => {
  await using explorer = await host.open("/#/matrix");
  await explorer.page.getByRole("gridcell", { name: /^浙江大学，诸暨市/ }).click();
  await explorer.settled();
  await explorer.button("加入缺口清单").click();
  await explorer.button("已在缺口清单").click();
  const dialog = explorer.page.getByRole("dialog", { name: "缺口清单" });
  await dialog.getByRole("heading", { name: "浙江大学 × 诸暨市" }).waitFor();
  // Why it is a gap goes along: what the card says of the documents.
  const why = await dialog.locator(".gap-entries__text").innerText();
  expect(why).toMatch(/^资料中没有两者合作的记录/);
  expect(why).toContain("诸暨市");
  await dialog.getByRole("button", { name: "修改浙江大学 × 诸暨市的说明" }).click();
  await dialog.getByRole("textbox", { name: "怎样跟进" }).fill("先联系诸暨市科技局, 十二月答复");
  await dialog.getByRole("button", { name: "保存" }).click();
  await dialog.getByText("先联系诸暨市科技局").waitFor();
  const table = await explorer.download(() => dialog.getByRole("button", { name: /^导出/ }).click());
  expect(table.split("\r\n")[0]).toBe("\uFEFF一方,另一方,说明,修改时间");
  expect(table).toContain('浙江大学,诸暨市,"先联系诸暨市科技局, 十二月答复"');

  await using other = await host.open("/#/gaps", { width: 390, height: 844, scheme: "dark" });
  await other.button("缺口清单").click();
  await other.button("从清单移除浙江大学 × 诸暨市").click();
  await other.page.getByText("清单是空的").waitFor();
  expect([...explorer.faults, ...other.faults]).toEqual([]);
});

test("a gap of a question goes on the list too, and from it both onto the canvas", async () => {
  await using explorer = await host.open("/#/gaps?v.q=field-without-laboratory");
  const first = explorer.page.locator(".gap").first();
  await first.getByRole("button", { name: "加入缺口清单" }).click();
  await first.getByRole("button", { name: "已在缺口清单" }).click();
  const dialog = explorer.page.getByRole("dialog", { name: "缺口清单" });
  // The question and its reasons go along, each on a line of its own.
  const why = (await dialog.locator(".gap-entries__text").innerText()).split("\n");
  expect(why[0]).toBe("聚焦的产业没有对应实验室");
  expect(why.length).toBeGreaterThan(1);
  const pair = (await dialog.getByRole("heading", { level: 3 }).textContent()) ?? "";
  await dialog.getByRole("button", { name: `把${pair}放到画布` }).click();
  await explorer.settled();
  expect(await explorer.names()).toEqual(pair.split(" × ").toSorted());
  expect(explorer.faults).toEqual([]);
});
