/** The Express application, pure: no listening, no environment. Tests build it on a fresh store. */
import compression from "compression";
import express from "express";
import type { Express } from "express";
import helmet from "helmet";
import sirv from "sirv";

import { admitClients, sessionRoutes } from "./access.ts";
import { apiDocsPage } from "./api-docs-page.ts";
import { handleErrors, HttpError } from "./errors.ts";
import { openApiDocument } from "./openapi/document.ts";
import { identifyRequests } from "./request-context.ts";
import { registerRoute } from "./route.ts";
import { ROUTES } from "./routes/index.ts";
import { refuseOtherSites } from "./same-site.ts";
import type { Services } from "./services.ts";

const BODY_LIMIT = "1mb";

export function createApp(services: Services): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("etag", false);
  app.set("query parser", "simple");
  app.use(identifyRequests(services.logger), securityHeaders(), refuseOtherSites(services));
  app.use("/api", admitClients(services), createApi(services));
  if (services.clientFolder !== undefined) app.use(serveClient(services.clientFolder));
  app.use(() => {
    throw new HttpError("route_not_found", "Nothing is at this address. The API is described at /api/openapi.json.");
  });
  app.use(handleErrors(services.logger));
  return app;
}

function createApi(services: Services): express.Router {
  const api = express.Router();
  api.use(compression({ filter: (_request, response) => !isEventStream(response) }));
  api.use(express.json({ limit: BODY_LIMIT }));
  api.use(sessionRoutes(services));
  for (const definition of ROUTES) registerRoute(api, definition, services);
  const document = openApiDocument(services.version);
  api.get("/openapi.json", (_request, response) => {
    response.set("Cache-Control", "no-cache").json(document);
  });
  api.get("/docs", apiDocsPage(services.clientFolder));
  api.use((request) => {
    const methods = ROUTES.filter(({ path }) => matches(path, request.path)).map(({ method }) => method.toUpperCase());
    if (methods.length === 0) throw new HttpError("route_not_found", `The API has no address ${request.path}.`);
    throw new HttpError("method_not_allowed", `${request.path} takes ${methods.join(", ")}, not ${request.method}.`);
  });
  return api;
}

function matches(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  return wanted.length === given.length && wanted.every((part, i) => part.startsWith(":") || part === given[i]);
}

function isEventStream(response: { getHeader(name: string): unknown }): boolean {
  return String(response.getHeader("Content-Type")).startsWith("text/event-stream");
}

function securityHeaders() {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "worker-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "frame-ancestors": ["'none'"],
      },
    },
    // The server itself speaks plain HTTP; a proxy that adds TLS adds this too.
    strictTransportSecurity: false,
    referrerPolicy: { policy: "no-referrer" },
  });
}

function serveClient(folder: string) {
  return sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    single: true,
    setHeaders: (response, path) => {
      // Built assets carry a hash in their names; the page itself must be asked for anew.
      const isHashed = path.startsWith("/assets/");
      response.setHeader("Cache-Control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
}
