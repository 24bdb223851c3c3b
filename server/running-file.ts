/**
 * Tells other processes of this machine that an explorer runs on a data folder,
 * and where: `server.json` in that folder, there while the server is.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export class RunningFile implements Disposable {
  readonly #path: string;

  constructor(dataFolder: string, url: string) {
    this.#path = join(dataFolder, "server.json");
    writeFileSync(this.#path, `${JSON.stringify({ url, pid: process.pid })}\n`);
  }

  [Symbol.dispose](): void {
    // Another server may have taken the folder over since; its file stays.
    const { pid } = JSON.parse(readFileSync(this.#path, "utf8")) as { pid?: unknown };
    if (pid === process.pid) rmSync(this.#path);
  }
}
