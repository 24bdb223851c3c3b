/**
 * The algorithms of graphology's packages. They are CommonJS, where the default
 * import is what the module exports; their types describe a module whose export
 * is called `default`.
 */
import louvainModule from "graphology-communities-louvain";
import betweennessModule from "graphology-metrics/centrality/betweenness.js";
import pageRankModule from "graphology-metrics/centrality/pagerank.js";

export const louvain = louvainModule as unknown as typeof louvainModule.default;
export const betweenness = betweennessModule as unknown as typeof betweennessModule.default;
export const pageRank = pageRankModule as unknown as typeof pageRankModule.default;
