/**
 * One question to an OpenAI-compatible endpoint: bounded in time and size, not
 * redirected (the key belongs to this host alone), and repeated where waiting
 * may help.
 */
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";

import type { OpinionConfig } from "./opinion-config.ts";
import type { Message } from "./prompt.ts";

interface Failure {
  readonly status?: number;
  /** No other question would have an answer either. */
  readonly isFatal?: boolean;
  /** The same question may have one a little later. */
  readonly mayPass?: boolean;
  readonly retryAfterMs?: number;
}

/** Why there is no answer, as the end of a sentence. */
export class NoAnswerError extends Error {
  override readonly name = "NoAnswerError";
  readonly failure: Failure;
  constructor(message: string, failure: Failure = {}) {
    super(message);
    this.failure = failure;
  }
}

/** A model writes some thousand characters about a stretch. */
export const MOST_ANSWER_BYTES = 1_048_576;
const ATTEMPTS = 3;
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 30_000;

const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/** @throws NoAnswerError; the signal's reason when it aborts */
export async function askModel(
  config: OpinionConfig,
  messages: readonly Message[],
  signal: AbortSignal,
): Promise<string> {
  let delay = config.retryDelayMs ?? FIRST_DELAY_MS;
  let format: object = { response_format: { type: "json_object" } };
  for (let attempt = 1; ; attempt++) {
    try {
      return await askOnce(config, { model: config.model, messages, temperature: 0, stream: false, ...format }, signal);
    } catch (error) {
      if (!(error instanceof NoAnswerError) || attempt === ATTEMPTS) throw error;
      const { status, mayPass, retryAfterMs } = error.failure;
      if (status === 400 && "response_format" in format) {
        // Not every server knows it; the question itself asks for JSON, too.
        format = {};
        continue;
      }
      if (mayPass !== true) throw error;
      await wait(Math.min(retryAfterMs ?? delay, LONGEST_DELAY_MS), undefined, { signal });
      delay *= 2;
    }
  }
}

async function askOnce(config: OpinionConfig, question: object, signal: AbortSignal): Promise<string> {
  const timeout = AbortSignal.timeout(config.timeoutMs);
  let text: string;
  try {
    const response = await fetch(`${config.url}/chat/completions`, {
      method: "POST",
      redirect: "manual",
      headers: {
        "Content-Type": "application/json",
        ...(config.key === undefined ? {} : { Authorization: `Bearer ${config.key}` }),
      },
      body: JSON.stringify(question),
      signal: AbortSignal.any([signal, timeout]),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw refusalOf(response);
    }
    text = await readBounded(response);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof NoAnswerError) throw error;
    if (timeout.aborted) throw new NoAnswerError(`no answer within ${config.timeoutMs / 1_000} seconds`);
    throw new NoAnswerError(`it could not be reached (${causeOf(error)})`, { mayPass: true });
  }
  const completion = Completion.safeParse(parseJson(text));
  if (!completion.success) throw new NoAnswerError("the answer was no chat completion");
  return completion.data.choices[0]!.message.content;
}

function refusalOf({ status, headers }: Response): NoAnswerError {
  if (status === 429 || status >= 500) {
    const seconds = Number(headers.get("Retry-After") ?? Number.NaN);
    const retryAfterMs = seconds >= 0 ? { retryAfterMs: seconds * 1_000 } : {};
    return new NoAnswerError(`it answered ${status}`, { status, mayPass: true, ...retryAfterMs });
  }
  const why: Readonly<Record<number, string>> = {
    401: ": ATLAS_LLM_KEY is not accepted",
    403: ": ATLAS_LLM_KEY is not accepted",
    404: ": ATLAS_LLM_URL or ATLAS_LLM_MODEL does not exist there",
  };
  const isRedirect = status >= 300 && status < 400;
  const detail = isRedirect ? ": it sends elsewhere, which is not followed" : (why[status] ?? "");
  return new NoAnswerError(`it answered ${status}${detail}`, { status, isFatal: isRedirect || status in why });
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += (chunk as Uint8Array).length;
    // Leaving the loop cancels what is still to come.
    if (size > MOST_ANSWER_BYTES) throw new NoAnswerError("the answer was larger than 1 MB");
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (cause instanceof Error) return "code" in cause ? String(cause.code) : cause.message;
  return String(cause);
}
