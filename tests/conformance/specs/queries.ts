import type { OpenStore } from "../graph-store.ts";
export function specifyQueries(_: OpenStore): void {}
