/** Whether the server asks who is there, and telling it: by a token, which it keeps a session for. */
import { signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

export type SignInFault = "wrong" | "too_many" | "unreachable";

export interface SignIn {
  /** Stays so until the page is loaded anew. */
  readonly isNeeded: ReadonlySignal<boolean>;
  readonly isSending: ReadonlySignal<boolean>;
  readonly fault: ReadonlySignal<SignInFault | null>;
  /** Notices every answer that asks who is there. */
  readonly fetch: typeof globalThis.fetch;
  /** Resolves to whether the server knows the token. */
  send(token: string): Promise<boolean>;
}

export function createSignIn(fetch: typeof globalThis.fetch = globalThis.fetch.bind(globalThis)): SignIn {
  const isNeeded = signal(false);
  const isSending = signal(false);
  const fault = signal<SignInFault | null>(null);
  return {
    isNeeded,
    isSending,
    fault,
    async fetch(...request) {
      const response = await fetch(...request);
      if (response.status === 401) isNeeded.value = true;
      return response;
    },
    async send(token) {
      isSending.value = true;
      fault.value = null;
      try {
        const { ok, status } = await fetch("/api/session", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ token }),
        });
        if (!ok) fault.value = status === 429 ? "too_many" : "wrong";
        return ok;
      } catch {
        fault.value = "unreachable";
        return false;
      } finally {
        isSending.value = false;
      }
    },
  };
}
