import { z } from "zod";

import type { ImportJob, ImportsPage } from "../../contract/index.ts";
import { record } from "../access.ts";
import { HttpError } from "../errors.ts";
import { route, STREAMED } from "../route.ts";
import { receiveUploads } from "../uploads.ts";

const params = z.object({ id: z.string().min(1).max(100) });

export const postImport = route({
  method: "post",
  path: "/imports",
  operationId: "startImport",
  summary: "Upload documents and tables (multipart/form-data: `files`, `strict`); they are read in the background",
  answer: { status: 202, description: "The import has begun; follow its events", schema: "ImportJob" },
  problems: ["invalid_request", "upload_aborted", "too_large", "unsupported_media_type", "store_full"],
  right: "import",
  async handle({ services, request, response }): Promise<ImportJob> {
    const uploads = await receiveUploads(request, services.imports.uploadFolder);
    const job = services.imports.start(uploads);
    record(services, request, { action: "import", import: job.id, origins: job.origins });
    response.location(`/api/imports/${job.id}`);
    return job;
  },
});

export const listImports = route({
  method: "get",
  path: "/imports",
  operationId: "listImports",
  summary: "Imports of this server, newest first",
  answer: { status: 200, description: "The latest imports", schema: "ImportsPage" },
  problems: [],
  right: "import",
  handle: async ({ services }): Promise<ImportsPage> => ({ imports: services.imports.list() }),
});

export const getImport = route({
  method: "get",
  path: "/imports/:id",
  operationId: "getImport",
  summary: "How an import stands",
  params,
  answer: { status: 200, description: "The import", schema: "ImportJob" },
  problems: ["import_not_found"],
  right: "import",
  handle: async ({ services, params }) => services.imports.get(params.id),
});

export const getImportEvents = route({
  method: "get",
  path: "/imports/:id/events",
  operationId: "followImport",
  summary: "Server-sent events: `progress` with the import, until it is done or has failed",
  params,
  answer: { status: 200, description: "A stream of events", mediaType: "text/event-stream", schema: "ImportJob" },
  problems: ["import_not_found"],
  right: "import",
  async handle({ services, params, response, signal }) {
    const jobs = services.imports.follow(params.id, signal);
    response.set({
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store",
      "X-Accel-Buffering": "no",
    });
    response.flushHeaders();
    for await (const job of jobs) {
      if (response.destroyed) break;
      response.write(`event: progress\ndata: ${JSON.stringify(job)}\n\n`);
    }
    response.end();
    return STREAMED;
  },
});

export const deleteOrigin = route({
  method: "delete",
  path: "/origins",
  operationId: "forgetOrigin",
  summary: "Remove everything that one origin said",
  query: z.object({ origin: z.string().min(1).max(4096) }),
  answer: { status: 204, description: "It is gone" },
  problems: ["invalid_request", "origin_not_found"],
  right: "administer",
  async handle({ services, query, request }) {
    record(services, request, { action: "forget", origin: query.origin });
    if (await services.imports.forget(query.origin)) return;
    throw new HttpError("origin_not_found", `Nothing in the graph came from "${query.origin}".`);
  },
});
