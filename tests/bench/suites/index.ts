/** The catalogue of suites, in the order of the page. */
import type { Suite } from "../suite.ts";
import { canvas } from "./canvas.ts";
import { extraction } from "./extraction.ts";
import { layout } from "./layout.ts";
import { load } from "./load.ts";
import { robustness } from "./robustness.ts";
import { store } from "./store.ts";

export const SUITES: readonly Suite[] = [extraction, robustness, load, store, layout, canvas];
