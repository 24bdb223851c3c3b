/** The real application on a free port of 127.0.0.1, with an embedded store in a folder of its own. */
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { DocumentGraph, GraphStore } from "../../server/graph/index.ts";
import { openStore } from "../../server/graph/index.ts";
import { loadBundledData } from "../../server/bundled-data.ts";
import { openAccess } from "../../server/access/access.ts";
import { readAccessConfig } from "../../server/access/access-config.ts";
import { createApp } from "../../server/http/app.ts";
import { ImportJobs } from "../../server/imports/import-jobs.ts";
import { Measures } from "../../server/measures/measures.ts";
import { NameReports } from "../../server/names.ts";
import { QueryLibrary } from "../../server/queries/query-library.ts";
import { KeptThings } from "../../server/kept/kept-things.ts";
import { createLogger } from "../../server/logger.ts";

export interface TestServer extends AsyncDisposable {
  readonly url: string;
  readonly store: GraphStore;
  readonly dataFolder: string;
  /** Of the commands of this machine. */
  readonly ownToken: string;
  /** The body as JSON, and the answer itself. */
  get<T>(path: string, init?: RequestInit): Promise<Answer<T>>;
  post<T>(path: string, body: unknown, init?: RequestInit): Promise<Answer<T>>;
  put<T>(path: string, body: unknown): Promise<Answer<T>>;
}

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface TestServerOptions {
  /** Settings of access, as in the environment; anybody may do anything without them. */
  readonly access?: Readonly<Record<string, string>>;
  /** As one that listens for others than this machine. */
  readonly isPublic?: boolean;
  /** Closed with the server; an embedded one of the server's own without it. */
  readonly store?: GraphStore;
  readonly graphs?: readonly DocumentGraph[];
  /** With the data that comes with the product, read as a first start reads it. */
  readonly bundledData?: boolean;
  /** Folder of a built client to serve. */
  readonly clientFolder?: string;
  /** Taken as it is and left to whoever made it; one of the server's own without it. */
  readonly dataFolder?: string;
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), "atlas-test-"));
  const store = options.store ?? (await openStore({ kind: "embedded", dataFolder }));
  for (const graph of options.graphs ?? []) await store.write(graph);
  if (options.bundledData === true) {
    const folder = join(import.meta.dirname, "..", "..", "data");
    await loadBundledData(store, { folder, dataFolder, signal: new AbortController().signal, onProgress: () => {} });
  }
  const logger = createLogger("silent");
  const imports = new ImportJobs(store, dataFolder, logger);
  const services = {
    store,
    imports,
    names: new NameReports(store),
    measures: new Measures(store),
    queries: new QueryLibrary(dataFolder),
    kept: new KeptThings(dataFolder, logger),
    logger,
    access: openAccess(readAccessConfig(options.access ?? {}), dataFolder, logger, options.isPublic !== true),
    version: "0.0.0-test",
    loopbackOnly: options.isPublic !== true,
  };
  const server = createServer(
    createApp(options.clientFolder === undefined ? services : { ...services, clientFolder: options.clientFolder }),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function call<T>(path: string, init: RequestInit): Promise<Answer<T>> {
    const response = await fetch(new URL(path, url), init);
    const text = await response.text();
    const body = (text === "" ? undefined : JSON.parse(text)) as T;
    return { status: response.status, headers: response.headers, body };
  }

  const send = <T>(method: string, path: string, body: unknown, init: RequestInit = {}) =>
    call<T>(path, {
      method,
      body: JSON.stringify(body),
      ...init,
      headers: { "Content-Type": "application/json", ...init.headers },
    });

  return {
    url,
    store,
    dataFolder,
    ownToken: services.access.door.ownToken,
    get: (path, init = {}) => call(path, init),
    post: (path, body, init) => send("POST", path, body, init),
    put: (path, body) => send("PUT", path, body),
    async [Symbol.asyncDispose]() {
      imports.stop();
      server.closeAllConnections();
      server.close();
      await imports[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
      if (options.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
