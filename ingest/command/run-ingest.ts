/**
 * The `ingest` command: through the explorer where one runs, since it has the
 * store open, else into the store itself. Both ways lead to the same graph.
 */
import { join } from "node:path";

import type { ImportCounts, OpinionCounts, Rejection } from "../../server/contract/index.ts";
import { ImportFiles, openStore } from "../../server/graph/index.ts";
import type { GraphStore, StoreConfig } from "../../server/graph/index.ts";
import { RejectedError } from "../errors.ts";
import { listFiles, pairMappings } from "../inputs.ts";
import type { OpinionConfig } from "../opinion/index.ts";
import { ingest } from "../pipeline.ts";
import type { TargetStore } from "../pipeline.ts";
import { resolveStore, setDecisions } from "../resolve/index.ts";
import { addCounts, addOpinions, NO_COUNTS, ProgressBar, writeReport } from "./report.ts";
import { putDecisions, readDecisions, writeOutcome } from "./run-resolve.ts";
import { findRunningServer } from "./running-server.ts";
import { forgetThrough, uploadFiles } from "./upload.ts";
import { writeProposals } from "./write-proposals.ts";

export interface IngestCommand {
  /** Absolute, or from `workingFolder`. */
  readonly paths: readonly string[];
  /** A file of decisions about names to take from now on. */
  readonly decisions?: string;
  readonly forget: readonly string[];
  readonly strict: boolean;
  readonly dryRun: boolean;
  /** An empty folder: what Neo4j's importer reads is written there, and no store is touched. */
  readonly files?: string;
  /** What origins start from. */
  readonly workingFolder: string;
  readonly signal: AbortSignal;
  readonly print: (text: string) => void;
  /** The model that is asked what the rules missed; a running explorer asks its own. */
  readonly opinion?: OpinionConfig;
}

/** @throws RejectedError and ServerError; whatever the store throws */
export async function runIngest(command: IngestCommand, config: StoreConfig): Promise<void> {
  const decisions = command.decisions === undefined ? undefined : readDecisions(command.decisions);
  if (command.dryRun) {
    if (command.forget.length > 0) command.print("A dry run forgets nothing.");
    if (decisions !== undefined) command.print("A dry run takes no decisions.");
    return ingestHere(command, NO_STORE);
  }
  if (command.files !== undefined) return ingestIntoFiles(command, command.files, config);
  const url = await findRunningServer(config.dataFolder);
  if (url !== undefined) return ingestThere(command, url, decisions);
  await using store = await openStore(config);
  if (decisions !== undefined) await setDecisions(store, decisions, command.decisions!, command.signal);
  await forgetHere(command, store);
  if (command.paths.length > 0) await ingestHere(command, store);
  else await resolveHere(command, store);
}

async function ingestIntoFiles(command: IngestCommand, folder: string, config: StoreConfig): Promise<void> {
  const files = new ImportFiles(folder, config.kind === "neo4j" ? { database: config.database } : {});
  await ingestHere(command, {
    ...NO_STORE,
    writeMany: (graphs) => files.writeMany(graphs),
  });
  await files.finish();
  command.print(
    `Run ${join(folder, "import.sh")} where neo4j-admin is and the server is stopped. ` +
      "Names of different documents are brought together afterwards, by: npm run resolve",
  );
}

async function resolveHere(command: IngestCommand, store: GraphStore): Promise<void> {
  const { rewritten, unused } = await resolveStore(store, command.signal);
  if (command.decisions === undefined) return;
  command.print(writeOutcome({ rewritten, unused: unused.map(({ number }) => number) }).join("\n"));
}

/** A dry run touches no store: every document counts as new. */
const NO_STORE: TargetStore = {
  origins: async () => [],
  writeMany: async () => undefined,
  documentGraphs: async () => [],
  async *statements() {},
  note: async () => null,
  setNote: async () => undefined,
  dataVersion: async () => "",
};

async function ingestHere(command: IngestCommand, store: TargetStore): Promise<void> {
  const inputs = pairMappings(listFiles(command.paths, { relativeTo: command.workingFolder }));
  using bar = new ProgressBar();
  const summary = await ingest(inputs, store, {
    signal: command.signal,
    strict: command.strict,
    dryRun: command.dryRun,
    ...(command.opinion === undefined ? {} : { opinion: command.opinion }),
    onProgress: ({ fraction, counts, origin }) => bar.update(fraction, counts.documents + counts.unchanged, origin),
  });
  bar[Symbol.dispose]();
  command.print(writeReport(summary));
  if (!command.dryRun) writeProposals(summary.rejections, command.workingFolder).forEach(command.print);
  if (command.dryRun) command.print("A dry run: nothing was written.");
}

async function ingestThere(command: IngestCommand, url: string, decisions: string | undefined): Promise<void> {
  command.print(`Through the explorer at ${new URL(url).origin}.`);
  if (decisions !== undefined) {
    const outcome = await putDecisions(url, decisions, command.decisions!, command.signal);
    command.print(writeOutcome(outcome).join("\n"));
  }
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
  const told = [...rejections, ...jobs.flatMap((job) => job.rejections)];
  const unsent: ImportCounts = { ...NO_COUNTS, rejected: rejections.length };
  command.print(
    writeReport({
      counts: jobs.reduce((sum, { counts }) => addCounts(sum, counts), unsent),
      rejections: told,
      names: jobs.findLast(({ names }) => names !== null)?.names ?? null,
      opinion: jobs.reduce<OpinionCounts | null>((sum, { opinion }) => addOpinions(sum, opinion), null),
      seconds: (performance.now() - startedAt) / 1000,
    }),
  );
  writeProposals(told, command.workingFolder).forEach(command.print);
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
