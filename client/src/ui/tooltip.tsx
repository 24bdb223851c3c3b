/**
 * The one tooltip of the page. Whatever carries `data-tip` gets it, on hover
 * after a moment and on keyboard focus at once; `data-tip-keys` adds the keys.
 * It repeats names for the eye: what it says is always also said otherwise.
 */
import { useEffect, useRef, useState } from "preact/hooks";

import { Keycap } from "./keycap.tsx";
import { place } from "./place.ts";
import "./tooltip.css";

const DELAY_MS = 450;

interface Tip {
  readonly text: string;
  readonly keys: string | undefined;
  readonly owner: HTMLElement;
}

export function TooltipLayer() {
  const [tip, setTip] = useState<Tip | null>(null);
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => {
      clearTimeout(timer);
      setTip(null);
    };
    const over = (event: PointerEvent) => {
      const next = findTip(event.target);
      clearTimeout(timer);
      if (next === undefined || event.pointerType === "touch") return setTip(null);
      timer = setTimeout(() => setTip(next), DELAY_MS);
    };
    const focused = (event: FocusEvent) => {
      const next = findTip(event.target);
      setTip(next !== undefined && next.owner.matches(":focus-visible") ? next : null);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === "Escape") hide();
    };
    document.addEventListener("pointerover", over);
    document.addEventListener("pointerdown", hide);
    document.addEventListener("focusin", focused);
    document.addEventListener("focusout", hide);
    document.addEventListener("keydown", key);
    document.addEventListener("scroll", hide, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("pointerover", over);
      document.removeEventListener("pointerdown", hide);
      document.removeEventListener("focusin", focused);
      document.removeEventListener("focusout", hide);
      document.removeEventListener("keydown", key);
      document.removeEventListener("scroll", hide, true);
    };
  }, []);

  useEffect(() => {
    const element = root.current;
    if (tip === null || element === null || !tip.owner.isConnected) return;
    element.showPopover();
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    const screen = { width: window.innerWidth, height: window.innerHeight };
    const side = tip.owner.dataset["tipSide"] === "right" ? "right" : "below";
    const at = place(tip.owner.getBoundingClientRect(), size, screen, { side, align: "center", gap: 8 });
    element.style.left = `${at.left}px`;
    element.style.top = `${at.top}px`;
  }, [tip]);

  if (tip === null) return null;
  return (
    <div ref={root} popover="manual" class="tooltip" aria-hidden="true">
      {tip.text}
      {tip.keys !== undefined && <Keycap keys={tip.keys} />}
    </div>
  );
}

function findTip(target: EventTarget | null): Tip | undefined {
  const owner = target instanceof Element ? target.closest<HTMLElement>("[data-tip]") : null;
  const text = owner?.dataset["tip"];
  if (owner === null || text === undefined || text === "") return undefined;
  // What is open beside its button says more than its name.
  if (owner.getAttribute("aria-expanded") === "true") return undefined;
  return { text, keys: owner.dataset["tipKeys"], owner };
}
