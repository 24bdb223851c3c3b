/** `/api/docs`: the page that shows the description of the API, from the built client. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { RequestHandler } from "express";

import { HttpError } from "./errors.ts";

const PAGE = "api-docs.html";

/** @param clientFolder of the built client; undefined where the API is served alone */
export function apiDocsPage(clientFolder: string | undefined): RequestHandler {
  return (_request, response, next) => {
    if (clientFolder === undefined || !existsSync(join(clientFolder, PAGE))) {
      throw new HttpError(
        "route_not_found",
        "The page is part of the client, which is not built. The same as data is at /api/openapi.json.",
      );
    }
    // The component writes styles into its own elements; scripts are ours alone here too.
    const policy = String(response.getHeader("Content-Security-Policy"));
    response.set("Content-Security-Policy", policy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"));
    response.set("Cache-Control", "no-cache");
    response.sendFile(PAGE, { root: clientFolder, cacheControl: false, etag: false, lastModified: false }, (error) => {
      if (error !== undefined) next(error);
    });
  };
}
