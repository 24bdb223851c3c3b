/**
 * Something small that floats beside its anchor, above everything (the
 * browser's top layer), until Esc, a click elsewhere or its own button.
 */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

import { classNames } from "./class-names.ts";
import { useFocusScope } from "./focus.ts";
import { place } from "./place.ts";
import type { Align, Box, Side } from "./place.ts";
import "./popover.css";

export interface PopoverProps {
  /** Where it hangs; asked for again when the screen changes. */
  readonly anchor: () => Box | undefined;
  readonly onClose: () => void;
  readonly label: string;
  readonly role?: "dialog" | "menu";
  readonly side?: Side;
  readonly align?: Align;
  readonly gap?: number;
  /** Takes the focus when it opens. */
  readonly initialFocus?: string;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly class?: string;
  readonly children: ComponentChildren;
}

export function Popover(props: PopoverProps) {
  const { anchor, onClose, label, role = "dialog", side = "below", align = "start", gap = 6 } = props;
  const root = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  const find = useRef(anchor);
  find.current = anchor;

  useLayoutEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    element.showPopover();
    const put = () => {
      const box = find.current();
      if (box === undefined) return;
      const screen = { width: window.innerWidth, height: window.innerHeight };
      const size = { width: element.offsetWidth, height: element.offsetHeight };
      const at = place(box, size, screen, { side, align, gap });
      element.style.left = `${at.left}px`;
      element.style.top = `${at.top}px`;
      element.dataset["side"] = at.side;
    };
    put();
    // Its content arrives later, and then it is larger.
    const resized = new ResizeObserver(put);
    resized.observe(element);
    const outside = (event: Event) => {
      const target = event.target as Node;
      if (element.contains(target) || isOwnAnchor(target, element)) return;
      close.current();
    };
    window.addEventListener("resize", put);
    document.addEventListener("pointerdown", outside, true);
    return () => {
      resized.disconnect();
      window.removeEventListener("resize", put);
      document.removeEventListener("pointerdown", outside, true);
    };
  }, [side, align, gap]);
  useFocusScope(root, { trap: true, initial: props.initialFocus });

  return (
    <div
      ref={root}
      popover="manual"
      role={role}
      aria-label={label}
      tabIndex={-1}
      class={classNames("popover", props.class)}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          event.preventDefault();
          close.current();
          return;
        }
        props.onKeyDown?.(event);
      }}
    >
      {props.children}
    </div>
  );
}

/** The button that opened it closes it by its own click; closing at the press would open it again. */
function isOwnAnchor(target: Node, popover: Element): boolean {
  const owner = target instanceof Element ? target.closest("[aria-expanded=true]") : null;
  return owner !== null && !popover.contains(owner);
}

export function boxOf(element: Element | null): Box | undefined {
  return element?.getBoundingClientRect();
}
