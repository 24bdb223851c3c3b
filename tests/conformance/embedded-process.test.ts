/**
 * What only the embedded store can suffer: its processes are killed, its file
 * is taken, its disk is full. Nothing acknowledged is lost, and it goes on.
 */
import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { CypherStore } from "../../server/graph/cypher-store.ts";
import { openEmbeddedEngine } from "../../server/graph/embedded/embedded-engine.ts";
import {
  openStore,
  QuerySyntaxError,
  QueryTimeoutError,
  StoreLockedError,
  StoreUnavailableError,
} from "../../server/graph/index.ts";
import type { GraphStore } from "../../server/graph/index.ts";
import { aCompany, aDocumentGraph, aUniversity } from "../support/builders.ts";
import type { FactSpec } from "../support/builders.ts";

const WRITER = join(import.meta.dirname, "support", "writer.ts");

const zju = aUniversity("浙江大学");
const fact = (n: number): FactSpec => [aCompany(`企业${n}`), "PARTNERS_WITH", zju];

let dataFolder: string;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "atlas-process-"));
});
afterEach(async () => {
  await rm(dataFolder, { recursive: true, force: true });
});

const open = () => openStore({ kind: "embedded", dataFolder });

/** Processes are told apart by what `/proc` says of them. */
const isLinux = process.platform === "linux";

describe.skipIf(!isLinux)("the store's process is killed", () => {
  test("during a stream of writes: each comes to its end once, and nothing is lost", async () => {
    await using store = await open();
    const writes = 60;
    const killedIn = new Set([3, 11, 12, 30, 47]);
    for (let n = 0; n < writes; n += 1) {
      const writing = store.write(aDocumentGraph({ origin: `${n}.txt`, facts: [fact(n)] }));
      if (killedIn.has(n)) {
        // A little later each time, so that begin, work and commit are all hit.
        for (let turn = 0; turn < n * 20; turn += 1) await new Promise(setImmediate);
        for (const pid of enginePids(process.pid, dataFolder)) process.kill(pid, "SIGKILL");
      }
      await writing;
    }
    expect(await store.counts()).toEqual({ entities: 61, relations: 60, documents: 60, passages: 60, observations: 0 });
    expect((await store.entity(zju.id)).entity.degree).toBe(60);
    await store[Symbol.asyncDispose]();
    await using again = await open();
    expect((await again.origins()).length).toBe(writes);
  });

  test("during reads: they are answered as if nothing had been", async () => {
    await using store = await open();
    await store.write(aDocumentGraph({ facts: [fact(1)] }));
    const reads = Array.from({ length: 50 }, () => store.entity(zju.id));
    for (const pid of enginePids(process.pid, dataFolder)) process.kill(pid, "SIGKILL");
    expect((await Promise.all(reads)).map(({ entity }) => entity.name)).toEqual(Array(50).fill("浙江大学"));
  });

  test("by ourselves, when a statement of the program runs away: the others are answered", async () => {
    const engine = await openEmbeddedEngine({ kind: "embedded", dataFolder }, { readTimeoutMs: 700 });
    await using store = await CypherStore.open(engine);
    await store.write(aDocumentGraph({ facts: [fact(1)] }));
    const endless =
      "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c WITH a WHERE a < 0 RETURN count(*) AS n";
    const runaway = engine.read(endless).catch((error: unknown) => error);
    const write = store.write(aDocumentGraph({ origin: "b", facts: [fact(2)] }));
    expect(await runaway).toEqual(new QueryTimeoutError(700));
    await write;
    expect((await store.entity(zju.id)).entity.degree).toBe(2);
  });
});

describe.skipIf(!isLinux)("the program is killed", () => {
  test("during a stream of writes: all that it heard acknowledged is there at the next start", async () => {
    for (const acknowledgements of [1, 7, 20]) {
      const acknowledged = await killWriterAfter(acknowledgements, []);
      await using store = await open();
      const origins = new Set((await store.origins()).map(({ origin }) => origin));
      expect(acknowledged.filter((origin) => !origins.has(origin))).toEqual([]);
      // Whole or not at all: what was under way may be there too.
      for (const { id } of await store.origins()) {
        const document = await store.document(id);
        expect([document.passages.length, document.relations.length, document.mentions.length]).toEqual([5, 5, 10]);
      }
    }
  });

  test("its engine ends with it", async () => {
    const writer = startWriter([]);
    await firstLines(writer, 2);
    const pids = enginePids(writer.pid!, dataFolder);
    expect(pids.length).toBeGreaterThan(0);
    writer.kill("SIGKILL");
    await once(writer, "exit");
    await using store = await open();
    expect(pids.filter((pid) => hasOpen(pid, dataFolder))).toEqual([]);
    expect((await store.counts()).documents).toBeGreaterThan(0);
  });

  test("copies for queries that it left behind are removed", async () => {
    const folder = join(dataFolder, "graph");
    await mkdir(folder, { recursive: true });
    writeFileSync(join(folder, "atlas.grafeo.snapshot-1-1-x"), "left behind");
    await using store = await open();
    expect(readdirSync(folder).filter((name) => name.includes("snapshot"))).toEqual([]);
    await query(store, "RETURN 1");
    expect(readdirSync(folder).filter((name) => name.includes("snapshot")).length).toBeGreaterThan(0);
    await store[Symbol.asyncDispose]();
    expect(readdirSync(folder).filter((name) => name.includes("snapshot"))).toEqual([]);
  });
});

describe("the file", () => {
  test("that another process holds is an error that says what to do", async () => {
    await using holder = await open();
    const error: unknown = await open().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(StoreLockedError);
    expect((error as Error).message).toBe(
      `The store ${join(dataFolder, "graph", "atlas.grafeo")} is open in another process. Stop that one (a running ` +
        "server takes imports through its API), or choose another folder with ATLAS_DATA.",
    );
    expect((await holder.counts()).documents).toBe(0);
  });

  test("that is none is an error, and stays as it is", async () => {
    await mkdir(join(dataFolder, "graph"));
    const path = join(dataFolder, "graph", "atlas.grafeo");
    writeFileSync(path, "no graph at all, but somebody's only copy of something".repeat(100));
    const before = readFileSync(path, "utf8");
    await expect(open()).rejects.toThrow(StoreUnavailableError);
    expect(readFileSync(path, "utf8")).toBe(before);
  });

  test("in a folder that cannot be made is an error that names ATLAS_DATA", async () => {
    writeFileSync(join(dataFolder, "file"), "");
    const opening = openStore({ kind: "embedded", dataFolder: join(dataFolder, "file", "below") });
    await expect(opening).rejects.toThrow(/ATLAS_DATA/);
    await expect(opening).rejects.toBeInstanceOf(StoreUnavailableError);
  });

  test("of another format is refused before anything is written", async () => {
    const engine = await openEmbeddedEngine({ kind: "embedded", dataFolder });
    await engine.write((tx) => tx.run("CREATE (:Atlas {id: 'atlas', format: 99})"));
    await expect(CypherStore.open(engine)).rejects.toThrow(/format 99/);
  });

  // The limit on the size of a file stands for a disk that is full: the engine meets it in the same place.
  test.skipIf(process.platform === "win32")("that cannot grow is an error, and keeps all that it had", async () => {
    const acknowledged = await killWriterAfter(10_000, ["--until-full"], "trap '' XFSZ; ulimit -f 3000;");
    expect(acknowledged.at(-1)).toMatch(/^StoreFullError: The disk of .* is full/);
    const origins = acknowledged.slice(0, -1);
    expect(origins.length).toBeGreaterThan(3);
    await using store = await open();
    expect(new Set((await store.origins()).map(({ origin }) => origin))).toEqual(new Set(origins));
    await store.write(aDocumentGraph({ origin: "after", facts: [fact(1)] }));
  });
});

describe("nodes that could be numbers", () => {
  test("are never handed out as numbers: the query is refused and says why", async () => {
    await using store = await open();
    await store.write(aDocumentGraph({ facts: [fact(1)] }));
    for (const cypher of [
      "MATCH (u:University) RETURN coalesce(u, 1)",
      "MATCH (u:University) RETURN CASE WHEN u.founded IS NULL THEN u ELSE u.founded END AS c",
      "MATCH (u:University)-[r]-() RETURN [x IN [u, r] | x]",
      "MATCH (u:University) WITH [u] + [1] AS xs UNWIND xs AS x RETURN x",
      "MATCH (u:University) CALL { WITH u RETURN coalesce(u, 2) AS y } WITH y AS z RETURN {in: z}",
    ]) {
      await expect(query(store, cypher), cypher).rejects.toThrow(QuerySyntaxError);
    }
  });
});

const query = (store: GraphStore, cypher: string) =>
  store.query({ cypher, parameters: {}, maxRows: 100, timeoutMs: 20_000 });

/** Processes of the engine below `parent` that have a file of this folder open. */
function enginePids(parent: number, folder: string): readonly number[] {
  const children = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" })
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null && Number(match[2]) === parent && match[3]!.includes("engine-process"))
    .map((match) => Number(match![1]));
  return children.filter((pid) => hasOpen(pid, folder));
}

function hasOpen(pid: number, folder: string): boolean {
  try {
    return execFileSync("ls", ["-l", `/proc/${pid}/fd`], { encoding: "utf8", stdio: "pipe" }).includes(
      `${folder}/graph/atlas.grafeo\n`,
    );
  } catch {
    return false;
  }
}

/** A program that writes documents of five facts and says each origin when it is acknowledged. */
function startWriter(options: readonly string[], limits = ""): ChildProcess {
  const command = [process.execPath, "--import", "tsx", WRITER, dataFolder, ...options];
  return spawn("/bin/sh", ["-c", `${limits} exec "$@"`, "sh", ...command], { stdio: ["ignore", "pipe", "inherit"] });
}

async function firstLines(writer: ChildProcess, count: number): Promise<readonly string[]> {
  const lines: string[] = [];
  await new Promise<void>((resolve) => {
    const reader = createInterface(writer.stdout!);
    reader.on("line", (line) => {
      if (lines.push(line) === count) resolve();
    });
    reader.once("close", resolve);
  });
  return lines;
}

/** What the writer said before it was killed, or all of it where it ended by itself. */
async function killWriterAfter(count: number, options: readonly string[], limits?: string): Promise<readonly string[]> {
  const writer = startWriter(options, limits);
  const ended = once(writer, "exit");
  const lines = await firstLines(writer, count);
  writer.kill("SIGKILL");
  await ended;
  return lines;
}
