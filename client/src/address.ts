/**
 * The address bar holds the view as a link, always; a link in it is opened.
 * Going back returns to a view or document of this page and leaves the canvas
 * alone: that is what undo is for.
 */
import { batch, effect } from "@preact/signals-core";

import type { AppState } from "./state/app-state.ts";
import { EMPTY_LINK, formatLink, parseLink } from "./state/location.ts";
import type { Link } from "./state/location.ts";

/** Browsers refuse more than some hundred changes of the address in half a minute. */
const PAUSE_MS = 250;

export interface Address extends Disposable {
  /** Resolves when the link that the page was opened with is shown. */
  settled(): Promise<void>;
}

export function mountAddress(app: AppState, window: Window): Address {
  /** Marks entries of this page, apart from a link that was typed or pasted. */
  const mark = { page: window.crypto.randomUUID() };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written: Link | undefined;

  const write = (link: Link) => {
    clearTimeout(timer);
    const isElsewhere = written !== undefined && (written.view !== link.view || written.document !== link.document);
    written = link;
    const address = window.location.pathname + window.location.search + formatLink(link);
    if (isElsewhere) window.history.pushState(mark, "", address);
    else window.history.replaceState(mark, "", address);
  };
  const open = async (fragment: string) => {
    const link = parseLink(fragment);
    if (link === undefined) {
      app.notices.say({ kind: "broken_link" });
      return;
    }
    await app.openLink(link);
  };
  const goBack = (link: Link) =>
    batch(() => {
      written = link;
      app.session.show(link.view);
      if (link.document === null) app.reader.close();
      else app.reader.open(link.document, link.passage);
    });
  const onPopState = ({ state }: PopStateEvent) => {
    const fragment = window.location.hash;
    const isOwn = (state as typeof mark | null)?.page === mark.page;
    const link = fragment === "" ? EMPTY_LINK : parseLink(fragment);
    if (isOwn && link !== undefined) goBack(link);
    else void opening(open(fragment));
  };

  let pending: Promise<void> = Promise.resolve();
  const opening = (work: Promise<void>) => {
    pending = Promise.all([pending, work]).then(() => undefined);
    return pending;
  };
  if (window.location.hash !== "") void opening(open(window.location.hash));

  let isFirst = true;
  const dispose = effect(() => {
    const link = app.link.value;
    // What the page was opened with stays in the address until the person does something.
    if (isFirst) {
      isFirst = false;
      written = link;
      return;
    }
    clearTimeout(timer);
    if (written !== undefined && (written.view !== link.view || written.document !== link.document)) write(link);
    else timer = setTimeout(() => write(link), PAUSE_MS);
  });
  window.addEventListener("popstate", onPopState);

  return {
    settled: () => pending,
    [Symbol.dispose]() {
      clearTimeout(timer);
      dispose();
      window.removeEventListener("popstate", onPopState);
    },
  };
}
