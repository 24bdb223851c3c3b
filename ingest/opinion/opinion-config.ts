/** Which model is asked for a second opinion, read from the environment. Without `ATLAS_LLM_URL` nobody is asked. */
import { join, resolve } from "node:path";

import { ConfigError } from "../../server/graph/index.ts";

export interface OpinionConfig {
  /** Base address of an OpenAI-compatible endpoint, such as `http://127.0.0.1:11434/v1`. */
  readonly url: string;
  readonly model: string;
  /** Sent as a bearer token; never logged. */
  readonly key?: string;
  /** For one answer, from the first byte sent to the last one received. */
  readonly timeoutMs: number;
  /** Questions under way at a time. */
  readonly parallel: number;
  /** Folder where answers are kept. */
  readonly cacheFolder: string;
  /** Before the first repetition of a question that failed; doubles with each. 1 second where it is missing. */
  readonly retryDelayMs?: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_TIMEOUT_S = 60;
const DEFAULT_PARALLEL = 2;

/**
 * @param dataFolder what is kept goes under it
 * @throws ConfigError
 */
export function readOpinionConfig(env: Environment, dataFolder: string): OpinionConfig | undefined {
  const url = env["ATLAS_LLM_URL"]?.trim();
  const model = env["ATLAS_LLM_MODEL"]?.trim();
  if (!url) return undefined;
  checkAddress(url);
  if (!model) throw new ConfigError("ATLAS_LLM_URL is set and ATLAS_LLM_MODEL is not. Name the model to ask.");
  const key = env["ATLAS_LLM_KEY"]?.trim();
  return {
    url: url.replace(/\/+$/, ""),
    model,
    ...(key ? { key } : {}),
    timeoutMs: 1_000 * readWhole("ATLAS_LLM_TIMEOUT", env["ATLAS_LLM_TIMEOUT"], DEFAULT_TIMEOUT_S, 3_600),
    parallel: readWhole("ATLAS_LLM_PARALLEL", env["ATLAS_LLM_PARALLEL"], DEFAULT_PARALLEL, 64),
    cacheFolder: join(resolve(dataFolder), "second-opinion"),
  };
}

function checkAddress(url: string): void {
  const hint = "Give one such as http://127.0.0.1:11434/v1.";
  if (!URL.canParse(url)) throw new ConfigError(`ATLAS_LLM_URL is "${url}", which is no address. ${hint}`);
  const { protocol, username, password, search, hash } = new URL(url);
  if (protocol !== "http:" && protocol !== "https:") {
    throw new ConfigError(`ATLAS_LLM_URL begins with "${protocol}//", which is neither http nor https. ${hint}`);
  }
  if (username !== "" || password !== "" || search !== "" || hash !== "") {
    throw new ConfigError(`ATLAS_LLM_URL holds more than an address; a key belongs in ATLAS_LLM_KEY. ${hint}`);
  }
}

function readWhole(name: string, text: string | undefined, fallback: number, most: number): number {
  if (!text?.trim()) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > most) {
    throw new ConfigError(`${name} is "${text}". Give a whole number from 1 to ${most}.`);
  }
  return value;
}
