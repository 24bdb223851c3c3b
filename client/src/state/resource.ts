/**
 * A value that is fetched by key. A newer request makes the answer of an older
 * one void; while it is under way the old value can still be shown.
 */
import { signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import { ApiError, isAbort } from "../api.ts";

export type Loaded<T> =
  | { readonly status: "idle" }
  | { readonly status: "loading"; readonly previous: T | undefined }
  | { readonly status: "ready"; readonly value: T }
  | { readonly status: "failed"; readonly error: ApiError; readonly previous: T | undefined };

export interface Resource<K, T> extends Disposable {
  readonly state: ReadonlySignal<Loaded<T>>;
  readonly key: ReadonlySignal<K | undefined>;
  /** Never rejects: a failure is a state. Resolves when this request has ended or was overtaken. */
  load(key: K): Promise<void>;
  /** Loads the same key again; the old value stays until then. */
  reload(): Promise<void>;
  clear(): void;
}

const running = signal(0);

/** How many requests are under way, all over the program: for whoever waits until all is still. */
export const runningRequests: ReadonlySignal<number> = running;

/** Counts a request that is no resource's as under way until it has ended. */
export async function tracked<T>(request: Promise<T>): Promise<T> {
  running.value = running.peek() + 1;
  try {
    return await request;
  } finally {
    running.value = running.peek() - 1;
  }
}

export interface ResourceOptions {
  /** Shows the value of the last key until that of the next has come, where both answer the same question otherwise set. */
  readonly keepsOld?: boolean;
}

export function createResource<K, T>(
  fetch: (key: K, signal: AbortSignal) => Promise<T>,
  { keepsOld = false }: ResourceOptions = {},
): Resource<K, T> {
  const state = signal<Loaded<T>>({ status: "idle" });
  const key = signal<K | undefined>(undefined);
  let current: AbortController | undefined;

  const run = async (next: K, previous: T | undefined) => {
    current?.abort();
    const request = new AbortController();
    current = request;
    key.value = next;
    state.value = { status: "loading", previous };
    running.value = running.peek() + 1;
    try {
      const value = await fetch(next, request.signal);
      if (current === request) state.value = { status: "ready", value };
    } catch (error) {
      if (current === request && !isAbort(error)) {
        state.value = { status: "failed", error: toApiError(error), previous };
      }
    } finally {
      running.value = running.peek() - 1;
    }
  };
  const clear = () => {
    current?.abort();
    current = undefined;
    key.value = undefined;
    state.value = { status: "idle" };
  };

  return {
    state,
    key,
    // Another key is another thing: its old value would be a wrong one.
    load: (next) => run(next, keepsOld || Object.is(next, key.peek()) ? loadedValue(state.peek()) : undefined),
    async reload() {
      const last = key.peek();
      if (last !== undefined) await run(last, loadedValue(state.peek()));
    },
    clear,
    [Symbol.dispose]: clear,
  };
}

/** What can be shown: the value, or the last one while a newer is fetched. */
export function loadedValue<T>(loaded: Loaded<T>): T | undefined {
  if (loaded.status === "ready") return loaded.value;
  return loaded.status === "idle" ? undefined : loaded.previous;
}

export function toApiError(error: unknown): ApiError {
  return error instanceof ApiError
    ? error
    : new ApiError("unexpected_answer", { cause: error, message: String(error) });
}
