/**
 * Groups more records than memory holds: each goes to the file that the hash of
 * its key chooses, so that all of one key are in one file, which memory does hold.
 */
import { appendFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import { groupBy } from "../group-by.ts";

const BUFFERED_CHARACTERS = 500_000;

export class Buckets<T> {
  readonly #folder: string;
  readonly #name: string;
  readonly #buffers: { lines: string[]; size: number }[];

  /** @param count as many files; each should fit into memory */
  constructor(folder: string, name: string, count: number) {
    this.#folder = folder;
    this.#name = name;
    this.#buffers = Array.from({ length: count }, () => ({ lines: [], size: 0 }));
  }

  add(key: string, record: T): void {
    const bucket = bucketOf(key, this.#buffers.length);
    const buffer = this.#buffers[bucket]!;
    const line = `${JSON.stringify([key, record])}\n`;
    buffer.lines.push(line);
    buffer.size += line.length;
    if (buffer.size > BUFFERED_CHARACTERS) this.#flush(bucket);
  }

  /** Records by their key, one file after another; the files are gone then. */
  *groups(): Generator<ReadonlyMap<string, readonly T[]>> {
    for (let bucket = 0; bucket < this.#buffers.length; bucket += 1) {
      this.#flush(bucket);
      const path = this.#pathOf(bucket);
      if (!existsSync(path)) continue;
      const records = readFileSync(path, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as [string, T]);
      rmSync(path);
      const grouped = groupBy(records, ([key]) => key);
      yield new Map([...grouped].map(([key, own]) => [key, own.map(([, record]) => record)]));
    }
  }

  #flush(bucket: number): void {
    const buffer = this.#buffers[bucket]!;
    if (buffer.lines.length > 0) appendFileSync(this.#pathOf(bucket), buffer.lines.join(""));
    this.#buffers[bucket] = { lines: [], size: 0 };
  }

  #pathOf(bucket: number): string {
    return join(this.#folder, `${this.#name}-${bucket}.jsonl`);
  }
}

/** [Reference] Fowler, Noll, Vo: FNV-1a. It need only spread keys; a cryptographic hash takes ten times as long. */
function bucketOf(key: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % count;
}
