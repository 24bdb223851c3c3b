/** The worker's end: a request in, the positions out, transferred rather than copied. */
import { arrange } from "./arrange.ts";
import type { LayoutRequest } from "./arrange.ts";

export interface WorkerRequest {
  readonly id: number;
  readonly request: LayoutRequest;
}

export interface WorkerAnswer {
  readonly id: number;
  readonly positions?: Float64Array;
  readonly error?: string;
}

addEventListener("message", ({ data }: MessageEvent<WorkerRequest>) => {
  try {
    const positions = arrange(data.request);
    postMessage({ id: data.id, positions } satisfies WorkerAnswer, { transfer: [positions.buffer] });
  } catch (error) {
    postMessage({ id: data.id, error: String(error) } satisfies WorkerAnswer, { transfer: [] });
  }
});
