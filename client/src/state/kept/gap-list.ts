/** The gaps that people put aside to see to: pairs that the documents hold nothing of, each with a note. */
import { computed } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type { Api } from "../../api.ts";
import type { Entity, EntityId, Note } from "../../../../server/contract/index.ts";
import { createResource, loadedValue, tracked } from "../resource.ts";
import type { Loaded } from "../resource.ts";

export interface GapEntry {
  readonly note: Note;
  /** Undefined where the documents do not name it any more. */
  readonly ends: readonly [Entity | undefined, Entity | undefined];
}

export interface GapList extends Disposable {
  /** Changed last first. */
  readonly entries: ReadonlySignal<Loaded<readonly GapEntry[]>>;
  load(): Promise<void>;
  has(one: EntityId, other: EntityId): boolean;
  /** @throws ApiError */
  add(one: EntityId, other: EntityId, text: string): Promise<void>;
  /** @throws ApiError */
  change(note: Note, text: string): Promise<void>;
  /** @throws ApiError */
  remove(note: Note): Promise<void>;
}

export function createGapList(api: Pick<Api, "gapNotes" | "saveNote" | "removeNote" | "subgraph">): GapList {
  const list = createResource(async (_: "gaps", abort): Promise<readonly GapEntry[]> => {
    const { notes } = await api.gapNotes(abort);
    const ids = [...new Set(notes.flatMap(({ subject }) => subject.ids))];
    const { entities } = ids.length === 0 ? { entities: [] } : await api.subgraph(ids, abort);
    const byId = new Map<string, Entity>(entities.map((entity) => [entity.id, entity]));
    return notes.map((note) => ({ note, ends: [byId.get(note.subject.ids[0]!), byId.get(note.subject.ids[1]!)] }));
  });
  const pairs = computed(
    () => new Set((loadedValue(list.state.value) ?? []).map(({ note }) => pairOf(note.subject.ids))),
  );
  return {
    entries: list.state,
    load: () => list.load("gaps"),
    has: (one, other) => pairs.value.has(pairOf([one, other])),
    async add(one, other, text) {
      await tracked(api.saveNote({ subject: { kind: "gap", ids: [one, other] }, text }, null));
      await list.load("gaps");
    },
    async change(note, text) {
      await tracked(api.saveNote({ subject: note.subject, text, revision: note.revision }, note.id));
      await list.load("gaps");
    },
    async remove(note) {
      await tracked(api.removeNote(note.id));
      await list.load("gaps");
    },
    [Symbol.dispose]: () => list[Symbol.dispose](),
  };
}

/** Either way round it is the same gap. */
const pairOf = (ids: readonly string[]) => ids.toSorted().join("\n");
