/** The lines of the canvas as they lie: for hits, plates and names on lines. */
import type { Core } from "cytoscape";

import type { RelationId } from "../../../server/contract/index.ts";
import type { Position } from "../state/graph.ts";
import type { CanvasElements, EdgeElement } from "./elements.ts";
import type { Line } from "./edge-hits.ts";
import { BOW } from "./stylesheet.ts";

export function* linesOf(cy: Core, { edges }: CanvasElements): Generator<Line> {
  for (const edge of edges.values()) {
    const line = lineOf(cy, edge);
    if (line !== undefined) yield line;
  }
}

export function lineOf(cy: Core, { id, source, target, bow }: EdgeElement): Line | undefined {
  const from = cy.getElementById(source);
  const to = cy.getElementById(target);
  if (from.empty() || to.empty()) return undefined;
  return { id, from: from.position() as Position, to: to.position() as Position, bow: bow * BOW };
}

/** The edge that a relation is drawn in. */
export function edgeOfRelation({ edges }: CanvasElements, id: RelationId): EdgeElement | undefined {
  for (const edge of edges.values()) if (edge.relations.some((relation) => relation.id === id)) return edge;
  return undefined;
}
