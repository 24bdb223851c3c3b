/** An answer that streams as lines of JSON, no faster than the client reads. */
import type { Request, Response } from "express";

import type { QueryStreamEvent } from "../contract/index.ts";
import type { UserQueryPart } from "../graph/index.ts";
import type { Logger } from "../logger.ts";
import { drainsOf } from "./drains.ts";
import { problemOf } from "./errors.ts";

export interface StreamTarget {
  readonly request: Request;
  readonly response: Response;
  readonly signal: AbortSignal;
  readonly logger: Logger;
}

export interface StreamOutcome {
  readonly outcome: "done" | "failed" | "stopped";
  /** Rows that were sent. */
  readonly rows: number;
}

/**
 * What is wrong before the first line is an answer of its own; what goes wrong after it is the last line.
 * @throws as `GraphStore.queryStream`
 */
export async function streamQuery(parts: AsyncIterable<UserQueryPart>, target: StreamTarget): Promise<StreamOutcome> {
  const { request, response, signal, logger } = target;
  const begin = performance.now();
  let outcome: StreamOutcome["outcome"] = "done";
  let count = 0;
  const toEvent = (part: UserQueryPart): QueryStreamEvent => {
    if ("columns" in part) return { type: "columns", columns: part.columns };
    if ("end" in part)
      return { type: "end", rows: count, elapsedMs: Math.round(performance.now() - begin), ...part.end };
    count += part.rows.length;
    return { type: "rows", rows: part.rows };
  };
  const drained = drainsOf(response, signal);
  const writeLine = async (event: QueryStreamEvent) => {
    const goesOn = response.write(`${JSON.stringify(event)}\n`);
    // Compressed, a line would else wait for those after it.
    (response as { flush?: () => void }).flush?.();
    if (goesOn || signal.aborted) return;
    await drained();
  };
  try {
    for await (const part of parts) {
      if (!response.headersSent) response.type("application/x-ndjson; charset=utf-8").set("X-Accel-Buffering", "no");
      await writeLine(toEvent(part));
    }
  } catch (error) {
    if (!response.headersSent) throw error;
    outcome = signal.aborted ? "stopped" : "failed";
    if (response.destroyed) return { outcome: "stopped", rows: count };
    const problem = problemOf(error, request, logger);
    await writeLine({ type: "problem", problem });
  }
  response.end();
  return { outcome, rows: count };
}
