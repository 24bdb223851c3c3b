/** Notes of everybody on the entity or relation that is in the inspector. */
import type { ReadonlySignal } from "@preact/signals-core";

import type { Api } from "../../api.ts";
import type { Note, NoteDraft, NotesPage } from "../../../../server/contract/index.ts";
import { createResource, tracked } from "../resource.ts";
import type { Loaded } from "../resource.ts";

export interface Notes extends Disposable {
  readonly list: ReadonlySignal<Loaded<NotesPage>>;
  /** What the list is about. */
  readonly about: ReadonlySignal<string | undefined>;
  load(subject: string): Promise<void>;
  /** A new one, or in place of `former` unless somebody else has changed it. @throws ApiError */
  write(subject: NoteDraft["subject"], text: string, former: Note | null): Promise<void>;
  /** @throws ApiError */
  remove(note: Note): Promise<void>;
}

export function createNotes(api: Pick<Api, "notes" | "saveNote" | "removeNote">): Notes {
  const list = createResource((subject: string, abort) => api.notes(subject, abort));
  return {
    list: list.state,
    about: list.key,
    load: (subject) => list.load(subject),
    async write(subject, text, former) {
      const draft = former === null ? { subject, text } : { subject, text, revision: former.revision };
      await tracked(api.saveNote(draft, former?.id ?? null));
      await list.reload();
    },
    async remove({ id }) {
      await tracked(api.removeNote(id));
      await list.reload();
    },
    [Symbol.dispose]: () => list[Symbol.dispose](),
  };
}
