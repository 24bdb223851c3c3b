import { describe, expect, test } from "vitest";

import { arrange } from "../../../../client/src/layout/arrange.ts";
import { createLayoutClient } from "../../../../client/src/layout/layout-client.ts";
import type { LayoutWorker } from "../../../../client/src/layout/layout-client.ts";
import type { WorkerAnswer, WorkerRequest } from "../../../../client/src/layout/layout-worker.ts";
import { grid, requestFor, star } from "./graphs.ts";

/** A worker that works when it is told to. */
class HeldWorker extends EventTarget {
  readonly waiting: WorkerRequest[] = [];
  isEnded = false;
  postMessage(message: WorkerRequest) {
    this.waiting.push(message);
  }
  terminate() {
    this.isEnded = true;
  }
  work() {
    for (const { id, request } of this.waiting.splice(0)) {
      const data: WorkerAnswer = { id, positions: arrange(request) };
      this.dispatchEvent(new MessageEvent("message", { data }));
    }
  }
}

function start() {
  const workers: HeldWorker[] = [];
  const client = createLayoutClient(() => {
    workers.push(new HeldWorker());
    return workers.at(-1)! as unknown as LayoutWorker;
  });
  return { client, workers };
}

describe("the layout client", () => {
  test("answers each request with its own positions, from one worker", async () => {
    const { client, workers } = start();
    const requests = [requestFor(star(5), "relations"), requestFor(grid(3), "concentric")];
    const answers = Promise.all(requests.map((request) => client.arrange(request)));
    workers[0]!.work();
    expect(await answers).toEqual(requests.map(arrange));
    expect(workers).toHaveLength(1);
  });

  test("ends the worker when its only request is given up, and starts another for the next", async () => {
    const { client, workers } = start();
    const abort = new AbortController();
    const given = client.arrange(requestFor(star(5), "relations"), abort.signal);
    abort.abort();
    await expect(given).rejects.toMatchObject({ name: "AbortError" });
    expect(workers[0]!.isEnded).toBe(true);

    const next = client.arrange(requestFor(star(3), "relations"));
    workers[1]!.work();
    expect(await next).toHaveLength(8);
  });

  test("lets the others go on when one of several is given up", async () => {
    const { client, workers } = start();
    const abort = new AbortController();
    const given = client.arrange(requestFor(star(5), "relations"), abort.signal);
    const kept = client.arrange(requestFor(star(3), "relations"));
    abort.abort();
    await expect(given).rejects.toMatchObject({ name: "AbortError" });
    workers[0]!.work();
    expect(await kept).toHaveLength(8);
  });

  test("refuses what is given up before it starts", async () => {
    const { client, workers } = start();
    await expect(client.arrange(requestFor(star(5), "place"), AbortSignal.abort())).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(workers).toHaveLength(0);
  });
});
