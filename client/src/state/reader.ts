/** The document that is open, and the sentence the person is at in it. */
import { batch, computed, signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type { Api } from "../api.ts";
import type { DocumentDetail, DocumentId, PassageId } from "../../../server/contract/index.ts";
import { createResource, loadedValue } from "./resource.ts";
import type { Resource } from "./resource.ts";

export interface Reader extends Disposable {
  readonly document: Resource<DocumentId, DocumentDetail>;
  /** The open document; null shows the list of documents. */
  readonly documentId: ReadonlySignal<DocumentId | null>;
  readonly passageId: ReadonlySignal<PassageId | null>;
  open(document: DocumentId, passage?: PassageId | null): void;
  goTo(passage: PassageId | null): void;
  /** To the next or previous sentence of the document that says something: names an entity or holds a figure. */
  move(by: 1 | -1): void;
  close(): void;
}

export function createReader(api: Pick<Api, "document">): Reader {
  const document = createResource((id: DocumentId, abort) => api.document(id, abort));
  const documentId = signal<DocumentId | null>(null);
  const passageId = signal<PassageId | null>(null);

  const telling = computed<readonly PassageId[]>(() => {
    const detail = loadedValue(document.state.value);
    if (detail === undefined) return [];
    const saying = new Set([...detail.mentions, ...detail.observations].map((item) => item.passageId));
    return detail.passages.filter(({ id }) => saying.has(id)).map(({ id }) => id);
  });

  return {
    document,
    documentId,
    passageId,
    open(id, passage = null) {
      const isOther = id !== documentId.peek();
      batch(() => {
        documentId.value = id;
        passageId.value = passage;
      });
      if (isOther || document.state.peek().status === "failed") void document.load(id);
    },
    goTo(passage) {
      passageId.value = passage;
    },
    move(by) {
      const at = passageId.peek() === null ? -1 : telling.peek().indexOf(passageId.peek()!);
      const next = telling.peek()[at === -1 && by === -1 ? telling.peek().length - 1 : at + by];
      if (next !== undefined) passageId.value = next;
    },
    close() {
      batch(() => {
        documentId.value = null;
        passageId.value = null;
      });
      document.clear();
    },
    [Symbol.dispose]: () => document[Symbol.dispose](),
  };
}
