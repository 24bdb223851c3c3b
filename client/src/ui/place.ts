/** Where something that floats stands beside its anchor: on the wanted side if it fits there, else opposite. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Side = "below" | "above" | "right" | "left";
export type Align = "start" | "center" | "end";

export interface Placement {
  readonly left: number;
  readonly top: number;
  readonly side: Side;
}

/** Kept free at the edges of the screen. */
const MARGIN = 8;

const OPPOSITE: Readonly<Record<Side, Side>> = { below: "above", above: "below", right: "left", left: "right" };

export function place(
  anchor: Box,
  size: Size,
  screen: Size,
  wanted: { side: Side; align: Align; gap: number },
): Placement {
  const room = (side: Side) => roomAt(side, anchor, screen) - wanted.gap - MARGIN;
  const need = wanted.side === "below" || wanted.side === "above" ? size.height : size.width;
  const opposite = OPPOSITE[wanted.side];
  const side = room(wanted.side) >= need || room(wanted.side) >= room(opposite) ? wanted.side : opposite;

  const at = standAt(side, anchor, size, wanted.align, wanted.gap);
  return {
    side,
    left: within(at.left, screen.width - size.width - MARGIN),
    top: within(at.top, screen.height - size.height - MARGIN),
  };
}

function roomAt(side: Side, anchor: Box, screen: Size): number {
  if (side === "below") return screen.height - anchor.top - anchor.height;
  if (side === "above") return anchor.top;
  return side === "right" ? screen.width - anchor.left - anchor.width : anchor.left;
}

function standAt(side: Side, anchor: Box, size: Size, align: Align, gap: number): { left: number; top: number } {
  if (side === "below" || side === "above") {
    return {
      left: aligned(anchor.left, anchor.width, size.width, align),
      top: side === "below" ? anchor.top + anchor.height + gap : anchor.top - size.height - gap,
    };
  }
  return {
    left: side === "right" ? anchor.left + anchor.width + gap : anchor.left - size.width - gap,
    top: aligned(anchor.top, anchor.height, size.height, align),
  };
}

function aligned(start: number, length: number, own: number, align: Align): number {
  if (align === "start") return start;
  return align === "end" ? start + length - own : start + (length - own) / 2;
}

function within(value: number, most: number): number {
  return Math.max(MARGIN, Math.min(value, most));
}
