/**
 * Takes pictures of every layout at three sizes, on the bundled data and on a
 * generated graph, for a person to look at. Build the client first:
 * `npm run build && npx tsx tests/bench/layout-pictures.ts FOLDER [LAYOUT...]`
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";

import { LAYOUT_NAMES } from "../../client/src/state/canvas-port.ts";
import type { LayoutName } from "../../client/src/state/canvas-port.ts";
import type { EntityId } from "../../server/contract/index.ts";
import type { GraphStore } from "../../server/graph/index.ts";
import { loadBundledData } from "../../server/bundled-data.ts";
import { launchBrowser } from "../support/browser.ts";
import { CLIENT_FOLDER, Explorer } from "../support/explorer.ts";
import { startTestServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { generateDocuments } from "./generate-graph.ts";

const SIZES = [30, 300, 2_000];
const ROOT = join(import.meta.dirname, "..", "..");

const [folder, ...names] = process.argv.slice(2);
if (folder === undefined) throw new Error("Name the folder that the pictures go into.");
mkdirSync(folder, { recursive: true });
const layouts = names.length === 0 ? LAYOUT_NAMES : (names as readonly LayoutName[]);

const browser = await launchBrowser();
{
  await using bundled = await startTestServer({ clientFolder: CLIENT_FOLDER });
  await loadBundledData(bundled.store, {
    folder: join(ROOT, "data"),
    dataFolder: bundled.dataFolder,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  await takeAll(bundled, "bundled");
}
{
  await using generated = await startTestServer({ clientFolder: CLIENT_FOLDER });
  await generated.store.writeMany([...generateDocuments({ entities: 2_000, relations: 5_000 })]);
  await takeAll(generated, "generated");
}
await browser.close();

async function takeAll(server: TestServer, graph: string): Promise<void> {
  for (const size of SIZES) {
    const ids = await around(server.store, size);
    await using explorer = await open(browser, server.url);
    await explorer.page.evaluate((all) => window.__explorer!.app.exploration.add(all), ids);
    await explorer.page.evaluate(() => window.__explorer!.app.session.show("canvas"));
    for (const layout of layouts) {
      await explorer.settled();
      await explorer.page.evaluate((name) => window.__explorer!.app.canvas.peek()!.arrange(name), layout);
      await explorer.settled();
      const path = join(folder!, `${graph}-${ids.length}-${layout}.png`);
      await explorer.page.screenshot({ path });
      console.log(path);
    }
  }
}

async function open(inBrowser: Browser, url: string): Promise<Explorer> {
  const context = await inBrowser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
  const page = await context.newPage();
  const explorer = new Explorer(context, page);
  await page.goto(`${url}/?test`);
  await page.waitForFunction(() => window.__explorer !== undefined);
  await explorer.settled();
  return explorer;
}

/** The best connected district and those nearest to it, as somebody who expands would get them. */
async function around(store: GraphStore, size: number): Promise<readonly EntityId[]> {
  const { districts } = await store.overview();
  const found = new Set([districts[0]!.entity.id]);
  // A dozen each first, else the first hub would be all there is.
  for (let each = 12; each <= 500 && found.size < size; each *= 3) {
    for (const id of found) {
      if (found.size >= size) break;
      const { entities } = await store.neighbors(id, { limit: each });
      for (const entity of entities) if (found.size < size) found.add(entity.id);
    }
  }
  return [...found];
}
