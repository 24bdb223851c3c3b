/**
 * Every regular expression of the program takes time in proportion to its text:
 * none can match one stretch of it in many ways. Documents come from anywhere,
 * and one that holds up a thread for ever costs the whole import.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { analyse } from "scslre";
import { expect, test, vi } from "vitest";
import { parseAst } from "vite";

const ROOT = join(import.meta.dirname, "..", "..");
const PARTS = ["ingest", "server", "client/src"];

interface Expression {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

function* sourceFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sourceFiles(path);
    else if (/\.tsx?$/.test(entry.name)) yield path;
  }
}

function literalsOf(path: string): Expression[] {
  const code = readFileSync(path, "utf8");
  const found: Expression[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if ("regex" in node && "start" in node) {
      const { pattern, flags } = node.regex as { pattern: string; flags: string };
      const line = code.slice(0, node.start as number).split("\n").length;
      found.push({ where: `${relative(ROOT, path)}:${line}`, source: pattern, flags });
    }
    Object.values(node).forEach(walk);
  };
  walk(parseAst(code, { lang: path.endsWith("x") ? "tsx" : "ts" }));
  return found;
}

/** Those that modules put together from parts when they are loaded. */
async function builtBy(load: () => Promise<unknown>): Promise<Expression[]> {
  const found = new Map<string, Expression>();
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, parameters, newTarget) {
      const built = Reflect.construct(target, parameters, newTarget) as RegExp;
      found.set(String(built), { where: "put together", source: built.source, flags: built.flags });
      return built;
    },
  });
  try {
    await load();
  } finally {
    globalThis.RegExp = original;
  }
  return [...found.values()];
}

/** A stretch of text that an expression can take in so many ways that it tries them all. */
function backtracking({ where, source, flags }: Expression): string[] {
  const { reports } = analyse({ source, flags }, { reportTypes: { Move: false } });
  return reports.map(({ character }) => `${where} over many "${character.pick}": /${source}/${flags}`);
}

test("what backtracks is found: the test itself works", () => {
  const known = ["^(?:a+)+$", "^\\s*(.*)x$", "^(?:a*b?)*$"];
  for (const source of known) expect(backtracking({ where: "", source, flags: "u" }), source).not.toEqual([]);
  expect(backtracking({ where: "", source: "^\\s*(\\S.*)x?$", flags: "" })).toEqual([]);
});

test("no expression in the sources backtracks over more than a bounded stretch", () => {
  const literals = PARTS.flatMap((part) => [...sourceFiles(join(ROOT, part))]).flatMap(literalsOf);
  expect(literals.length).toBeGreaterThan(1_000);
  expect(literals.flatMap(backtracking)).toEqual([]);
});

test("nor does one that is put together from parts", async () => {
  // Other tests of this worker may have loaded them already.
  vi.resetModules();
  const built = await builtBy(() => import("../../ingest/extract/index.ts"));
  expect(built.length).toBeGreaterThan(100);
  expect(built.flatMap(backtracking)).toEqual([]);
});
