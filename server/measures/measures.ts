/**
 * Measures on demand: read from the store, computed in a thread, so that the
 * server answers others meanwhile, one after another, and remembered while the
 * data stay as they are. Whoever stops asking ends the thread.
 */
import { extname } from "node:path";

import type { MeasuresAnswer, MeasuresRequest } from "../contract/index.ts";
import type { ChosenGraph, GraphStore } from "../graph/index.ts";
import { startThread } from "../../ingest/index.ts";

const TIMEOUT_MS = 60_000;
const MEMORY_MB = 1_024;
const REMEMBERED = 8;

export class MeasuresTimeoutError extends Error {
  override readonly name = "MeasuresTimeoutError";
  constructor() {
    super(
      `Measuring took more than ${TIMEOUT_MS / 1000} seconds. Choose fewer types, a region, or what a canvas shows.`,
    );
  }
}

export class Measures {
  readonly #store: GraphStore;
  readonly #answers = new Map<string, MeasuresAnswer>();
  /** Settles when the one before is done. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(store: GraphStore) {
    this.#store = store;
  }

  /** @throws EntityNotFoundError, TooLargeError, MeasuresTimeoutError; the signal's reason when it aborts */
  async of(request: MeasuresRequest, signal: AbortSignal): Promise<MeasuresAnswer> {
    const key = `${await this.#store.dataVersion(signal)} ${JSON.stringify(request)}`;
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const graph = await this.#store.chosenGraph(request, signal);
    const turn = this.#last.then(() => compute(graph, request, signal));
    this.#last = turn.catch(() => undefined);
    const answer = await turn;
    this.#answers.set(key, answer);
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= REMEMBERED) break;
      this.#answers.delete(oldest);
    }
    return answer;
  }
}

async function compute(graph: ChosenGraph, { suggest }: MeasuresRequest, signal: AbortSignal): Promise<MeasuresAnswer> {
  signal.throwIfAborted();
  const script = new URL(`./thread${extname(import.meta.url)}`, import.meta.url);
  const thread = startThread(script, { memoryMb: MEMORY_MB, workerData: { graph, suggest } });
  const tooLong = AbortSignal.timeout(TIMEOUT_MS);
  try {
    return await new Promise<MeasuresAnswer>((resolve, reject) => {
      thread.once("message", resolve);
      thread.once("error", reject);
      thread.once("exit", (code) => reject(new Error(`The thread ended with ${code} and measured nothing.`)));
      signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
      tooLong.addEventListener("abort", () => reject(new MeasuresTimeoutError()), { once: true });
    });
  } finally {
    await thread.terminate();
  }
}
