/**
 * The entries of a ZIP file, read one at a time and never larger than the file
 * itself declares, so that a small upload cannot fill the memory.
 *
 * [Reference] PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16.
 */
import { inflateRawSync } from "node:zlib";

import { DocumentTooLargeError, UnreadableDocumentError } from "../errors.ts";

export interface ZipEntry {
  /** With `/` between folders; never absolute and never above the archive. */
  readonly path: string;
  readonly size: number;
  /** @throws UnreadableDocumentError when it is broken, encrypted or not of its declared size */
  readonly read: () => Uint8Array;
}

export interface ZipLimits {
  readonly maxEntries: number;
  readonly maxEntryBytes: number;
  readonly maxTotalBytes: number;
}

const MEBIBYTE = 1_048_576;
export const ZIP_LIMITS: ZipLimits = {
  maxEntries: 5_000,
  maxEntryBytes: 64 * MEBIBYTE,
  maxTotalBytes: 512 * MEBIBYTE,
};

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const FLAG_ENCRYPTED = 1;
const FLAG_UTF8 = 1 << 11;
/** The end record is at most this far from the end of the file: 22 bytes and a comment. */
const END_WITHIN_BYTES = 65_557;
const IN_64_BITS = 0xffffffff;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** @throws UnreadableDocumentError, DocumentTooLargeError */
export function readZip(bytes: Uint8Array, origin: string, limits: ZipLimits = ZIP_LIMITS): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const broken = (why: string, options?: ErrorOptions) =>
    new UnreadableDocumentError(`"${origin}" is a broken ZIP file: ${why}. Pack or download it again.`, options);
  const end = findEnd(view);
  if (end === undefined) throw broken("its directory is missing");
  const count = view.getUint16(end + 10, true);
  if (count > limits.maxEntries) {
    throw new DocumentTooLargeError(
      `"${origin}" holds ${count} files; at most ${limits.maxEntries} are read.`,
      limits.maxEntries,
    );
  }

  const entries: ZipEntry[] = [];
  let total = 0;
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY)
      throw broken(`entry ${i + 1} of its directory is damaged`);
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const packedSize = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const name = decodeName(bytes.subarray(at + 46, at + 46 + nameLength), (flags & FLAG_UTF8) !== 0);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (name.endsWith("/")) continue;

    if (size === IN_64_BITS || size > limits.maxEntryBytes) throw tooLarge(origin, name, limits.maxEntryBytes);
    total += size;
    if (total > limits.maxTotalBytes) throw tooLarge(origin, undefined, limits.maxTotalBytes);
    const read = (): Uint8Array => {
      if ((flags & FLAG_ENCRYPTED) !== 0) {
        throw new UnreadableDocumentError(`"${name}" in "${origin}" is encrypted. Pack it without a password.`);
      }
      if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL)
        throw broken(`"${name}" is not where it should be`);
      const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const packed = bytes.subarray(begin, begin + packedSize);
      if (method === STORED) return packed;
      if (method !== DEFLATED) throw broken(`"${name}" is packed by method ${method}`);
      try {
        const unpacked = inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
        if (unpacked.length === size) return unpacked;
      } catch (error) {
        throw broken(`"${name}" cannot be unpacked`, { cause: error });
      }
      throw broken(`"${name}" is not of the size that it declares`);
    };
    entries.push({ path: toPath(name), size, read });
  }
  return entries;
}

function findEnd(view: DataView): number | undefined {
  const from = view.byteLength - 22;
  for (let at = from; at >= 0 && at >= view.byteLength - END_WITHIN_BYTES; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}

/** Names without the flag are in the packer's own encoding: in China that is GB18030, unless it is UTF-8 all the same. */
function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  if (isUtf8) return new TextDecoder("utf-8").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

function toPath(name: string): string {
  return name
    .replaceAll("\\", "/")
    .split("/")
    .filter((part) => part !== "" && part !== "." && part !== "..")
    .join("/");
}

function tooLarge(origin: string, name: string | undefined, limitBytes: number): DocumentTooLargeError {
  const subject = name === undefined ? `"${origin}"` : `"${name}" in "${origin}"`;
  return new DocumentTooLargeError(
    `${subject} unpacks to more than ${limitBytes / MEBIBYTE} MB, the limit. Pack less into one file.`,
    limitBytes,
  );
}
