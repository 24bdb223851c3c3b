/**
 * Tells other processes of this machine that an explorer runs on a data folder,
 * and where: `server.json` in that folder, there while the server is.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";

import { readKept, writeKept } from "./kept-file.ts";

export class RunningFile implements Disposable {
  readonly #path: string;

  /** @param token with which commands of this machine may ask, where others have to sign in */
  constructor(dataFolder: string, url: string, token?: string) {
    this.#path = join(dataFolder, "server.json");
    writeKept(this.#path, { url, pid: process.pid, ...(token === undefined ? {} : { token }) }, 0o600);
  }

  [Symbol.dispose](): void {
    // Another server may have taken the folder over since (its file stays), and have ended since.
    const running = readKept(this.#path) as { pid?: unknown } | undefined;
    if (running?.pid === process.pid) rmSync(this.#path, { force: true });
  }
}
