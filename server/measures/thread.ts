/** A thread that measures the graph that it is started for, and ends. */
import { parentPort, workerData } from "node:worker_threads";

import type { MeasuresRequest } from "../contract/index.ts";
import type { ChosenGraph } from "../graph/index.ts";
import { measure } from "./measure.ts";

const { graph, suggest } = workerData as { graph: ChosenGraph; suggest: MeasuresRequest["suggest"] };
const port = parentPort!;
port.postMessage(measure(graph, suggest));
