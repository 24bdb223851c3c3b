/** The frame of a document as its page tells it: title, publisher and date. */
import type { SourceMetadata } from "../../../read/source.ts";
import type { CleanText, Frame } from "../text-document.ts";
import { findDate } from "../../../calendar-date.ts";
import type { Line } from "./lines.ts";
import { readPageFields } from "./page-lines.ts";
import type { PageFields } from "./page-lines.ts";

const TITLE_MAX_LENGTH = 60;
const SIGNATURE_LINES = 6;

/** The lines come back with the title marked as such. */
export function readFrame(
  clean: CleanText,
  lines: readonly Line[],
  metadata: SourceMetadata,
): { frame: Frame; lines: readonly Line[] } {
  const textOf = (line: Line) => clean.text.slice(line.begin, line.end);
  const fields: PageFields = Object.assign(
    {},
    ...lines
      .filter(({ kind }) => kind === "meta")
      .map((line) => readPageFields(textOf(line)))
      .reverse(),
  );
  const titleLine = findTitleLine(lines, textOf);
  const title = metadata.title ?? fields.title ?? (titleLine === undefined ? null : textOf(titleLine));
  const marked = lines.map((line): Line => (line === titleLine ? { ...line, kind: "title", depth: 0 } : line));
  const body = lines.filter(({ kind }) => kind !== "meta" && kind !== "boilerplate").map(textOf);
  const frame: Frame = {
    title,
    publisher: metadata.publisher ?? fields.publisher ?? fields.source ?? null,
    date:
      findDate(fields.written ?? "") ??
      findDate(fields.published ?? "") ??
      metadata.date ??
      findSignatureDate(body) ??
      findDate(title ?? ""),
    url: metadata.url,
    region: null,
    reportYear: null,
    planYear: null,
  };
  return { frame, lines: marked };
}

/** A short first line without a full stop. */
function findTitleLine(lines: readonly Line[], textOf: (line: Line) => string): Line | undefined {
  const first = lines.find(({ kind }) => kind !== "meta" && kind !== "boilerplate");
  if (first === undefined || first.kind !== "paragraph") return undefined;
  const text = textOf(first);
  return text.length <= TITLE_MAX_LENGTH && !/[。;!]/.test(text) && !/[,:]$/.test(text) ? first : undefined;
}

/** The last lines of a letter: the body that signs, then nothing but a date. */
function findSignatureDate(body: readonly string[]): string | null {
  for (const line of body.slice(-SIGNATURE_LINES).reverse()) {
    const bare = line.replace(/[()\s]/g, "");
    if (bare.length <= 12 && /日$|^\d{4}[-./年]/.test(bare)) {
      const date = findDate(bare);
      if (date !== null) return date;
    }
  }
  return null;
}
