/** The server as a process of its own, as people run it, for tests that kill it. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");
const READY = /(http:\/\/127\.0\.0\.1:\d+)/;

export class ServerProcess implements AsyncDisposable {
  readonly url: string;
  readonly pid: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.pid = child.pid ?? 0;
    this.url = url;
  }

  /**
   * @param program what is started: the sources, or what the build made of them
   * @throws Error with what the process printed, when it ends before it is ready
   */
  static async start(env: Record<string, string>, program: "sources" | "built" = "sources"): Promise<ServerProcess> {
    const args =
      program === "built"
        ? [join(ROOT, "dist", "server", "main.js")]
        : ["--import", "tsx", join(ROOT, "server", "main.ts")];
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "silent", NEO4J_URI: "", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const url = await new Promise<string>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        output += chunk.toString();
        const found = READY.exec(output)?.[1];
        if (found !== undefined) resolve(found);
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      child.once("exit", (code) => reject(new Error(`The server ended with code ${code}:\n${output}`)));
    });
    return new ServerProcess(child, url);
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return this.#child.exitCode;
    const exited = once(this.#child, "exit");
    this.#child.kill(signal);
    await exited;
    return this.#child.exitCode;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.end("SIGTERM");
  }
}
