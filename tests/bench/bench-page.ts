/** The canvas of the product and Cytoscape with its own settings, each on a page of its own, for the suites that measure them. */
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";

import type { EntityId } from "../../server/contract/index.ts";
import type { GraphStore } from "../../server/graph/index.ts";
import { Explorer } from "../support/explorer.ts";

const CYTOSCAPE = join(import.meta.dirname, "..", "..", "node_modules", "cytoscape", "dist", "cytoscape.min.js");
const SCREEN = { width: 1440, height: 900 };

/** Where the canvas of the product is on such a screen. */
export const CANVAS = { left: 305, top: 52, width: 764, height: 818 };

export async function openProduct(browser: Browser, url: string): Promise<Explorer> {
  const context = await browser.newContext({ viewport: SCREEN, locale: "zh-CN" });
  const page = await context.newPage();
  const explorer = new Explorer(context, page);
  await page.goto(`${url}/?test`);
  await page.waitForFunction(() => window.__explorer !== undefined);
  await page.evaluate(() => window.__explorer!.app.session.show("canvas"));
  await explorer.settled();
  return explorer;
}

/** Every entity of a store. */
export async function allEntities(store: GraphStore): Promise<readonly EntityId[]> {
  const { rows } = await store.query({
    cypher: "MATCH (e:Entity) RETURN e.id",
    parameters: {},
    maxRows: 10_000,
    timeoutMs: 60_000,
  });
  return rows.map(([id]) => id as EntityId);
}

export interface BareGraph {
  readonly nodes: readonly { readonly id: string; readonly x: number; readonly y: number }[];
  readonly edges: readonly (readonly [source: string, target: string])[];
}

/** What is on the product's canvas, and where. */
export function readCanvas(page: Page): Promise<BareGraph> {
  return page.evaluate(() => {
    const { entities, relations, positions } = window.__explorer!.app.history.present.peek();
    return {
      nodes: [...entities.keys()].map((id) => ({ id: id as string, ...positions.get(id)! })),
      edges: [...relations.values()].map(({ from, to }) => [from, to] as [string, string]),
    };
  });
}

interface BareWindow {
  cytoscape(options: object): BareCore;
  elements: object[];
  core: BareCore;
}

interface BareCore {
  batch(work: () => void): void;
  add(elements: object[]): void;
  viewport(to: object): void;
}

/** A page with nothing but an empty Cytoscape where the product has its canvas, and the elements ready to add. */
export async function openBareCytoscape(browser: Browser, { nodes, edges }: BareGraph): Promise<Page> {
  const context = await browser.newContext({ viewport: SCREEN });
  const page = await context.newPage();
  const { left, top, width, height } = CANVAS;
  await page.setContent(
    `<div id="cy" style="position:absolute;left:${left}px;top:${top}px;width:${width}px;height:${height}px"></div>`,
  );
  await page.addScriptTag({ path: CYTOSCAPE });
  const elements = [
    ...nodes.map(({ id, x, y }) => ({ data: { id }, position: { x, y } })),
    ...edges.map(([source, target]) => ({ data: { source, target } })),
  ];
  await page.evaluate((all) => {
    const bare = window as unknown as BareWindow;
    bare.elements = all;
    bare.core = bare.cytoscape({ container: document.querySelector("#cy") });
  }, elements);
  await frames(page, 3);
  return page;
}

export interface PageView {
  readonly zoom: number;
  readonly pan: { readonly x: number; readonly y: number };
}

/** As its own examples do: everything in one batch, then in view. */
export async function addToBare(page: Page, view: PageView): Promise<void> {
  await page.evaluate((to) => {
    const { core, elements } = window as unknown as BareWindow;
    core.batch(() => core.add(elements));
    core.viewport(to);
  }, view);
  await frames(page, 4);
}

/** Waits for so many frames of the page. */
export async function frames(page: Page, count: number): Promise<void> {
  for (let frame = 0; frame < count; frame += 1) {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined))));
  }
}

/** Drags the background from a place on the page, so many steps, each until it is drawn. */
export async function drag(page: Page, from: { x: number; y: number }, steps: number): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= steps; step += 1) {
    await page.mouse.move(from.x + step * 8, from.y + step * 4);
    await frames(page, 1);
  }
  await page.mouse.up();
}
