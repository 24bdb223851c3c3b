import { QueryRequest } from "../../contract/index.ts";
import { route } from "../route.ts";

export const postQuery = route({
  method: "post",
  path: "/query",
  operationId: "runQuery",
  summary: "A person's own Cypher, reading only, bounded in rows and time",
  body: QueryRequest,
  answer: { status: 200, description: "Columns, rows, and the graph in them", schema: "QueryAnswer" },
  problems: ["invalid_request", "invalid_query", "write_refused", "query_timeout", "query_memory", "query_cancelled"],
  handle: ({ services, body, signal }) => services.store.query(body, signal),
});
