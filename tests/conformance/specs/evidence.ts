import type { OpenStore } from "../graph-store.ts";
export function specifyEvidence(_: OpenStore): void {}
