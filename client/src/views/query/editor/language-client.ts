/** The page's end of the language worker. A newer request of a kind makes an older one's answer void. */
import type { LanguageAnswers, LanguageCall, LanguageReply, LanguageRequest } from "./language-protocol.ts";

/** What of a worker is used. */
export interface LanguageWorker {
  addEventListener(type: "message", listener: (event: MessageEvent<LanguageReply>) => void): void;
  addEventListener(type: "error", listener: (event: ErrorEvent) => void): void;
  postMessage(message: LanguageCall, transfer: Transferable[]): void;
  terminate(): void;
}

export interface LanguageClient extends Disposable {
  /** Rejects when the worker fails; resolves to undefined where a newer request of this kind came after it. */
  ask<R extends LanguageRequest>(request: R): Promise<LanguageAnswers[R["op"]] | undefined>;
}

interface Waiting {
  readonly op: LanguageRequest["op"];
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

export function createLanguageClient(startWorker: () => LanguageWorker): LanguageClient {
  const worker = startWorker();
  const waiting = new Map<number, Waiting>();
  const newest = new Map<LanguageRequest["op"], number>();
  let lastId = 0;

  worker.addEventListener("message", ({ data: { id, answer, error } }) => {
    const found = waiting.get(id);
    waiting.delete(id);
    if (found === undefined) return;
    if (newest.get(found.op) !== id) found.resolve(undefined as never);
    else if (error !== undefined) found.reject(new Error(`The language worker failed: ${error}`));
    else found.resolve(answer as never);
  });
  worker.addEventListener("error", (event) => {
    for (const { reject } of waiting.values()) reject(new Error(`The language worker failed: ${event.message}`));
    waiting.clear();
  });

  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        newest.set(request.op, id);
        waiting.set(id, { op: request.op, resolve: resolve as never, reject });
        worker.postMessage({ ...request, id }, []);
      }),
    [Symbol.dispose]() {
      for (const { resolve } of waiting.values()) resolve(undefined as never);
      waiting.clear();
      worker.terminate();
    },
  };
}
