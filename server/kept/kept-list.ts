/**
 * A list that people write, in one small file. What they wrote is not to be
 * lost: a file that cannot be read is set aside, never written over, and a
 * change that was made on an older state is refused.
 */
import { randomUUID } from "node:crypto";
import { existsSync, renameSync } from "node:fs";

import { readKept, writeKept } from "../kept-file.ts";
import type { Logger } from "../logger.ts";

export interface Kept {
  readonly id: string;
  readonly revision: number;
  readonly createdAt: string;
  readonly changedAt: string;
}

/** Somebody else has changed it since it was read. */
export class ChangedMeanwhileError extends Error {
  override readonly name = "ChangedMeanwhileError";
  readonly code = "changed_meanwhile";
}

export class KeptFullError extends Error {
  override readonly name = "KeptFullError";
  readonly code = "too_large";
}

export class KeptNotFoundError extends Error {
  override readonly name = "KeptNotFoundError";
  readonly code = "kept_not_found";
}

export interface KeptListOptions {
  readonly path: string;
  readonly max: number;
  readonly logger: Logger;
}

export class KeptList<T extends object> {
  readonly #options: KeptListOptions;
  #entries: ReadonlyMap<string, T & Kept> | undefined;

  constructor(options: KeptListOptions) {
    this.#options = options;
  }

  /** Changed last first. */
  list(): readonly (T & Kept)[] {
    return [...this.#all().values()].sort(
      (a, b) => (a.changedAt === b.changedAt ? 0 : a.changedAt < b.changedAt ? 1 : -1) || (a.id < b.id ? -1 : 1),
    );
  }

  /** @throws KeptNotFoundError */
  get(id: string): T & Kept {
    const entry = this.#all().get(id);
    if (entry === undefined) throw new KeptNotFoundError(`Nothing is kept under the id "${id}".`);
    return entry;
  }

  /** @throws KeptFullError */
  add(value: T): T & Kept {
    if (this.#all().size >= this.#options.max) {
      throw new KeptFullError(`There are ${this.#options.max} already. Remove some that nobody needs.`);
    }
    const now = new Date().toISOString();
    return this.#put({ ...value, id: randomUUID(), revision: 1, createdAt: now, changedAt: now });
  }

  /** @param revision of what is replaced; @throws KeptNotFoundError, ChangedMeanwhileError */
  replace(id: string, value: T, revision: number | undefined): T & Kept {
    const former = this.get(id);
    if (revision !== undefined && revision !== former.revision) {
      throw new ChangedMeanwhileError("It was changed since you read it. Read it again, then change it.");
    }
    const { createdAt } = former;
    return this.#put({ ...value, id, revision: former.revision + 1, createdAt, changedAt: new Date().toISOString() });
  }

  /** @throws KeptNotFoundError */
  remove(id: string): void {
    this.get(id);
    const rest = new Map(this.#all());
    rest.delete(id);
    this.#write(rest);
  }

  #put(entry: T & Kept): T & Kept {
    this.#write(new Map(this.#all()).set(entry.id, entry));
    return entry;
  }

  /** What is not on disk is not said to be kept. */
  #write(entries: ReadonlyMap<string, T & Kept>): void {
    writeKept(this.#options.path, [...entries.values()]);
    this.#entries = entries;
  }

  #all(): ReadonlyMap<string, T & Kept> {
    this.#entries ??= new Map(this.#read().map((entry) => [entry.id, entry]));
    return this.#entries;
  }

  #read(): readonly (T & Kept)[] {
    const { path, logger } = this.#options;
    const kept = readKept(path);
    if (Array.isArray(kept)) return kept as (T & Kept)[];
    if (!existsSync(path)) return [];
    const aside = `${path}.unreadable-${Date.now()}`;
    renameSync(path, aside);
    logger.warn({ path: aside }, "what people kept could not be read and was set aside");
    return [];
  }
}
