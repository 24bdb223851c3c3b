/** What decides over requests, built once from the settings. */
import { hostname } from "node:os";

import type { Logger } from "../logger.ts";
import type { AccessConfig } from "./access-config.ts";
import { AuditLog } from "./audit-log.ts";
import { Door } from "./door.ts";
import { QueryShares, RateLimit } from "./shares.ts";

/** The embedded store runs four at once. */
const QUERIES_OF_A_CLIENT = 2;
const SIGN_INS_PER_MINUTE = 10;

export interface Access {
  readonly door: Door;
  readonly requests: RateLimit;
  /** Attempts that failed, by address. */
  readonly signIns: RateLimit;
  readonly queries: QueryShares;
  readonly audit: AuditLog;
  /** Lower case. */
  readonly hosts: readonly string[];
}

/** @param isLocal whether only this machine can ask: then requests are not counted unless people sign in */
export function openAccess(config: AccessConfig, dataFolder: string, logger: Logger, isLocal: boolean): Access {
  const door = new Door(config);
  return {
    door,
    requests: new RateLimit(isLocal && door.isOpen ? 0 : config.requestsPerMinute),
    signIns: new RateLimit(SIGN_INS_PER_MINUTE),
    queries: new QueryShares(QUERIES_OF_A_CLIENT),
    audit: new AuditLog(dataFolder, logger),
    hosts: [...config.hosts, hostname().toLowerCase()],
  };
}
