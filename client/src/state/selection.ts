/**
 * One selection for all views: an entity, a relation or a passage. Beside it
 * a set of entities, for what is done to several (hide, pin, move).
 */
import { batch, computed, signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type { DocumentId, EntityId, PassageId, RelationId } from "../../../server/contract/index.ts";

export type Selected =
  | { readonly kind: "entity"; readonly id: EntityId }
  | { readonly kind: "relation"; readonly id: RelationId }
  | { readonly kind: "passage"; readonly id: PassageId; readonly documentId: DocumentId };

export interface Selection {
  readonly current: ReadonlySignal<Selected | null>;
  /** The selected entity, and those that were added to it. */
  readonly entities: ReadonlySignal<ReadonlySet<EntityId>>;
  readonly relation: ReadonlySignal<RelationId | null>;
  /** Where the keyboard stands on the canvas; blue, beside the yellow of the selection. */
  readonly focused: ReadonlySignal<EntityId | null>;
  select(selected: Selected | null): void;
  selectEntity(id: EntityId): void;
  /** Several at once; the first is the one that the inspector shows. */
  selectEntities(ids: Iterable<EntityId>): void;
  /** Adds an entity to the selected ones, or takes it out. */
  toggleEntity(id: EntityId): void;
  selectRelation(id: RelationId): void;
  selectPassage(id: PassageId, documentId: DocumentId): void;
  focus(id: EntityId | null): void;
  clear(): void;
}

export function createSelection(): Selection {
  const current = signal<Selected | null>(null);
  const entities = signal<ReadonlySet<EntityId>>(new Set());
  const focused = signal<EntityId | null>(null);

  const selectEntities = (ids: Iterable<EntityId>) => {
    const next = new Set(ids);
    const [first] = next;
    batch(() => {
      entities.value = next;
      current.value = first === undefined ? null : { kind: "entity", id: first };
      // The keyboard goes on from where the pointer, the table or the search went.
      if (first !== undefined) focused.value = first;
    });
  };
  const select = (selected: Selected | null) => {
    if (selected?.kind === "entity") return selectEntities([selected.id]);
    batch(() => {
      entities.value = new Set();
      current.value = selected;
    });
  };

  return {
    current,
    entities,
    relation: computed(() => (current.value?.kind === "relation" ? current.value.id : null)),
    focused,
    select,
    selectEntity: (id) => selectEntities([id]),
    selectEntities,
    toggleEntity(id) {
      const rest = [...entities.peek()].filter((other) => other !== id);
      selectEntities(rest.length === entities.peek().size ? [id, ...rest] : rest);
    },
    selectRelation: (id) => select({ kind: "relation", id }),
    selectPassage: (id, documentId) => select({ kind: "passage", id, documentId }),
    focus(id) {
      focused.value = id;
    },
    clear: () => select(null),
  };
}
