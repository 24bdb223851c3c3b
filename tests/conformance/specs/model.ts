import type { OpenStore } from "../graph-store.ts";
export function specifyModel(_: OpenStore): void {}
