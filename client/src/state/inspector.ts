/** The details of what is selected, and which of its sentences the person is at. */
import { computed, effect, signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type { Api } from "../api.ts";
import type {
  EntityDetail,
  EntityId,
  EntityStatements,
  Evidence,
  PassagesPage,
  RelationDetail,
  RelationId,
} from "../../../server/contract/index.ts";
import { isGroupId } from "./roll-up/groups.ts";
import { createResource, loadedValue } from "./resource.ts";
import type { Resource } from "./resource.ts";
import type { Selection } from "./selection.ts";

export interface Inspector extends Disposable {
  readonly entity: Resource<EntityId, EntityDetail>;
  /** Sentences that mention the selected entity. */
  readonly passages: Resource<EntityId, PassagesPage>;
  /** Why its names are its, and where documents differ about it. */
  readonly statements: Resource<EntityId, EntityStatements>;
  readonly relation: Resource<RelationId, RelationDetail>;
  /** The sentences of what is selected, in the order shown. */
  readonly sentences: ReadonlySignal<readonly Evidence[]>;
  /** The one the person is at, by `[` and `]`. */
  readonly sentenceIndex: ReadonlySignal<number>;
  readonly sentence: ReadonlySignal<Evidence | undefined>;
  goToSentence(index: number): void;
  moveSentence(by: 1 | -1): void;
}

export function createInspector(
  api: Pick<Api, "entity" | "passages" | "statements" | "relation">,
  selection: Selection,
): Inspector {
  const entity = createResource((id: EntityId, abort) => api.entity(id, abort));
  const passages = createResource((id: EntityId, abort) => api.passages(id, {}, abort));
  const statements = createResource((id: EntityId, abort) => api.statements(id, abort));
  const relation = createResource((id: RelationId, abort) => api.relation(id, abort));
  const sentenceIndex = signal(0);

  const dispose = effect(() => {
    const selected = selection.current.value;
    sentenceIndex.value = 0;
    // A group of the canvas is nothing that the server knows.
    if (selected?.kind === "entity" && !isGroupId(selected.id)) {
      void entity.load(selected.id);
      void passages.load(selected.id);
      void statements.load(selected.id);
    } else {
      entity.clear();
      passages.clear();
      statements.clear();
    }
    if (selected?.kind === "relation") void relation.load(selected.id);
    else relation.clear();
  });
  const sentences = computed<readonly Evidence[]>(
    () => loadedValue(relation.state.value)?.passages ?? loadedValue(passages.state.value)?.passages ?? [],
  );

  return {
    entity,
    passages,
    statements,
    relation,
    sentences,
    sentenceIndex,
    sentence: computed(() => sentences.value[sentenceIndex.value]),
    goToSentence(index) {
      sentenceIndex.value = index;
    },
    moveSentence(by) {
      const last = sentences.peek().length - 1;
      sentenceIndex.value = Math.max(0, Math.min(last, sentenceIndex.peek() + by));
    },
    [Symbol.dispose]() {
      dispose();
      entity[Symbol.dispose]();
      passages[Symbol.dispose]();
      statements[Symbol.dispose]();
      relation[Symbol.dispose]();
    },
  };
}
