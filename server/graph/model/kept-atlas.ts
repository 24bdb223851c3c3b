/**
 * The graph as a whole, as it was read last. Where nobody else can
 * write, it is read once and then known, so that a request that only asks
 * whether anything has changed sends no statement.
 */
import type { CypherEngine } from "../engine.ts";
import { QueryCancelledError } from "../errors.ts";
import { readAtlas } from "./atlas-node.ts";
import type { Atlas } from "./atlas-node.ts";

export class KeptAtlas {
  readonly #engine: CypherEngine;
  #kept: Atlas | undefined;
  #writesUnderWay = 0;
  #writesBegun = 0;

  constructor(engine: CypherEngine) {
    this.#engine = engine;
  }

  async read(signal?: AbortSignal): Promise<Atlas> {
    if (signal?.aborted) throw new QueryCancelledError({ cause: signal.reason });
    if (this.#kept !== undefined) return this.#kept;
    const begun = this.#writesBegun;
    const isStill = this.#writesUnderWay === 0;
    const atlas = await readAtlas(this.#engine, signal);
    // What is read beside a write may be of before it.
    if (this.#engine.isSoleWriter && isStill && begun === this.#writesBegun) this.#kept = atlas;
    return atlas;
  }

  /** Whatever comes of the write, what was known before is not known any more. */
  async changedBy<T>(write: () => Promise<T>): Promise<T> {
    this.#kept = undefined;
    this.#writesBegun += 1;
    this.#writesUnderWay += 1;
    try {
      return await write();
    } finally {
      this.#writesUnderWay -= 1;
    }
  }
}
