/** What the server's process has used so far, as the system tells it. */
import { readFileSync } from "node:fs";

/** Clock ticks of `/proc` are hundredths of a second on every Linux that Node runs on. */
const TICK_MS = 10;

/** Milliseconds of processor time; undefined where the system does not tell. */
export function processCpuMs(pid: number): number | undefined {
  const fields = readProc(`/proc/${pid}/stat`)?.split(") ").at(-1)?.split(" ");
  return fields === undefined ? undefined : (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Megabytes of memory in use now. */
export function residentMb(pid: number): number | undefined {
  const line = /^VmRSS:\s+(\d+) kB/m.exec(readProc(`/proc/${pid}/status`) ?? "");
  return line === null ? undefined : Number(line[1]) / 1024;
}

function readProc(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
