/** Documents and tables as a person sends them: a table's mapping is proposed and accepted, and documents that differ show both sources. */
import { afterAll, beforeAll, expect, test } from "vitest";

import { openExplorer } from "../support/explorer.ts";
import type { Explorer, ExplorerHost } from "../support/explorer.ts";

let host: ExplorerHost;
beforeAll(async () => {
  host = await openExplorer();
});
afterAll(() => host[Symbol.asyncDispose]());

async function send(explorer: Explorer, files: Readonly<Record<string, string>>): Promise<void> {
  await explorer.press("Alt+0");
  await explorer.page
    .locator("input[type=file]")
    .setInputFiles(
      Object.entries(files).map(([name, text]) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) })),
    );
}

const section = (explorer: Explorer, title: string) =>
  explorer.page.locator("section", { has: explorer.page.getByRole("heading", { name: title, exact: true }) });

test("the mapping that is proposed for a table is shown column by column, and the table read once it is accepted", async () => {
  await using explorer = await host.open();
  const { page } = explorer;
  await send(explorer, {
    "实验室名录.csv":
      "序号,实验室名称,依托单位,所在地\n1,岳麓山工业创新实验室,湖南大学,长沙市\n2,芙蓉生物育种实验室,中南大学,长沙市\n",
  });
  const proposal = page.getByRole("region", { name: "《实验室名录.csv》各列含义（推测）" });
  await proposal.waitFor();
  expect((await proposal.locator("dl").innerText()).split(/\s*\n+\s*/)).toEqual([
    "实验室名称",
    "实验室 · 每行所述对象",
    "依托单位",
    "高校 · 依托",
    "所在地",
    "区域 · 位于",
  ]);
  expect((await host.server.store.counts()).documents).toBe(0);

  await proposal.getByRole("button", { name: "按此读取表格" }).click();
  await page.getByText("1 份文件").first().waitFor();
  await explorer.explore("芙蓉生物育种实验室");
  await explorer.clickRelation("芙蓉生物育种实验室", "中南大学");
  expect(explorer.faults).toEqual([]);
});

test("documents that contradict each other show both sources, of a plan that has come true and of a figure", async () => {
  await using explorer = await host.open();
  const { page } = explorer;
  await send(explorer, {
    "plan.txt":
      "宁波市2021年科技工作要点\n成文日期：2021-02-10\n\n拟与浙江大学共建浙江大学宁波研究院。2020年，全市国家高新技术企业3102家。",
    "report.txt":
      "宁波市2022年科技工作总结\n成文日期：2022-12-20\n\n宁波市与浙江大学共建的浙江大学宁波研究院正式运行。2020年，全市国家高新技术企业3136家。",
  });
  await page.getByText("2 份文件").first().waitFor();

  await explorer.explore("宁波市");
  const figures = section(explorer, "资料说法不一");
  await figures.waitFor();
  const lines = (await figures.getByRole("listitem").allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
  expect(lines.find((line) => line.startsWith("3,136 家"))).toMatch(/采用 ?较新 ?宁波市2022年科技工作总结/);
  expect(lines.find((line) => line.startsWith("3,102 家"))).toMatch(/较早 ?宁波市2021年科技工作要点/);

  await explorer.explore("浙江大学宁波研究院");
  await explorer.clickRelation("浙江大学宁波研究院", "浙江大学");
  const status = section(explorer, "由规划到已有");
  await status.waitFor();
  expect((await status.innerText()).replace(/\s+/g, " ")).toMatch(
    /已有 ?采用 ?较新 ?宁波市2022年科技工作总结.*规划 ?较早 ?宁波市2021年科技工作要点/,
  );
  await status.getByRole("button", { name: "宁波市2021年科技工作要点" }).click();
  await explorer.settled();
  const opened = page.locator("[aria-pressed=true]").filter({ hasText: "拟与浙江大学共建浙江大学宁波研究院" });
  await opened.waitFor();
  expect(explorer.faults).toEqual([]);
});
