/** Builds the client that the suites look at, once a run of the bench. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");
let isBuilt = false;

export function buildClient(): void {
  if (isBuilt) return;
  const vite = join(ROOT, "node_modules", "vite", "bin", "vite.js");
  execFileSync(process.execPath, [vite, "build", "client", "--logLevel", "error"], { cwd: ROOT, stdio: "inherit" });
  isBuilt = true;
}
