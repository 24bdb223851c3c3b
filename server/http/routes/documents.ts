import { z } from "zod";

import { PageRequest } from "../../contract/index.ts";
import type { DocumentId } from "../../contract/index.ts";
import { route } from "../route.ts";

export const listDocuments = route({
  method: "get",
  path: "/documents",
  operationId: "listDocuments",
  summary: "Documents that were read, newest first",
  query: PageRequest,
  answer: { status: 200, description: "One page", schema: "DocumentsPage" },
  problems: ["invalid_request"],
  cache: "data",
  handle: ({ services, query, signal }) => services.store.documents(query, signal),
});

export const getDocument = route({
  method: "get",
  path: "/documents/:id",
  operationId: "getDocument",
  summary: "A document's passages with the entities, relations and figures found in them",
  params: z.object({ id: z.string().min(1).max(200) }),
  answer: { status: 200, description: "The document", schema: "DocumentDetail" },
  problems: ["document_not_found"],
  cache: "data",
  handle: ({ services, params, signal }) => services.store.document(params.id as DocumentId, signal),
});
