import { FiguresRequest } from "../../contract/index.ts";
import { route } from "../route.ts";

export const listIndicators = route({
  method: "get",
  path: "/indicators",
  operationId: "listIndicators",
  summary: "Indicators that the documents tell figures of, those told of most subjects first",
  answer: {
    status: 200,
    description: "Each with its names and its series of one unit and kind",
    schema: "IndicatorsAnswer",
  },
  problems: [],
  cache: "data",
  handle: ({ services, signal }) => services.store.indicators(signal),
});

export const getFigures = route({
  method: "get",
  path: "/figures",
  operationId: "getFigures",
  summary: "The figures of one indicator, each with its sentence",
  query: FiguresRequest,
  answer: { status: 200, description: "By subject and year", schema: "FiguresAnswer" },
  problems: ["invalid_request"],
  cache: "data",
  handle: ({ services, query, signal }) => services.store.figures(query, signal),
});
