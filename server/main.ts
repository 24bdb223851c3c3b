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
import { ConfigError, GraphError, openStore } from "./graph/index.ts";
import type { GraphStore } from "./graph/index.ts";
import { createApp } from "./http/app.ts";
import { ImportJobs } from "./imports/import-jobs.ts";
import { createLogger } from "./logger.ts";
import type { Logger } from "./logger.ts";
import { RunningFile } from "./running-file.ts";

/** The package's folder, from `server/main.ts` as from `dist/server/main.js`. */
const PACKAGE_FOLDER = findPackageFolder(import.meta.dirname);
const STOP_GRACE_MS = 5_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stop.abort());

  const logger = createLogger(config.logLevel);
  mkdirSync(config.store.dataFolder, { recursive: true });
  await using store = await openStore(config.store);
  await fillStore(store, config, stop.signal);
  if (stop.signal.aborted) return;

  await using imports = new ImportJobs(store, config.store.dataFolder, logger);
  const app = createApp({
    store,
    imports,
    logger,
    version: packageVersion(),
    ...builtClient(logger),
    loopbackOnly: isLoopback(config.host),
  });
  const server = createServer(app);
  const url = await listen(server, config);
  using _running = new RunningFile(config.store.dataFolder, url);
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
      reject(
        error.code === "EADDRINUSE"
          ? new ConfigError(`PORT ${port} is taken. Stop what listens there, or set another PORT.`)
          : error,
      );
    });
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo;
      const shown = host === "0.0.0.0" || host === "::" ? "localhost" : host;
      resolveListening(`http://${isIP(shown) === 6 ? `[${shown}]` : shown}:${taken}`);
    });
  });
}

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
  // A setting or a store that is not right is the person's to mend: one sentence, no stack.
  const isTheirs = error instanceof ConfigError || error instanceof GraphError;
  process.stderr.write(`\n  ${isTheirs ? error.message : error instanceof Error ? error.stack : String(error)}\n\n`);
  process.exitCode = 1;
});
