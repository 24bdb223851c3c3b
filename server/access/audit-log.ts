/**
 * Who asked and changed what, a line of JSON each, in `audit.jsonl` of the data
 * folder. A line is always one line: nothing that a client sends can end it,
 * begin another or turn the direction in which it is read.
 */
import { appendFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

import type { Logger } from "../logger.ts";

export interface AuditEntry {
  readonly action: "query" | "import" | "forget" | "decide" | "sign-in" | "sign-in-refused" | "right-missing";
  /** Null where nobody is signed in. */
  readonly name: string | null;
  readonly address: string;
  readonly requestId: string;
  readonly [detail: string]: unknown;
}

const MAX_TEXT = 10_000;
const MAX_BYTES = 32 * 1024 * 1024;
/** Earlier files: `audit.1.jsonl` is the newest of them. */
const KEPT_FILES = 5;

export class AuditLog {
  readonly #folder: string;
  readonly #logger: Logger;
  readonly #maxBytes: number;
  #bytes: number;

  constructor(folder: string, logger: Logger, maxBytes: number = MAX_BYTES) {
    this.#folder = folder;
    this.#logger = logger;
    this.#maxBytes = maxBytes;
    this.#bytes = statSync(this.#path(0), { throwIfNoEntry: false })?.size ?? 0;
  }

  /** A line that cannot be kept is told to the log of the server; nobody's request fails for it. */
  record(entry: AuditEntry): void {
    const line = `${toLine({ at: new Date().toISOString(), ...entry })}\n`;
    try {
      if (this.#bytes > this.#maxBytes) this.#turn();
      appendFileSync(this.#path(0), line, { mode: 0o600 });
      this.#bytes += Buffer.byteLength(line);
    } catch (error) {
      this.#logger.error({ err: error, action: entry.action }, "an entry of the audit log was not kept");
    }
  }

  #turn(): void {
    for (let number = KEPT_FILES - 1; number >= 0; number -= 1) {
      if (statSync(this.#path(number), { throwIfNoEntry: false }))
        renameSync(this.#path(number), this.#path(number + 1));
    }
    this.#bytes = 0;
  }

  #path(number: number): string {
    return join(this.#folder, number === 0 ? "audit.jsonl" : `audit.${number}.jsonl`);
  }
}

/** JSON escapes what ends a line for most; this also what does for some, and what turns or hides text. */
function toLine(value: unknown): string {
  const json = JSON.stringify(value, (_, part: unknown) => (typeof part === "string" ? part.slice(0, MAX_TEXT) : part));
  return json.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (sign) =>
    Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, "0")}`).join(""),
  );
}
