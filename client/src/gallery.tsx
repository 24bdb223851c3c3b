/**
 * Every component and the main states with data that never changes, in both
 * themes: for the eye, and for the pictures of the tests. `gallery.html#app`
 * shows the whole explorer over the same data.
 */
import { render } from "preact";

import { ACTIONS } from "./actions/catalogue.ts";
import { mountShortcuts } from "./actions/shortcuts.ts";
import { Gallery } from "./gallery/gallery.tsx";
import { createSampleApi } from "./gallery/sample-api.ts";
import { mountCanvasWhereOffered } from "./mount-canvas.ts";
import { createAppState } from "./state/app-state.ts";
import { App } from "./views/index.ts";

const root = document.getElementById("gallery");
if (root === null) throw new Error("gallery.html has no element with the id “gallery”.");

const app = createAppState({ api: createSampleApi() });
Object.assign(globalThis, { __gallery: app });
if (location.hash.startsWith("#app")) {
  mountCanvasWhereOffered(app);
  mountShortcuts(document, app, ACTIONS);
  render(<App app={app} />, root);
} else {
  render(<Gallery app={app} />, root);
}
