/**
 * What extraction looked at and did not take, with the reason: for people who
 * ask (`npm run extract -- --explain`). Where nobody listens it costs nothing,
 * and whether somebody does changes nothing in what is found.
 */

export interface Rejected {
  readonly kind: "entity" | "relation" | "observation";
  /** The rule that looked at it. */
  readonly rule: string;
  /** The relation or figure; without it, the words of the span. */
  readonly what?: string;
  readonly why: string;
  /** Span of the cleaned text, or where its sentence begins. */
  readonly begin: number;
  readonly end: number;
}

let listener: ((rejected: Rejected) => void) | undefined;

/** Tells of what is left out; the parts of the message are only made where somebody listens. */
export function reject(tell: () => Rejected): void {
  listener?.(tell());
}

/** Runs `work`, which must not wait for anything, and tells all that is left out in it. */
export function listeningTo<T>(onRejected: (rejected: Rejected) => void, work: () => T): T {
  const before = listener;
  listener = onRejected;
  try {
    return work();
  } finally {
    listener = before;
  }
}
