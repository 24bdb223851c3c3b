import { CommonRequest, PathsRequest } from "../../contract/index.ts";
import { route } from "../route.ts";

export const getPaths = route({
  method: "get",
  path: "/paths",
  operationId: "getPaths",
  summary: "Ways between two entities, shortest first",
  query: PathsRequest,
  answer: { status: 200, description: "Paths, and the entities and relations on them", schema: "PathsAnswer" },
  problems: ["invalid_request", "entity_not_found"],
  cache: "data",
  handle: ({ services, query, signal }) => services.store.paths(query, signal),
});

export const getCommon = route({
  method: "get",
  path: "/common",
  operationId: "getCommon",
  summary: "What several entities share, directly or over one more, with the way from each",
  query: CommonRequest,
  answer: { status: 200, description: "Shared by most first", schema: "CommonAnswer" },
  problems: ["invalid_request", "entity_not_found", "too_large"],
  cache: "data",
  handle: ({ services, query, signal }) => services.store.common(query, signal),
});
