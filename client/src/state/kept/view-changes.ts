/** What of a saved view is otherwise in the graph of today. */
import type { RelationStatus, Subgraph, ViewContent } from "../../../../server/contract/index.ts";
import type { EntityId, RelationId } from "../../../../server/contract/index.ts";
import type { Graph } from "../graph.ts";

export interface ViewChanges {
  /** Names, as they were when the view was saved, of entities that no document names any more. */
  readonly goneEntities: readonly string[];
  readonly newRelations: number;
  readonly goneRelations: number;
  /** Relations that were planned and are existing now, or the other way. */
  readonly otherStatus: number;
}

/** All that is on the canvas, hidden entities too: filters change nothing of the graph. */
export function contentOf({ entities, relations }: Graph, dataVersion: string): ViewContent {
  return {
    dataVersion,
    entities: [...entities.values()].map(({ id, name }) => ({ id, name })),
    relations: [...relations.values()].map(({ id, status }) => ({ id, status })),
  };
}

/** @param now the entities of `content` with every relation among them */
export function viewChanges(content: ViewContent, now: Pick<Subgraph, "entities" | "relations">): ViewChanges {
  const here = new Set<string>(now.entities.map(({ id }) => id satisfies EntityId));
  const before = new Map<string, RelationStatus>(content.relations.map(({ id, status }) => [id, status]));
  const after = new Map<string, RelationStatus>(
    now.relations.map(({ id, status }) => [id satisfies RelationId, status]),
  );
  return {
    goneEntities: content.entities.filter(({ id }) => !here.has(id)).map(({ name }) => name),
    newRelations: [...after.keys()].filter((id) => !before.has(id)).length,
    goneRelations: [...before.keys()].filter((id) => !after.has(id)).length,
    otherStatus: [...before].filter(([id, status]) => after.has(id) && after.get(id) !== status).length,
  };
}

export function hasChanges({ goneEntities, newRelations, goneRelations, otherStatus }: ViewChanges): boolean {
  return goneEntities.length + newRelations + goneRelations + otherStatus > 0;
}
