/** The explorer that has the store open, found by the file that it keeps in the data folder while it runs. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const ANSWER_WITHIN_MS = 3_000;

/** Its address; undefined where none runs, or only the file of one that died is left. */
export async function findRunningServer(dataFolder: string): Promise<string | undefined> {
  const url = readAddress(join(dataFolder, "server.json"));
  if (url === undefined) return undefined;
  try {
    const answer = await fetch(new URL("/api/health", url), { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    await answer.body?.cancel();
    return answer.ok ? url : undefined;
  } catch {
    return undefined;
  }
}

function readAddress(path: string): string | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
  const file = JSON.parse(text) as { url?: unknown };
  return typeof file.url === "string" && URL.canParse(file.url) ? file.url : undefined;
}
