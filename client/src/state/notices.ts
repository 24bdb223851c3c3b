/** What has to be said and is not visible anyway: toasts, oldest first. Errors stay until they are closed. */
import { signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type { ApiErrorCode } from "../api.ts";
import { isAbort } from "../api.ts";
import type { ViewChanges } from "./kept/view-changes.ts";
import { toApiError } from "./resource.ts";

export type NoticeAbout =
  | { readonly kind: "error"; readonly code: ApiErrorCode }
  /** A link named entities that are not in the graph. */
  | { readonly kind: "missing"; readonly ids: readonly string[] }
  /** The address is not a link of this program, or was cut off. */
  | { readonly kind: "broken_link" }
  | { readonly kind: "link_copied" }
  /** What a saved view showed is otherwise in the graph of today; `date` is when it was saved, ISO 8601. */
  | { readonly kind: "changed_since"; readonly name: string; readonly date: string; readonly changes: ViewChanges }
  /** Documents were imported or removed since the link was made. */
  | { readonly kind: "newer_data" }
  | { readonly kind: "nothing_to_expand"; readonly name: string };

export type Notice = NoticeAbout & { readonly id: number };

export interface Notices {
  readonly list: ReadonlySignal<readonly Notice[]>;
  say(about: NoticeAbout): void;
  /** Says what failed; an abort is silent. */
  fail(error: unknown): void;
  close(id: number): void;
}

export function createNotices(): Notices {
  const list = signal<readonly Notice[]>([]);
  let nextId = 1;
  const say = (about: NoticeAbout) => {
    list.value = [...list.peek(), { ...about, id: nextId }];
    nextId += 1;
  };
  return {
    list,
    say,
    fail(error) {
      if (!isAbort(error)) say({ kind: "error", code: toApiError(error).code });
    },
    close(id) {
      list.value = list.peek().filter((notice) => notice.id !== id);
    },
  };
}
