/**
 * Every component and the main states with data that never changes, in both
 * themes: for the eye, and for the pictures of the tests. `gallery.html#app`
 * shows the whole explorer over the same data.
 */
import { render } from "preact";

import { Gallery } from "./gallery/gallery.tsx";
import { createSampleApi } from "./gallery/sample-api.ts";
import { createAppState } from "./state/app-state.ts";
import { App } from "./views/index.ts";

const root = document.getElementById("gallery");
if (root === null) throw new Error("gallery.html has no element with the id “gallery”.");

const app = createAppState({ api: createSampleApi(), storage: undefined });
Object.assign(globalThis, { __gallery: app });
render(location.hash.startsWith("#app") ? <App app={app} /> : <Gallery app={app} />, root);
