/**
 * The page's end of the layout worker. Giving a request up ends the worker in
 * the middle of its sums; the next request starts another.
 */
import type { Arrange } from "./arrange.ts";
import type { WorkerAnswer, WorkerRequest } from "./layout-worker.ts";

/** What of a worker is used. */
export interface LayoutWorker {
  addEventListener(type: "message", listener: (event: MessageEvent<WorkerAnswer>) => void): void;
  addEventListener(type: "error", listener: (event: ErrorEvent) => void): void;
  postMessage(message: WorkerRequest, transfer: Transferable[]): void;
  terminate(): void;
}

export interface LayoutClient extends Disposable {
  readonly arrange: Arrange;
}

interface Waiting {
  resolve(positions: Float64Array): void;
  reject(error: unknown): void;
}

export function createLayoutClient(startWorker: () => LayoutWorker): LayoutClient {
  const waiting = new Map<number, Waiting>();
  let worker: LayoutWorker | undefined;
  let nextId = 1;

  const settle = (id: number, act: (waiting: Waiting) => void) => {
    const found = waiting.get(id);
    waiting.delete(id);
    if (found !== undefined) act(found);
  };
  const stop = () => {
    worker?.terminate();
    worker = undefined;
  };
  const failAll = (error: unknown) => {
    stop();
    for (const id of waiting.keys()) settle(id, ({ reject }) => reject(error));
  };
  const start = (): LayoutWorker => {
    const started = startWorker();
    started.addEventListener("message", ({ data }) => {
      settle(data.id, ({ resolve, reject }) => {
        if (data.positions === undefined) reject(new Error(`The layout failed: ${data.error}`));
        else resolve(data.positions);
      });
    });
    started.addEventListener("error", (event) => failAll(new Error(`The layout worker failed: ${event.message}`)));
    return started;
  };

  return {
    arrange: (request, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(signal.reason as Error);
          return;
        }
        const id = nextId;
        nextId += 1;
        waiting.set(id, { resolve, reject });
        signal?.addEventListener(
          "abort",
          () => {
            if (!waiting.has(id)) return;
            settle(id, (found) => found.reject(signal.reason));
            if (waiting.size === 0) stop();
          },
          { once: true },
        );
        worker ??= start();
        worker.postMessage({ id, request }, []);
      }),
    [Symbol.dispose]: () => failAll(new DOMException("The layout client was closed", "AbortError")),
  };
}
