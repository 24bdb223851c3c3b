/** What the first screen loads before a person does anything. */
import type { Browser } from "playwright-core";

import "./explorer.ts";

export interface FirstScreen {
  /** Of all scripts, as they come over the wire. */
  readonly scriptBytes: number;
  /** Paths below `/api`, in the order they were asked for. */
  readonly dataRequests: readonly string[];
}

export async function firstScreen(browser: Browser, url: string): Promise<FirstScreen> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
  try {
    const page = await context.newPage();
    const dataRequests: string[] = [];
    const sizes: Promise<number>[] = [];
    page.on("request", (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname.startsWith("/api/")) dataRequests.push(pathname + search);
    });
    page.on("requestfinished", (request) => {
      if (request.resourceType() !== "script") return;
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await page.goto(`${url}/?test`);
    await page.waitForFunction(() => window.__explorer !== undefined);
    await page.getByRole("combobox").first().waitFor();
    await page.evaluate(() => window.__explorer!.settled());
    const scriptBytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    return { scriptBytes, dataRequests };
  } finally {
    await context.close();
  }
}
