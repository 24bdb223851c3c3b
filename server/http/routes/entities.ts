import { z } from "zod";

import { NeighborsRequest, PageRequest } from "../../contract/index.ts";
import type { EntityId } from "../../contract/index.ts";
import { route } from "../route.ts";

const params = z.object({ id: z.string().min(1).max(200) });

export const getEntity = route({
  method: "get",
  path: "/entities/:id",
  operationId: "getEntity",
  summary: "One entity with its neighbour counts and figures",
  params,
  answer: { status: 200, description: "The entity", schema: "EntityDetail" },
  problems: ["entity_not_found"],
  cache: "data",
  handle: ({ services, params, signal }) => services.store.entity(params.id as EntityId, signal),
});

export const getEntityStatements = route({
  method: "get",
  path: "/entities/:id/statements",
  operationId: "getEntityStatements",
  summary: "Why the names of an entity are its, and where documents differ about it: the word that is used first",
  params,
  answer: { status: 200, description: "Names and contradictions", schema: "EntityStatements" },
  problems: ["entity_not_found"],
  cache: "data",
  handle: ({ services, params, signal }) => services.store.entityStatements(params.id as EntityId, signal),
});

export const getNeighbors = route({
  method: "get",
  path: "/entities/:id/neighbors",
  operationId: "getNeighbors",
  summary: "Neighbours of an entity, page by page, each exactly once",
  params,
  query: NeighborsRequest,
  answer: {
    status: 200,
    description: "One page; `counts` covers all neighbours, whatever the filter",
    schema: "NeighborsPage",
  },
  problems: ["invalid_request", "entity_not_found"],
  cache: "data",
  handle: ({ services, params, query, signal }) => services.store.neighbors(params.id as EntityId, query, signal),
  handleVersioned: ({ services, params, query, signal }) =>
    services.store.versionedNeighbors(params.id as EntityId, query, signal),
});

export const getEntityPassages = route({
  method: "get",
  path: "/entities/:id/passages",
  operationId: "getEntityPassages",
  summary: "Passages that name an entity, newest document first",
  params,
  query: PageRequest,
  answer: { status: 200, description: "One page", schema: "PassagesPage" },
  problems: ["invalid_request", "entity_not_found"],
  cache: "data",
  handle: ({ services, params, query, signal }) => services.store.entityPassages(params.id as EntityId, query, signal),
});
