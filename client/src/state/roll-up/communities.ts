/**
 * Communities: who has more to do with each other than with the rest.
 *
 * [Reference] V. D. Blondel et al., Fast unfolding of communities in large networks, 2008.
 */
import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";

import type { EntityId } from "../../../../server/contract/index.ts";
import type { VisibleGraph } from "../filters.ts";
import type { Communities } from "./groups.ts";

/** Each community bears the id of its first member by id, so that it is called the same while its members are. */
export function findCommunities({ entities, relations }: VisibleGraph): Communities {
  const graph = new UndirectedGraph();
  const ids = [...entities.keys()].toSorted();
  for (const id of ids) graph.addNode(id);
  for (const { from, to } of relations.values()) {
    if (from !== to) graph.updateUndirectedEdge(from, to, (found) => ({ weight: (found["weight"] ?? 0) + 1 }));
  }
  if (graph.size === 0) return new Map();
  // Without its random walk the same graph has the same communities.
  const found = louvain(graph, { randomWalk: false, getEdgeWeight: "weight" });
  const names = new Map<number, string>();
  for (const id of ids) if (!names.has(found[id]!)) names.set(found[id]!, id);
  return new Map(ids.map((id) => [id as EntityId, names.get(found[id]!)!]));
}
