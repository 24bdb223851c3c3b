/**
 * Completes package-lock.json with the platform packages that npm left out.
 *
 * Where a registry does not offer a native package for some other platform, npm
 * writes a lock file without it, and `npm ci` then refuses that file everywhere.
 * Their exact versions stand in the packages that want them, so they are added
 * with the platform that their names tell; npm skips them on any other.
 *
 *   npm install … && node .ci/complete-lock.mjs
 */
import { readFileSync, writeFileSync } from "node:fs";

const FILE = "package-lock.json";
const OS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const CPU = ["arm64", "arm", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

const lock = JSON.parse(readFileSync(FILE, "utf8"));
let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(path, name)) continue;
    const platform = platformOf(name);
    if (platform === undefined) throw new Error(`${name} is missing from the lock file and names no platform.`);
    lock.packages[`node_modules/${name}`] = { version, ...platform, ...(entry.dev && { dev: true }), optional: true };
    added++;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} platform packages added to ${FILE}`);

/** Node looks in the folder of the package first, then in those above it. */
function isLocked(path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    if (`${at === "" ? "" : `${at}/`}node_modules/${name}` in lock.packages) return true;
    if (at === "") return false;
  }
}

function platformOf(name) {
  const parts = name.split(/[-/]/);
  const cpu = CPU.find((known) => parts.includes(known));
  const os = OS.find((known) => parts.includes(known));
  if (cpu === undefined || (os === undefined && cpu !== "wasm32")) return undefined;
  const libc = parts.at(-1)?.startsWith("musl") ? "musl" : parts.at(-1)?.startsWith("gnu") ? "glibc" : undefined;
  return { cpu: [cpu], ...(os && { os: [os] }), ...(libc && os === "linux" && { libc: [libc] }) };
}
