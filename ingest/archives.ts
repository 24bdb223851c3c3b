/** ZIP files as folders: what they hold goes the same way as files do, one at a time. */
import { UnreadableDocumentError } from "./errors.ts";
import { isLeftOut, pairMappings } from "./inputs.ts";
import type { IngestInputs } from "./inputs.ts";
import { isZip, readZip } from "./read/index.ts";

/** Office files are ZIP files too; only the name tells an archive. */
export function isArchive(origin: string, bytes: Uint8Array): boolean {
  return /\.zip$/i.test(origin) && isZip(bytes);
}

/** @throws UnreadableDocumentError, DocumentTooLargeError */
export function expandArchive(bytes: Uint8Array, origin: string): IngestInputs {
  const files = readZip(bytes, origin)
    .filter(({ path }) => !path.split("/").some(isLeftOut))
    .map((entry) => ({
      origin: `${origin}/${entry.path}`,
      read: async () => {
        if (/\.zip$/i.test(entry.path)) throw nested(`${origin}/${entry.path}`);
        return entry.read();
      },
    }))
    .sort((a, b) => (a.origin < b.origin ? -1 : 1));
  return pairMappings(files);
}

function nested(origin: string): UnreadableDocumentError {
  return new UnreadableDocumentError(
    `"${origin}" is an archive in an archive, which is not opened. Unpack the outer one first.`,
  );
}
