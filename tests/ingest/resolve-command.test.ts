/** The `resolve` command, through a running explorer and into the store: both ways tell and decide the same. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { runIngest } from "../../ingest/command/run-ingest.ts";
import { runResolve } from "../../ingest/command/run-resolve.ts";
import type { ResolveCommand } from "../../ingest/command/run-resolve.ts";
import { startTestServer } from "../support/server.ts";

const FILES = {
  "zone.txt": "绍兴市科技局公布，绍兴国家高新区位于绍兴市。鉴湖实验室位于绍兴市。\n",
  "zones.txt": "绍兴高新技术产业开发区位于绍兴市。绍兴市建成鉴湖现代纺织实验室。\n",
};
const DECISION = { decide: "same", type: "Laboratory", names: ["鉴湖现代纺织实验室", "鉴湖实验室"] };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "atlas-resolve-"));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function decisionsFile(...decisions: readonly unknown[]): string {
  const path = join(folder, "decisions.json");
  writeFileSync(path, JSON.stringify(decisions, null, 2));
  return path;
}

describe.each(["into the store", "through a running explorer"])("%s", (way) => {
  async function withStore(
    act: (run: {
      ingest: (decisions?: string) => Promise<string>;
      resolve: (part?: Partial<ResolveCommand>) => Promise<string>;
    }) => Promise<void>,
  ) {
    await using server = way === "into the store" ? undefined : await startTestServer();
    const dataFolder = server?.dataFolder ?? join(folder, ".data");
    if (server !== undefined) writeFileSync(join(dataFolder, "server.json"), JSON.stringify({ url: server.url }));
    const config = { kind: "embedded", dataFolder } as const;
    const printed: string[] = [];
    const common = { signal: new AbortController().signal, print: (text: string) => printed.push(text) };
    await act({
      async ingest(decisions) {
        printed.length = 0;
        const given = decisions === undefined ? {} : { decisions };
        const paths = Object.keys(FILES).map((name) => join(folder, name));
        await runIngest(
          { ...common, ...given, paths, forget: [], strict: false, dryRun: false, workingFolder: folder },
          config,
        );
        return printed.join("\n");
      },
      async resolve(part = {}) {
        printed.length = 0;
        await runResolve({ ...common, decided: false, json: false, ...part }, config);
        return printed.join("\n");
      },
    });
  }

  test("tells what was brought together, and what is in doubt with the decisions that settle it", async () => {
    await withStore(async ({ ingest, resolve }) => {
      expect(await ingest()).toContain("1 are one entity with others, and 1 are in doubt: npm run resolve shows them.");
      const told = await resolve();
      expect(told).toContain("绍兴高新技术产业开发区 (HighTechZone)\n    绍兴国家高新区: the same, once");
      expect(told).toContain("1. 鉴湖实验室 (Laboratory, 绍兴市, 1 document) · 鉴湖现代纺织实验室");
      expect(told).toContain(JSON.stringify(DECISION));
      const { merges, doubts } = JSON.parse(await resolve({ json: true })) as { merges: unknown[]; doubts: unknown[] };
      expect([merges.length, doubts.length]).toEqual([1, 1]);
    });
  });

  test("takes the decisions of a file, and gives them back", async () => {
    await withStore(async ({ ingest, resolve }) => {
      await ingest();
      const told = await resolve({
        decisions: decisionsFile(DECISION, { ...DECISION, names: ["月湖实验室", "星湖实验室"] }),
      });
      expect(told).toContain("鉴湖实验室: decision 1");
      expect(told).toContain("No doubts.");
      expect(told).toContain("Documents that were resolved otherwise: 1.");
      expect(told).toContain("No document has the names of decision 2");
      expect(JSON.parse(await resolve({ decided: true }))).toMatchObject([DECISION, {}]);
    });
  });

  test("ingest takes them too, and they hold for what comes later", async () => {
    await withStore(async ({ ingest, resolve }) => {
      expect(await ingest(decisionsFile(DECISION))).toContain("2 are one entity with others, and 0 are in doubt");
      expect(await resolve()).toContain("No doubts.");
    });
  });

  test("refuses decisions that cannot be used, and keeps those that it has", async () => {
    await withStore(async ({ ingest, resolve }) => {
      await ingest(decisionsFile(DECISION));
      await expect(
        resolve({ decisions: decisionsFile({ ...DECISION, names: ["鉴湖实验室", "鉴湖实验室"] }) }),
      ).rejects.toThrow(/decision 1: it names "鉴湖实验室" twice/);
      await expect(resolve({ decisions: join(folder, "none.json") })).rejects.toThrow(/none\.json/);
      expect(JSON.parse(await resolve({ decided: true }))).toEqual([DECISION]);
    });
  });
});
