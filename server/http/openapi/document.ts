/** The OpenAPI 3.1 description of the API, made from the routes themselves. */
import { z } from "zod";

import type { ProblemCode } from "../../contract/index.ts";
import { PROBLEMS } from "../errors.ts";
import type { Route } from "../route.ts";
import { ROUTES } from "../routes/index.ts";
import { ANSWER_SCHEMAS } from "./schemas.ts";
import type { JsonSchema } from "./schemas.ts";

export function openApiDocument(version: string): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const route of ROUTES) {
    const path = `/api${route.path.replace(/:(\w+)/g, "{$1}")}`;
    (paths[path] ??= {})[route.method] = toOperation(route);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Innovation Atlas",
      version,
      description:
        "The graph of a city's science and technology work, each relation with the passages that support it.",
      license: { name: "MIT", identifier: "MIT" },
    },
    tags: [...Object.keys(CHAPTERS), "More"].flatMap((name) =>
      ROUTES.some(({ path }) => tagOf(path) === name) ? [{ name }] : [],
    ),
    paths,
    components: { schemas: ANSWER_SCHEMAS },
  };
}

/** The chapters of the description, by the first word of a path. */
const CHAPTERS: Readonly<Record<string, readonly string[]>> = {
  "The graph": ["health", "schema", "overview", "structure", "search", "facets"],
  "Entities and relations": ["entities", "relations", "evidence", "subgraph", "neighbor-totals", "claims"],
  "Paths, matrix, gaps and measures": ["paths", "common", "matrix", "gaps", "measures"],
  Figures: ["indicators", "figures"],
  Cypher: ["query", "queries"],
  "The whole graph": ["export"],
  Documents: ["documents", "imports", "origins"],
  "Names and decisions": ["names", "decisions"],
  "Views and notes": ["views", "notes"],
};

function tagOf(path: string): string {
  const [word] = path.slice(1).split("/");
  return Object.entries(CHAPTERS).find(([, words]) => words.includes(word!))?.[0] ?? "More";
}

function toOperation(route: Route): JsonSchema {
  const body = toRequestBody(route);
  return {
    operationId: route.operationId,
    tags: [tagOf(route.path)],
    summary: route.summary,
    parameters: [...toParameters("path", route.params), ...toParameters("query", route.query)],
    ...(body && { requestBody: body }),
    responses: { [route.answer.status]: toAnswer(route), ...toProblemAnswers(route.problems) },
  };
}

function toParameters(place: "path" | "query", schema: z.ZodType | undefined): JsonSchema[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = toJsonSchema(schema) as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: property,
  }));
}

function toRequestBody(route: Route): JsonSchema | undefined {
  if (route.operationId === "startImport") {
    const files = { type: "array", items: { type: "string", contentMediaType: "application/octet-stream" } };
    const schema = { type: "object", properties: { files, strict: { type: "boolean" } }, required: ["files"] };
    return { required: true, content: { "multipart/form-data": { schema } } };
  }
  if (route.body === undefined) return undefined;
  return { required: true, content: { "application/json": { schema: toJsonSchema(route.body) } } };
}

function toAnswer({ answer }: Route): JsonSchema {
  if (answer.schema === undefined) return { description: answer.description };
  const schema = { $ref: `#/components/schemas/${answer.schema}` };
  return { description: answer.description, content: { [answer.mediaType ?? "application/json"]: { schema } } };
}

/** Several problems may share a status; each is named in its description. */
function toProblemAnswers(problems: readonly ProblemCode[]): Record<string, JsonSchema> {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of [...problems, "internal" as const, "store_unavailable" as const]) {
    const { status } = PROBLEMS[code];
    byStatus.set(status, [...new Set([...(byStatus.get(status) ?? []), code])]);
  }
  const content = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      { description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join(". "), content },
    ]),
  );
}

function toJsonSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return rest;
}
