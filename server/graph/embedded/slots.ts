/** Lets so many at once through, in the order in which they came; somebody may ask for several places. */
import { QueryCancelledError } from "../errors.ts";

interface Waiter {
  readonly places: number;
  readonly enter: () => void;
}

export class Slots {
  readonly #size: number;
  readonly #queue: Waiter[] = [];
  #taken = 0;

  constructor(size: number) {
    this.#size = size;
  }

  get taken(): number {
    return this.#taken;
  }

  /** Resolves to what gives the places back. @throws QueryCancelledError when the signal ends the wait */
  take(places: number, signal?: AbortSignal): Promise<() => void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(new QueryCancelledError({ cause: signal.reason }));
        return;
      }
      const cancel = () => {
        this.#queue.splice(this.#queue.indexOf(waiter), 1);
        reject(new QueryCancelledError({ cause: signal?.reason }));
        this.#admit();
      };
      const waiter: Waiter = {
        places,
        enter: () => {
          signal?.removeEventListener("abort", cancel);
          let isTaken = true;
          resolve(() => {
            if (isTaken) this.#taken -= places;
            isTaken = false;
            this.#admit();
          });
        },
      };
      signal?.addEventListener("abort", cancel, { once: true });
      this.#queue.push(waiter);
      this.#admit();
    });
  }

  #admit(): void {
    for (
      let next = this.#queue[0];
      next !== undefined && this.#taken + next.places <= this.#size;
      next = this.#queue[0]
    ) {
      this.#queue.shift();
      this.#taken += next.places;
      next.enter();
    }
  }
}
