/** Holding back what a client does not take yet. */
import type { Response } from "express";

/** A client that takes nothing for so long is left, and what was made for it ended. */
const STALLED_MS = 60_000;

/**
 * Waits until the response takes more, the signal aborts, or the client has
 * stalled. It listens once for the whole response: where the answer is
 * compressed, a listener that was added is never taken off again, so one a line
 * would be a thousand in the end.
 */
export function drainsOf(response: Response, signal: AbortSignal): () => Promise<void> {
  let goOn: (() => void) | undefined;
  response.on("drain", () => goOn?.());
  signal.addEventListener("abort", () => goOn?.(), { once: true });
  return () =>
    new Promise((resolve) => {
      const stalled = setTimeout(() => {
        response.destroy();
        resolve();
      }, STALLED_MS);
      goOn = () => {
        clearTimeout(stalled);
        resolve();
      };
    });
}
