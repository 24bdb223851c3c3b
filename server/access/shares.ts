/** What one client may take of the server at once and in a minute, so that the others get theirs. */
import { Slots } from "../graph/embedded/slots.ts";

const MINUTE_MS = 60_000;
/** Of clients that are not seen any more nothing is kept. */
const MAX_CLIENTS = 10_000;

/** A bucket a client: it holds what a minute allows and fills evenly. */
export class RateLimit {
  readonly #perMinute: number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, { left: number; at: number }>();

  /** @param perMinute 0 allows any number */
  constructor(perMinute: number, now: () => number = () => performance.now()) {
    this.#perMinute = perMinute;
    this.#now = now;
  }

  /** Seconds until there is room again; 0 where there is. */
  take(client: string): number {
    if (this.#perMinute === 0) return 0;
    const now = this.#now();
    const { left, at } = this.#buckets.get(client) ?? { left: this.#perMinute, at: now };
    const filled = Math.min(this.#perMinute, left + ((now - at) / MINUTE_MS) * this.#perMinute);
    const isAllowed = filled >= 1;
    // Behind those of all others, so that the first is who was not seen for longest.
    this.#buckets.delete(client);
    this.#buckets.set(client, { left: isAllowed ? filled - 1 : filled, at: now });
    if (this.#buckets.size > MAX_CLIENTS) this.#buckets.delete(this.#buckets.keys().next().value ?? "");
    return isAllowed ? 0 : Math.ceil(((1 - filled) / this.#perMinute) * (MINUTE_MS / 1_000));
  }
}

/** So many of a client's queries run at once; the others of this client wait, and nobody else. */
export class QueryShares {
  readonly #each: number;
  readonly #slots = new Map<string, { readonly slots: Slots; users: number }>();

  constructor(each: number) {
    this.#each = each;
  }

  /** Resolves to what gives the place back. @throws QueryCancelledError when the signal ends the wait */
  async take(client: string, signal: AbortSignal): Promise<() => void> {
    const entry = this.#slots.get(client) ?? { slots: new Slots(this.#each), users: 0 };
    this.#slots.set(client, entry);
    entry.users += 1;
    const leave = () => {
      entry.users -= 1;
      if (entry.users === 0) this.#slots.delete(client);
    };
    try {
      const release = await entry.slots.take(1, signal);
      let isTaken = true;
      return () => {
        if (!isTaken) return;
        isTaken = false;
        release();
        leave();
      };
    } catch (error) {
      leave();
      throw error;
    }
  }
}
