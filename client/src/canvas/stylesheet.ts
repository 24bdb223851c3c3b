/**
 * How Cytoscape draws nodes and lines, where the graphics card does that for
 * it, and what it must know where it does not. Names, icons, signs, halos and
 * badges are never its business.
 */
import type { StylesheetJson } from "cytoscape";

import { ENTITY_TYPES, ENTITY_TYPE_NAMES, RELATION_TYPE_NAMES } from "../../../server/contract/ontology.ts";
import type { EntityType, RelationType } from "../../../server/contract/ontology.ts";
import {
  BOW,
  DOUBLE,
  FAR_PLACE_OPACITY,
  FROM_DISTANCE,
  TO_DISTANCE,
  endMark,
  isDouble,
  lineColor,
  lineWidth,
} from "./line-style.ts";
import { SHADES } from "../state/styling/shades.ts";
import { BAND, HALO_REACH } from "./halo.ts";
import { SHAPES } from "./node-shapes.ts";
import type { CanvasTokens } from "./tokens.ts";

const PLANNED_OPACITY = 0.4;

/** For finding what is under the pointer: boxes, which forgive a little. */
export const HIT_AREAS: StylesheetJson = [
  { selector: "node", style: { shape: "rectangle", width: "data(wide)", height: "data(high)" } },
];

export function stylesheet(tokens: CanvasTokens): StylesheetJson {
  return [
    {
      selector: "node",
      style: {
        "border-width": 0,
        "overlay-opacity": 0,
        "underlay-opacity": 0,
        "z-index": 10,
      },
    },
    ...ENTITY_TYPE_NAMES.map((type) => nodeStyle(type, tokens)),
    ...SHADES.map((shade) => ({
      selector: `node.shade-${shade}`,
      style: { "background-color": tokens.shades[shade], "border-width": 1, "border-color": tokens.ink3 },
    })),
    {
      selector: "edge",
      style: {
        "curve-style": "straight",
        events: "no",
        "arrow-scale": 0.8,
        "target-distance-from-node": TO_DISTANCE,
        "source-distance-from-node": FROM_DISTANCE,
        "line-cap": "butt",
        "overlay-opacity": 0,
        "underlay-opacity": 0,
        "underlay-shape": "round-rectangle",
        "z-index": 1,
      } as object,
    },
    ...RELATION_TYPE_NAMES.map((type) => edgeStyle(type, tokens)),
    // WebGL draws no dashes: what is planned is pale there, and the key says so.
    { selector: "edge.planned", style: { opacity: PLANNED_OPACITY } },
    {
      selector: "edge.bowed",
      style: {
        "curve-style": "unbundled-bezier",
        // Cytoscape's control point lies twice as far out as the curve's middle.
        "control-point-distances": (edge: { data(key: string): number }) => 2 * BOW * edge.data("bow"),
        "control-point-weights": 0.5,
        "edge-distances": "node-position",
      } as object,
    },
    { selector: "edge.far", style: { "target-arrow-shape": "none" } },
    { selector: "edge.far.LOCATED_IN, edge.far.PART_OF", style: { opacity: FAR_PLACE_OPACITY } },
    // Lines end outside the halo of what is selected.
    { selector: "edge.from-halo", style: { "source-distance-from-node": FROM_DISTANCE + HALO_REACH } as object },
    { selector: "edge.to-halo", style: { "target-distance-from-node": TO_DISTANCE + HALO_REACH } as object },
    {
      selector: "edge.selected",
      style: {
        opacity: 1,
        "line-color": tokens.inEvidence,
        "target-arrow-color": tokens.inEvidence,
        "underlay-color": tokens.evidenceLine,
        "underlay-opacity": 1,
        "underlay-padding": (BAND - 2) / 2,
        "z-index": 5,
      } as object,
    },
  ];
}

function nodeStyle(type: EntityType, tokens: CanvasTokens): StylesheetJson[number] {
  const shape = ENTITY_TYPES[type].shape;
  const { points } = SHAPES.get(shape)!;
  const isRing = shape === "ring";
  return {
    selector: `node.${type}`,
    style: {
      width: "data(wide)",
      height: "data(high)",
      shape: points !== undefined ? "polygon" : shape === "capsule" ? "round-rectangle" : "ellipse",
      ...(points !== undefined && { "shape-polygon-points": points.join(" ") }),
      ...(shape === "capsule" && { "corner-radius": 100 }),
      // A region is paper with a ring (drawn over it), so that a hub never becomes a blot.
      "background-color": isRing ? tokens.canvas : tokens.types[type],
    } as object,
  };
}

function edgeStyle(type: RelationType, tokens: CanvasTokens): StylesheetJson[number] {
  const color = lineColor(type, tokens);
  const mark = endMark(type);
  return {
    selector: `edge.${type}`,
    style: {
      // Nor does it draw outlines, of which a double line would be made: it is one broad line instead.
      width: (edge: { data(key: "weight"): number }) =>
        lineWidth(type, edge.data("weight")) + (isDouble(type) ? DOUBLE.paper : 0),
      "line-color": color,
      "target-arrow-shape": mark.shape,
      "target-arrow-color": color,
      "target-arrow-fill": mark.isHollow === true ? "hollow" : "filled",
    } as object,
  };
}
