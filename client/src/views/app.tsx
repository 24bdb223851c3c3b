/**
 * The whole screen: top bar, rail, the view with its panels, status bar, and
 * what floats over them. Each view fails by itself.
 */
import { effect, useSignalEffect } from "@preact/signals";
import { useEffect, useLayoutEffect, useMemo } from "preact/hooks";

import "../styles/index.ts";
import { languageTag, locale, messages } from "../i18n/index.ts";
import type { AppState } from "../state/app-state.ts";
import { TooltipLayer } from "../ui/index.ts";
import { installTypeColors } from "./entity/type-colors.ts";
import { OpenDialog } from "./dialogs/open-dialog.tsx";
import { KeysHelp } from "./keys/keys-help.tsx";
import { OpenView } from "./open-view.tsx";
import { ErrorBoundary } from "./shell/error-boundary.tsx";
import { keepFocus } from "./shell/keep-focus.ts";
import { createLiveness } from "./shell/liveness.ts";
import { NoticeToasts } from "./shell/notices.tsx";
import { Rail } from "./shell/rail.tsx";
import { followScreen } from "./shell/screen.ts";
import "./shell/shell.css";
import { StatusBar } from "./shell/status-bar.tsx";
import { TopBar } from "./shell/top-bar.tsx";
import { EntityLookupContext, createEntityLookup } from "./source/entity-lookup.ts";

export interface AppProps {
  readonly app: AppState;
}

export function App({ app }: AppProps) {
  const lookup = useMemo(() => createEntityLookup(app.api, app.history.present), [app]);
  const liveness = useMemo(() => createLiveness(app), [app]);
  useEffect(() => () => liveness[Symbol.dispose](), [liveness]);
  useLayoutEffect(() => {
    installTypeColors(document.documentElement);
    const following = followScreen(window);
    return () => following[Symbol.dispose]();
  }, []);
  useDocumentLooks(app);
  useOpenPanelForSelection(app);
  useEffect(() => void import("../styles/serif-font.ts"), []);
  useEffect(() => {
    const keeping = keepFocus(document);
    return () => keeping[Symbol.dispose]();
  }, []);

  const { app: words } = messages.value;
  const view = app.session.view.value;
  return (
    <EntityLookupContext.Provider value={lookup}>
      <div class="app">
        <a class="app__skip" href="#view" onClick={skipToView}>
          {words.skip}
        </a>
        <TopBar app={app} />
        <Rail app={app} />
        <div class="app__body" data-view={view}>
          <ErrorBoundary key={view}>
            <OpenView app={app} id={view} />
          </ErrorBoundary>
        </div>
        <StatusBar app={app} liveness={liveness} />
      </div>
      {app.session.panels.value.keys && <KeysHelp app={app} />}
      <OpenDialog app={app} />
      <NoticeToasts app={app} />
      <TooltipLayer />
    </EntityLookupContext.Provider>
  );
}

function skipToView(event: MouseEvent): void {
  event.preventDefault();
  document.querySelector<HTMLElement>("[data-region=view]")?.focus();
}

/** Language and theme of the page follow the session. */
function useDocumentLooks(app: AppState): void {
  useLayoutEffect(() => {
    // For development and its tests; no menu leads here.
    if (new URLSearchParams(location.search).get("locale") === "pseudo") locale.value = "pseudo";
  }, []);
  useLayoutEffect(
    () =>
      effect(() => {
        const language = app.session.language.value;
        // The language of development stays until another is chosen.
        if (locale.peek() !== "pseudo") locale.value = language === "zh" ? "zh-CN" : "en";
      }),
    [app],
  );
  // At once, and before the canvas is there: it reads the colours of the theme when the theme changes.
  useLayoutEffect(
    () =>
      effect(() => {
        const page = document.documentElement;
        page.lang = languageTag(locale.value);
        page.dataset["theme"] = app.session.isDark.value ? "dark" : "light";
        document.title = messages.value.app.name;
      }),
    [app],
  );
}

/** What is selected is shown: the inspector opens, in place of the steps. */
function useOpenPanelForSelection(app: AppState): void {
  useSignalEffect(() => {
    const selected = app.selection.current.value;
    if (selected === null) return;
    const panels = app.session.panels.peek();
    if (panels.steps) app.session.setPanel("steps", false);
    if (!panels.inspector) app.session.setPanel("inspector", true);
  });
}
