import { GapRequest, MatrixTiesRequest, MatrixRequest } from "../../contract/index.ts";
import { route } from "../route.ts";

export const getMatrix = route({
  method: "get",
  path: "/matrix",
  operationId: "getMatrix",
  summary: "Entities of one type against those of another, with the ties of each cell counted",
  query: MatrixRequest,
  answer: {
    status: 200,
    description: "Lines with their margins, cells with ties, and what was cut",
    schema: "MatrixAnswer",
  },
  problems: ["invalid_request", "too_large"],
  cache: "data",
  handle: ({ services, query, signal }) => services.store.matrix(query, signal),
});

export const getMatrixTies = route({
  method: "get",
  path: "/matrix/ties",
  operationId: "getMatrixTies",
  summary: "The ties of one cell, of one line or of the whole matrix, best supported first",
  query: MatrixTiesRequest,
  answer: { status: 200, description: "Ties with their relations and entities", schema: "MatrixTiesPage" },
  problems: ["invalid_request", "too_large"],
  cache: "data",
  handle: ({ services, query, signal }) => services.store.matrixTies(query, signal),
});

export const getGap = route({
  method: "get",
  path: "/matrix/gap",
  operationId: "getGap",
  summary: "What the documents do say of a row and a column without a tie",
  query: GapRequest,
  answer: { status: 200, description: "Who near has one, what is there, and the nearest paths", schema: "GapCard" },
  problems: ["invalid_request", "entity_not_found", "too_large"],
  cache: "data",
  handle: ({ services, query, signal }) => services.store.gap(query, signal),
});
