/** Starts one browser for all browser tests of a run and tells them where it listens. */
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";

import { browserOptions } from "./browser.ts";

declare module "vitest" {
  export interface ProvidedContext {
    browserEndpoint: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await chromium.launchServer(await browserOptions());
  project.provide("browserEndpoint", server.wsEndpoint());
  return () => server.close();
}
