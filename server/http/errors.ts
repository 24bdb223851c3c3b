/**
 * From errors to answers: one table, one middleware, one body.
 *
 * Errors of ours carry a `code`; anything else is logged whole and answered
 * bare, so that nothing internal leaks.
 */
import type { ErrorRequestHandler, Request, Response } from "express";
import type { z } from "zod";

import { PROBLEM_CODES } from "../contract/index.ts";
import type { Problem, ProblemCode } from "../contract/index.ts";
import { GraphError, QuerySyntaxError } from "../graph/index.ts";
import type { Logger } from "../logger.ts";

interface Answer {
  readonly status: number;
  readonly title: string;
}

export const PROBLEMS: Readonly<Record<ProblemCode, Answer>> = {
  invalid_request: { status: 400, title: "The request is not valid" },
  invalid_query: { status: 400, title: "The query is not valid Cypher" },
  invalid_mapping: { status: 400, title: "The mapping does not fit the table" },
  invalid_decisions: { status: 400, title: "The decisions cannot be used" },
  upload_aborted: { status: 400, title: "The upload ended half-way" },
  write_refused: { status: 403, title: "Queries only read" },
  cross_site_refused: { status: 403, title: "Requests from other sites are refused" },
  sign_in_required: { status: 401, title: "Sign in first" },
  right_missing: { status: 403, title: "Your sign-in does not allow this" },
  too_many_requests: { status: 429, title: "Too many requests in a minute" },
  entity_not_found: { status: 404, title: "No such entity" },
  relation_not_found: { status: 404, title: "No such relation" },
  document_not_found: { status: 404, title: "No such document" },
  import_not_found: { status: 404, title: "No such import" },
  query_not_found: { status: 404, title: "No such saved query" },
  origin_not_found: { status: 404, title: "Nothing came from there" },
  kept_not_found: { status: 404, title: "No such view or note" },
  changed_meanwhile: { status: 409, title: "Somebody else changed it" },
  route_not_found: { status: 404, title: "No such address" },
  method_not_allowed: { status: 405, title: "This address does not take that method" },
  query_timeout: { status: 408, title: "The query took too long" },
  too_large: { status: 413, title: "The request is too large" },
  unsupported_media_type: { status: 415, title: "This kind of file cannot be read" },
  unreadable_document: { status: 422, title: "The document cannot be read" },
  query_memory: { status: 422, title: "The query needs too much memory" },
  query_cancelled: { status: 499, title: "The query was cancelled" },
  internal: { status: 500, title: "Something went wrong here" },
  too_busy: { status: 503, title: "Too many requests at once" },
  store_unavailable: { status: 503, title: "The graph store does not answer" },
  store_locked: { status: 503, title: "The graph store is in use by another process" },
  store_auth_failed: { status: 503, title: "The graph store refused the sign-in" },
  store_full: { status: 507, title: "The disk is full" },
};

/** The request as a whole is wrong: not found, too large, refused. */
export class HttpError extends Error {
  override readonly name = "HttpError";
  readonly code: ProblemCode;
  /** In seconds, where asking again later helps. */
  readonly retryAfter: number | undefined;
  constructor(
    code: ProblemCode,
    message: string,
    { retryAfter, ...options }: ErrorOptions & { retryAfter?: number } = {},
  ) {
    super(message, options);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

export class InvalidRequestError extends Error {
  override readonly name = "InvalidRequestError";
  readonly code = "invalid_request";
  readonly fields: readonly { path: string; message: string }[];
  constructor(part: string, error: z.ZodError) {
    const fields = error.issues.map((issue) => ({ path: [part, ...issue.path].join("."), message: issue.message }));
    super(fields.map(({ path, message }) => `${path}: ${message}`).join("; "));
    this.fields = fields;
  }
}

export function handleErrors(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    // The answer is on its way already (a stream, or a client that left): only the connection can be ended.
    if (response.headersSent) return next(error);
    if (error instanceof HttpError && error.retryAfter !== undefined) {
      response.set("Retry-After", String(error.retryAfter));
    }
    sendProblem(response, problemOf(error, request, logger));
  };
}

/** What may be told of an error that no request waits for. */
export function publicDetail(error: unknown): string {
  return toKnown(error).detail;
}

/** The same for an answer that has begun: the problem goes into it. */
export function problemOf(error: unknown, request: Request, logger: Logger): Problem {
  const known = toKnown(error);
  if (known.code === "internal") logger.error({ err: error, requestId: request.id }, "unexpected error");
  // Where the store is and what it said is for the log alone.
  else if (error instanceof GraphError && error.publicMessage !== error.message) {
    logger.error({ code: error.code, requestId: request.id }, error.message);
  }
  return toProblem(known, request.id);
}

interface Known {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly fields?: Problem["fields"];
  readonly position?: Problem["position"];
}

function toKnown(error: unknown): Known {
  if (error instanceof InvalidRequestError) return { code: error.code, detail: error.message, fields: error.fields };
  if (error instanceof QuerySyntaxError) {
    return { code: error.code, detail: error.message, ...(error.position && { position: error.position }) };
  }
  if (error instanceof GraphError) return { code: error.code, detail: error.publicMessage };
  if (error instanceof Error) {
    if ("code" in error && isProblemCode(error.code)) return { code: error.code, detail: error.message };
    if ("type" in error) return fromBodyParser(error.type, error.message);
    if (error instanceof URIError) return { code: "invalid_request", detail: "The address is not valid UTF-8." };
  }
  return { code: "internal", detail: "The server met an error that it did not expect. Its log has the details." };
}

function fromBodyParser(type: unknown, message: string): Known {
  switch (type) {
    case "entity.too.large":
      return { code: "too_large", detail: "The body is larger than this address takes." };
    case "encoding.unsupported":
    case "charset.unsupported":
      return { code: "unsupported_media_type", detail: message };
    case "request.aborted":
      return { code: "upload_aborted", detail: "The connection closed before the body was complete." };
    default:
      return { code: "invalid_request", detail: `The body cannot be read: ${message}` };
  }
}

function isProblemCode(code: unknown): code is ProblemCode {
  return (PROBLEM_CODES as readonly unknown[]).includes(code);
}

export function toProblem(known: Known, requestId: string | undefined): Problem {
  const { status, title } = PROBLEMS[known.code];
  return {
    type: "about:blank",
    title,
    status,
    code: known.code,
    detail: known.detail,
    ...(requestId === undefined ? {} : { requestId }),
    ...(known.fields === undefined ? {} : { fields: known.fields }),
    ...(known.position === undefined ? {} : { position: known.position }),
  };
}

function sendProblem(response: Response, problem: Problem): void {
  // It names the data of an answer, which this is none.
  response.removeHeader("ETag");
  response
    .status(problem.status)
    .set("Cache-Control", "no-store")
    .type("application/problem+json")
    .send(JSON.stringify(problem));
}
