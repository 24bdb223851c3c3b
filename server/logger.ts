/** Structured log lines on standard error, one JSON object each; standard output is for people. */
import { pino } from "pino";
import type { Logger } from "pino";

import type { LogLevel } from "./config.ts";

export type { Logger };

export function createLogger(level: LogLevel): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ fd: 2, sync: true }));
}
