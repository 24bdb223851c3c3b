/** The canvas in a real browser, against Cytoscape with its own settings in the same browser. */
import type { Browser, Page } from "playwright-core";

import { arrange } from "../../../client/src/layout/arrange.ts";
import { nodeRadius, toElements } from "../../../client/src/canvas/elements.ts";
import { overlap } from "../../../client/src/canvas/label-layout.ts";
import { widthOf } from "../../../client/src/canvas/label-text.ts";
import { toLayoutRequest, toPositions } from "../../../client/src/canvas/layout-request.ts";
import { farScale } from "../../../client/src/canvas/level-of-detail.ts";
import { composePicture } from "../../../client/src/canvas/picture.ts";
import type { LabelStyle } from "../../../client/src/canvas/sprites.ts";
import { launchBrowser } from "../../support/browser.ts";
import { CLIENT_FOLDER } from "../../support/explorer.ts";
import type { Explorer } from "../../support/explorer.ts";
import { longestCpuMs, totalCpuMs, traceTasks } from "../../support/page-trace.ts";
import { startTestServer } from "../../support/server.ts";
import { CANVAS, addToBare, allEntities, drag, openBareCytoscape, openProduct, readCanvas } from "../bench-page.ts";
import type { BareGraph, PageView } from "../bench-page.ts";
import { buildClient } from "../build-client.ts";
import { generateDocuments } from "../generate-graph.ts";
import { median } from "../measure.ts";
import { sampleGraph } from "../sample-graph.ts";
import type { BenchContext, Figure, Suite } from "../suite.ts";

/** Of some nine pixels each: as far as half the canvas. */
const STEPS = 45;

interface Size {
  readonly entities: number;
  readonly relations: number;
}

export const canvas: Suite = {
  name: "canvas",
  title: "Canvas",
  about:
    "2,000 entities and 5,000 relations of a generated graph in headless Chromium without a graphics card, 1440 × 900: tasks of the page's main thread by the browser's own trace, medians of three runs. The baseline is Cytoscape with its default settings on a page of its own, with the same elements at the same places and nothing else to do: no names, no end marks, no legend.",
  async run({ smallest, say }) {
    buildClient();
    const size = smallest ? { entities: 150, relations: 360 } : { entities: 2_000, relations: 5_000 };
    const runs: Run[] = [];
    for (let run = 1; run <= (smallest ? 1 : 3); run += 1) {
      say(`${size.entities}/${size.relations}, run ${run}`);
      runs.push(await measure(size, run));
    }
    const of = (key: keyof Run) => median(runs.map((run) => run[key]));
    const bare = (key: keyof Run) => ({ name: "Cytoscape", value: of(key) });
    const name = `${size.entities.toLocaleString("en-GB")}/${size.relations.toLocaleString("en-GB")}`;
    return [
      {
        what: `${name}, longest task while a layout runs and is taken over`,
        value: of("layoutTask"),
        unit: "ms",
        target: { atMost: 50, words: "≤ 50 ms" },
      },
      {
        what: `${name}, add and draw all, longest task`,
        value: of("addTask"),
        unit: "ms",
        baseline: bare("bareAddTask"),
        target: { atMost: 0.25 },
      },
      {
        what: `${name}, frame while panning, all in view`,
        value: of("farFrame"),
        unit: "ms",
        baseline: bare("bareFarFrame"),
      },
      {
        what: `${name}, frame while panning at zoom 1`,
        value: of("nearFrame"),
        unit: "ms",
        baseline: bare("bareNearFrame"),
        target: { atMost: 0.25 },
      },
      ...countOverlaps(size, { smallest, say }),
    ];
  },
};

/** All in milliseconds of processor time. */
interface Run {
  readonly addTask: number;
  readonly bareAddTask: number;
  readonly layoutTask: number;
  readonly farFrame: number;
  readonly bareFarFrame: number;
  readonly nearFrame: number;
  readonly bareNearFrame: number;
}

async function measure(size: Size, seed: number): Promise<Run> {
  await using server = await startTestServer({ clientFolder: CLIENT_FOLDER });
  await server.store.writeMany([...generateDocuments({ ...size, seed })]);
  const ids = await allEntities(server.store);
  const browser = await launchBrowser();
  try {
    await using explorer = await openProduct(browser, server.url);
    const { page } = explorer;
    const addTask = longestCpuMs(
      await traceTasks(page, async () => {
        await page.evaluate((all) => window.__explorer!.app.exploration.add(all), ids);
        await explorer.settled();
      }),
    );
    const layoutTask = longestCpuMs(
      await traceTasks(page, async () => {
        await page.evaluate(() => window.__explorer!.app.canvas.peek()!.arrange("relations"));
        await explorer.settled();
      }),
    );
    const far = await view(page);
    const farFrame = await frameWhilePanning(page, await emptyPlace(page));
    await explorer.settled();
    await zoomToOne(explorer);
    const near = await view(page);
    const from = await emptyPlace(page);
    const nearFrame = await frameWhilePanning(page, from);

    const graph = await readCanvas(page);
    // What is not looked at must not take part.
    await page.goto("about:blank");
    const [bareAddTask, bareFarFrame] = await measureBare(browser, graph, far, from);
    const [, bareNearFrame] = await measureBare(browser, graph, near, from);
    return { addTask, bareAddTask, layoutTask, farFrame, bareFarFrame, nearFrame, bareNearFrame };
  } finally {
    await browser.close();
  }
}

/** On a page of its own: the pictures that Cytoscape keeps of one zoom and then another have made pages run out of memory. */
async function measureBare(
  browser: Browser,
  graph: BareGraph,
  at: PageView,
  from: { x: number; y: number },
): Promise<readonly [addTask: number, frame: number]> {
  const page = await openBareCytoscape(browser, graph);
  const addTask = longestCpuMs(await traceTasks(page, () => addToBare(page, at)));
  const frame = await frameWhilePanning(page, from);
  await page.context().close();
  return [addTask, frame];
}

/** Processor time of the main thread a frame. */
async function frameWhilePanning(page: Page, from: { x: number; y: number }): Promise<number> {
  return totalCpuMs(await traceTasks(page, () => drag(page, from, STEPS))) / STEPS;
}

async function zoomToOne(explorer: Explorer): Promise<void> {
  for (let step = 0; step < 30 && (await view(explorer.page)).zoom < 0.9; step += 1) {
    await explorer.page.evaluate(() => window.__explorer!.app.canvas.peek()!.zoomIn());
    await explorer.settled();
  }
}

function view(page: Page): Promise<PageView> {
  return page.evaluate(() => (window.__explorer!.app.canvas.peek() as unknown as { view(): PageView }).view());
}

/** A place on the page where no node is near, in the left half of the canvas. */
async function emptyPlace(page: Page): Promise<{ x: number; y: number }> {
  const { zoom, pan } = await view(page);
  const { nodes } = await readCanvas(page);
  let best = { x: 0, y: 0, room: -1 };
  for (let x = 30; x < CANVAS.width / 2; x += 20) {
    for (let y = 120; y < CANVAS.height - 200; y += 20) {
      const room = Math.min(...nodes.map((node) => Math.hypot(node.x * zoom + pan.x - x, node.y * zoom + pan.y - y)));
      if (room > best.room) best = { x, y, room };
    }
  }
  return { x: CANVAS.left + best.x, y: CANVAS.top + best.y };
}

/** Of the names that are shown, at zooms from all in view to near. */
function countOverlaps({ entities, relations }: Size, { say }: BenchContext): readonly Figure[] {
  say("names that overlap");
  const sample = sampleGraph({ entities, relations, seed: 1 });
  const elements = toElements({
    entities: new Map(sample.entities.map((entity) => [entity.id, entity])),
    relations: new Map(sample.relations.map((relation) => [relation.id, relation])),
  });
  const facts = { positionOf: () => undefined, pinned: new Set<never>(), territories: new Map(), centre: null };
  const positions = toPositions(elements, arrange(toLayoutRequest("relations", elements, { ...facts, aspect: 0.93 })));
  const nodes = sample.entities
    .map((entity) => ({
      element: { id: entity.id, entity, radius: nodeRadius(entity) },
      at: positions.get(entity.id)!,
    }))
    .sort((a, b) => b.element.entity.degree - a.element.entity.degree);
  let [overlapping, shown] = [0, 0];
  for (const zoom of [0.1, 0.2, 0.4, 0.8, 1.2]) {
    const { labels } = composePicture({
      zoom,
      pan: { x: CANVAS.width / 2, y: CANVAS.height / 2 },
      width: CANVAS.width,
      height: CANVAS.height,
      nodes,
      farScale: farScale(zoom),
      selected: new Set(),
      focused: null,
      hovered: null,
      notShown: () => 0,
      measure: sizeOf,
      lastSides: new Map(),
      taken: [],
    });
    const boxes = labels.map(({ x, y, lines, style }) => {
      const { width, height } = sizeOf(lines, style);
      return { left: x, top: y, right: x + width, bottom: y + height };
    });
    shown += boxes.length;
    boxes.forEach((box, at) => {
      if (boxes.some((other, index) => index !== at && overlap(box, other))) overlapping += 1;
    });
  }
  return [
    {
      what: "names shown at five zooms that lie on another",
      value: overlapping,
      unit: "",
      target: { atMost: 0, words: "none" },
    },
    { what: "names shown at five zooms", value: shown, unit: "" },
  ];
}

function sizeOf(lines: readonly string[], style: LabelStyle): { width: number; height: number } {
  const [character, line] = style === "strong" ? [13.5, 18] : [12, 16];
  return { width: Math.max(...lines.map(widthOf)) * character, height: lines.length * line };
}
