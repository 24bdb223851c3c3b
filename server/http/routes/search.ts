import { SearchRequest } from "../../contract/index.ts";
import { route } from "../route.ts";

export const search = route({
  method: "get",
  path: "/search",
  operationId: "search",
  summary: "Entities by name, alias, short name, pinyin or initials, with why each matched",
  query: SearchRequest,
  answer: { status: 200, description: "Best matches first", schema: "SearchAnswer" },
  problems: ["invalid_request"],
  cache: "data",
  handle: ({ services, query, signal }) => services.store.search(query, signal),
});
