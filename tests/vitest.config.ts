import { defineConfig } from "vitest/config";

/** One project a level of test; `npx vitest run --config tests/vitest.config.ts --project unit` runs one. */
const level = (
  name: string,
  include: string | readonly string[],
  options: {
    testTimeout?: number;
    hookTimeout?: number;
    globalSetup?: string;
    fileParallelism?: boolean;
    isolate?: boolean;
  } = {},
) => ({
  extends: true as const,
  test: { name, include: [include].flat().map((glob) => `tests/${glob}`), ...options },
});

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    projects: [
      level("architecture", "architecture.test.ts"),
      // One load of the dictionaries for all files of a worker, where each would take seconds of its own.
      level("unit", ["unit/*.test.ts", "unit/{bench,ingest,server}/**/*.test.ts"], {
        testTimeout: 60_000,
        isolate: false,
      }),
      level("client", "unit/client/**/*.test.{ts,tsx}", { testTimeout: 60_000 }),
      level("conformance", "conformance/**/*.test.ts", { testTimeout: 60_000, hookTimeout: 60_000 }),
      level("golden", "golden/**/*.test.ts", { testTimeout: 120_000 }),
      // One server, which each file empties first.
      level("neo4j", "{conformance/neo4j,neo4j/**/*}.test.ts", {
        testTimeout: 120_000,
        hookTimeout: 120_000,
        fileParallelism: false,
      }),
      level("api", "api/**/*.test.ts", { testTimeout: 60_000, hookTimeout: 60_000 }),
      level("ingest", "ingest/**/*.test.ts", { testTimeout: 120_000, hookTimeout: 60_000 }),
      level("browser", "browser/**/*.test.ts", {
        testTimeout: 120_000,
        hookTimeout: 120_000,
        globalSetup: "tests/support/browser-setup.ts",
      }),
    ],
  },
});
