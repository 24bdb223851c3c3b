import { ClaimsRequest } from "../../contract/index.ts";
import { route } from "../route.ts";

export const postClaims = route({
  method: "post",
  path: "/claims",
  operationId: "getClaims",
  summary: "Status, date and document of every claim behind the relations among some entities",
  body: ClaimsRequest,
  answer: {
    status: 200,
    description: "By relation; whether each is about the fields asked for",
    schema: "ClaimsAnswer",
  },
  problems: ["invalid_request"],
  handle: ({ services, body, signal }) => services.store.claims(body, signal),
});

export const getFacets = route({
  method: "get",
  path: "/facets",
  operationId: "getFacets",
  summary: "What the shared filter can be set to: years and fields, with how much there is of each",
  answer: { status: 200, description: "Years and fields", schema: "Facets" },
  problems: [],
  cache: "data",
  handle: ({ services, signal }) => services.store.facets(signal),
});
