import { route } from "../route.ts";

export const getSchema = route({
  method: "get",
  path: "/schema",
  operationId: "getSchema",
  summary: "Entity and relation types with their numbers",
  answer: { status: 200, description: "Every type, those without entities too", schema: "SchemaSummary" },
  problems: [],
  cache: "data",
  handle: ({ services, signal }) => services.store.schema(signal),
});

export const getOverview = route({
  method: "get",
  path: "/overview",
  operationId: "getOverview",
  summary: "What the first screen shows, in one answer",
  answer: {
    status: 200,
    description: "Types, best-connected universities and districts, latest documents",
    schema: "Overview",
  },
  problems: [],
  cache: "data",
  handle: ({ services, signal }) => services.store.overview(signal),
});

export const getStructure = route({
  method: "get",
  path: "/structure",
  operationId: "getStructure",
  summary: "Labels and relation types as Cypher sees them, with counts, properties, samples and what they join",
  answer: { status: 200, description: "The structure of the graph", schema: "GraphStructure" },
  problems: [],
  cache: "data",
  handle: ({ services, signal }) => services.store.structure(signal),
});
