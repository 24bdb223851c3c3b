/**
 * One stop of Tab for a whole group: arrows move inside it. Items are found in
 * the page by selector, so that a group may be of any markup.
 */

export interface RovingOptions {
  readonly selector: string;
  readonly orientation: "horizontal" | "vertical" | "both";
  /** Called with the item that was reached; a choice that follows the focus acts on it. */
  readonly onMove?: (item: HTMLElement, index: number) => void;
}

const STEPS: Readonly<Record<string, { by: number; axis: "horizontal" | "vertical" }>> = {
  ArrowLeft: { by: -1, axis: "horizontal" },
  ArrowRight: { by: 1, axis: "horizontal" },
  ArrowUp: { by: -1, axis: "vertical" },
  ArrowDown: { by: 1, axis: "vertical" },
};

/** Index that a key leads to among `count` items, round the ends; undefined when the key does not move. */
export function rovingTarget(
  key: string,
  current: number,
  count: number,
  orientation: RovingOptions["orientation"],
): number | undefined {
  if (count === 0) return undefined;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const step = STEPS[key];
  if (step === undefined || (orientation !== "both" && orientation !== step.axis)) return undefined;
  return (current + step.by + count) % count;
}

/** To be called with the key events of the group's root. */
export function rove(event: KeyboardEvent, options: RovingOptions): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const root = event.currentTarget as HTMLElement;
  const items = [...root.querySelectorAll<HTMLElement>(options.selector)];
  const focused = root.ownerDocument.activeElement;
  const current = items.findIndex((item) => item === focused || item.contains(focused));
  const target = rovingTarget(event.key, current, items.length, options.orientation);
  const item = target === undefined ? undefined : items[target];
  if (target === undefined || item === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  item.focus();
  options.onMove?.(item, target);
}
