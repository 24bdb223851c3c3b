/**
 * The outline of each entity type, as points in a box of -1 to 1 around the
 * node, for Cytoscape and for finding out where a name may stand. Each fills
 * about the area of the circle, so that size says the same for all.
 */
import type { EntityShape } from "../../../server/contract/ontology.ts";

type Points = readonly (readonly [x: number, y: number])[];

const POLYGONS: Readonly<Partial<Record<EntityShape, Points>>> = {
  diamond: [
    [0, -1.12],
    [1.12, 0],
    [0, 1.12],
    [-1.12, 0],
  ],
  triangle: [
    [0, -1.12],
    [1.18, 0.94],
    [-1.18, 0.94],
  ],
  square: [
    [-0.89, -0.89],
    [0.89, -0.89],
    [0.89, 0.89],
    [-0.89, 0.89],
  ],
  hexagon: [
    [-1.08, 0],
    [-0.54, -0.935],
    [0.54, -0.935],
    [1.08, 0],
    [0.54, 0.935],
    [-0.54, 0.935],
  ],
  parallelogram: [
    [-0.62, -0.82],
    [1.35, -0.82],
    [0.62, 0.82],
    [-1.35, 0.82],
  ],
  pentagon: [
    [0, -1.1],
    [1.05, -0.34],
    [0.65, 0.89],
    [-0.65, 0.89],
    [-1.05, -0.34],
  ],
  octagon: [
    [-0.4, -0.96],
    [0.4, -0.96],
    [0.96, -0.4],
    [0.96, 0.4],
    [0.4, 0.96],
    [-0.4, 0.96],
    [-0.96, 0.4],
    [-0.96, -0.4],
  ],
  sheet: [
    [-0.8, -1],
    [0.32, -1],
    [0.8, -0.52],
    [0.8, 1],
    [-0.8, 1],
  ],
  tag: [
    [-1.06, -0.75],
    [0.42, -0.75],
    [1.14, 0],
    [0.42, 0.75],
    [-1.06, 0.75],
  ],
  "triangle-down": [
    [-1.18, -0.94],
    [1.18, -0.94],
    [0, 1.12],
  ],
};

/** Half width and half height of the shapes that are no polygons. */
const ROUND: Readonly<Partial<Record<EntityShape, readonly [number, number]>>> = {
  ring: [1, 1],
  circle: [1, 1],
  capsule: [0.74, 1.06],
};

export interface ShapeGeometry {
  /** Half width and half height, times the radius. */
  readonly halfWidth: number;
  readonly halfHeight: number;
  /** Pairs from -1 to 1 within that box; undefined for shapes that are no polygon. */
  readonly points: readonly number[] | undefined;
  /** How far its border is from its middle in a direction (of length 1), times the radius. */
  readonly border: (x: number, y: number) => number;
  /** Where the icon's middle lies below the node's, times the radius, and half its side. */
  readonly iconShift: number;
  readonly iconHalf: number;
}

const ICONS: Readonly<Partial<Record<EntityShape, readonly [shift: number, half: number]>>> = {
  triangle: [0.28, 0.46],
  "triangle-down": [-0.28, 0.46],
  diamond: [0, 0.5],
  capsule: [0, 0.46],
  sheet: [0.08, 0.5],
  tag: [0, 0.48],
};

export const SHAPES: ReadonlyMap<EntityShape, ShapeGeometry> = new Map(
  ([...Object.keys(POLYGONS), ...Object.keys(ROUND)] as EntityShape[]).map((shape) => [shape, geometryOf(shape)]),
);

function geometryOf(shape: EntityShape): ShapeGeometry {
  const points = POLYGONS[shape];
  const [iconShift, iconHalf] = ICONS[shape] ?? [0, 0.56];
  const [halfWidth, halfHeight] =
    points === undefined
      ? ROUND[shape]!
      : [Math.max(...points.map(([x]) => Math.abs(x))), Math.max(...points.map(([, y]) => Math.abs(y)))];
  return {
    halfWidth,
    halfHeight,
    points: points?.flatMap(([x, y]) => [x / halfWidth, y / halfHeight]),
    border: points === undefined ? ovalBorder(halfWidth, halfHeight) : polygonBorder(points),
    iconShift,
    iconHalf,
  };
}

function ovalBorder(halfWidth: number, halfHeight: number): ShapeGeometry["border"] {
  return (x, y) => 1 / Math.sqrt((x / halfWidth) ** 2 + (y / halfHeight) ** 2);
}

/** Of a polygon without dents, with the middle in it: the nearest of its sides' lines that lies that way. */
function polygonBorder(points: Points): ShapeGeometry["border"] {
  const sides = points.map(([x, y], at) => {
    const [nextX, nextY] = points[(at + 1) % points.length]!;
    const length = Math.hypot(nextX - x, nextY - y);
    const [outX, outY] = [(nextY - y) / length, (x - nextX) / length];
    return { outX, outY, distance: outX * x + outY * y };
  });
  return (x, y) => {
    let nearest = Infinity;
    for (const { outX, outY, distance } of sides) {
      const towards = outX * x + outY * y;
      if (towards > 1e-9) nearest = Math.min(nearest, distance / towards);
    }
    return nearest;
  };
}
