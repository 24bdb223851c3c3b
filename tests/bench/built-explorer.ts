/** The explorer as built and started by people, on an embedded store that was filled before. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { openStore } from "../../server/graph/index.ts";
import type { DocumentGraph } from "../../server/graph/index.ts";
import { ServerProcess } from "../support/server-process.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const DOCUMENTS_A_BATCH = 40;
let isBuilt = false;

/** What `npm run build` makes of the server, once a run of the bench. */
export function buildServer(): void {
  if (isBuilt) return;
  const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
  execFileSync(process.execPath, [tsc, "-b", "server"], { cwd: ROOT, stdio: "inherit" });
  isBuilt = true;
}

export interface DataFolder extends Disposable {
  readonly path: string;
}

/** An embedded store with these documents in it, closed. */
export async function fillFolder(graphs: Iterable<DocumentGraph>, say: (what: string) => void): Promise<DataFolder> {
  const path = mkdtempSync(join(tmpdir(), "atlas-bench-"));
  await using store = await openStore({ kind: "embedded", dataFolder: path });
  let batch: DocumentGraph[] = [];
  let written = 0;
  for (const graph of graphs) {
    batch.push(graph);
    if (batch.length < DOCUMENTS_A_BATCH) continue;
    await store.writeMany(batch);
    written += batch.length;
    batch = [];
    if (written % (10 * DOCUMENTS_A_BATCH) === 0) say(`${written} documents written`);
  }
  await store.writeMany(batch);
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

export function startExplorer({ path }: DataFolder): Promise<ServerProcess> {
  buildServer();
  return ServerProcess.start({ ATLAS_DATA: path, ATLAS_BUNDLED_DATA: "no" }, "built");
}
