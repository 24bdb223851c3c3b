/**
 * Small JSON files in the data folder. Written beside and renamed, so that
 * whoever reads, and whatever cuts the writing short, finds the old one or the new one whole.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/** @param mode who may read it, as the file system counts */
export function writeKept(path: string, value: unknown, mode = 0o666): void {
  const beside = `${path}.new`;
  try {
    writeFileSync(beside, `${JSON.stringify(value, null, 1)}\n`, { mode });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Undefined where there is none, or one that is no JSON: nothing that is kept so is worth not starting for. */
export function readKept(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
