/**
 * Focus goes into what opens, stays in it where that is asked for, and comes
 * back to what opened it. It is never left on nothing.
 */
import { useLayoutEffect, useRef } from "preact/hooks";

const FOCUSABLE = [
  "a[href]",
  "button:not(:disabled)",
  "input:not(:disabled)",
  "textarea:not(:disabled)",
  "select:not(:disabled)",
  "summary",
  "[tabindex]:not([tabindex='-1'])",
].join(",");

export function focusable(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) => element.tabIndex >= 0 && element.checkVisibility?.() !== false,
  );
}

export interface FocusScopeOptions {
  /** Tab goes round inside. */
  readonly trap: boolean;
  /** Takes the focus when it opens: the first that matches, else the first that can, else the root itself. */
  readonly initial?: string | undefined;
  /** Brings the element to where it can be focused; runs once it is known who had the focus before. */
  readonly open?: (element: HTMLElement) => void;
  /** Runs before the focus goes back: as long as it is modal nothing else can have it. */
  readonly close?: (element: HTMLElement) => void;
}

export interface ElementRef<T extends HTMLElement = HTMLElement> {
  readonly current: T | null;
}

/** For as long as the component is there. */
export function useFocusScope(root: ElementRef, { trap, initial, open, close }: FocusScopeOptions): void {
  const opener = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    const page = element.ownerDocument;
    opener.current = page.activeElement;
    // A press on something that takes no focus leaves it on nothing; then what the scope stands in gets it.
    const home = element.parentElement?.closest<HTMLElement>("[tabindex]") ?? null;
    open?.(element);
    const wanted = initial === undefined ? null : element.querySelector<HTMLElement>(initial);
    (wanted ?? focusable(element)[0] ?? element).focus({ preventScroll: true });

    const keepInside = (event: KeyboardEvent) => {
      if (event.key !== "Tab" || !trap) return;
      const stops = focusable(element);
      const first = stops[0];
      const last = stops.at(-1);
      if (first === undefined || last === undefined) return event.preventDefault();
      const at = page.activeElement;
      if (event.shiftKey ? at === first || at === element : at === last) {
        event.preventDefault();
        (event.shiftKey ? last : first).focus();
      }
    };
    element.addEventListener("keydown", keepInside);
    return () => {
      element.removeEventListener("keydown", keepInside);
      const held = page.activeElement;
      close?.(element);
      // A click elsewhere has taken the focus on purpose: then it is not taken back.
      if (held === null || held === page.body || element.contains(held)) giveBack(opener.current, home);
    };
    // The scope is what it was when it opened.
  }, []);
}

function giveBack(opener: Element | null, home: HTMLElement | null): void {
  const isThere = opener !== null && opener.isConnected && opener !== opener.ownerDocument.body;
  const target = isThere ? opener : home;
  if (target instanceof HTMLElement || target instanceof SVGElement) target.focus({ preventScroll: true });
}
