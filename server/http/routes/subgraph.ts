import { SubgraphRequest } from "../../contract/index.ts";
import { route } from "../route.ts";

export const postNeighborTotals = route({
  method: "post",
  path: "/neighbor-totals",
  operationId: "getNeighborTotals",
  summary: "How many entities are one relation away from each of some entities",
  body: SubgraphRequest,
  answer: {
    status: 200,
    description: "Several relations with one neighbour count once; what is not there is left out",
    schema: "NeighborTotals",
  },
  problems: ["invalid_request"],
  handle: ({ services, body, signal }) => services.store.neighborTotals(body.ids, signal),
});

export const postSubgraph = route({
  method: "post",
  path: "/subgraph",
  operationId: "getSubgraph",
  summary: "Entities by id and the relations among them",
  body: SubgraphRequest,
  answer: { status: 200, description: "What is there; `missing` names what is not", schema: "Subgraph" },
  problems: ["invalid_request"],
  handle: ({ services, body, signal }) => services.store.subgraph(body.ids, signal),
});
