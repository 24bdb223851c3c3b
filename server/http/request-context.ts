/** What every request gets: an id, a log line when it ends, and a signal that aborts when the client leaves. */
import { randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";
import type { Request, RequestHandler, Response } from "express";

import type { Logger } from "../logger.ts";

declare module "http" {
  interface IncomingMessage {
    /** Given by a proxy in `X-Request-Id`, or drawn here. */
    id?: string;
  }
}

const REQUEST_ID = /^[\w.-]{1,64}$/;

export function identifyRequests(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const given = request.get("X-Request-Id");
    const id = given !== undefined && REQUEST_ID.test(given) ? given : randomUUID();
    request.id = id;
    response.set("X-Request-Id", id);
    const begun = performance.now();
    response.on("close", () => {
      const line = {
        requestId: id,
        method: request.method,
        // The path alone: searches and queries are people's business.
        path: request.originalUrl.split("?", 1)[0],
        status: response.statusCode,
        ms: Math.round(performance.now() - begun),
        ...(response.writableFinished ? {} : { aborted: true }),
      };
      if (response.statusCode >= 500) logger.error(line, "request");
      else logger.info(line, "request");
    });
    next();
  };
}

/** Aborts when the client closes the connection before the answer is complete. */
export function clientSignal(_request: Request, response: Response): AbortSignal {
  const controller = new AbortController();
  // Each statement under way listens, and a question about gaps has many at once.
  setMaxListeners(0, controller.signal);
  response.on("close", () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
