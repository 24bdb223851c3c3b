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

/** What of the window is used. */
export type AddressWindow = Pick<Window, "history" | "addEventListener" | "removeEventListener"> & {
  readonly location: Pick<Location, "hash" | "pathname" | "search">;
  readonly crypto: Pick<Crypto, "randomUUID">;
};

export interface Address extends Disposable {
  /** Resolves when the link that the page was opened with is shown. */
  settled(): Promise<void>;
}

export function mountAddress(app: AppState, window: AddressWindow): Address {
  /** Marks entries of this page, apart from a link that was typed or pasted. */
  const mark = { page: window.crypto.randomUUID() };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written = app.link.peek();
  let opening: Promise<void> = Promise.resolve();
  let isOpening = false;
  /** A link that could not be opened stays in the address: it can be tried again or passed on. */
  let isKept = false;

  const write = (link: Link) => {
    clearTimeout(timer);
    const isElsewhere = written.view !== link.view || written.document !== link.document;
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
    isOpening = true;
    isKept = !(await app.openLink(link));
    isOpening = false;
    if (isKept) return;
    written = app.link.peek();
    window.history.replaceState(mark, "", window.location.pathname + window.location.search + formatLink(written));
  };
  const openNext = (fragment: string) => {
    opening = opening.then(() => open(fragment));
  };
  const goBack = (link: Link) =>
    batch(() => {
      app.session.show(link.view);
      if (link.document === null) app.reader.close();
      else app.reader.open(link.document, link.passage);
      written = app.link.peek();
    });
  const onPopState = ({ state }: PopStateEvent) => {
    const fragment = window.location.hash;
    const isOwn = (state as typeof mark | null)?.page === mark.page;
    const link = fragment === "" ? EMPTY_LINK : parseLink(fragment);
    if (link !== undefined && (isOwn || fragment === "")) goBack(link);
    else openNext(fragment);
  };

  if (window.location.hash !== "") openNext(window.location.hash);
  const dispose = effect(() => {
    const link = app.link.value;
    clearTimeout(timer);
    if (isOpening || (isKept && link.entities.length === 0)) return;
    isKept = false;
    if (written.view !== link.view || written.document !== link.document) write(link);
    else if (link !== written) timer = setTimeout(() => write(link), PAUSE_MS);
  });
  window.addEventListener("popstate", onPopState);

  return {
    settled: () => opening,
    [Symbol.dispose]() {
      clearTimeout(timer);
      dispose();
      window.removeEventListener("popstate", onPopState);
    },
  };
}
