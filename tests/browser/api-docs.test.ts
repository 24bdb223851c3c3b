/** What a researcher takes along: the description of the API, and the whole graph. */
import { chromium } from "playwright-core";
import { expect, inject, test } from "vitest";

import { CLIENT_FOLDER, openExplorer } from "../support/explorer.ts";
import { sampleGraphs } from "../support/sample-graph.ts";
import { startTestServer } from "../support/server.ts";

test("a researcher finds a route at /api/docs and tries it", async () => {
  await using server = await startTestServer({ graphs: sampleGraphs(), clientFolder: CLIENT_FOLDER });
  const browser = await chromium.connect(inject("browserEndpoint"));
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const faults: string[] = [];
  const hosts = new Set<string>();
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("request", (request) => hosts.add(new URL(request.url()).origin));
  await page.goto(`${server.url}/api/docs`);
  await page.getByText("Paths, matrix, gaps and measures").first().waitFor();
  await page.getByText("Entity and relation types with their numbers").first().click();
  await page
    .getByRole("button", { name: /execute|try|call/i })
    .first()
    .click();
  await page.getByText('"entityTypes"').first().waitFor();
  expect(faults).toEqual([]);
  expect([...hosts]).toEqual([server.url]);
  await browser.close();
});

test("a researcher takes the whole graph along from the queries", async () => {
  await using host = await openExplorer({ graphs: sampleGraphs() });
  await using explorer = await host.open("/#/query");
  const link = explorer.page.getByRole("link", { name: "GraphML" });
  const text = await explorer.download(() => link.click());
  expect(text).toContain('<node id="university-zju">');
  expect(text.trimEnd().endsWith("</graphml>")).toBe(true);
  expect(explorer.faults).toEqual([]);
});
