/** The three heights at which a bottom sheet rests, and which of them a drag ends at. */

export const SHEET_STOPS = ["peek", "half", "full"] as const;
export type SheetStop = (typeof SHEET_STOPS)[number];

/** Height of the lowest stop: a title and nothing else. */
export const PEEK_HEIGHT = 96;
/** Faster than this is a throw: it goes one stop further that way. */
const THROW_PX_PER_MS = 0.5;

export function stopHeight(stop: SheetStop, available: number): number {
  if (stop === "peek") return Math.min(PEEK_HEIGHT, available);
  return stop === "half" ? Math.round(available * 0.54) : available;
}

/** Where a drag that ends at `height`, moving up with `velocity` (px/ms, down is negative), comes to rest. */
export function restingStop(height: number, velocity: number, available: number): SheetStop {
  const thrown = Math.abs(velocity) > THROW_PX_PER_MS;
  const stops = SHEET_STOPS.map((stop) => ({ stop, height: stopHeight(stop, available) }));
  if (thrown) {
    const ahead =
      velocity > 0 ? stops.find((stop) => stop.height > height) : stops.findLast((stop) => stop.height < height);
    if (ahead !== undefined) return ahead.stop;
  }
  const nearest = stops.reduce((best, next) =>
    Math.abs(next.height - height) < Math.abs(best.height - height) ? next : best,
  );
  return nearest.stop;
}

/** What the handle does as a button: one up, and from the top back to the lowest. */
export function nextStop(stop: SheetStop): SheetStop {
  return SHEET_STOPS[(SHEET_STOPS.indexOf(stop) + 1) % SHEET_STOPS.length] ?? "half";
}
