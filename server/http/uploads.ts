/**
 * Multipart uploads, streamed to files of our own naming. What a client calls a
 * file is a label (its origin), never a path here. An upload that ends half-way
 * leaves nothing behind.
 */
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import type { Request } from "express";

import { isDiskFull, StoreFullError } from "../graph/index.ts";
import type { UploadedFile, Uploads } from "../imports/import-jobs.ts";
import { HttpError } from "./errors.ts";

const MAX_FILE_BYTES = 64 * 1024 * 1024;
const MAX_FILES = 2_000;
const MAX_ORIGIN_LENGTH = 1_024;

/** @throws HttpError when the body is no multipart form, is too large, holds no file or ends early */
export async function receiveUploads(request: Request, parentFolder: string): Promise<Uploads> {
  const folder = await mkdtemp(join(parentFolder, "upload-"));
  try {
    return await receiveInto(folder, request);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw isDiskFull(error)
      ? new StoreFullError("The disk is full; the upload was not kept.", { cause: error })
      : error;
  }
}

async function receiveInto(folder: string, request: Request): Promise<Uploads> {
  const parser = createParser(request);
  const files: UploadedFile[] = [];
  const writes: Promise<void>[] = [];
  let strict = false;
  let refusal: HttpError | undefined;

  parser.on("field", (name, value) => {
    if (name === "strict") strict = value === "true" || value === "1";
  });
  parser.on("file", (_field, stream, { filename, mimeType }) => {
    const origin = (filename ?? "").normalize("NFC");
    if (origin === "" || origin.length > MAX_ORIGIN_LENGTH || hasControlCharacters(origin)) {
      refusal ??= new HttpError("invalid_request", "Every file needs a name of at most 1,024 printable characters.");
      stream.resume();
      return;
    }
    const path = join(folder, String(files.length));
    files.push({ origin, path, mediaType: mimeType });
    stream.on("limit", () => {
      refusal ??= new HttpError("too_large", `"${origin}" is larger than ${MAX_FILE_BYTES / 2 ** 20} MB.`);
    });
    writes.push(pipeline(stream, createWriteStream(path)));
  });
  parser.on("filesLimit", () => {
    refusal ??= new HttpError("too_large", `At most ${MAX_FILES} files go into one upload.`);
  });

  try {
    await pipeline(request, parser);
    await Promise.all(writes);
  } catch (error) {
    await Promise.allSettled(writes);
    if (isDiskFull(error)) throw error;
    throw new HttpError("upload_aborted", "The upload ended before it was complete. Nothing was kept; send it again.", {
      cause: error,
    });
  }
  if (refusal !== undefined) throw refusal;
  if (files.length === 0) throw new HttpError("invalid_request", "The form holds no file. Send them as `files`.");
  return { folder, files, strict };
}

function createParser(request: Request): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: "utf8",
      preservePath: true,
      limits: { fileSize: MAX_FILE_BYTES, files: MAX_FILES, fields: 100, fieldSize: 64 * 1024 },
    });
  } catch (error) {
    throw new HttpError("unsupported_media_type", "Send the files as multipart/form-data.", { cause: error });
  }
}

function hasControlCharacters(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
