/** Ingest through a running explorer: files go up in batches, and each import is followed to its end. */
import type { DocumentsPage, ImportJob, Problem } from "../../server/contract/index.ts";
import { IngestError } from "../errors.ts";
import { isMappingFile } from "../inputs.ts";
import type { InputFile } from "../inputs.ts";

/** The server takes 2,000 files in one upload. */
const BATCH_FILES = 1_000;
const BOUNDARY = "----innovation-atlas-8f1c2d";
const PAGE_SIZE = 500;

/** What the server answered, or that it stopped answering. */
export class ServerError extends Error {
  override readonly name = "ServerError";
}

export interface UploadOptions {
  readonly strict: boolean;
  readonly signal: AbortSignal;
  readonly onJob: (job: ImportJob) => void;
  /** A file that cannot be read here is not sent. */
  readonly onUnreadable: (file: InputFile, error: IngestError) => void;
}

/** @throws ServerError when an upload is refused or an import fails */
export async function uploadFiles(
  url: string,
  files: readonly InputFile[],
  options: UploadOptions,
): Promise<ImportJob[]> {
  const jobs: ImportJob[] = [];
  for (const batch of inBatches(files)) {
    const started = await startImport(url, batch, options);
    if (started !== undefined) jobs.push(await followImport(url, started, options));
  }
  return jobs;
}

/** Tables and their mappings stay together: files of one folder that are named alike. */
function* inBatches(files: readonly InputFile[]): Generator<readonly InputFile[]> {
  const groups = new Map<string, InputFile[]>();
  for (const file of files) {
    const stem = isMappingFile(file.origin) ? file.origin.slice(0, -".mapping.json".length) : file.origin;
    const key = stem.replace(/\.[^./]+$/, "");
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  let batch: InputFile[] = [];
  for (const group of groups.values()) {
    if (batch.length > 0 && batch.length + group.length > BATCH_FILES) {
      yield batch;
      batch = [];
    }
    batch.push(...group);
  }
  if (batch.length > 0) yield batch;
}

/** Resolves to undefined when no file of the batch could be read: each was told to `onUnreadable`. */
async function startImport(
  url: string,
  batch: readonly InputFile[],
  options: UploadOptions,
): Promise<ImportJob | undefined> {
  let unreadable = 0;
  const onUnreadable: UploadOptions["onUnreadable"] = (file, error) => {
    unreadable++;
    options.onUnreadable(file, error);
  };
  const answer = await reach(new URL("/api/imports", url), {
    method: "POST",
    headers: { "Content-Type": `multipart/form-data; boundary=${BOUNDARY}` },
    body: ReadableStream.from(writeForm(batch, { ...options, onUnreadable })),
    duplex: "half",
    signal: options.signal,
  } as RequestInit);
  if (unreadable === batch.length) return undefined;
  return (await checked(answer).then((ok) => ok.json())) as ImportJob;
}

/** @throws ServerError when nobody answers; the signal's reason when it aborts */
async function reach(address: URL, request: RequestInit): Promise<Response> {
  // No request may carry its token in its address.
  const { password } = address;
  const bare = Object.assign(new URL(address), { password: "" });
  const headers = new Headers(request.headers);
  if (password !== "") headers.set("Authorization", `Bearer ${password}`);
  try {
    return await fetch(bare, { ...request, headers });
  } catch (error) {
    request.signal?.throwIfAborted();
    throw new ServerError(
      `The explorer at ${address.origin} did not answer. See whether it still runs, then run this again: what was loaded is kept.`,
      { cause: error },
    );
  }
}

/** One file in memory at a time. */
async function* writeForm(
  batch: readonly InputFile[],
  { strict, onUnreadable }: UploadOptions,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="strict"\r\n\r\n${strict}\r\n`);
  for (const file of batch) {
    let bytes: Uint8Array;
    try {
      bytes = await file.read();
    } catch (error) {
      if (!(error instanceof IngestError)) throw error;
      onUnreadable(file, error);
      continue;
    }
    const name = file.origin.replace(/["\\]/g, "\\$&");
    yield encoder.encode(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n` +
        "Content-Type: application/octet-stream\r\n\r\n",
    );
    yield bytes;
    yield encoder.encode("\r\n");
  }
  yield encoder.encode(`--${BOUNDARY}--\r\n`);
}

async function followImport(url: string, started: ImportJob, { signal, onJob }: UploadOptions): Promise<ImportJob> {
  onJob(started);
  const answer = await checked(await reach(new URL(`/api/imports/${started.id}/events`, url), { signal }));
  let job = started;
  for await (const next of readEvents(answer)) {
    job = next;
    onJob(job);
  }
  if (job.stage === "done") return job;
  if (job.stage === "failed") throw new ServerError(job.error ?? "The import failed.");
  throw new ServerError(
    "The explorer stopped before the import ended. Start it and run this again: what was loaded is kept.",
  );
}

/** The data of each `progress` event; events end with a blank line. */
async function* readEvents(answer: Response): AsyncGenerator<ImportJob> {
  let text = "";
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const events = text.split("\n\n");
    text = events.pop()!;
    for (const event of events) {
      const data = event.split("\n").find((line) => line.startsWith("data:"));
      if (data !== undefined) yield JSON.parse(data.slice("data:".length)) as ImportJob;
    }
  }
}

/** Resolves to the origins that were forgotten. @throws ServerError */
export async function forgetThrough(url: string, matches: (origin: string) => boolean): Promise<string[]> {
  const origins = (await listOrigins(url)).filter(matches);
  for (const origin of origins) {
    const route = new URL("/api/origins", url);
    route.searchParams.set("origin", origin);
    await checked(await reach(route, { method: "DELETE" }));
  }
  return origins;
}

async function listOrigins(url: string): Promise<string[]> {
  const origins: string[] = [];
  let cursor: string | null = null;
  do {
    const route = new URL("/api/documents", url);
    route.searchParams.set("limit", String(PAGE_SIZE));
    if (cursor !== null) route.searchParams.set("cursor", cursor);
    const page = (await readAnswer(route, {})) as DocumentsPage;
    origins.push(...page.documents.map(({ document }) => document.origin));
    cursor = page.cursor;
  } while (cursor !== null);
  return origins;
}

/** The body of one answer. @throws ServerError when nobody answers, or not with what was asked for */
export async function readAnswer(address: URL, request: RequestInit): Promise<unknown> {
  const answer = await checked(await reach(address, request));
  return answer.json();
}

async function checked(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  const body = await answer.text();
  const problem = /json/.test(answer.headers.get("Content-Type") ?? "") ? (JSON.parse(body) as Problem) : undefined;
  throw new ServerError(problem?.detail ?? `The explorer answered ${answer.status}.`);
}
