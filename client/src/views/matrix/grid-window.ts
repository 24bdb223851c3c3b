/** Which rows and columns of a large grid are in sight; follows scrolling, and changes only when others come into sight. */
import { useLayoutEffect, useState } from "preact/hooks";

import type { ElementRef } from "../../ui/focus.ts";

export interface GridSize {
  /** Left edge of each column, from the end of the heads; one more than there are columns. */
  readonly lefts: readonly number[];
  readonly rows: number;
  readonly rowHeight: number;
}

export interface GridWindow {
  readonly firstRow: number;
  readonly endRow: number;
  readonly firstColumn: number;
  readonly endColumn: number;
}

export interface Scroll {
  readonly left: number;
  readonly top: number;
  /** Of what scrolls, without the heads. */
  readonly width: number;
  readonly height: number;
}

/** Drawn beyond each edge, so that scrolling shows no gap. */
const MORE_ROWS = 6;
const MORE_COLUMNS = 3;
/** Lines come into sight by so many at once: a wide grid is not drawn anew for each. */
const AT_ONCE = 4;

export function gridWindow({ lefts, rows, rowHeight }: GridSize, scroll: Scroll): GridWindow {
  const columns = lefts.length - 1;
  const right = scroll.left + scroll.width;
  let firstColumn = 0;
  while (firstColumn < columns && lefts[firstColumn + 1]! <= scroll.left) firstColumn += 1;
  let endColumn = firstColumn;
  while (endColumn < columns && lefts[endColumn]! < right) endColumn += 1;
  const down = (line: number) => Math.max(0, Math.floor(line / AT_ONCE) * AT_ONCE);
  const up = (line: number, count: number) => Math.min(count, Math.ceil(line / AT_ONCE) * AT_ONCE);
  return {
    firstRow: down(Math.min(rows, Math.floor(scroll.top / rowHeight)) - MORE_ROWS),
    endRow: up(Math.ceil((scroll.top + scroll.height) / rowHeight) + MORE_ROWS, rows),
    firstColumn: down(firstColumn - MORE_COLUMNS),
    endColumn: up(endColumn + MORE_COLUMNS, columns),
  };
}

/** @param heads width and height that the sticky heads take of the scroller */
export function useGridWindow(
  scroller: ElementRef,
  size: GridSize,
  heads: { readonly width: number; readonly height: number },
): GridWindow {
  const [shown, setShown] = useState<GridWindow>(() => gridWindow(size, { left: 0, top: 0, width: 1600, height: 900 }));
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const read = () => {
      const next = gridWindow(size, {
        left: element.scrollLeft,
        top: element.scrollTop,
        width: element.clientWidth - heads.width,
        height: element.clientHeight - heads.height,
      });
      setShown((last) => (isSame(last, next) ? last : next));
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener("scroll", read, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", read);
    };
  }, [size, heads.width, heads.height]);
  return shown;
}

function isSame(a: GridWindow, b: GridWindow): boolean {
  return (
    a.firstRow === b.firstRow && a.endRow === b.endRow && a.firstColumn === b.firstColumn && a.endColumn === b.endColumn
  );
}
