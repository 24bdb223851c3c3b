/** One working thread as the program sees it. While nothing is asked of it, it keeps no process from ending. */
import { extname } from "node:path";
import type { Worker } from "node:worker_threads";

import { READY } from "./protocol.ts";
import type { FromThread, ToThread } from "./protocol.ts";
import { startThread } from "./start-thread.ts";
import type { WorkResult } from "./work-on.ts";

export interface ThreadEnd {
  readonly isOutOfMemory: boolean;
  /** What it said last, or its exit code. */
  readonly detail: string;
}

export interface ThreadListener {
  readonly onReady: () => void;
  readonly onResults: (results: readonly WorkResult[]) => void;
  /** Once, and nothing comes after it. */
  readonly onEnd: (end: ThreadEnd) => void;
}

export class WorkThread {
  readonly #worker: Worker;
  #isReady = false;
  #error: (Error & { code?: string }) | undefined;

  constructor(memoryMb: number | undefined, listener: ThreadListener) {
    this.#worker = startThread(new URL(`./thread${extname(import.meta.url)}`, import.meta.url), { memoryMb })
      .on("message", (message: FromThread) => {
        this.#worker.unref();
        if (message !== READY) return listener.onResults(message);
        this.#isReady = true;
        listener.onReady();
      })
      .on("error", (error) => (this.#error = error as Error))
      .on("exit", (code) =>
        listener.onEnd({
          isOutOfMemory: this.#error?.code === "ERR_WORKER_OUT_OF_MEMORY",
          detail: this.#error?.message ?? `its thread ended with exit code ${code}`,
        }),
      );
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  send(inputs: ToThread): void {
    this.#worker.ref();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of Node, not a window
    this.#worker.postMessage(inputs);
  }

  /** At once, whatever it is doing. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
