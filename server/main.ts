/**
 * Starts the explorer: environment -> store -> data -> HTTP, and stops it in the
 * opposite order. The only file of the server that reads the environment,
 * listens and handles signals.
 */
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:http";
import { isIP } from "node:net";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { Presets, SingleBar } from "cli-progress";

import { loadBundledData } from "./bundled-data.ts";
import { readConfig } from "./config.ts";
import type { Config } from "./config.ts";
import { ConfigError, GraphError, isDiskFull, openStore } from "./graph/index.ts";
import type { GraphStore } from "./graph/index.ts";
import { createApp } from "./http/app.ts";
import { ImportJobs } from "./imports/import-jobs.ts";
import { KeptThings } from "./kept/kept-things.ts";
import { openAccess } from "./access/access.ts";
import { createLogger } from "./logger.ts";
import type { Logger } from "./logger.ts";
import { Measures } from "./measures/measures.ts";
import { NameReports } from "./names.ts";
import { QueryLibrary } from "./queries/query-library.ts";
import { RunningFile } from "./running-file.ts";

/** The package's folder, from `server/main.ts` as from `dist/server/main.js`. */
const PACKAGE_FOLDER = findPackageFolder(import.meta.dirname);
const STOP_GRACE_MS = 5_000;
/** Longer than the work on one large document, under which a connection that waits would else count as idle. */
const KEEP_ALIVE_MS = 75_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stop.abort());

  const logger = createLogger(config.logLevel);
  makeFolder(config.store.dataFolder);
  await using store = await openStore(config.store);
  await fillStore(store, config, stop.signal);
  if (stop.signal.aborted) return;

  await using imports = new ImportJobs(store, config.store.dataFolder, logger, config.opinion);
  const access = openAccess(config.access, config.store.dataFolder, logger, isLoopback(config.host));
  const app = createApp({
    store,
    imports,
    names: new NameReports(store),
    measures: new Measures(store),
    queries: new QueryLibrary(config.store.dataFolder),
    kept: new KeptThings(config.store.dataFolder, logger),
    logger,
    version: packageVersion(),
    ...builtClient(logger),
    access,
    loopbackOnly: isLoopback(config.host),
  });
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, app);
  const url = await listen(server, config);
  using _running = new RunningFile(config.store.dataFolder, url, access.door.isOpen ? undefined : access.door.ownToken);
  process.stdout.write(`\n  科创图谱 Innovation Atlas   ${url}\n\n`);
  logger.info({ url, store: store.kind }, "ready");

  await aborted(stop.signal);
  imports.stop();
  await close(server);
}

async function fillStore(store: GraphStore, config: Config, signal: AbortSignal): Promise<void> {
  if (!config.bundledData) return;
  const bar = new SingleBar(
    {
      format: "  Loading the bundled data {bar} {percentage}%",
      noTTYOutput: true,
      notTTYSchedule: 2_000,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  let begun = false;
  const summary = await loadBundledData(store, {
    folder: join(PACKAGE_FOLDER, "data"),
    dataFolder: config.store.dataFolder,
    signal,
    onProgress: ({ fraction }) => {
      if (!begun) bar.start(1, 0);
      begun = true;
      bar.update(fraction);
    },
  });
  if (begun) bar.stop();
  for (const { origin, place, message } of summary?.rejections ?? []) {
    process.stderr.write(`  ${[origin, place].filter(Boolean).join(", ")}: ${message}\n`);
  }
}

function listen(server: Server, { host, port }: Config): Promise<string> {
  return new Promise((resolveListening, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(LISTEN_FAULTS[error.code ?? ""]?.({ host, port }) ?? error);
    });
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo;
      const shown = host === "0.0.0.0" || host === "::" ? "localhost" : host;
      resolveListening(`http://${isIP(shown) === 6 ? `[${shown}]` : shown}:${taken}`);
    });
  });
}

const LISTEN_FAULTS: Readonly<Record<string, (at: Pick<Config, "host" | "port">) => ConfigError>> = {
  EADDRINUSE: ({ port }) => new ConfigError(`PORT ${port} is taken. Stop what listens there, or set another PORT.`),
  EACCES: ({ port }) => new ConfigError(`PORT ${port} may not be used by this user. Set one above 1023.`),
  EADDRNOTAVAIL: ({ host }) => new ConfigError(`HOST is "${host}", which is no address of this machine.`),
  ENOTFOUND: ({ host }) => new ConfigError(`HOST is "${host}", which no address belongs to.`),
};

/** Lets running requests end, then cuts what is still open. */
function close(server: Server): Promise<void> {
  return new Promise((closed) => {
    const timer = setTimeout(() => server.closeAllConnections(), STOP_GRACE_MS);
    server.close(() => {
      clearTimeout(timer);
      closed();
    });
    server.closeIdleConnections();
  });
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    if (isDiskFull(error)) throw error;
    throw new ConfigError(
      `ATLAS_DATA is "${path}", which cannot be made (${(error as Error).message}). Set a folder that can be written.`,
    );
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener("abort", () => done(), { once: true });
  });
}

function builtClient(logger: Logger): { clientFolder?: string } {
  const clientFolder = join(PACKAGE_FOLDER, "dist", "client");
  if (existsSync(join(clientFolder, "index.html"))) return { clientFolder };
  logger.warn("The client is not built, so only the API is served. Run: npm run build");
  return {};
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}

function findPackageFolder(from: string): string {
  return resolve(from, from.includes(join("dist", "server")) ? "../.." : "..");
}

function packageVersion(): string {
  const text = readFileSync(join(PACKAGE_FOLDER, "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

main().catch((error: unknown) => {
  process.stderr.write(`\n  ${sayFault(error)}\n\n`);
  process.exitCode = 1;
});

/** A setting, a store or a disk that is not right is the person's to mend: one sentence, no stack. */
function sayFault(error: unknown): string {
  if (error instanceof ConfigError || error instanceof GraphError) return error.message;
  if (isDiskFull(error))
    return "The disk of ATLAS_DATA is full. What was kept is safe: free some space and start again.";
  return (error instanceof Error && error.stack) || String(error);
}
