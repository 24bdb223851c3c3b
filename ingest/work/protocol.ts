/** What the program and its working threads say to each other. One answer to each message, in order. */
import type { WorkInput, WorkResult } from "./work-on.ts";

export type ToThread = readonly WorkInput[];

/** First of all, when it has loaded what it works with. */
export const READY = "ready";
export type FromThread = typeof READY | readonly WorkResult[];
