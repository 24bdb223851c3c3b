/**
 * The explorer in a browser, in a person's words. Things are found by role and
 * name, so a control without a name fails here; waiting is for states, never
 * for time.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { inject } from "vitest";

import type { TestWindow } from "../../client/src/test-window.ts";
import type { TestServer } from "./server.ts";
import { startTestServer } from "./server.ts";

declare global {
  interface Window {
    /** What `?test` adds. */
    __explorer?: TestWindow;
  }
}

const ROOT = join(import.meta.dirname, "..", "..");
export const CLIENT_FOLDER = join(ROOT, "dist", "client");

export interface ScreenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly language?: "zh" | "en";
  readonly scheme?: "light" | "dark";
  readonly reducedMotion?: boolean;
}

/** A server with the built client, and the one browser of the run. */
export async function openExplorer(graphs: Parameters<typeof startTestServer>[0] = {}): Promise<ExplorerHost> {
  if (!existsSync(join(CLIENT_FOLDER, "index.html"))) {
    throw new Error("The client is not built; npm test does it. Run: npm run build");
  }
  const server = await startTestServer({ ...graphs, clientFolder: CLIENT_FOLDER });
  const browser = await chromium.connect(inject("browserEndpoint"));
  return new ExplorerHost(server, browser);
}

export class ExplorerHost implements AsyncDisposable {
  readonly server: TestServer;
  readonly #browser: Browser;

  constructor(server: TestServer, browser: Browser) {
    this.server = server;
    this.#browser = browser;
  }

  async open(path = "/", options: ScreenOptions = {}): Promise<Explorer> {
    const context = await this.#browser.newContext({
      viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
      locale: options.language === "en" ? "en-GB" : "zh-CN",
      colorScheme: options.scheme ?? "light",
      reducedMotion: options.reducedMotion === true ? "reduce" : "no-preference",
    });
    const page = await context.newPage();
    const explorer = new Explorer(context, page);
    const address = new URL(path, this.server.url);
    address.searchParams.set("test", "");
    await page.goto(address.href);
    await page.waitForFunction(() => window.__explorer !== undefined);
    await explorer.settled();
    return explorer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
    await this.server[Symbol.asyncDispose]();
  }
}

export class Explorer implements AsyncDisposable {
  readonly page: Page;
  /** What the page said was wrong: errors thrown, and errors on its console. */
  readonly faults: string[] = [];
  readonly #context: BrowserContext;

  constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    page.on("pageerror", (error) => this.faults.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") this.faults.push(message.text());
    });
  }

  /** Nothing is fetched, laid out or moved any more. */
  async settled(): Promise<void> {
    await this.page.evaluate(() => window.__explorer?.settled());
  }

  get searchBox(): Locator {
    return this.page.getByRole("combobox").first();
  }

  get results(): Locator {
    return this.page.getByRole("listbox").getByRole("option");
  }

  async search(text: string): Promise<void> {
    await this.searchBox.fill(text);
    await this.results.first().waitFor();
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await this.settled();
    }
  }

  /** Finds an entity, puts it on the canvas and adds the first page of its neighbours. */
  async explore(name: string): Promise<void> {
    await this.search(name);
    await this.press("Enter", "e");
    await this.page.getByRole("dialog").waitFor();
    await this.press("Enter");
  }

  /** What `work` lets the page hand out as a file, as text. */
  async download(work: () => Promise<unknown>): Promise<string> {
    const [download] = await Promise.all([this.page.waitForEvent("download"), work()]);
    const folder = mkdtempSync(join(tmpdir(), "atlas-download-"));
    try {
      await download.saveAs(join(folder, "file"));
      return readFileSync(join(folder, "file"), "utf8");
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name });
  }

  /** Names of the entities on the canvas, sorted. */
  async names(): Promise<string[]> {
    return (await this.page.evaluate(() => Object.keys(window.__explorer?.positions() ?? {}))).sort();
  }

  async positions(): Promise<Record<string, { x: number; y: number }>> {
    const places = await this.page.evaluate(() => Object.entries(window.__explorer?.positions() ?? {}));
    // -0 and 0 are one place; an address writes both as 0.
    return Object.fromEntries(places.map(([name, { x, y }]) => [name, { x: x + 0, y: y + 0 }]));
  }

  async clickEntity(name: string, options: { double?: boolean } = {}): Promise<void> {
    const place = await this.page.evaluate((text) => window.__explorer?.placeOf(text), name);
    if (place === undefined) throw new Error(`"${name}" is not on the canvas.`);
    await this.page.mouse.click(place.x, place.y, { clickCount: options.double === true ? 2 : 1 });
    await this.settled();
  }

  async clickRelation(one: string, other: string): Promise<void> {
    const place = await this.page.evaluate(([a, b]) => window.__explorer?.placeBetween(a, b), [one, other] as const);
    if (place === undefined) throw new Error(`No relation between "${one}" and "${other}" is on the canvas.`);
    await this.page.mouse.click(place.x, place.y);
    await this.settled();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#context.close();
  }
}
