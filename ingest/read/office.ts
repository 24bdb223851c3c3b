/** What Office files have in common: they are ZIP files of known parts, or the old format that is not read. */
import { UnreadableDocumentError } from "../errors.ts";
import { isZip, readZip } from "./zip.ts";

const OLD_FORMAT = [0xd0, 0xcf, 0x11, 0xe0];

export function isOldOfficeFile(bytes: Uint8Array): boolean {
  return OLD_FORMAT.every((byte, i) => bytes[i] === byte);
}

/** Whether the bytes are a ZIP file that names `part`. Directory entries hold the names as they are. */
export function hasPart(bytes: Uint8Array, part: string): boolean {
  return isZip(bytes) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(part);
}

/**
 * Unpacks every part once, within the limits, before a library does so without any.
 * @throws UnreadableDocumentError, DocumentTooLargeError
 */
export function checkParts(bytes: Uint8Array, origin: string): void {
  for (const entry of readZip(bytes, origin)) entry.read();
}

export function brokenOfficeFile(origin: string, label: string, cause: unknown): UnreadableDocumentError {
  return new UnreadableDocumentError(`"${origin}" is a broken ${label} file. Open it and save it again.`, { cause });
}
