/** Starts threads on a source, or on what the build made of it. */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

export interface ThreadOptions {
  /** What it may take before it is ended; Node's own limit where it is missing. */
  readonly memoryMb?: number | undefined;
  readonly workerData?: unknown;
}

/** @param script ends as the module does that starts it: `new URL(`./thread${extname(import.meta.url)}`, import.meta.url)` */
export function startThread(script: URL, { memoryMb, workerData }: ThreadOptions = {}): Worker {
  const options = {
    workerData,
    // Those of this process may be meant for its own script.
    execArgv: [],
    ...(memoryMb === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: memoryMb } }),
  };
  if (script.pathname.endsWith(".js")) return new Worker(script, options);
  // The sources run under tsx, which a thread has to register for itself.
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx/esm/api")).href.replace(/\.cjs$/, ".mjs");
  const code = `import(${JSON.stringify(tsx)}).then(({ register }) => {
    register();
    return import(${JSON.stringify(script.href)});
  });`;
  return new Worker(code, { ...options, eval: true });
}
