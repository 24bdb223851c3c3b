/**
 * Whether the server is known to be down. As long as it is, whoever asks is told
 * so at once instead of after the driver's retries, and a probe finds out when
 * it answers again.
 */
import type { StoreUnavailableError } from "../errors.ts";

const PROBE_EVERY_MS = 500;

export class Availability {
  readonly #probe: () => Promise<unknown>;
  #fault: StoreUnavailableError | undefined;
  #recovered: Promise<void> = Promise.resolve();
  #isClosed = false;

  /** @param probe rejects while the server is down */
  constructor(probe: () => Promise<unknown>) {
    this.#probe = probe;
  }

  /** @throws StoreUnavailableError while the server is known to be down */
  check(): void {
    if (this.#fault !== undefined) throw this.#fault;
  }

  /** Somebody has found the server down. */
  lost(fault: StoreUnavailableError): void {
    if (this.#fault !== undefined || this.#isClosed) return;
    this.#fault = fault;
    this.#recovered = this.#watch();
  }

  /** Resolves when the server answers, or when the signal aborts. */
  async recovered(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const stop = new AbortController();
    const aborted = new Promise<void>((resolve) => {
      signal.addEventListener("abort", () => resolve(), { once: true, signal: stop.signal });
    });
    await Promise.race([this.#recovered, aborted]);
    stop.abort();
  }

  close(): void {
    this.#isClosed = true;
    this.#fault = undefined;
  }

  async #watch(): Promise<void> {
    while (!this.#isClosed) {
      // Not held by: a program that wants to end may end.
      await new Promise((resolve) => setTimeout(resolve, PROBE_EVERY_MS).unref());
      try {
        await this.#probe();
        break;
      } catch {
        // Still down; whoever asked was told so.
      }
    }
    this.#fault = undefined;
  }
}
