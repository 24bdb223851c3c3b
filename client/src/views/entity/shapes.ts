/**
 * The outline of each entity type as an SVG path in a box of 20 around 0, as
 * the legend and the lists draw it; the canvas draws the same shapes.
 */
import type { EntityShape } from "../../../../server/contract/ontology.ts";

export const SHAPE_PATHS: Readonly<Record<Exclude<EntityShape, "ring">, string>> = {
  circle: "M0-9a9 9 0 1 1 0 18a9 9 0 1 1 0-18z",
  diamond: "M0-10L10 0L0 10L-10 0z",
  triangle: "M0-9.5L10 8H-10z",
  square: "M-8-8H8V8H-8z",
  hexagon: "M-10 0L-5-8.66H5L10 0L5 8.66H-5z",
  parallelogram: "M-5.2-6.5H10.2L5.2 6.5H-10.2z",
  pentagon: "M0-9.6L9.9-2.4L6.1 9H-6.1L-9.9-2.4z",
  octagon: "M-3.8-9.2H3.8L9.2-3.8V3.8L3.8 9.2H-3.8L-9.2 3.8V-3.8z",
  sheet: "M-7.2-9.2H2.8L7.2-4.8V9.2H-7.2z",
  tag: "M-9.6-6.8H3.6L10 0L3.6 6.8H-9.6z",
  "triangle-down": "M-10-8H10L0 9.5z",
  capsule: "M-6.6-3A6.6 6.6 0 0 1 6.6-3V3A6.6 6.6 0 0 1-6.6 3z",
};

/** Where the middle of the icon stands: a triangle's is not in the middle of its box. */
export const ICON_SHIFT: Partial<Readonly<Record<EntityShape, number>>> = { triangle: 2.4, "triangle-down": -2.6 };

/** Side of the icon in the box of 20; narrow shapes have room for less. */
export function iconSide(shape: EntityShape): number {
  if (shape === "triangle" || shape === "triangle-down") return 8;
  return shape === "diamond" || shape === "capsule" || shape === "tag" ? 9 : 10.5;
}
