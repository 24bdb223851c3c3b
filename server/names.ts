/** What was brought together and what is doubtful, worked out once a version of the data. */
import { examineStore } from "../ingest/index.ts";
import type { NameOutcome } from "../ingest/index.ts";
import type { GraphStore } from "./graph/index.ts";

export class NameReports {
  readonly #store: GraphStore;
  #latest: { readonly key: string; readonly outcome: Promise<NameOutcome> } | undefined;

  constructor(store: GraphStore) {
    this.#store = store;
  }

  async outcome(signal?: AbortSignal): Promise<NameOutcome> {
    const [version, decisions] = await Promise.all([
      this.#store.dataVersion(signal),
      this.#store.note("decisions", signal),
    ]);
    const key = `${version} ${decisions}`;
    if (this.#latest?.key !== key) {
      // Without the signal: others may wait for the same.
      const outcome = examineStore(this.#store);
      this.#latest = { key, outcome };
      outcome.catch(() => (this.#latest = undefined));
    }
    return this.#latest!.outcome;
  }
}
