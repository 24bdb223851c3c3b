/** Which rows of a long list have to be drawn: those in sight and a few beyond. */

export interface VirtualWindow {
  /** First row drawn. */
  readonly first: number;
  /** One past the last row drawn. */
  readonly end: number;
  /** Empty space before and after them, in pixels, so that the whole keeps its length. */
  readonly before: number;
  readonly after: number;
}

export interface Scrolled {
  readonly count: number;
  readonly rowHeight: number;
  readonly scrollTop: number;
  readonly height: number;
  /** Rows drawn beyond the edge, so that a scroll does not show a gap. */
  readonly overscan?: number;
}

export function virtualWindow({ count, rowHeight, scrollTop, height, overscan = 8 }: Scrolled): VirtualWindow {
  const top = Math.max(0, Math.min(scrollTop, count * rowHeight - height));
  const first = Math.max(0, Math.floor(top / rowHeight) - overscan);
  const end = Math.min(count, Math.ceil((top + height) / rowHeight) + overscan);
  return { first, end, before: first * rowHeight, after: Math.max(0, count - end) * rowHeight };
}
