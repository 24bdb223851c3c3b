/** Loading: one document a transaction, in order; `GraphStore.write` replaces what its origin said before. */
import type { DocumentGraph, GraphStore } from "../../server/graph/index.ts";

/**
 * Writes one document while the next is read: at most one write is under way,
 * and an error of it is thrown by the next call or by `finish`.
 */
export class Loader {
  readonly #store: Pick<GraphStore, "write">;
  readonly #signal: AbortSignal | undefined;
  #pending: Promise<void> = Promise.resolve();
  /** Of the document that was loaded last. */
  origin = "";

  constructor(store: Pick<GraphStore, "write">, signal?: AbortSignal) {
    this.#store = store;
    this.#signal = signal;
  }

  /** Resolves when the write before it is durable. */
  async load(graph: DocumentGraph): Promise<void> {
    await this.finish();
    this.origin = graph.document.origin;
    this.#pending = this.#store.write(graph, this.#signal);
    // Told by `finish`; until then it must not count as unhandled.
    this.#pending.catch(() => undefined);
  }

  /** Resolves when everything is durable. */
  async finish(): Promise<void> {
    const pending = this.#pending;
    this.#pending = Promise.resolve();
    await pending;
  }

  /** Resolves when nothing is under way any more, however it ended. */
  async settle(): Promise<void> {
    await Promise.allSettled([this.#pending]);
  }
}
