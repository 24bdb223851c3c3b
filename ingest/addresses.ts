/**
 * Documents at addresses, such as those of a mirror of the bureau's pages, and
 * the address that a file's place in a mirrored folder tells.
 *
 * Nothing is fetched but what somebody names: no links are followed, and no
 * redirection to another host.
 */
import { DocumentTooLargeError, UnreadableDocumentError } from "./errors.ts";
import { MAX_FILE_BYTES } from "./read/format.ts";

const TIMEOUT_MS = 30_000;
const MOST_REDIRECTIONS = 5;

export function isAddress(path: string): boolean {
  return /^https?:\/\//i.test(path);
}

/** The origin of what is at an address: the address, readable and without its fragment. */
export function addressOrigin(address: string): string {
  // It is told with the other things that cannot be read.
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = "";
  // A name and password open the page and are no part of where it is.
  url.username = "";
  url.password = "";
  return readable(url.href);
}

/**
 * The address of the page that a file was: its origin where that is one, or
 * what follows the name of a host among its folders, as mirroring tools lay
 * pages down (`mirror/kjj.example.cn/art/1.html`).
 */
export function addressOf(origin: string): string | null {
  if (isAddress(origin)) return origin;
  const hosted = /(?:^|\/)((?:[a-z0-9-]+\.)+(?:cn|com|net|org|edu|gov|hk|tw|mo)(?::\d{1,5})?\/.+)$/.exec(origin);
  return hosted === null ? null : `http://${hosted[1]}`;
}

/** @throws UnreadableDocumentError, DocumentTooLargeError */
export async function fetchWithin(address: string, origin: string): Promise<Uint8Array> {
  if (!URL.canParse(address)) throw unreadable(origin, "it is no address");
  try {
    return await readBody(await follow(new URL(address), origin), origin);
  } catch (error) {
    if (error instanceof UnreadableDocumentError || error instanceof DocumentTooLargeError) throw error;
    const isLate = error instanceof Error && error.name === "TimeoutError";
    throw unreadable(origin, isLate ? `no answer within ${TIMEOUT_MS / 1000} seconds` : "nobody answers there", error);
  }
}

async function follow(address: URL, origin: string): Promise<Response> {
  const { username, password } = address;
  const headers: Record<string, string> =
    username === ""
      ? {}
      : { Authorization: `Basic ${Buffer.from(decoded(`${username}:${password}`)).toString("base64")}` };
  let url = new URL(address);
  url.username = "";
  url.password = "";
  for (let i = 0; i <= MOST_REDIRECTIONS; i++) {
    const answer = await fetch(url, { redirect: "manual", headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (answer.ok) return answer;
    await answer.body?.cancel();
    const to = answer.status < 400 ? answer.headers.get("Location") : null;
    if (to === null) throw unreadable(origin, `the answer was ${answer.status}`);
    const next = new URL(to, url);
    if (next.host !== url.host) throw unreadable(origin, `it leads on to another host, ${next.host}`);
    url = next;
  }
  throw unreadable(origin, `it leads on more than ${MOST_REDIRECTIONS} times`);
}

async function readBody(answer: Response, origin: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.length;
    // Leaving the loop ends the download.
    if (size > MAX_FILE_BYTES) {
      throw new DocumentTooLargeError(
        `"${origin}" has more than ${MAX_FILE_BYTES / 1_048_576} MB; no file may have more.`,
        MAX_FILE_BYTES,
      );
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function unreadable(origin: string, why: string, cause?: unknown): UnreadableDocumentError {
  return new UnreadableDocumentError(`"${origin}" could not be fetched: ${why}.`, { cause });
}

function readable(address: string): string {
  return decoded(address, decodeURI).normalize("NFC");
}

/** As it is where it is no encoded text. */
function decoded(text: string, decode = decodeURIComponent): string {
  try {
    return decode(text);
  } catch {
    return text;
  }
}
