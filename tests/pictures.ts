/**
 * `npm run pictures`: takes the pictures of the docs from the running product,
 * on the bundled data. Build the client first.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";

import { launchBrowser } from "./support/browser.ts";
import { Explorer } from "./support/explorer.ts";
import { ServerProcess } from "./support/server-process.ts";

const FOLDER = join(import.meta.dirname, "..", "docs", "images");

const PICTURES: Readonly<Record<string, (explorer: Explorer) => Promise<void>>> = {
  overview: async () => {},
  async canvas(explorer) {
    await explorer.explore("绍兴市");
    await explorer.clickRelation("浙江大学", "浙江大学绍兴研究院").catch(() => explorer.press("Tab"));
  },
  async matrix(explorer) {
    await explorer.page.getByRole("navigation").getByRole("button", { name: "矩阵" }).click();
    await explorer.settled();
    await explorer.page.getByRole("gridcell", { name: /^浙江大学，诸暨市/ }).click();
  },
  async gaps(explorer) {
    await explorer.page.getByRole("navigation").getByRole("button", { name: "缺口" }).click();
    await explorer.settled();
    await explorer.page.getByRole("button", { name: /^原句/ }).first().click();
  },
  async figures(explorer) {
    await explorer.page.getByRole("navigation").getByRole("button", { name: "指标" }).click();
    await explorer.settled();
  },
  async map(explorer) {
    await explorer.page.getByRole("navigation").getByRole("button", { name: "地图" }).click();
    await explorer.settled();
  },
  async years(explorer) {
    await explorer.explore("绍兴市");
    await explorer.page.locator(".canvas-view__legend").getByRole("button", { name: "年份" }).click();
    await explorer.settled();
    await explorer.page.getByRole("button", { name: /^2023 年：/ }).click();
  },
  async groups(explorer) {
    await explorer.explore("绍兴市");
    await explorer.button("分组").click();
    await explorer.page.getByRole("menuitemradio", { name: "按类型" }).click();
  },
  async styling(explorer) {
    await explorer.explore("绍兴市");
    await explorer.button("分组").click();
    await explorer.page.getByRole("menuitemradio", { name: "按群组" }).click();
    await explorer.settled();
    for (let opened = 0; opened < 3; opened += 1) {
      await explorer.page
        .getByRole("button", { name: /^打开分组 / })
        .first()
        .click();
      await explorer.settled();
    }
    await explorer.button("样式").click();
    await explorer.page.getByLabel("颜色按").selectOption({ label: "所示关系的原句数" });
    await explorer.press("Escape");
  },
  async paths(explorer) {
    for (const name of ["浙江大学", "诸暨市"]) {
      await explorer.search(name);
      await explorer.press("Enter");
    }
    await explorer.page.evaluate(() => {
      const { app } = window.__explorer!;
      app.paths.open([...app.history.present.peek().entities.keys()]);
    });
    await explorer.settled();
    await explorer.button("全部放到画布").click();
  },
};

async function open(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/?test`);
  await page.waitForFunction(() => window.__explorer !== undefined);
}

const dataFolder = mkdtempSync(join(tmpdir(), "atlas-pictures-"));
{
  await using server = await ServerProcess.start({ ATLAS_DATA: dataFolder });
  const browser = await launchBrowser();
  for (const [name, prepare] of Object.entries(PICTURES)) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
    const page = await context.newPage();
    await open(page, server.url);
    const explorer = new Explorer(context, page);
    await explorer.settled();
    await prepare(explorer);
    await explorer.settled();
    await page.screenshot({ path: join(FOLDER, `${name}.png`) });
    await context.close();
  }
  await browser.close();
}
rmSync(dataFolder, { recursive: true, force: true });
