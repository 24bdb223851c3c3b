/** A working thread: what a message brings is worked on and given back, until the program ends it. */
import { parentPort } from "node:worker_threads";

import { READY } from "./protocol.ts";
import type { FromThread, ToThread } from "./protocol.ts";
import { workOn } from "./work-on.ts";

const port = parentPort!;
port.on("message", (inputs: ToThread) => {
  void workOn(inputs).then(say);
});
say(READY);

function say(message: FromThread): void {
  port.postMessage(message);
}
