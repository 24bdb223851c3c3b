/**
 * Keeps one process of the engine running on one file: started when it is
 * asked for, started again when it has ended, stopped when it is told to.
 */
import { setTimeout as delay } from "node:timers/promises";

import { StoreUnavailableError } from "../errors.ts";
import { ChildGoneError, EngineChild, EngineFault } from "./engine-child.ts";
import type { ChildOptions } from "./engine-child.ts";
import { toGraphError } from "./engine-faults.ts";

/** A process that was killed frees the file a moment later; so long is it worth waiting. */
const LOCK_WAIT_MS = 5_000;
const LOCK_RETRY_MS = 100;

export class KeptChild {
  #path: string;
  readonly #readOnly: boolean;
  readonly #options: ChildOptions;
  #child: Promise<EngineChild> | undefined;
  #closed = false;
  #openMs = 0;

  constructor(path: string, readOnly: boolean, options: ChildOptions = {}) {
    this.#path = path;
    this.#readOnly = readOnly;
    this.#options = options;
  }

  /** How long it took to open the file, last time. */
  get openMs(): number {
    return this.#openMs;
  }

  /** @throws StoreLockedError, StoreFullError, StoreUnavailableError */
  async current(): Promise<EngineChild> {
    for (;;) {
      if (this.#closed) throw new StoreUnavailableError(`The store ${this.#path} is closed.`);
      const started = (this.#child ??= this.#start());
      const child = await started;
      if (child.isAlive) return child;
      // It was killed and is about to be gone, and with it the lock on the file.
      await child.ended;
      if (this.#child === started) this.#child = undefined;
    }
  }

  /** Opens another file in the same process, which is quicker than a new one. Nothing may be open in it. */
  async moveTo(path: string): Promise<void> {
    this.#path = path;
    const child = await this.#child?.catch(() => undefined);
    try {
      if (child !== undefined) await this.#requestOpen(child);
    } catch {
      // It starts again, on the new file, when it is asked for.
      child?.kill("stopped");
      await child?.ended;
    }
  }

  /** Lets the process finish what it has, write what it holds and end. */
  async close(): Promise<void> {
    this.#closed = true;
    const child = await this.#child?.catch(() => undefined);
    if (child === undefined) return;
    await child.request({ op: "close" }).catch(() => {});
    child.kill("stopped");
    await child.ended;
  }

  async #start(): Promise<EngineChild> {
    const child = new EngineChild(this.#options);
    try {
      await this.#open(child);
      return child;
    } catch (error) {
      this.#child = undefined;
      child.kill("stopped");
      await child.ended;
      if (error instanceof EngineFault) throw toGraphError(error.fault, this.#path);
      throw new StoreUnavailableError(`The engine for ${this.#path} did not start. ${(error as Error).message}`, {
        cause: error,
      });
    }
  }

  async #requestOpen(child: EngineChild): Promise<void> {
    const begin = performance.now();
    await child.request({ op: "open", path: this.#path, readOnly: this.#readOnly });
    this.#openMs = performance.now() - begin;
  }

  async #open(child: EngineChild): Promise<void> {
    const deadline = Date.now() + LOCK_WAIT_MS;
    for (;;) {
      try {
        await this.#requestOpen(child);
        return;
      } catch (error) {
        const isLocked = error instanceof EngineFault && error.fault.kind === "locked";
        if (!isLocked || Date.now() > deadline) throw error;
      }
      await delay(LOCK_RETRY_MS);
    }
  }
}

export const isGone = (error: unknown): error is ChildGoneError => error instanceof ChildGoneError;
