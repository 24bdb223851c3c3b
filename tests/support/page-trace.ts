/** What the main thread of a page does, as the browser's own trace tells it. */
import type { Page } from "playwright-core";

/** One task of the main thread: the page answers nothing while it runs. */
export interface PageTask {
  /** Processor time, which other work on the machine does not lengthen. */
  readonly cpuMs: number;
  readonly wallMs: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const TASKS = "disabled-by-default-devtools.timeline";

/** The tasks of the main thread while `work` goes on, in their order; `page` must be the only one of its browser that works. */
export async function traceTasks(page: Page, work: () => Promise<unknown>): Promise<readonly PageTask[]> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, { categories: [TASKS, "__metadata"] });
  let trace: Buffer;
  try {
    await work();
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const mainThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return traceEvents
    .filter(({ name, ph, pid, tid }) => name === "RunTask" && ph === "X" && mainThreads.has(`${pid} ${tid}`))
    .map(({ dur = 0, tdur = dur }) => ({ cpuMs: tdur / 1000, wallMs: dur / 1000 }));
}

/** Of no task: 0. */
export function longestCpuMs(tasks: readonly PageTask[]): number {
  return tasks.reduce((longest, { cpuMs }) => Math.max(longest, cpuMs), 0);
}

export function totalCpuMs(tasks: readonly PageTask[]): number {
  return tasks.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}
