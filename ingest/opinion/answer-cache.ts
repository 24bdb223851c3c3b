/** Answers kept on disk, so that a question is asked once. What cannot be read or written costs only the question. */
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

export class AnswerCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async find(key: string): Promise<string | undefined> {
    try {
      const kept = JSON.parse(await readFile(this.#path(key), "utf8")) as { content?: unknown };
      return typeof kept.content === "string" ? kept.content : undefined;
    } catch {
      return undefined;
    }
  }

  async keep(key: string, content: string): Promise<void> {
    const path = this.#path(key);
    // Two of one process may keep the same answer at once.
    const beside = `${path}.${process.pid}.${crypto.randomUUID()}.new`;
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(beside, JSON.stringify({ content }));
      await rename(beside, path);
    } catch {
      await rm(beside, { force: true }).catch(() => undefined);
    }
  }

  #path(key: string): string {
    return join(this.#folder, key.slice(0, 2), `${key}.json`);
  }
}
