export { GROUP_DOCUMENTS, sharedPool, WorkPool } from "./work-pool.ts";
export type { WorkPoolOptions } from "./work-pool.ts";
export type { WorkInput, WorkResult } from "./work-on.ts";
