import { z } from "zod";

import { BrowserId, HistoryRequest, SavedQueryDraft } from "../../contract/index.ts";
import { HttpError } from "../errors.ts";
import { route } from "../route.ts";

const params = z.object({ id: z.string().regex(/^[\w-]{1,64}$/) });

export const getHistory = route({
  method: "get",
  path: "/query/history",
  operationId: "listHistory",
  summary: "What one browser has asked, newest first",
  query: HistoryRequest,
  answer: { status: 200, description: "The queries", schema: "HistoryPage" },
  problems: ["invalid_request"],
  right: "query",
  handle: async ({ services, query }) => services.queries.history(query),
});

export const deleteHistory = route({
  method: "delete",
  path: "/query/history",
  operationId: "forgetHistory",
  summary: "Forget what one browser has asked",
  query: z.object({ browser: BrowserId }),
  answer: { status: 204, description: "It is forgotten" },
  problems: ["invalid_request"],
  right: "query",
  handle: async ({ services, query }) => services.queries.forgetHistory(query.browser),
});

export const listSavedQueries = route({
  method: "get",
  path: "/queries",
  operationId: "listSavedQueries",
  summary: "Saved queries and forms, by name",
  answer: { status: 200, description: "All of them", schema: "SavedQueriesPage" },
  problems: [],
  handle: async ({ services }) => services.queries.saved(),
});

export const postSavedQuery = route({
  method: "post",
  path: "/queries",
  operationId: "saveQuery",
  summary: "Save a query with its description, tags and parameters",
  body: SavedQueryDraft,
  answer: { status: 200, description: "As it was saved", schema: "SavedQuery" },
  problems: ["invalid_request", "too_large"],
  right: "query",
  handle: async ({ services, body }) => services.queries.save(body),
});

export const putSavedQuery = route({
  method: "put",
  path: "/queries/:id",
  operationId: "changeSavedQuery",
  summary: "Replace a saved query",
  params,
  body: SavedQueryDraft,
  answer: { status: 200, description: "As it was saved", schema: "SavedQuery" },
  problems: ["invalid_request", "query_not_found"],
  right: "query",
  async handle({ services, params, body }) {
    if (services.queries.get(params.id) === undefined) throw notFound(params.id);
    return services.queries.save(body, params.id);
  },
});

export const deleteSavedQuery = route({
  method: "delete",
  path: "/queries/:id",
  operationId: "removeSavedQuery",
  summary: "Remove a saved query",
  params,
  answer: { status: 204, description: "It is gone" },
  problems: ["invalid_request", "query_not_found"],
  right: "query",
  async handle({ services, params }) {
    if (!services.queries.remove(params.id)) throw notFound(params.id);
  },
});

const notFound = (id: string) => new HttpError("query_not_found", `There is no saved query ${id}.`);
