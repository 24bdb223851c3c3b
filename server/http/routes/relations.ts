import { z } from "zod";

import { EvidenceRequest } from "../../contract/index.ts";
import type { RelationId } from "../../contract/index.ts";
import { route } from "../route.ts";

export const getRelation = route({
  method: "get",
  path: "/relations/:id",
  operationId: "getRelation",
  summary: "One relation with every passage that supports it",
  params: z.object({ id: z.string().min(1).max(200) }),
  answer: { status: 200, description: "The relation, its ends and its evidence", schema: "RelationDetail" },
  problems: ["relation_not_found"],
  cache: "data",
  handle: ({ services, params, signal }) => services.store.relation(params.id as RelationId, signal),
});

export const postEvidence = route({
  method: "post",
  path: "/evidence",
  operationId: "getEvidence",
  summary: "The passages behind many relations at once, newest first",
  body: EvidenceRequest,
  answer: { status: 200, description: "By relation, in the order asked for", schema: "EvidenceAnswer" },
  problems: ["invalid_request"],
  handle: ({ services, body, signal }) => services.store.evidence(body, signal),
});
