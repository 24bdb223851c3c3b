/** The direction of dependencies, read from the import lines. One broken arrow is one sentence. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** A file under `from` may not import from any of `never`, unless the import is in `but`. */
const RULES: { from: string; never: string[]; but?: string[]; why: string }[] = [
  {
    from: "server/contract",
    never: ["server/graph", "server/http", "ingest", "client", "tests"],
    why: "the contract imports nothing of ours",
  },
  {
    from: "server/graph",
    never: ["server/http", "ingest", "client", "tests"],
    why: "the graph knows neither HTTP nor ingest",
  },
  {
    from: "ingest",
    never: ["server/http", "server/main.ts", "client", "tests"],
    why: "ingest stands below the server",
  },
  {
    from: "ingest/read",
    never: ["ingest/extract", "ingest/resolve", "ingest/load"],
    why: "stages meet only in the pipeline",
  },
  { from: "ingest/extract", never: ["ingest/resolve", "ingest/load"], why: "stages meet only in the pipeline" },
  { from: "ingest/resolve", never: ["ingest/load"], why: "stages meet only in the pipeline" },
  {
    from: "client/src",
    never: ["server", "ingest", "tests"],
    but: ["server/contract"],
    why: "the client knows the contract alone",
  },
  {
    from: "client/src/state",
    never: ["client/src/canvas", "client/src/views", "client/src/ui"],
    why: "state knows nobody who shows it",
  },
  { from: "client/src/canvas", never: ["client/src/views", "client/src/ui"], why: "canvas and views meet in main" },
  { from: "client/src/views", never: ["client/src/canvas"], why: "canvas and views meet in main" },
  {
    from: "client/src/ui",
    never: ["client/src/state", "client/src/views", "client/src/canvas", "client/src/actions"],
    why: "ui knows no domain",
  },
];

const PARTS = ["server", "ingest", "client/src"];

interface Import {
  file: string;
  target: string;
}

function* sourceFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sourceFiles(path);
    else if (/\.tsx?$/.test(entry.name)) yield path;
  }
}

function imports(): Import[] {
  const found: Import[] = [];
  for (const part of PARTS) {
    for (const path of sourceFiles(join(root, part))) {
      const text = readFileSync(path, "utf8");
      for (const match of text.matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g)) {
        found.push({ file: relative(root, path), target: relative(root, resolve(dirname(path), match[1]!)) });
      }
    }
  }
  return found;
}

const isUnder = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

// Every source is read: on a loaded machine that takes more than the usual five seconds.
test("dependencies run in one direction", { timeout: 60_000 }, () => {
  const broken = RULES.flatMap((rule) =>
    imports()
      .filter(({ file }) => isUnder(file, rule.from))
      .filter(({ target }) => rule.never.some((folder) => isUnder(target, folder)))
      .filter(({ target }) => !rule.but?.some((folder) => isUnder(target, folder)))
      .map(({ file, target }) => `${file} imports ${target}: ${rule.why}.`),
  );
  expect(broken).toEqual([]);
});

test("only the entry points read the environment", () => {
  const allowed = new Set([
    "server/main.ts",
    "ingest/cli.ts",
    "server/copy-cli.ts",
    "server/export-cli.ts",
    "ingest/resolve-cli.ts",
    "ingest/extract-cli.ts",
    "ingest/evaluate-cli.ts",
  ]);
  const readers = PARTS.flatMap((part) => [...sourceFiles(join(root, part))])
    .filter((path) => /process\.env/.test(readFileSync(path, "utf8")))
    .map((path) => relative(root, path));
  expect(readers.filter((file) => !allowed.has(file))).toEqual([]);
});

test("no command leans on a script before or after it, which npm leaves out under ignore-scripts", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const names = Object.keys(scripts);
  expect(names.filter((name) => names.some((other) => name === `pre${other}` || name === `post${other}`))).toEqual([]);
});
