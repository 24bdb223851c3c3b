/**
 * Which names are shown and on which side of their node, so that no name lies
 * on another or on a shape. The weightier choose first; a name keeps its side
 * while it can, so that names do not hop about while the picture moves.
 */
export const SIDES = ["below", "right", "left", "above"] as const;
export type Side = (typeof SIDES)[number];

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** All in pixels of the screen. */
export interface LabelledNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Of the shape. */
  readonly halfWidth: number;
  readonly halfHeight: number;
  /** Whether no name may cover its shape. */
  readonly isFirm: boolean;
  /** Of the name; 0 when it wants none. */
  readonly width: number;
  readonly height: number;
  readonly weight: number;
  /** Shown even where it covers something: selected, focused, hovered. */
  readonly isForced: boolean;
  /** Of the badge that it wants at its top right; 0 for none. */
  readonly badgeWidth: number;
}

export interface PlacedLabel {
  readonly id: string;
  readonly side: Side;
  /** Top left of the name. */
  readonly x: number;
  readonly y: number;
}

export interface LabelOptions {
  /** At most so many, forced ones aside. */
  readonly limit: number;
  /** Where each stood last. */
  readonly lastSides: ReadonlyMap<string, Side>;
  /** Boxes that no name may cover: plates, tools. */
  readonly taken?: readonly Box[];
  /** A side that reaches out of it is tried last. */
  readonly view?: Box;
}

const GAP = 4;
/** Between two names. */
const MARGIN = 2;
const BADGE_HEIGHT = 18;
const CELL = 64;

export function layoutLabels(nodes: readonly LabelledNode[], options: LabelOptions): readonly PlacedLabel[] {
  const taken = new BoxIndex();
  for (const box of options.taken ?? []) taken.add(box, "");
  for (const node of nodes) {
    if (node.isFirm) taken.add(shapeBox(node), node.id);
  }
  const placed: PlacedLabel[] = [];
  const isFree = (node: LabelledNode, side: Side) => {
    const box = labelBox(node, side);
    // A name makes the badges of others give way, but not its own.
    return !taken.meets(box, node.id) && !(node.badgeWidth > 0 && overlap(box, badgeBox(node)));
  };
  let count = 0;
  const wanting = nodes.filter(({ width }) => width > 0);
  for (const node of wanting.sort(byPriority)) {
    if (!node.isForced && count >= options.limit) continue;
    const last = options.lastSides.get(node.id);
    const wanted = last === undefined ? SIDES : [last, ...SIDES.filter((side) => side !== last)];
    const sides = insideFirst(node, wanted, options.view);
    const free = sides.find((side) => isFree(node, side));
    const side = free ?? (node.isForced ? leastCovering(node, sides, taken) : undefined);
    if (side === undefined) continue;
    const box = labelBox(node, side);
    taken.add({ left: box.left - MARGIN, top: box.top, right: box.right + MARGIN, bottom: box.bottom }, node.id);
    placed.push({ id: node.id, side, x: box.left, y: box.top });
    if (!node.isForced) count += 1;
  }
  return placed;
}

/** The nodes whose badges have room beside the names, the shapes and each other, weightiest first. */
export function layoutBadges(nodes: readonly LabelledNode[], labels: readonly Box[], limit: number): readonly string[] {
  const taken = new BoxIndex();
  for (const box of labels) taken.add(box, "");
  for (const node of nodes) taken.add(shapeBox(node), node.id);
  const placed: string[] = [];
  for (const node of nodes.filter(({ badgeWidth }) => badgeWidth > 0).sort(byPriority)) {
    if (placed.length === limit) break;
    const box = badgeBox(node);
    if (taken.meets(box, node.id)) continue;
    taken.add(box, node.id);
    placed.push(node.id);
  }
  return placed;
}

function byPriority(a: LabelledNode, b: LabelledNode): number {
  if (a.isForced !== b.isForced) return a.isForced ? -1 : 1;
  return b.weight - a.weight || (a.id < b.id ? -1 : 1);
}

function insideFirst(node: LabelledNode, sides: readonly Side[], view: Box | undefined): readonly Side[] {
  if (view === undefined) return sides;
  const isInside = (side: Side) => {
    const box = labelBox(node, side);
    return box.left >= view.left && box.right <= view.right && box.top >= view.top && box.bottom <= view.bottom;
  };
  const inside = sides.filter(isInside);
  return inside.length === sides.length ? sides : [...inside, ...sides.filter((side) => !inside.includes(side))];
}

function leastCovering(node: LabelledNode, sides: readonly Side[], taken: BoxIndex): Side {
  const covered = sides.map((side) => taken.countMet(labelBox(node, side), node.id));
  return sides[covered.indexOf(Math.min(...covered))]!;
}

export function labelBox({ x, y, halfWidth, halfHeight, width, height }: LabelledNode, side: Side): Box {
  const left = side === "right" ? x + halfWidth + GAP : side === "left" ? x - halfWidth - GAP - width : x - width / 2;
  const top =
    side === "below" ? y + halfHeight + GAP - 1 : side === "above" ? y - halfHeight - GAP - height + 1 : y - height / 2;
  return { left, top, right: left + width, bottom: top + height };
}

function shapeBox({ x, y, halfWidth, halfHeight }: LabelledNode): Box {
  return { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight };
}

export function badgeBox({ x, y, halfWidth, halfHeight, badgeWidth }: LabelledNode): Box {
  const left = x + halfWidth * 0.55;
  // High enough that a name of one line has room beside the shape.
  const bottom = y - Math.max(8, halfHeight * 0.5);
  return { left, top: bottom - BADGE_HEIGHT, right: left + badgeWidth, bottom };
}

/** Boxes by the cells of a grid; the owner of a box does not meet it. */
class BoxIndex {
  readonly #cells = new Map<number, { readonly box: Box; readonly owner: string }[]>();

  add(box: Box, owner: string): void {
    const entry = { box, owner };
    for (const key of keysOf(box)) {
      const cell = this.#cells.get(key);
      if (cell === undefined) this.#cells.set(key, [entry]);
      else cell.push(entry);
    }
  }

  meets(box: Box, owner: string): boolean {
    for (const key of keysOf(box)) {
      for (const entry of this.#cells.get(key) ?? []) if (entry.owner !== owner && overlap(entry.box, box)) return true;
    }
    return false;
  }

  countMet(box: Box, owner: string): number {
    const met = new Set<unknown>();
    for (const key of keysOf(box)) {
      for (const entry of this.#cells.get(key) ?? [])
        if (entry.owner !== owner && overlap(entry.box, box)) met.add(entry);
    }
    return met.size;
  }
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

function keysOf({ left, top, right, bottom }: Box): number[] {
  const keys: number[] = [];
  for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column += 1) {
    // 2^16 rows are more than any screen has.
    for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row += 1) keys.push(column * 65536 + row);
  }
  return keys;
}
