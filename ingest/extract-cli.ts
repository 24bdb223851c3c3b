/** `npm run extract -- --out DIR PATH...`: what extraction finds, one JSON file a document, without a store. */
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { parseArgs } from "node:util";
import { createHash } from "node:crypto";

import { extractText } from "./extract/index.ts";
import { toExtractionFile } from "./extract/extraction-file.ts";
import { decodeText } from "./read/decode.ts";

const { values, positionals } = parseArgs({ options: { out: { type: "string" } }, allowPositionals: true });
const out = values.out ?? "out";
mkdirSync(out, { recursive: true });
const paths = positionals.flatMap((path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((f) => f.endsWith(".txt"))
        .map((f) => join(path, f))
    : [path],
);
for (const path of paths) {
  const bytes = readFileSync(path);
  const source = {
    kind: "text" as const,
    origin: path,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    mediaType: "text/plain",
    metadata: { title: null, publisher: null, date: null, url: null },
    text: decodeText(bytes, path),
  };
  const file = toExtractionFile(basename(path), source, extractText(source));
  writeFileSync(join(out, `${basename(path, extname(path))}.json`), `${JSON.stringify(file, null, 2)}\n`);
}
