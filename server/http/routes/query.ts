import { QueryCheckRequest, QueryRequest, QueryStreamRequest } from "../../contract/index.ts";
import type { HistoryEntry, QueryCheck, QueryPosition } from "../../contract/index.ts";
import { QueryCancelledError, QuerySyntaxError, WriteRefusedError } from "../../graph/index.ts";
import { streamQuery } from "../query-stream.ts";
import type { StreamOutcome } from "../query-stream.ts";
import { route, STREAMED } from "../route.ts";

export const postQuery = route({
  method: "post",
  path: "/query",
  operationId: "runQuery",
  summary: "A person's own Cypher, reading only, bounded in rows and time",
  body: QueryRequest,
  answer: { status: 200, description: "Columns, rows, and the graph in them", schema: "QueryAnswer" },
  problems: ["invalid_request", "invalid_query", "write_refused", "query_timeout", "query_memory", "query_cancelled"],
  handle: ({ services, body, signal }) => services.store.query(body, signal),
});

export const postQueryStream = route({
  method: "post",
  path: "/query/stream",
  operationId: "streamQuery",
  summary:
    "The same as lines of JSON that come while the query runs: `columns`, then `rows`, last `end` or `problem`. Closing the connection stops the query",
  body: QueryStreamRequest,
  answer: {
    status: 200,
    description: "One event a line",
    mediaType: "application/x-ndjson",
    schema: "QueryStreamEvent",
  },
  problems: ["invalid_request", "invalid_query", "write_refused", "query_timeout", "query_memory", "query_cancelled"],
  async handle({ services, body, request, response, signal }) {
    const { browser, ...asked } = body;
    const stream = streamQuery(services.store.queryStream(asked, signal), {
      request,
      response,
      signal,
      logger: services.logger,
    });
    if (browser === undefined) await stream;
    else await recorded(stream, body, (entry) => services.queries.record(browser, entry));
    return STREAMED;
  },
});

/** Into the history of the browser, however it ends. */
async function recorded(
  stream: Promise<StreamOutcome>,
  { cypher, parameters }: QueryStreamRequest,
  record: (entry: Omit<HistoryEntry, "id">) => void,
): Promise<void> {
  const begin = performance.now();
  const keep = (outcome: HistoryEntry["outcome"], rows: number) =>
    record({
      cypher,
      parameters,
      at: new Date().toISOString(),
      outcome,
      rows,
      elapsedMs: Math.round(performance.now() - begin),
    });
  try {
    const { outcome, rows } = await stream;
    keep(outcome, rows);
  } catch (error) {
    keep(error instanceof QueryCancelledError ? "stopped" : "failed", 0);
    throw error;
  }
}

const CHECK_TIMEOUT_MS = 5_000;
/** Of the plan's text, which is not looked at. */
const CHECK_ROWS = 1;

/** The store's own parser and planner judge the text: what this store does not speak is said as it would say it. */
export const postQueryCheck = route({
  method: "post",
  path: "/query/check",
  operationId: "checkQuery",
  summary: "What the store says of a query without running it: its mistake, its warnings, its plan",
  body: QueryCheckRequest,
  answer: { status: 200, description: "The judgement", schema: "QueryCheck" },
  problems: ["invalid_request", "query_timeout", "query_cancelled"],
  async handle({ services, body, signal }): Promise<QueryCheck> {
    const bare = body.cypher.replace(/^\s*(EXPLAIN|PROFILE)\b/i, (word) => " ".repeat(word.length));
    const request = {
      cypher: `EXPLAIN\n${bare}`,
      parameters: body.parameters,
      maxRows: CHECK_ROWS,
      timeoutMs: CHECK_TIMEOUT_MS,
    };
    try {
      for await (const part of services.store.queryStream(request, signal)) {
        if (!("end" in part)) continue;
        const warnings = part.end.warnings.map((warning) => ({
          ...warning,
          position: withoutFirstLine(warning.position),
        }));
        return { problem: null, warnings, plan: part.end.plan };
      }
    } catch (error) {
      if (error instanceof WriteRefusedError || error instanceof QuerySyntaxError) {
        const position = error instanceof QuerySyntaxError ? withoutFirstLine(error.position ?? null) : null;
        return { problem: { code: error.code, message: error.message, position }, warnings: [], plan: null };
      }
      throw error;
    }
    return { problem: null, warnings: [], plan: null };
  },
});

/** The query stood one line below the word EXPLAIN. */
function withoutFirstLine(position: QueryPosition | null): QueryPosition | null {
  return position && { line: Math.max(1, position.line - 1), column: position.column };
}
