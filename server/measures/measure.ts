/**
 * Measures of a chosen graph, the same for the same graph.
 *
 * [Reference] U. Brandes, A faster algorithm for betweenness centrality, 2001.
 * [Reference] S. Brin, L. Page, The anatomy of a large-scale hypertextual web search engine, 1998.
 * [Reference] V. D. Blondel et al., Fast unfolding of communities in large networks, 2008.
 * [Reference] R. Guimerà, L. A. N. Amaral, Functional cartography of complex metabolic networks, 2005.
 */
import { UndirectedGraph } from "graphology";

import { MOST_WITH_BETWEENNESS } from "../contract/index.ts";
import type { EntityId, MeasuresAnswer, MeasuresRequest } from "../contract/index.ts";
import type { ChosenGraph } from "../graph/index.ts";
import { coreNumbers } from "./core-numbers.ts";
import { cutVertices } from "./cut-vertices.ts";
import { betweenness, louvain, pageRank } from "./graphology.ts";
import { suggestPartners } from "./suggest-partners.ts";

export function measure(chosen: ChosenGraph, suggest: MeasuresRequest["suggest"]): MeasuresAnswer {
  const { entities, pairs } = chosen;
  const graph = new UndirectedGraph();
  const neighbors: number[][] = entities.map(() => []);
  entities.forEach((_, at) => graph.addNode(String(at)));
  for (const [a, b] of pairs) {
    graph.addUndirectedEdge(String(a), String(b));
    neighbors[a]!.push(b);
    neighbors[b]!.push(a);
  }
  const ranks = entities.length === 0 ? {} : pageRank(graph, { getEdgeWeight: null, maxIterations: 500 });
  const between = entities.length > MOST_WITH_BETWEENNESS ? undefined : betweennessOf(graph);
  const cores = coreNumbers(neighbors);
  const cut = cutVertices(neighbors);
  const communities = communitiesOf(graph, entities.length);
  const suggested = suggest === undefined ? undefined : suggestPartners(chosen, neighbors, suggest);
  return {
    entities: entities.map((entity, at) => ({
      ...entity,
      degree: neighbors[at]!.length,
      betweenness: between?.[at] ?? null,
      pageRank: ranks[at]!,
      core: cores[at]!,
      participation: participation(neighbors[at]!, communities),
      community: entities[communities[at]!]!.id as EntityId,
      isCutVertex: cut.has(at),
    })),
    pairs: pairs.length,
    communities: new Set(communities).size,
    suggestions: suggested?.suggestions ?? [],
    suggestionsTotal: suggested?.total ?? 0,
  };
}

function betweennessOf(graph: UndirectedGraph): Record<string, number> {
  // Of fewer than three there is nobody between two others.
  if (graph.order < 3) return Object.fromEntries(graph.mapNodes((node) => [node, 0]));
  return betweenness(graph, { getEdgeWeight: null, normalized: true });
}

/** Of each vertex the first member of its community. */
function communitiesOf(graph: UndirectedGraph, order: number): number[] {
  const alone = Array.from({ length: order }, (_, at) => at);
  if (graph.size === 0) return alone;
  // Without its random walk the same graph has the same communities.
  const found = louvain(graph, { randomWalk: false, getEdgeWeight: null });
  const first = new Map<number, number>();
  for (const at of alone) if (!first.has(found[at]!)) first.set(found[at]!, at);
  return alone.map((at) => first.get(found[at]!)!);
}

/** 1 less the squares of the shares of its neighbours that are in each community. */
function participation(around: readonly number[], communities: readonly number[]): number {
  if (around.length === 0) return 0;
  const counts = new Map<number, number>();
  for (const neighbor of around) counts.set(communities[neighbor]!, (counts.get(communities[neighbor]!) ?? 0) + 1);
  return 1 - [...counts.values()].reduce((sum, count) => sum + (count / around.length) ** 2, 0);
}
