/** Places for the structure of the graph: types on an ellipse, the busiest apart; relations as bows between them. */
import type { GraphStructure } from "../../../../../server/contract/index.ts";

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface StructureLine {
  readonly type: string;
  readonly path: string;
  /** Where its name stands. */
  readonly at: Place;
  /** The strongest line of its type carries the name. */
  readonly isMain: boolean;
}

const MARGIN = 62;
/** Pairs that hold less than this share of a type's relations are left to its list. */
const LEAST_SHARE = 0.04;

export function structureLayout(
  { labels, relations }: GraphStructure,
  width: number,
  height: number,
): { readonly places: ReadonlyMap<string, Place>; readonly lines: readonly StructureLine[] } {
  const center = { x: width / 2, y: height / 2 };
  const places = new Map(
    labels.map(({ label }, index) => {
      const angle = (2 * Math.PI * index) / labels.length - Math.PI / 2;
      const x = center.x + (width / 2 - MARGIN) * Math.cos(angle);
      const y = center.y + (height / 2 - MARGIN) * Math.sin(angle);
      return [label, { x: Math.round(x), y: Math.round(y) }] as const;
    }),
  );
  const drawn = new Map<string, number>();
  const lines = relations.flatMap(({ type, links }) => {
    const total = links.reduce((sum, { count }) => sum + count, 0);
    const shown = links.filter(({ count }, index) => index === 0 || count / total >= LEAST_SHARE);
    return shown.flatMap(({ from, to }, index) => {
      const [a, b] = [places.get(from), places.get(to)];
      if (a === undefined || b === undefined) return [];
      const pair = [from, to].toSorted().join(" ");
      const before = drawn.get(pair) ?? 0;
      drawn.set(pair, before + 1);
      return [{ type, isMain: index === 0, ...(from === to ? loopAt(a, before) : bow(a, b, center, before)) }];
    });
  });
  return { places, lines };
}

/** Bends towards the middle, each further line of a pair a little more. */
function bow(a: Place, b: Place, center: Place, before: number) {
  const pull = 0.12 + 0.14 * before;
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const bent = { x: middle.x + (center.x - middle.x) * pull * 2, y: middle.y + (center.y - middle.y) * pull * 2 };
  const at = { x: (middle.x + bent.x) / 2, y: (middle.y + bent.y) / 2 };
  return { path: `M${a.x} ${a.y}Q${Math.round(bent.x)} ${Math.round(bent.y)} ${b.x} ${b.y}`, at };
}

function loopAt({ x, y }: Place, before: number) {
  const size = 26 + 10 * before;
  return {
    path: `M${x - 8} ${y - 8}C${x - size} ${y - 2 * size} ${x + size} ${y - 2 * size} ${x + 8} ${y - 8}`,
    at: { x, y: y - 1.5 * size },
  };
}
