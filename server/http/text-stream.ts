/** Text that is sent piece by piece, no faster than the client reads. */
import type { Request, Response } from "express";

import type { Problem } from "../contract/index.ts";
import type { Logger } from "../logger.ts";
import { drainsOf } from "./drains.ts";
import { problemOf } from "./errors.ts";

export interface TextTarget {
  readonly request: Request;
  readonly response: Response;
  readonly signal: AbortSignal;
  readonly logger: Logger;
  /** How the file itself says that the rest is missing; without it the connection is cut. */
  readonly sayProblem?: (problem: Problem) => string;
}

/**
 * What is wrong before the first piece is an answer of its own; what goes wrong after it ends the file early, so
 * that nobody takes a part for the whole.
 * @throws whatever `pieces` throws before its first piece
 */
export async function streamText(pieces: AsyncIterable<string>, mediaType: string, target: TextTarget): Promise<void> {
  const { request, response, signal, logger, sayProblem } = target;
  const drained = drainsOf(response, signal);
  const writeText = async (text: string) => {
    if (!response.write(text) && !signal.aborted) await drained();
  };
  try {
    for await (const piece of pieces) {
      if (!response.headersSent) response.type(mediaType).set("X-Accel-Buffering", "no");
      await writeText(piece);
      if (signal.aborted) return;
    }
  } catch (error) {
    if (!response.headersSent) throw error;
    if (signal.aborted) return;
    const problem = problemOf(error, request, logger);
    if (sayProblem === undefined) {
      response.destroy();
      return;
    }
    await writeText(sayProblem(problem));
  }
  response.end();
}
