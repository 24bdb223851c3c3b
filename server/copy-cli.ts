/**
 * `npm run copy -- --from embedded|neo4j --to embedded|neo4j`
 * `npm run copy -- --from embedded|neo4j --files FOLDER`
 *
 * Exit codes: 0 done, 1 something failed, 2 wrong use, 130 interrupted.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { Presets, SingleBar } from "cli-progress";

import { standingFolder } from "../ingest/command/standing-folder.ts";
import {
  ConfigError,
  copyGraph,
  GraphError,
  ImportFiles,
  openStore,
  readEmbeddedConfig,
  readNeo4jConfig,
} from "./graph/index.ts";
import type { StoreConfig } from "./graph/index.ts";

const USAGE = `Usage: npm run copy -- --from STORE --to STORE
       npm run copy -- --from STORE --files FOLDER

  STORE    embedded (in the folder ATLAS_DATA) or neo4j (NEO4J_URI and the settings beside it)
  --files  writes what neo4j-admin database import reads, and the command, into an empty folder

  A copy that was cut short goes on where it stood when it is run again.`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const parsed = parse(args);
  if (parsed === undefined) {
    console.error(USAGE);
    return 2;
  }
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stop.abort());
  try {
    await copy(parsed, stop.signal);
    return 0;
  } catch (error) {
    if (stop.signal.aborted) {
      console.error("Stopped. What was copied before is kept; run the same again to go on.");
      return 130;
    }
    if (!(error instanceof GraphError || error instanceof ConfigError)) throw error;
    console.error(error.message);
    return 1;
  }
}

interface Arguments {
  readonly from: StoreName;
  readonly to: StoreName | { readonly folder: string };
}

const STORES = ["embedded", "neo4j"] as const;
type StoreName = (typeof STORES)[number];

async function copy({ from, to }: Arguments, signal: AbortSignal): Promise<void> {
  const config = configOf(from);
  const target = typeof to === "string" ? configOf(to) : undefined;
  await using source = await openStore(config);
  if (typeof to !== "string") {
    const folder = resolve(standingFolder(process.env, "copy"), to.folder);
    const files = new ImportFiles(folder, config.kind === "neo4j" ? { database: config.database } : {});
    await withBar((onProgress) => copyGraph(source, files, { signal, onProgress }));
    const { entities, relations, documents } = await files.finish();
    console.log(`${documents} documents, ${entities} entities and ${relations} relations in ${folder}.`);
    console.log("Run import.sh there, where neo4j-admin is and the server is stopped.");
    return;
  }
  await using store = await openStore(target!);
  const copied = await withBar((onProgress) => copyGraph(source, store, { signal, onProgress }));
  const { documents, entities, relations } = await store.counts();
  console.log(
    `${copied} documents copied. ${to} holds ${documents} documents, ${entities} entities, ${relations} relations.`,
  );
}

const configOf = (name: StoreName): StoreConfig =>
  name === "embedded" ? readEmbeddedConfig(process.env) : readNeo4jConfig(process.env);

async function withBar<T>(work: (onProgress: (done: number, total: number) => void) => Promise<T>): Promise<T> {
  const bar = new SingleBar(
    { format: "{bar} {percentage}% | {value} of {total} documents", hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(1, 0);
  try {
    return await work((done, total) => {
      bar.setTotal(total);
      bar.update(done);
    });
  } finally {
    bar.stop();
  }
}

function parse(args: readonly string[]): Arguments | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { from: { type: "string" }, to: { type: "string" }, files: { type: "string" } },
    });
    const { from, to, files } = values;
    if (!isStore(from)) return undefined;
    if (files !== undefined && files !== "" && to === undefined) return { from, to: { folder: files } };
    return isStore(to) && to !== from && files === undefined ? { from, to } : undefined;
  } catch (error) {
    console.error((error as Error).message);
    return undefined;
  }
}

function isStore(name: string | undefined): name is StoreName {
  return (STORES as readonly (string | undefined)[]).includes(name);
}
