/** What must be added, removed and drawn otherwise to get from one set of elements to another. */
import type { CanvasElements, EdgeElement, NodeElement } from "./elements.ts";

export interface Change<T> {
  readonly added: readonly T[];
  readonly removed: readonly string[];
  readonly changed: readonly T[];
}

export const NO_CHANGE: Change<never> = { added: [], removed: [], changed: [] };

export interface ElementsDiff {
  readonly nodes: Change<NodeElement>;
  readonly edges: Change<EdgeElement>;
}

export function diffElements(before: CanvasElements, after: CanvasElements): ElementsDiff {
  const nodes = diff(before.nodes, after.nodes, isSameNode);
  // An edge cannot change its ends; one whose first relation was turned round is another edge.
  const edges = diff(before.edges, after.edges, isSameEdge);
  const turned = edges.changed.filter((edge) => {
    const old = before.edges.get(edge.id)!;
    return old.source !== edge.source || old.target !== edge.target;
  });
  if (turned.length === 0) return { nodes, edges };
  return {
    nodes,
    edges: {
      added: [...edges.added, ...turned],
      removed: [...edges.removed, ...turned.map(({ id }) => id)],
      changed: edges.changed.filter((edge) => !turned.includes(edge)),
    },
  };
}

export function isEmptyDiff({ nodes, edges }: ElementsDiff): boolean {
  return [nodes, edges].every(
    ({ added, removed, changed }) => added.length === 0 && removed.length === 0 && changed.length === 0,
  );
}

function diff<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  isSame: (a: T, b: T) => boolean,
): Change<T> {
  const added: T[] = [];
  const changed: T[] = [];
  for (const [id, element] of after) {
    const old = before.get(id);
    if (old === undefined) added.push(element);
    else if (old !== element && !isSame(old, element)) changed.push(element);
  }
  return { added, changed, removed: [...before.keys()].filter((id) => !after.has(id)) };
}

/** By what is drawn: a newer version of an entity with the same type, size and colour is drawn already. */
function isSameNode(a: NodeElement, b: NodeElement): boolean {
  return a.entity.type === b.entity.type && a.radius === b.radius && a.shade === b.shade;
}

function isSameEdge(a: EdgeElement, b: EdgeElement): boolean {
  return (
    a.source === b.source &&
    a.target === b.target &&
    a.type === b.type &&
    a.isPlanned === b.isPlanned &&
    a.bow === b.bow &&
    a.weight === b.weight &&
    a.relations.length === b.relations.length
  );
}
