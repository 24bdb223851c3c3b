/** The measures by name, for server and browser alike. */
export const MEASURES = ["degree", "betweenness", "pageRank", "core", "participation"] as const;
export type Measure = (typeof MEASURES)[number];
