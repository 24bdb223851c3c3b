/** Measures of the grid, in pixels: on a phone a cell is a target for a finger. */
import { useMemo } from "preact/hooks";

import type { LineGroup } from "../../state/matrix/arrange-lines.ts";
import { screen } from "../shell/screen.ts";

export interface GridSizes {
  readonly cell: number;
  /** From one cell to the next. */
  readonly column: number;
  readonly row: number;
  readonly rowHead: number;
  readonly columnHead: number;
  readonly groupGap: number;
}

const DESK: GridSizes = { cell: 64, column: 67, row: 38, rowHead: 250, columnHead: 114, groupGap: 14 };
const PHONE: GridSizes = { cell: 52, column: 55, row: 47, rowHead: 128, columnHead: 86, groupGap: 10 };

export function useGridSizes(): GridSizes {
  const isPhone = screen.value === "phone";
  return useMemo(() => (isPhone ? PHONE : DESK), [isPhone]);
}

/** The left edge of each column, and at the end the width of all. */
export function columnLefts(groups: readonly LineGroup[], { column, groupGap }: GridSizes): readonly number[] {
  const lefts: number[] = [];
  // The mark of an open cell reaches beyond it.
  let left = 5;
  for (const group of groups) {
    for (const _ of group.lines) {
      lefts.push(left);
      left += column;
    }
    left += groupGap;
  }
  return [...lefts, Math.max(0, left - groupGap)];
}
