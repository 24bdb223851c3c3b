/**
 * One process of the engine, seen from the program: requests go in, answers
 * come out, and when it ends every open request hears of it.
 */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { extname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { QueryCancelledError } from "../errors.ts";
import { OUT_OF_MEMORY_EXIT } from "./protocol.ts";
import type { Answers, Call, Fault, Reply, Request } from "./protocol.ts";

/** The engine answered that it cannot; see `toGraphError`. */
export class EngineFault extends Error {
  override readonly name = "EngineFault";
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** The process ended before it answered; whether it did what was asked is unknown. */
export class ChildGoneError extends Error {
  override readonly name = "ChildGoneError";
  readonly reason: ChildEnd;
  constructor(reason: ChildEnd, detail: string) {
    super(`The engine's process ended (${reason}). ${detail}`.trim());
    this.reason = reason;
  }
}

export type ChildEnd = "stopped" | "timeout" | "memory" | "crash";

export interface ChildOptions {
  /** How many bytes it may grow by; unlimited when it is absent. */
  readonly memoryGrowth?: number;
  /** Hard limit of its data in bytes, set by the system where there is a shell to do so. */
  readonly memoryLimit?: number;
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Of what the process writes on stderr, the last of which tells why it crashed. */
const STDERR_TAIL = 4_000;

export class EngineChild {
  readonly #process: ChildProcess;
  readonly #pending = new Map<number, Pending>();
  #nextId = 1;
  #end: ChildEnd | undefined;
  #stderr = "";
  /** Resolves when the process is gone. */
  readonly ended: Promise<ChildEnd>;

  constructor(options: ChildOptions = {}) {
    this.#process = spawnEngine(options);
    this.#process.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-STDERR_TAIL);
    });
    this.#process.on("message", (reply: Reply) => this.#settle(reply));
    this.ended = new Promise((resolve) => {
      const onEnd = (code: number | null) => {
        const reason = this.#end ?? this.#reasonOf(code);
        this.#end = reason;
        const detail = reason === "crash" ? this.#stderr.trim() : "";
        for (const { reject } of this.#pending.values()) reject(new ChildGoneError(reason, detail));
        this.#pending.clear();
        resolve(reason);
      };
      this.#process.once("exit", onEnd);
      this.#process.once("error", (error) => {
        this.#stderr += error.message;
        onEnd(null);
      });
    });
  }

  get isAlive(): boolean {
    return this.#end === undefined;
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Requests that have not been answered. */
  get openRequests(): number {
    return this.#pending.size;
  }

  /**
   * @throws EngineFault, ChildGoneError, and QueryCancelledError as soon as the
   * signal says so: the work goes on until `kill`
   */
  request<R extends Request>(request: R, signal?: AbortSignal): Promise<Answers[R["op"]]> {
    if (signal?.aborted) return Promise.reject(new QueryCancelledError({ cause: signal.reason }));
    if (!this.isAlive) return Promise.reject(new ChildGoneError(this.#end ?? "crash", this.#stderr.trim()));
    const id = this.#nextId++;
    return new Promise<unknown>((resolve, reject) => {
      const cancel = () => reject(new QueryCancelledError({ cause: signal?.reason }));
      signal?.addEventListener("abort", cancel, { once: true });
      const done = () => signal?.removeEventListener("abort", cancel);
      this.#pending.set(id, {
        resolve: (value) => (done(), resolve(value)),
        reject: (error) => (done(), reject(error)),
      });
      // A process that cannot be reached is at its end; its requests are rejected when it is gone.
      this.#process.send({ ...request, id } satisfies Call, (error) => {
        if (error) this.kill("crash");
      });
    }) as Promise<Answers[R["op"]]>;
  }

  /** Ends the process at once. */
  kill(reason: ChildEnd): void {
    this.#end ??= reason;
    this.#process.kill("SIGKILL");
  }

  #settle(reply: Reply): void {
    const pending = this.#pending.get(reply.id);
    this.#pending.delete(reply.id);
    if ("fault" in reply) pending?.reject(new EngineFault(reply.fault));
    else pending?.resolve(reply.answer);
  }

  #reasonOf(code: number | null): ChildEnd {
    if (code === 0) return "stopped";
    const isOutOfMemory =
      code === OUT_OF_MEMORY_EXIT || /memory allocation of|out of memory|heap limit/i.test(this.#stderr);
    return isOutOfMemory ? "memory" : "crash";
  }
}

function spawnEngine({ memoryGrowth = 0, memoryLimit }: ChildOptions): ChildProcess {
  const script = fileURLToPath(new URL(`./engine-process${extname(import.meta.url)}`, import.meta.url));
  const command = [process.execPath, ...loaderFor(script), script, String(Math.round(memoryGrowth))];
  // `ulimit -d` counts what is really writable; `-v` would also count what V8 only reserves.
  const limited =
    memoryLimit === undefined || process.platform === "win32"
      ? command
      : ["/bin/sh", "-c", `ulimit -d ${Math.ceil(memoryLimit / 1024)}; exec "$@"`, "sh", ...command];
  const [program = "", ...args] = limited;
  return spawn(program, args, { stdio: ["ignore", "ignore", "pipe", "ipc"], serialization: "advanced" });
}

/** The sources run under tsx, the build runs as it is. */
function loaderFor(script: string): readonly string[] {
  if (!script.endsWith(".ts")) return [];
  const tsx = createRequire(import.meta.url).resolve("tsx");
  return ["--import", pathToFileURL(tsx).href];
}
