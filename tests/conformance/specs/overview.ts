import type { OpenStore } from "../graph-store.ts";
export function specifyOverview(_: OpenStore): void {}
