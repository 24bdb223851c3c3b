/**
 * The `ingest` command: through the explorer where one runs, since it has the
 * store open, else into the store itself. Both ways lead to the same graph.
 */
import type { ImportCounts, Rejection } from "../../server/contract/index.ts";
import { openStore } from "../../server/graph/index.ts";
import type { GraphStore, StoreConfig } from "../../server/graph/index.ts";
import { RejectedError } from "../errors.ts";
import { listFiles, pairMappings } from "../inputs.ts";
import { ingest } from "../pipeline.ts";
import { addCounts, NO_COUNTS, ProgressBar, writeReport } from "./report.ts";
import { findRunningServer } from "./running-server.ts";
import { forgetThrough, uploadFiles } from "./upload.ts";

export interface IngestCommand {
  /** Absolute, or from `workingFolder`. */
  readonly paths: readonly string[];
  readonly forget: readonly string[];
  readonly strict: boolean;
  readonly dryRun: boolean;
  /** What origins start from. */
  readonly workingFolder: string;
  readonly signal: AbortSignal;
  readonly print: (text: string) => void;
}

/** @throws RejectedError and ServerError; whatever the store throws */
export async function runIngest(command: IngestCommand, config: StoreConfig): Promise<void> {
  if (command.dryRun) {
    if (command.forget.length > 0) command.print("A dry run forgets nothing.");
    return ingestHere(command, NO_STORE);
  }
  const url = await findRunningServer(config.dataFolder);
  if (url !== undefined) return ingestThere(command, url);
  await using store = await openStore(config);
  await forgetHere(command, store);
  if (command.paths.length > 0) await ingestHere(command, store);
}

/** A dry run touches no store: every document counts as new. */
const NO_STORE: Pick<GraphStore, "origins" | "write"> = {
  origins: async () => [],
  write: async () => undefined,
};

async function ingestHere(command: IngestCommand, store: Pick<GraphStore, "origins" | "write">): Promise<void> {
  const inputs = pairMappings(listFiles(command.paths, { relativeTo: command.workingFolder }));
  using bar = new ProgressBar();
  const summary = await ingest(inputs, store, {
    signal: command.signal,
    strict: command.strict,
    dryRun: command.dryRun,
    onProgress: ({ fraction, counts, origin }) => bar.update(fraction, counts.documents + counts.unchanged, origin),
  });
  bar[Symbol.dispose]();
  command.print(writeReport(summary));
  if (command.dryRun) command.print("A dry run: nothing was written.");
}

async function ingestThere(command: IngestCommand, url: string): Promise<void> {
  command.print(`Through the explorer at ${url}.`);
  for (const origin of command.forget) {
    sayForgotten(command, origin, await forgetThrough(url, (other) => isWithin(other, origin)));
  }
  const files = listFiles(command.paths, { relativeTo: command.workingFolder });
  if (files.length === 0) return;

  const startedAt = performance.now();
  const rejections: Rejection[] = [];
  using bar = new ProgressBar();
  const jobs = await uploadFiles(url, files, {
    strict: command.strict,
    signal: command.signal,
    onJob: ({ progress, counts, stage }) => bar.update(progress, counts.documents + counts.unchanged, stage),
    onUnreadable: ({ origin }, { code, message }) => {
      const rejection = { origin, place: null, code, message };
      if (command.strict) throw new RejectedError(rejection);
      rejections.push(rejection);
    },
  });
  bar[Symbol.dispose]();
  const unsent: ImportCounts = { ...NO_COUNTS, rejected: rejections.length };
  command.print(
    writeReport({
      counts: jobs.reduce((sum, { counts }) => addCounts(sum, counts), unsent),
      rejections: [...rejections, ...jobs.flatMap((job) => job.rejections)],
      seconds: (performance.now() - startedAt) / 1000,
    }),
  );
}

async function forgetHere(command: IngestCommand, store: GraphStore): Promise<void> {
  for (const origin of command.forget) {
    const forgotten = (await store.origins(command.signal))
      .map((document) => document.origin)
      .filter((other) => isWithin(other, origin));
    for (const each of forgotten) await store.forget(each, command.signal);
    sayForgotten(command, origin, forgotten);
  }
}

/** An archive's origin stands for all that it held, a folder's for all in it. */
function isWithin(origin: string, outer: string): boolean {
  return origin === outer || origin.startsWith(`${outer.replace(/\/$/, "")}/`);
}

function sayForgotten({ print }: IngestCommand, origin: string, forgotten: readonly string[]): void {
  print(forgotten.length === 0 ? `Nothing in the graph came from "${origin}".` : `Forgotten: ${forgotten.join(", ")}`);
}
