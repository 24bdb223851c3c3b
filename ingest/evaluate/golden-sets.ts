/** The golden sets: folders of documents with their gold in `gold/`, and what extraction makes of them. */
import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { basename, extname, join, resolve } from "node:path";

import { extractTextDocument, toExtractionFile } from "../extract/index.ts";
import { readSource } from "../read/index.ts";

import type { AnnotatedFile } from "./annotated-file.ts";
import { parseAnnotatedFile } from "./annotated-file.ts";
import type { ScoredPair } from "./score.ts";

/** Relative to the repository; `seeds` are outside of it and may be missing. */
const FOLDERS = {
  dev: "tests/golden/dev",
  "dev-2": "tests/golden/dev-2",
  "dev-3": "tests/golden/dev-3",
  "dev-4": "tests/golden/dev-4",
  seeds: "../shared/corpus/seeds",
  "held-out": "tests/golden/held-out",
  "held-out-2": "tests/golden/held-out-2",
  "held-out-3": "tests/golden/held-out-3",
} as const;

export type GoldenSet = keyof typeof FOLDERS;
export const GOLDEN_SETS = Object.keys(FOLDERS) as readonly GoldenSet[];

export function isGoldenSet(name: string): name is GoldenSet {
  return Object.hasOwn(FOLDERS, name);
}

export function folderOf(set: GoldenSet, root: string): string {
  return resolve(root, FOLDERS[set]);
}

export interface GoldenDocument {
  readonly path: string;
  readonly gold: AnnotatedFile;
}

/** The documents of a set in the order of their names; null where the folder is missing. */
export async function readGoldenSet(set: GoldenSet, root: string): Promise<GoldenDocument[] | null> {
  const folder = folderOf(set, root);
  if (!existsSync(join(folder, "gold"))) return null;
  const names = (await readdir(join(folder, "gold"))).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(
    names.map(async (name) => {
      const goldPath = join(folder, "gold", name);
      const gold = parseAnnotatedFile(JSON.parse(await readFile(goldPath, "utf8")), goldPath);
      return { path: join(folder, gold.doc), gold };
    }),
  );
}

/** Reads a document as ingest does and puts what extraction finds in it beside the gold. */
export async function extractAgainst({ path, gold }: GoldenDocument): Promise<ScoredPair> {
  const { source } = await readSource(await readFile(path), { origin: basename(path) });
  if (source.kind !== "text") throw new Error(`"${path}" is a table; golden documents are texts.`);
  const predicted = parseAnnotatedFile(
    toExtractionFile(basename(path), extractTextDocument(source), source.text),
    `What was extracted from "${path}"`,
  );
  return { document: basename(path, extname(path)), gold, predicted };
}
