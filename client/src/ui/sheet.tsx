/**
 * A panel that comes from the bottom of a phone's screen. It rests at three
 * heights; its handle can be dragged, and is a button for those who do not drag.
 */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

import { messages } from "../i18n/index.ts";
import { nextStop, restingStop, stopHeight } from "./sheet-stops.ts";
import type { SheetStop } from "./sheet-stops.ts";
import "./sheet.css";

export interface SheetProps {
  readonly label: string;
  readonly stop: SheetStop;
  readonly onStop: (stop: SheetStop) => void;
  readonly children: ComponentChildren;
}

interface Drag {
  readonly startY: number;
  readonly startHeight: number;
  lastY: number;
  lastTime: number;
  velocity: number;
  moved: boolean;
}

export function Sheet({ label, stop, onStop, children }: SheetProps) {
  const root = useRef<HTMLElement>(null);
  const drag = useRef<Drag | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const available = useAvailableHeight(root);
  const height = dragged ?? stopHeight(stop, available);

  const start = (event: PointerEvent) => {
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    const time = event.timeStamp;
    drag.current = {
      startY: event.clientY,
      startHeight: height,
      lastY: event.clientY,
      lastTime: time,
      velocity: 0,
      moved: false,
    };
  };
  const move = (event: PointerEvent) => {
    const at = drag.current;
    if (at === null) return;
    const elapsed = Math.max(1, event.timeStamp - at.lastTime);
    at.velocity = (at.lastY - event.clientY) / elapsed;
    at.lastY = event.clientY;
    at.lastTime = event.timeStamp;
    at.moved ||= Math.abs(event.clientY - at.startY) > 4;
    if (at.moved) setDragged(Math.max(0, Math.min(available, at.startHeight + at.startY - event.clientY)));
  };
  const end = () => {
    const at = drag.current;
    if (at?.moved === true && dragged !== null) onStop(restingStop(dragged, at.velocity, available));
    setDragged(null);
  };
  const click = () => {
    const wasDragged = drag.current?.moved === true;
    drag.current = null;
    if (!wasDragged) onStop(nextStop(stop));
  };

  return (
    <section
      ref={root}
      class={dragged === null ? "sheet" : "sheet sheet--dragged"}
      aria-label={label}
      style={{ height: `${height}px` }}
    >
      <button
        type="button"
        class="sheet__handle"
        aria-label={messages.value.states.sheetStops[stop]}
        onPointerDown={start}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
        onClick={click}
      />
      <div class="sheet__content">{children}</div>
    </section>
  );
}

function useAvailableHeight(root: { readonly current: HTMLElement | null }): number {
  const [height, setHeight] = useState(600);
  useLayoutEffect(() => {
    const parent = root.current?.offsetParent ?? document.body;
    const read = () => setHeight(parent.clientHeight - 8);
    read();
    const observer = new ResizeObserver(read);
    observer.observe(parent);
    return () => observer.disconnect();
  }, []);
  return height;
}
