/** Starts a thread on `thread.ts`, or on what the build made of it. */
import { createRequire } from "node:module";
import { extname } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

/** @param memoryMb what its documents may take before it is ended; Node's own limit where it is missing */
export function startThread(memoryMb?: number): Worker {
  const script = new URL(`./thread${extname(import.meta.url)}`, import.meta.url);
  const options = {
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
