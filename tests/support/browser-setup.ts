/** Builds the client where it is not built, and starts one browser for all browser tests of a run. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";

import { browserOptions } from "./browser.ts";

declare module "vitest" {
  export interface ProvidedContext {
    browserEndpoint: string;
  }
}

const ROOT = join(import.meta.dirname, "..", "..");

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (process.env["CI"] === "true" || !existsSync(join(ROOT, "dist", "client", "index.html"))) buildClient();
  const server = await chromium.launchServer(await browserOptions());
  project.provide("browserEndpoint", server.wsEndpoint());
  return () => server.close();
}

function buildClient(): void {
  const vite = join(ROOT, "node_modules", "vite", "bin", "vite.js");
  execFileSync(process.execPath, [vite, "build", "client", "--logLevel", "warn"], { cwd: ROOT, stdio: "inherit" });
}
