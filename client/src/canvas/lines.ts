/** The line that a relation is drawn in. */
import type { RelationId } from "../../../server/contract/index.ts";
import type { CanvasElements, EdgeElement } from "./elements.ts";

/** Undefined for a relation that is not on the canvas. */
export function edgeOfRelation({ edges }: CanvasElements, id: RelationId): EdgeElement | undefined {
  for (const edge of edges.values()) if (edge.relations.some((relation) => relation.id === id)) return edge;
  return undefined;
}
