/** A streamed answer, line by line. */
import { ApiError, isAbort } from "./api.ts";
import type { StreamEnd } from "./api.ts";
import type { QueryStreamEvent } from "../../server/contract/index.ts";

/** @throws ApiError where the stream ends in a problem, or without an end */
export async function readQueryStream(
  response: Response,
  onEvent: (event: QueryStreamEvent) => void,
): Promise<StreamEnd> {
  let rest = "";
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) break;
      const lines = (rest + value).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const event = JSON.parse(line) as QueryStreamEvent;
        if (event.type === "problem") throw new ApiError(event.problem.code, { problem: event.problem });
        onEvent(event);
        if (event.type === "end") return event;
      }
    }
  } catch (error) {
    if (isAbort(error) || error instanceof ApiError) throw error;
    throw new ApiError("unreachable", { cause: error });
  } finally {
    await reader?.cancel().catch(() => undefined);
  }
  throw new ApiError("unexpected_answer", { message: "The rows broke off before their end" });
}
