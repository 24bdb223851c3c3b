/** The catalogue of suites, in the order of the page. */
import type { Suite } from "../suite.ts";
import { extraction } from "./extraction.ts";
import { layout } from "./layout.ts";
import { load } from "./load.ts";
import { store } from "./store.ts";

export const SUITES: readonly Suite[] = [extraction, layout, load, store];
