/** The catalogue of suites, in the order of the page. */
import type { Suite } from "../suite.ts";
import { api } from "./api.ts";
import { canvas } from "./canvas.ts";
import { extraction } from "./extraction.ts";
import { layout } from "./layout.ts";
import { load } from "./load.ts";
import { memory } from "./memory.ts";
import { robustness } from "./robustness.ts";
import { startUp } from "./start-up.ts";
import { store } from "./store.ts";
import { typing } from "./typing.ts";

export const SUITES: readonly Suite[] = [
  extraction,
  robustness,
  load,
  store,
  api,
  typing,
  startUp,
  memory,
  layout,
  canvas,
];
