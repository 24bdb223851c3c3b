/**
 * `npm start`: builds, then serves in this same process, so that a signal reaches
 * the server itself. No `prestart`: npm leaves those out under `ignore-scripts`,
 * which .npmrc sets. Plain JavaScript, because it runs before anything is compiled.
 */
import { spawnSync } from "node:child_process";

const build = spawnSync("npm run build", { shell: true, stdio: "inherit" });
if (build.status === 0) await import("../dist/server/main.js");
else process.exitCode = build.status ?? 1;
