/** A long list of rows of one height, of which only those in sight are drawn. */
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";

import { useVirtualWindow } from "./use-virtual-window.ts";
import "./virtual-list.css";

export interface VirtualListProps {
  readonly label: string;
  readonly count: number;
  readonly rowHeight: number;
  readonly children: (index: number) => ComponentChildren;
}

export function VirtualList({ label, count, rowHeight, children }: VirtualListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { first, end, before, after } = useVirtualWindow(scroller, count, rowHeight);
  return (
    <div ref={scroller} class="virtual-list" tabIndex={0} role="region" aria-label={label}>
      <ul style={{ paddingTop: `${before}px`, paddingBottom: `${after}px` }}>
        {Array.from({ length: end - first }, (_, at) => (
          <li
            key={first + at}
            class="virtual-list__row"
            style={{ height: `${rowHeight}px` }}
            aria-setsize={count}
            aria-posinset={first + at + 1}
          >
            {children(first + at)}
          </li>
        ))}
      </ul>
    </div>
  );
}
