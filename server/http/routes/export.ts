/** The whole graph as a file, read no faster than the client takes it. */
import { EXPORT_FILES } from "../../contract/index.ts";
import type { ExportFile } from "../../contract/index.ts";
import { EXPORT_FORMATS } from "../../export/export-formats.ts";
import { toLine } from "../../export/json-lines.ts";
import { streamText } from "../text-stream.ts";
import { route, STREAMED } from "../route.ts";

export const exportRoutes = EXPORT_FILES.map((file) => {
  const { mediaType, summary, write } = EXPORT_FORMATS[file];
  return route({
    method: "get",
    path: `/export/${file}`,
    operationId: operationOf(file),
    summary,
    answer: {
      status: 200,
      description: "The file; a connection that is cut before its end says that the rest is missing",
      mediaType,
      schema: file === "graph.jsonl" ? "ExportLine" : "Text",
    },
    problems: ["changed_meanwhile", "query_cancelled"],
    cache: "data",
    async handle({ services, request, response, signal }) {
      const graph = await services.store.wholeGraph(signal);
      response.set("Content-Disposition", `attachment; filename="${file}"`);
      await streamText(write(graph), `${mediaType}; charset=utf-8`, {
        request,
        response,
        signal,
        logger: services.logger,
        ...(file === "graph.jsonl" ? { sayProblem: (problem) => toLine({ problem }) } : {}),
      });
      return STREAMED;
    },
  });
});

/** `exportGraphGraphml`, `exportEntitiesCsv`. */
function operationOf(file: ExportFile): string {
  return `export${file
    .split(".")
    .map((part) => part[0]!.toUpperCase() + part.slice(1))
    .join("")}`;
}
