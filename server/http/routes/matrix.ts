import { GapRequest, MatrixLinksRequest, MatrixRequest } from "../../contract/index.ts";
import { route } from "../route.ts";

export const getMatrix = route({
  method: "get",
  path: "/matrix",
  operationId: "getMatrix",
  summary: "Entities of one type against those of another, with the links of each cell counted",
  query: MatrixRequest,
  answer: {
    status: 200,
    description: "Lines with their margins, cells with links, and what was cut",
    schema: "MatrixAnswer",
  },
  problems: ["invalid_request", "too_large"],
  cache: "data",
  handle: ({ services, query, signal }) => services.store.matrix(query, signal),
});

export const getMatrixLinks = route({
  method: "get",
  path: "/matrix/links",
  operationId: "getMatrixLinks",
  summary: "The links of one cell, of one line or of the whole matrix, best supported first",
  query: MatrixLinksRequest,
  answer: { status: 200, description: "Links with their relations and entities", schema: "MatrixLinksPage" },
  problems: ["invalid_request", "too_large"],
  cache: "data",
  handle: ({ services, query, signal }) => services.store.matrixLinks(query, signal),
});

export const getGap = route({
  method: "get",
  path: "/matrix/gap",
  operationId: "getGap",
  summary: "What the documents do say of a row and a column without a link",
  query: GapRequest,
  answer: { status: 200, description: "Who near has one, what is there, and the nearest paths", schema: "GapCard" },
  problems: ["invalid_request", "entity_not_found", "too_large"],
  cache: "data",
  handle: ({ services, query, signal }) => services.store.gap(query, signal),
});
