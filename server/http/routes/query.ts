import { QueryCheckRequest, QueryRequest, QueryStreamRequest } from "../../contract/index.ts";
import type { HistoryEntry, QueryCheck, QueryPosition } from "../../contract/index.ts";
import { QueryCancelledError, QuerySyntaxError, WriteRefusedError } from "../../graph/index.ts";
import { streamQuery } from "../query-stream.ts";
import type { StreamOutcome } from "../query-stream.ts";
import { refuseDeepParameters } from "../../graph/check-parameters.ts";
import { record } from "../access.ts";
import { route, STREAMED } from "../route.ts";
import type { RouteCall } from "../route.ts";

export const postQuery = route({
  method: "post",
  path: "/query",
  operationId: "runQuery",
  summary: "A person's own Cypher, reading only, bounded in rows and time",
  body: QueryRequest,
  answer: { status: 200, description: "Columns, rows, and the graph in them", schema: "QueryAnswer" },
  problems: ["invalid_request", "invalid_query", "write_refused", "query_timeout", "query_memory", "query_cancelled"],
  right: "query",
  handle: (call) => asAllowed(call, () => call.services.store.query(call.body, call.signal)),
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
  right: "query",
  async handle(call) {
    const { services, body, request, response, signal } = call;
    const { browser, ...asked } = body;
    await asAllowed(call, async () => {
      const stream = streamQuery(services.store.queryStream(asked, signal), {
        request,
        response,
        signal,
        logger: services.logger,
      });
      if (browser === undefined) return stream;
      return recorded(stream, body, (entry) => services.queries.record(browser, entry));
    });
    return STREAMED;
  },
});

/** When it is the client's turn, and into the audit log, however it ends. */
async function asAllowed<T extends { readonly rows: unknown }>(
  { services, request, body, signal }: RouteCall<unknown, unknown, QueryRequest>,
  run: () => Promise<T>,
): Promise<T> {
  // Neither the audit log nor the history can write them down.
  refuseDeepParameters(body.parameters);
  const release = await services.access.queries.take(request.client?.key ?? "", signal);
  const begin = performance.now();
  const tell = (outcome: string, rows: number) =>
    record(services, request, {
      action: "query",
      cypher: body.cypher,
      parameters: JSON.stringify(body.parameters).slice(0, MAX_AUDITED_PARAMETERS),
      outcome,
      rows,
      ms: Math.round(performance.now() - begin),
    });
  try {
    const answer = await run();
    const outcome = "outcome" in answer ? String(answer.outcome) : "done";
    tell(outcome, Array.isArray(answer.rows) ? answer.rows.length : Number(answer.rows));
    return answer;
  } catch (error) {
    tell(error instanceof Error && "code" in error ? String(error.code) : "internal", 0);
    throw error;
  } finally {
    release();
  }
}

const MAX_AUDITED_PARAMETERS = 2_000;

/** Into the history of the browser, however it ends. */
async function recorded(
  stream: Promise<StreamOutcome>,
  { cypher, parameters }: QueryStreamRequest,
  record: (entry: Omit<HistoryEntry, "id">) => void,
): Promise<StreamOutcome> {
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
    const ended = await stream;
    keep(ended.outcome, ended.rows);
    return ended;
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
  right: "query",
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
