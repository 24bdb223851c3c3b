import { SubgraphRequest } from "../../contract/index.ts";
import { route } from "../route.ts";

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
