/** The first screen is small, and searches at once: what stands further down comes when it comes. */
import { chromium } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";

import { openExplorer } from "../support/explorer.ts";
import type { ExplorerHost } from "../support/explorer.ts";
import { firstScreen } from "../support/first-screen.ts";
import { sampleGraphs } from "../support/sample-graph.ts";

const AT_MOST_BYTES = 260_000;

let host: ExplorerHost;
beforeAll(async () => {
  host = await openExplorer({ graphs: sampleGraphs() });
});
afterAll(() => host[Symbol.asyncDispose]());

test("the first screen takes at most 260 kB of compressed script, and asks nothing twice", async () => {
  const browser = await chromium.connect(inject("browserEndpoint"));
  const { scriptBytes, dataRequests } = await firstScreen(browser, host.server.url);
  await browser.close();
  expect(scriptBytes).toBeGreaterThan(10_000);
  expect(scriptBytes).toBeLessThanOrEqual(AT_MOST_BYTES);
  expect(new Set(dataRequests).size).toBe(dataRequests.length);
});

test("its search is usable before anything else is answered", async () => {
  const browser = await chromium.connect(inject("browserEndpoint"));
  const page = await browser.newPage({ locale: "zh-CN" });
  await page.route("**/api/**", async (route) => {
    const { pathname } = new URL(route.request().url());
    // What else is asked for is never answered.
    if (pathname === "/api/search") await route.continue();
  });
  await page.goto(host.server.url);
  await page.getByRole("combobox").first().fill("清华");
  await page.getByRole("option", { name: /清华大学/ }).waitFor();
  await browser.close();
});
