/**
 * A route as data: what it takes, what it answers, and how. The app registers
 * it, the OpenAPI document describes it, both from this one object.
 */
import type { Request, RequestHandler, Response, Router } from "express";
import type { z } from "zod";

import type { Right } from "../access/rights.ts";
import type { ProblemCode } from "../contract/index.ts";
import { requireRight } from "./access.ts";
import { InvalidRequestError } from "./errors.ts";
import { clientSignal } from "./request-context.ts";
import type { SchemaName } from "./openapi/schemas.ts";
import type { Services } from "./services.ts";
import type { Versioned } from "../graph/index.ts";

export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
> {
  readonly method: "get" | "post" | "put" | "delete";
  /** Below `/api`, in Express form: `/entities/:id`. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer: RouteAnswer;
  readonly problems: readonly ProblemCode[];
  /** What whoever asks must be allowed; `read` unless told otherwise, `null` without signing in. */
  readonly right?: Right | null;
  /**
   * `data`: the answer depends on the graph alone, so its ETag is the data
   * version and an unchanged view costs no query.
   */
  readonly cache?: "data";
  readonly handle: (call: RouteCall<z.output<Params>, z.output<Query>, z.output<Body>>) => Promise<unknown>;
  /**
   * The same where the answer comes with the version of its data: a first
   * request, which has nothing to compare, then does not ask for the version before.
   */
  readonly handleVersioned?: (
    call: RouteCall<z.output<Params>, z.output<Query>, z.output<Body>>,
  ) => Promise<Versioned<unknown>>;
}

export interface RouteAnswer {
  readonly status: 200 | 202 | 204;
  readonly description: string;
  /** Left out where there is no body. */
  readonly schema?: SchemaName;
  /** `application/json` unless told otherwise. */
  readonly mediaType?: string;
}

export interface RouteCall<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly services: Services;
  readonly signal: AbortSignal;
  readonly request: Request;
  readonly response: Response;
}

/** Keeps the types of the parts together; routes of all kinds then fit one list. */
export function route<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  definition: Route<Params, Query, Body>,
): Route {
  return definition as unknown as Route;
}

/** A handler answers by returning the body; one that has streamed its answer returns this. */
export const STREAMED = Symbol("streamed");

export function registerRoute(router: Router, definition: Route, services: Services): void {
  router[definition.method](definition.path, toHandler(definition, services));
}

function toHandler(definition: Route, services: Services): RequestHandler {
  return async (request, response) => {
    if (definition.right !== null) requireRight(request, definition.right ?? "read", services);
    const signal = clientSignal(request, response);
    const toCall = () => ({
      params: parsePart("path", definition.params, request.params),
      query: parsePart("query", definition.query, request.query),
      body: parsePart("body", definition.body, request.body ?? {}),
      services,
      signal,
      request,
      response,
    });
    // Another release may say the same data otherwise.
    const toEtag = (version: string) => `W/"${services.version}-${version}"`;
    const given = request.get("If-None-Match");
    let answer: unknown;
    if (definition.handleVersioned !== undefined && given === undefined) {
      const versioned = await definition.handleVersioned(toCall());
      response.set({ ETag: toEtag(versioned.version), "Cache-Control": "no-cache" });
      answer = versioned.answer;
    } else {
      if (definition.cache === "data") {
        const etag = toEtag(await services.store.dataVersion(signal));
        response.set({ ETag: etag, "Cache-Control": "no-cache" });
        if (given === etag) {
          response.status(304).end();
          return;
        }
      } else {
        response.set("Cache-Control", "no-store");
      }
      answer = await definition.handle(toCall());
    }
    if (answer === STREAMED || signal.aborted) return;
    response.status(definition.answer.status);
    if (definition.answer.schema === undefined) response.end();
    else response.json(answer);
  };
}

function parsePart(part: string, schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value);
  if (!result.success) throw new InvalidRequestError(part, result.error);
  return result.data;
}
