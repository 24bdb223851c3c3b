/**
 * Loading: `GraphStore.writeMany` replaces what the documents' origins said
 * before, in one transaction. While one batch is written the next one gathers,
 * so a single document is written at once and many go in large batches.
 */
import { InvalidGraphError } from "../../server/graph/index.ts";
import type { DocumentGraph, GraphStore } from "../../server/graph/index.ts";

export interface LoaderOptions {
  readonly signal?: AbortSignal | undefined;
  /** These are durable now. */
  readonly onWritten: (graphs: readonly DocumentGraph[]) => void;
  /** This one is wrong in itself; the others are fine. What it throws ends the loading. */
  readonly onRefused: (graph: DocumentGraph, error: InvalidGraphError) => void;
}

const BATCH_DOCUMENTS = 100;
/** Passages, mentions, claims and figures. */
const BATCH_ROWS = 20_000;

export class Loader {
  readonly #store: Pick<GraphStore, "writeMany">;
  readonly #options: LoaderOptions;
  #waiting: DocumentGraph[] = [];
  #rows = 0;
  #writing: Promise<void> | undefined;
  #onRoom: () => void = () => undefined;
  #failure: { readonly error: unknown } | undefined;

  constructor(store: Pick<GraphStore, "writeMany">, options: LoaderOptions) {
    this.#store = store;
    this.#options = options;
  }

  /**
   * Resolves when it waits to be written; one call at a time.
   * @throws what the store threw over an earlier one
   */
  async load(graph: DocumentGraph): Promise<void> {
    while (this.#isFull()) await new Promise<void>((resolve) => (this.#onRoom = resolve));
    this.#throwFailure();
    this.#waiting.push(graph);
    this.#rows += rowsOf(graph);
    this.#writing ??= this.#write();
  }

  /** Resolves when everything is durable. @throws what the store threw */
  async finish(): Promise<void> {
    await this.settle();
    this.#throwFailure();
  }

  /** Resolves when nothing is under way any more, however it ended. */
  async settle(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing;
  }

  #isFull(): boolean {
    return this.#waiting.length >= BATCH_DOCUMENTS || this.#rows >= BATCH_ROWS;
  }

  #throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  /** Batches until nothing waits; does not throw. */
  async #write(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        const batch = this.#takeWaiting();
        await this.#writeBatch(batch);
      }
    } catch (error) {
      this.#failure = { error };
      this.#takeWaiting();
    } finally {
      this.#writing = undefined;
    }
  }

  #takeWaiting(): readonly DocumentGraph[] {
    const batch = this.#waiting;
    [this.#waiting, this.#rows] = [[], 0];
    this.#onRoom();
    return batch;
  }

  async #writeBatch(batch: readonly DocumentGraph[]): Promise<void> {
    try {
      await this.#store.writeMany(batch, this.#options.signal);
      this.#options.onWritten(batch);
    } catch (error) {
      if (!(error instanceof InvalidGraphError)) throw error;
      // Nothing of the batch was written.
      if (batch.length === 1) this.#options.onRefused(batch[0]!, error);
      else for (const graph of batch) await this.#writeBatch([graph]);
    }
  }
}

function rowsOf({ passages, mentions, claims, observations }: DocumentGraph): number {
  return passages.length + mentions.length + claims.length + observations.length;
}
