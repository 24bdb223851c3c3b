import { z } from "zod";

import { GAP_QUESTIONS, GapsRequest, GapsSummaryRequest } from "../../contract/index.ts";
import { route } from "../route.ts";

export const listGaps = route({
  method: "get",
  path: "/gaps",
  operationId: "listGaps",
  summary: "Every ready question about gaps with its number of answers, as it is usually asked",
  query: GapsSummaryRequest,
  answer: { status: 200, description: "The questions, and the region that they were asked of", schema: "GapsSummary" },
  problems: ["invalid_request", "entity_not_found", "too_large"],
  cache: "data",
  handle: ({ services, query, signal }) => services.store.gapsSummary(query, signal),
});

export const getGaps = route({
  method: "get",
  path: "/gaps/:question",
  operationId: "getGaps",
  summary: "The answers to one question, each with its reasons and the relations that support them",
  params: z.object({ question: z.enum(GAP_QUESTIONS) }),
  query: GapsRequest,
  answer: { status: 200, description: "What was looked at, and what is on the list", schema: "GapsAnswer" },
  problems: ["invalid_request", "entity_not_found", "too_large"],
  cache: "data",
  handle: ({ services, params, query, signal }) => services.store.gaps(params.question, query, signal),
});
