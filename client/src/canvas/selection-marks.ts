/** What is selected, as Cytoscape must know it: the line that is drawn yellow, what is dragged together, where lines end. */
import type { Core } from "cytoscape";

import type { EntityId } from "../../../server/contract/index.ts";
import type { Selection } from "../state/selection.ts";
import type { CanvasElements } from "./elements.ts";
import { edgeOfRelation } from "./lines.ts";

/** The selected entities, or the ends of the selected relation. */
export function haloedEntities(elements: CanvasElements, selection: Selection): ReadonlySet<EntityId> {
  const relation = selection.relation.peek();
  const edge = relation === null ? undefined : edgeOfRelation(elements, relation);
  return edge === undefined ? selection.entities.peek() : new Set([edge.source, edge.target]);
}

export function markSelection(cy: Core, elements: CanvasElements, selection: Selection): void {
  const relation = selection.relation.peek();
  const edge = relation === null ? undefined : edgeOfRelation(elements, relation);
  const chosen = selection.entities.peek();
  cy.batch(() => {
    cy.edges(".selected, .from-halo, .to-halo").removeClass("selected from-halo to-halo");
    for (const id of haloedEntities(elements, selection)) {
      const node = cy.getElementById(id);
      node.connectedEdges().forEach((line) => {
        line.addClass(line.source().same(node) ? "from-halo" : "to-halo");
      });
    }
    if (edge !== undefined) cy.getElementById(edge.id).addClass("selected");
    cy.nodes(":selected").forEach((node) => {
      if (!chosen.has(node.id() as EntityId)) node.unselect();
    });
    for (const id of chosen) cy.getElementById(id).select();
  });
}
