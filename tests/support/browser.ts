/**
 * The one Chromium of a test run, from npm alone: `@sparticuz/chromium` ships
 * the binary, `playwright-core` drives it. Launched with flags of our own, since
 * that package's defaults (one process, no web security) are not a person's browser.
 */
import { execFileSync } from "node:child_process";
import { chromium } from "playwright-core";
import type { Browser, LaunchOptions } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--font-render-hinting=none",
];

/** Starts Chromium; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await browserOptions());
}

export async function browserOptions(): Promise<LaunchOptions> {
  return { executablePath: await chromiumPath(), headless: true, args: FLAGS };
}

async function chromiumPath(): Promise<string> {
  // On a machine without the NSS libraries the package unpacks its own, but only
  // where it believes to run on Lambda, which it reads from this variable at import.
  if (!hasNss()) process.env["AWS_EXECUTION_ENV"] ??= "AWS_Lambda_nodejs20.x";
  const { default: shipped } = await import("@sparticuz/chromium");
  return shipped.executablePath();
}

function hasNss(): boolean {
  try {
    return execFileSync("ldconfig", ["-p"], { encoding: "utf8" }).includes("libnss3.so");
  } catch {
    return false;
  }
}
