/** Reading: from the bytes of one file to one source. */
import { addressOf } from "../addresses.ts";
import { DocumentTooLargeError, EmptyDocumentError, UnreadableDocumentError } from "../errors.ts";
import type { Format, ReadOptions } from "./format.ts";
import { FORMATS, findFormat } from "./formats.ts";
import { sha256Of } from "./sha256.ts";
import type { Reading } from "./source.ts";

/** @throws EmptyDocumentError, DocumentTooLargeError, UnreadableDocumentError */
export async function readSource(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const { origin } = options;
  if (bytes.length === 0) throw new EmptyDocumentError(`"${origin}" is empty: it has 0 bytes.`);
  const format = findFormat(origin, bytes);
  if (format === undefined) throw unknownFormat(origin);
  checkSize(bytes.length, format, origin);

  const { rejections = [], ...content } = await format.read(bytes, options);
  if (content.kind === "text" && content.text.trim() === "") {
    throw new EmptyDocumentError(`"${origin}" holds no text.`);
  }
  // What the page says of itself comes first: a mirror's own address may open nothing tomorrow.
  const metadata = { ...content.metadata, url: content.metadata.url ?? addressOf(origin) };
  const source = { origin, sha256: sha256Of(bytes), mediaType: format.mediaTypes[0], ...content, metadata };
  return { source, rejections };
}

function checkSize(size: number, { label, maxBytes }: Format, origin: string): void {
  if (size <= maxBytes) return;
  throw new DocumentTooLargeError(
    `"${origin}" has ${inMegabytes(size)} MB; the limit for ${label} is ${inMegabytes(maxBytes)} MB. Split it into several files.`,
    maxBytes,
  );
}

function unknownFormat(origin: string): UnreadableDocumentError {
  const known = FORMATS.flatMap(({ extensions }) => extensions).join(" ");
  return new UnreadableDocumentError(
    `"${origin}" is in no format that is read here. Formats go by the end of the name: ${known}.`,
  );
}

function inMegabytes(bytes: number): number {
  return Math.ceil(bytes / 1_048_576);
}
