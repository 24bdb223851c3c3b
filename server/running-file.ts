/**
 * Tells other processes of this machine that an explorer runs on a data folder,
 * and where: `server.json` in that folder, there while the server is.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";

import { readKept, writeKept } from "./kept-file.ts";

export class RunningFile implements Disposable {
  readonly #path: string;

  constructor(dataFolder: string, url: string) {
    this.#path = join(dataFolder, "server.json");
    writeKept(this.#path, { url, pid: process.pid });
  }

  [Symbol.dispose](): void {
    // Another server may have taken the folder over since (its file stays), and have ended since.
    const running = readKept(this.#path) as { pid?: unknown } | undefined;
    if (running?.pid === process.pid) rmSync(this.#path, { force: true });
  }
}
