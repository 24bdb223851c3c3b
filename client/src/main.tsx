/** Builds the state, shows the screen, and mounts the canvas where its view offers a place; nothing else. */
import { render } from "preact";

import { ACTIONS } from "./actions/catalogue.ts";
import { mountShortcuts } from "./actions/shortcuts.ts";
import { mountAddress } from "./address.ts";
import { createApi } from "./api.ts";
import { browserStorage, systemIsDark } from "./browser.ts";
import { mountCanvasWhereOffered } from "./mount-canvas.ts";
import { createAppState } from "./state/app-state.ts";
import { createSignIn } from "./state/sign-in.ts";
import { exposeForTests } from "./test-window.ts";
import { App } from "./views/app.tsx";
import { viewSettled } from "./views/open-view.tsx";
import { SignInScreen } from "./views/sign-in/sign-in.tsx";

const signIn = createSignIn();
const app = createAppState({
  api: createApi("/api", signIn.fetch),
  storage: browserStorage(),
  languages: navigator.languages,
  isNarrow: innerWidth < 720,
  systemIsDark: systemIsDark(),
});

const address = mountAddress(app, window);
const canvas = mountCanvasWhereOffered(app);
mountShortcuts(document, app, ACTIONS);
// In every build, so that tests look at the very files that people get; it only tells.
if (new URLSearchParams(location.search).has("test"))
  exposeForTests(window, app, [address.settled, () => viewSettled(app.session.view.peek()), canvas.settled]);

render(
  <>
    <App app={app} />
    <SignInScreen signIn={signIn} onSignedIn={() => location.reload()} />
  </>,
  document.querySelector("#app")!,
);
