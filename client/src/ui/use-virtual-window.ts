/** Follows how a scrolling element is scrolled and sized, and says which rows to draw. */
import { useLayoutEffect, useState } from "preact/hooks";

import type { ElementRef } from "./focus.ts";
import { virtualWindow } from "./virtual-window.ts";
import type { VirtualWindow } from "./virtual-window.ts";

/** Before the element was measured, as if it were this high. */
const UNMEASURED_HEIGHT = 800;

export function useVirtualWindow(scroller: ElementRef, count: number, rowHeight: number): VirtualWindow {
  const [scrolled, setScrolled] = useState({ scrollTop: 0, height: UNMEASURED_HEIGHT });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const read = () => setScrolled({ scrollTop: element.scrollTop, height: element.clientHeight });
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener("scroll", read, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", read);
    };
  }, []);
  return virtualWindow({ count, rowHeight, ...scrolled });
}
