/**
 * A graph from one store into another: document by document, as each was
 * written, and the notes that the program keeps with it. What follows from the
 * documents follows there too; what is there already is left out, so that a copy that
 * was cut short goes on where it stood.
 */
import type { DocumentGraph } from "./document-graph.ts";
import { InvalidGraphError } from "./errors.ts";
import { NOTE_NAMES } from "./store.ts";
import type { GraphStore, StoredDigest } from "./store.ts";

export interface CopyTarget extends Pick<GraphStore, "writeMany" | "setNote"> {
  /** Without it the target is known to be empty. */
  digests?: GraphStore["digests"];
}

export interface CopyOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Documents are gathered until they have so many passages: enough to fill a transaction, little in memory. */
const PASSAGES_A_BATCH = 2_000;
const DOCUMENTS_A_BATCH = 100;

/**
 * Resolves to the number of documents that were copied, not counting those that were there.
 * @throws InvalidGraphError where the target holds documents that the source does not have
 */
export async function copyGraph(
  from: Pick<GraphStore, "digests" | "documentGraph" | "note">,
  to: CopyTarget,
  { signal, onProgress }: CopyOptions = {},
): Promise<number> {
  const source = await from.digests(signal);
  const target = (await to.digests?.(signal)) ?? new Map<string, StoredDigest>();
  refuseOthers(source, target);
  const missing = [...source].filter(([origin, { digest }]) => target.get(origin)?.digest !== digest);
  let done = source.size - missing.length;
  onProgress?.(done, source.size);
  for await (const batch of inBatches(missing, (id) => from.documentGraph(id, signal))) {
    await to.writeMany(batch, signal);
    done += batch.length;
    onProgress?.(done, source.size);
  }
  for (const name of NOTE_NAMES) await to.setNote(name, await from.note(name, signal), signal);
  return missing.length;
}

function refuseOthers(source: ReadonlyMap<string, StoredDigest>, target: ReadonlyMap<string, StoredDigest>): void {
  const others = [...target.keys()].filter((origin) => !source.has(origin));
  if (others.length === 0) return;
  throw new InvalidGraphError(
    `The store to copy into holds ${others.length} documents that the other does not have, "${others[0]}" among them. ` +
      "Empty it first, or forget them.",
  );
}

async function* inBatches(
  documents: readonly (readonly [origin: string, StoredDigest])[],
  read: (id: StoredDigest["id"]) => Promise<DocumentGraph>,
): AsyncGenerator<readonly DocumentGraph[]> {
  let batch: DocumentGraph[] = [];
  let passages = 0;
  for (const [, { id }] of documents) {
    const graph = await read(id);
    batch.push(graph);
    passages += graph.passages.length;
    if (passages < PASSAGES_A_BATCH && batch.length < DOCUMENTS_A_BATCH) continue;
    yield batch;
    batch = [];
    passages = 0;
  }
  if (batch.length > 0) yield batch;
}
