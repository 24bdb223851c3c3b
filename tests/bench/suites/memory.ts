/** That nothing piles up: in the page, under a client that reads slowly, and over many documents. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CDPSession } from "playwright-core";

import type { EntityId } from "../../../server/contract/index.ts";
import { launchBrowser } from "../../support/browser.ts";
import { openProduct } from "../bench-page.ts";
import { buildClient } from "../build-client.ts";
import { fillFolder, startExplorer } from "../built-explorer.ts";
import { generateDocuments } from "../generate-graph.ts";
import { GeneratedEntities } from "../generated-entities.ts";
import { median } from "../measure.ts";
import { residentMb } from "../neo4j/jvm.ts";
import type { BenchContext, Figure, Suite } from "../suite.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");

export const memory: Suite = {
  name: "memory",
  title: "Memory",
  about:
    "What the page holds after it has expanded and collapsed a hundred times (its heap in headless Chromium, after the browser has collected what nobody needs), beside after five times; the server's process while a client reads a million rows of an answer slowly; the process of `npm run ingest` over a folder of generated reports. Of the processes: resident memory, the middle of the last quarter beside that of the second.",
  async run(context) {
    buildClient();
    using folder = await fillFolder(generateDocuments({ entities: context.smallest ? 200 : 2_000 }), context.say);
    await using explorer = await startExplorer(folder);
    return [
      await ofPage(explorer.url, context),
      await ofStream(explorer.url, explorer.pid, context),
      await ofIngest(context),
    ];
  },
};

async function ofPage(url: string, { smallest, say }: BenchContext): Promise<Figure> {
  const browser = await launchBrowser();
  try {
    await using explorer = await openProduct(browser, url);
    const { page } = explorer;
    const devtools = await page.context().newCDPSession(page);
    const hub = (await page.evaluate(async () => {
      const { results } = await (await fetch("/api/search?q=&type=Region&limit=1")).json();
      return results[0].entity.id;
    })) as EntityId;
    await page.evaluate((id) => window.__explorer!.app.exploration.add([id]), hub);
    await explorer.settled();
    const round = async () => {
      await page.evaluate(async (id) => {
        const { entities } = await (await fetch(`/api/entities/${encodeURIComponent(id)}/neighbors?limit=50`)).json();
        await window.__explorer!.app.exploration.expand(
          id,
          entities.map((entity: { id: EntityId }) => entity.id),
        );
      }, hub);
      await explorer.settled();
      await page.evaluate((id) => window.__explorer!.app.exploration.collapse(id), hub);
      await explorer.settled();
    };
    const rounds = smallest ? 10 : 100;
    let before = 0;
    for (let done = 1; done <= rounds; done += 1) {
      await round();
      if (done === 5) before = await heapMb(devtools);
      if (done % 20 === 0) say(`${done} expansions and collapses`);
    }
    return {
      what: `heap of the page after ${rounds} expansions and collapses`,
      value: await heapMb(devtools),
      unit: "MB",
      baseline: { name: "after 5", value: before },
      target: { atMost: 1.1 },
    };
  } finally {
    await browser.close();
  }
}

async function heapMb(devtools: CDPSession): Promise<number> {
  // Twice: what the first one lets go may have held more.
  for (let time = 0; time < 2; time += 1) await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  return usedSize / 2 ** 20;
}

async function ofStream(url: string, pid: number, { smallest, say }: BenchContext): Promise<Figure> {
  const rows = smallest ? 20_000 : 1_000_000;
  say(`${rows} rows to a slow client`);
  const body = JSON.stringify({
    cypher: `UNWIND range(1, ${rows}) AS n RETURN n, toString(n * 7919) + toString(n * 104729) AS text`,
    maxRows: 1_000_000,
    timeoutMs: 60_000,
  });
  const samples: number[] = [];
  await new Promise<void>((resolve, reject) => {
    const asked = request(`${url}/api/query/stream`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
    });
    asked.on("error", reject);
    asked.on("response", (answer) => {
      answer.on("data", () => {
        samples.push(residentMb(pid) ?? 0);
        answer.pause();
        setTimeout(() => answer.resume(), 2);
      });
      answer.on("end", resolve);
      answer.on("error", reject);
    });
    asked.end(body);
  });
  return flat(`server while ${rows.toLocaleString("en-GB")} rows go to a slow client`, samples);
}

/** Reports in words that extraction reads, as `npm run ingest` takes them. */
async function ofIngest({ smallest, say }: BenchContext): Promise<Figure> {
  const documents = smallest ? 20 : 1_000;
  say(`${documents} documents read`);
  const folder = mkdtempSync(join(tmpdir(), "atlas-bench-"));
  try {
    const reports = join(folder, "reports");
    mkdirSync(reports);
    const entities = new GeneratedEntities(20 * documents);
    for (let number = 0; number < documents; number += 1)
      writeFileSync(join(reports, `${number}.txt`), report(entities, number));
    const samples: number[] = [];
    const child = spawn(process.execPath, ["--import", "tsx", join(ROOT, "ingest", "cli.ts"), reports], {
      cwd: ROOT,
      env: { ...process.env, ATLAS_DATA: join(folder, "data"), NEO4J_URI: "" },
      stdio: ["ignore", "ignore", "inherit"],
    });
    const sampling = setInterval(() => samples.push(residentMb(child.pid ?? 0) ?? 0), 200);
    const code = await new Promise((resolve) => child.once("exit", resolve));
    clearInterval(sampling);
    if (code !== 0) throw new Error(`npm run ingest ended with code ${String(code)}.`);
    return flat(
      `ingest of ${documents.toLocaleString("en-GB")} documents`,
      samples.filter((mb) => mb > 0),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(entities: GeneratedEntities, number: number): string {
  const name = (at: number) => entities.at((number * 20 + at) % entities.count).name;
  const lines = Array.from(
    { length: 9 },
    (_, at) => `${name(2 * at)}与${name(2 * at + 1)}签订战略合作协议，共建联合实验室，投入经费${at + 3}亿元。`,
  );
  return `第${number}号科技工作报告\n\n${lines.join("\n")}\n`;
}

function flat(what: string, samples: readonly number[]): Figure {
  const quarter = Math.max(1, Math.floor(samples.length / 4));
  return {
    what: `${what}, resident memory in the last quarter`,
    value: median(samples.slice(-quarter)),
    unit: "MB",
    baseline: { name: "second quarter", value: median(samples.slice(quarter, 2 * quarter)) },
    target: { atMost: 1.25, words: "flat" },
  };
}
