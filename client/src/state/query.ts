/** The query that a person writes, and its last answer; both outlive a change of view. */
import { batch, signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type { Api } from "../api.ts";
import type { QueryAnswer } from "../../../server/contract/index.ts";
import { createResource } from "./resource.ts";
import type { Loaded } from "./resource.ts";

export const QUERY_TIMEOUT_MS = 15_000;
export const QUERY_ROWS = 1_000;

export interface Query extends Disposable {
  readonly text: ReadonlySignal<string>;
  /** As JSON text, so that a half-written object is kept as it is. */
  readonly parameters: ReadonlySignal<string>;
  /** Why `parameters` is no JSON object; null while it is one or is empty. */
  readonly parametersError: ReadonlySignal<string | null>;
  readonly answer: ReadonlySignal<Loaded<QueryAnswer>>;
  write(text: string, parameters?: string): void;
  setText(text: string): void;
  setParameters(text: string): void;
  run(): Promise<void>;
  stop(): void;
}

interface Asked {
  readonly cypher: string;
  readonly parameters: Record<string, unknown>;
}

export function createQuery(api: Pick<Api, "query">): Query {
  const text = signal("");
  const parameters = signal("");
  const parametersError = signal<string | null>(null);
  const resource = createResource(({ cypher, parameters }: Asked, abort) =>
    api.query({ cypher, parameters, maxRows: QUERY_ROWS, timeoutMs: QUERY_TIMEOUT_MS }, abort),
  );

  return {
    text,
    parameters,
    parametersError,
    answer: resource.state,
    write(next, nextParameters = "") {
      batch(() => {
        text.value = next;
        parameters.value = nextParameters;
        parametersError.value = null;
      });
      resource.clear();
    },
    setText(next) {
      text.value = next;
    },
    setParameters(next) {
      batch(() => {
        parameters.value = next;
        parametersError.value = null;
      });
    },
    async run() {
      const cypher = text.peek().trim();
      if (cypher === "") return;
      const read = readParameters(parameters.peek());
      if (typeof read === "string") {
        parametersError.value = read;
        return;
      }
      await resource.load({ cypher, parameters: read });
    },
    stop: () => resource.clear(),
    [Symbol.dispose]: () => resource[Symbol.dispose](),
  };
}

/** The object that a JSON text means, or why it means none. */
export function readParameters(text: string): Record<string, unknown> | string {
  if (text.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
    return Array.isArray(value) ? "[]" : typeof value;
  } catch (error) {
    if (error instanceof SyntaxError) return error.message;
    throw error;
  }
}
