/** The command line, through a running explorer and into the store: both ways lead to the same graph. */
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { runIngest } from "../../ingest/command/run-ingest.ts";
import type { IngestCommand } from "../../ingest/command/run-ingest.ts";
import { openStore } from "../../server/graph/index.ts";
import type { GraphStore } from "../../server/graph/index.ts";
import { startTestServer } from "../support/server.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const FILES = {
  "docs/cooperation.md": "# 绍兴市2021年科技工作总结\n\n2021年，绍兴市与浙江大学共建浙江大学绍兴研究院。",
  '资料 "一"/实验室.txt': "南湖实验室位于嘉兴市南湖区，聚焦集成电路。",
  "tables/labs.csv": "名称,所在地\n鉴湖实验室,绍兴市\n",
  "tables/labs.mapping.json": JSON.stringify({
    entities: { lab: { type: "Laboratory", name: "名称" }, place: { type: "Region", name: "所在地" } },
    relations: [{ type: "LOCATED_IN", from: "lab", to: "place" }],
  }),
};
const ORIGINS = ["docs/cooperation.md", "tables/labs.csv", '资料 "一"/实验室.txt'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "atlas-command-"));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function command(part: Partial<IngestCommand>): IngestCommand & { printed: string[] } {
  const printed: string[] = [];
  return {
    paths: [],
    forget: [],
    strict: false,
    dryRun: false,
    workingFolder: folder,
    signal: new AbortController().signal,
    print: (text) => printed.push(text),
    printed,
    ...part,
  };
}

const UNMAPPED = "名称,所在地\n鉴湖实验室,绍兴市\n";

const PATHS = Object.keys(FILES);
/** The count of a line of the summary. */
const counted = (printed: readonly string[], name: string) =>
  new RegExp(`^${name} +(\\S+)$`, "m").exec(printed.join("\n"))?.[1];
const originsOf = async (store: GraphStore) => (await store.origins()).map(({ origin }) => origin).sort();

describe.each(["into the store", "through a running explorer"])("%s", (way) => {
  /** Runs `act` with the folder of a store, and a look into it that works meanwhile. */
  async function withStore(
    act: (dataFolder: string, look: <T>(read: (store: GraphStore) => Promise<T>) => Promise<T>) => Promise<void>,
  ) {
    if (way === "through a running explorer") {
      // One that lets nobody in without a token; its own is in the file.
      await using server = await startTestServer({ access: { ATLAS_TOKENS: "wang:read:0123456789abcdefghij" } });
      const running = { url: server.url, pid: process.pid, token: server.ownToken };
      writeFileSync(join(server.dataFolder, "server.json"), JSON.stringify(running));
      await act(server.dataFolder, (read) => read(server.store));
      return;
    }
    const dataFolder = join(folder, ".data");
    await act(dataFolder, async (read) => {
      await using store = await openStore({ kind: "embedded", dataFolder });
      return await read(store);
    });
  }

  test("proposes a mapping for a table that has none, which counts once a person has renamed it", async () => {
    writeFileSync(join(folder, "tables/labs.csv"), UNMAPPED);
    const [proposed, mapping] = ["tables/labs.mapping.proposed.json", "tables/labs.mapping.json"];
    rmSync(join(folder, mapping));
    await withStore(async (dataFolder, look) => {
      const config = { kind: "embedded", dataFolder } as const;
      const first = command({ paths: ["tables"] });
      await runIngest(first, config);
      expect(counted(first.printed, "rejected")).toBe("1");
      expect(first.printed.join("\n")).toContain(`A mapping is proposed in ${proposed}`);
      expect(await look(originsOf)).toEqual([]);

      // Not taken before somebody has accepted it, and not written over meanwhile.
      writeFileSync(
        join(folder, proposed),
        readFileSync(join(folder, proposed), "utf8").replace("{", '{"title": "名录",'),
      );
      const second = command({ paths: ["tables"] });
      await runIngest(second, config);
      expect(counted(second.printed, "rejected")).toBe("1");
      expect(second.printed.join("\n")).toContain("left as it is");

      renameSync(join(folder, proposed), join(folder, mapping));
      const third = command({ paths: ["tables"] });
      await runIngest(third, config);
      expect([counted(third.printed, "documents"), counted(third.printed, "rejected")]).toEqual(["1", "0"]);
      const { documents } = await look((store) => store.documents({ limit: 5 }));
      expect(documents.map(({ document }) => document.title)).toEqual(["名录"]);
    });
  });

  test("a mapping that cannot be read costs only its table", async () => {
    writeFileSync(join(folder, "tables/labs.mapping.json"), new Uint8Array([0x7b, 0xc3, 0xfb, 0xb3, 0xc6]));
    await withStore(async (dataFolder, look) => {
      const run = command({ paths: PATHS });
      await runIngest(run, { kind: "embedded", dataFolder });
      expect(run.printed.join("\n")).toContain('The mapping of "tables/labs.csv" could not be read: it is not UTF-8');
      expect(await look(originsOf)).toEqual(ORIGINS.filter((origin) => origin !== "tables/labs.csv"));
    });
  });

  test("brings in documents and tables under the same origins, once", async () => {
    await withStore(async (dataFolder, look) => {
      const config = { kind: "embedded", dataFolder } as const;
      const first = command({ paths: PATHS });
      await runIngest(first, config);
      expect(counted(first.printed, "documents")).toBe("3");
      expect(counted(first.printed, "rejected")).toBe("0");
      expect(await look(originsOf)).toEqual(ORIGINS);
      const counts = await look((store) => store.counts());
      expect([counted(first.printed, "entities"), counted(first.printed, "relations")]).toEqual([
        String(counts.entities),
        String(counts.relations),
      ]);

      const second = command({ paths: PATHS });
      await runIngest(second, config);
      expect([counted(second.printed, "documents"), counted(second.printed, "unchanged")]).toEqual(["0", "3"]);
      expect(await look((store) => store.counts())).toEqual(counts);
    });
  });

  test("forgets a document, a folder, and says when there was nothing", async () => {
    await withStore(async (dataFolder, look) => {
      const config = { kind: "embedded", dataFolder } as const;
      await runIngest(command({ paths: PATHS }), config);
      const forgetting = command({ forget: ["tables", "docs/cooperation.md", "docs/coop"] });
      await runIngest(forgetting, config);
      expect(forgetting.printed.slice(-3)).toEqual([
        "Forgotten: tables/labs.csv",
        "Forgotten: docs/cooperation.md",
        'Nothing in the graph came from "docs/coop".',
      ]);
      expect(await look(originsOf)).toEqual(['资料 "一"/实验室.txt']);
    });
  });

  test("reports what was rejected and goes on; under strict it fails", async () => {
    await withStore(async (dataFolder, look) => {
      const config = { kind: "embedded", dataFolder } as const;
      writeFileSync(join(folder, "empty.txt"), "");
      const lenient = command({ paths: ["empty.txt", "missing.txt", "docs"] });
      await runIngest(lenient, config);
      expect(counted(lenient.printed, "rejected")).toBe("2");
      expect(lenient.printed.at(-1)).toContain('"empty.txt" is empty: it has 0 bytes.');
      expect(lenient.printed.at(-1)).toContain('"missing.txt" could not be read: there is no such file.');
      await expect(runIngest(command({ paths: ["empty.txt"], strict: true }), config)).rejects.toThrow(
        '"empty.txt" is empty',
      );
      expect(await look(originsOf)).toEqual(["docs/cooperation.md"]);
    });
  });
});

test("the file of an explorer that died does not stand in the way", async () => {
  const dataFolder = join(folder, ".data");
  mkdirSync(dataFolder);
  writeFileSync(join(dataFolder, "server.json"), JSON.stringify({ url: "http://127.0.0.1:9", pid: 1 }));
  const here = command({ paths: ["docs"] });
  await runIngest(here, { kind: "embedded", dataFolder });
  expect(counted(here.printed, "documents")).toBe("1");
});

test("a dry run makes no store", async () => {
  const dry = command({ paths: PATHS, dryRun: true });
  await runIngest(dry, { kind: "embedded", dataFolder: join(folder, ".data") });
  expect(counted(dry.printed, "documents")).toBe("3");
  expect(dry.printed.at(-1)).toBe("A dry run: nothing was written.");
  expect(() => readFileSync(join(folder, ".data"))).toThrow(/ENOENT/);
});

describe("the programs", () => {
  const run = async (file: string, args: readonly string[], cwd = folder) => {
    const tsx = join(ROOT, "node_modules", "tsx", "dist", "cli.mjs");
    const env = { ...process.env, ATLAS_DATA: join(folder, ".data"), NEO4J_URI: "" };
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [tsx, join(ROOT, "ingest", file), ...args], {
        cwd,
        env,
      });
      return { code: 0, output: stdout };
    } catch (error) {
      const { code, stderr } = error as { code: number; stderr: string };
      return { code, output: stderr };
    }
  };

  test.each(["cli.ts", "resolve-cli.ts", "extract-cli.ts", "evaluate-cli.ts"])(
    "%s says how it is used, and wrong use is told with it",
    async (file) => {
      expect(await run(file, ["--help"])).toEqual({
        code: 0,
        output: expect.stringMatching(/^Usage: npm run \w+ -- /),
      });
      const wrong = await run(file, ["--no-such-option"]);
      expect(wrong).toEqual({ code: 2, output: expect.stringContaining("Usage: npm run ") });
      expect(wrong.output).toMatch(/^Unknown option '--no-such-option'/);
      expect(wrong.output).not.toMatch(/^ +at /m);
    },
  );

  test("ingest says what came of it by its output and exit code", async () => {
    expect(await run("cli.ts", ["docs"])).toMatchObject({ code: 0, output: expect.stringMatching(/^documents +1$/m) });
    writeFileSync(join(folder, "empty.txt"), "");
    expect(await run("cli.ts", ["--strict", "empty.txt"])).toEqual({
      code: 1,
      output: '"empty.txt" is empty: it has 0 bytes.\n',
    });
    expect(await run("cli.ts", ["--what"])).toMatchObject({
      code: 2,
      output: expect.stringContaining("Usage: npm run ingest"),
    });
  });

  test("extract writes one file a document, in the form of gold files, and touches no store", async () => {
    cpSync(join(folder, "docs", "cooperation.md"), join(folder, "copy.md"));
    expect(await run("extract-cli.ts", ["--out", "out", "docs", "tables", "copy.md"])).toEqual({
      code: 0,
      output: expect.stringMatching(/^3 written to .*out\.$/m),
    });
    expect(JSON.parse(readFileSync(join(folder, "out", "cooperation.json"), "utf8"))).toMatchObject({
      doc: "cooperation.md",
      title: "绍兴市2021年科技工作总结",
      region: "绍兴市",
      entities: expect.arrayContaining([{ type: "University", name: "浙江大学", aliases: expect.any(Array) }]),
      relations: expect.arrayContaining([
        {
          type: "CO_BUILT_WITH",
          from: "浙江大学绍兴研究院",
          to: "浙江大学",
          status: "existing",
          evidence: "2021年，绍兴市与浙江大学共建浙江大学绍兴研究院。",
          rules: ["co-built-with-partner"],
        },
      ]),
    });
    expect(JSON.parse(readFileSync(join(folder, "out", "labs.json"), "utf8"))).toMatchObject({
      relations: [
        {
          type: "LOCATED_IN",
          from: "鉴湖实验室",
          to: "绍兴市",
          status: "existing",
          evidence: "名称：鉴湖实验室；所在地：绍兴市",
        },
      ],
    });
    expect(() => readFileSync(join(folder, ".data"))).toThrow(/ENOENT/);
  });
});
