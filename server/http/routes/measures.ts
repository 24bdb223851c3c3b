import { MeasuresRequest } from "../../contract/index.ts";
import { MeasuresTimeoutError } from "../../measures/measures.ts";
import { HttpError } from "../errors.ts";
import { route } from "../route.ts";

export const postMeasures = route({
  method: "post",
  path: "/measures",
  operationId: "getMeasures",
  summary: "Measures of a chosen part of the graph, and who might partner by common neighbours",
  // It takes a processor for seconds, as a query may.
  right: "query",
  body: MeasuresRequest,
  answer: {
    status: 200,
    description: "Every entity of that part with its measures; suggestions are no facts",
    schema: "MeasuresAnswer",
  },
  problems: ["invalid_request", "entity_not_found", "too_large", "query_timeout"],
  handle: async ({ services, body, signal }) => {
    try {
      return await services.measures.of(body, signal);
    } catch (error) {
      if (error instanceof MeasuresTimeoutError) throw new HttpError("query_timeout", error.message);
      throw error;
    }
  },
});
