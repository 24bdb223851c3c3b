/** The explorer that has the store open, found by the file that it keeps in the data folder while it runs. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const ANSWER_WITHIN_MS = 3_000;

/**
 * Its address, with the token of this start as a password where the explorer
 * asks for one; undefined where none runs, or only the file of one that died is left.
 */
export async function findRunningServer(dataFolder: string): Promise<string | undefined> {
  const running = readRunning(join(dataFolder, "server.json"));
  if (running === undefined) return undefined;
  const { url, token } = running;
  try {
    const answer = await fetch(new URL("/api/health", url), { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    await answer.body?.cancel();
    if (!answer.ok || token === undefined) return answer.ok ? url : undefined;
    return Object.assign(new URL(url), { password: token }).href;
  } catch {
    return undefined;
  }
}

interface Running {
  readonly url: string;
  readonly token?: string;
}

function readRunning(path: string): Running | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
  const { url, token } = JSON.parse(text) as { url?: unknown; token?: unknown };
  if (typeof url !== "string" || !URL.canParse(url)) return undefined;
  return typeof token === "string" ? { url, token } : { url };
}
