/**
 * How Cytoscape draws nodes and lines. Names, icons, signs, halos and badges
 * are not its business: they keep their size on the screen and are drawn over
 * and under it (`overlay.ts`).
 */
import type { StylesheetJson } from "cytoscape";

import {
  ENTITY_TYPES,
  ENTITY_TYPE_NAMES,
  RELATION_TYPES,
  RELATION_TYPE_NAMES,
} from "../../../server/contract/ontology.ts";
import type { EntityType, RelationLine, RelationType } from "../../../server/contract/ontology.ts";
import { SHAPES } from "./node-shapes.ts";
import type { CanvasTokens } from "./tokens.ts";

/** Width of the halo under a selected line, and of the band under a hovered one. */
export const HALO = 11;
/** How far the halo of a selected node reaches beyond its shape, in the canvas's units. */
export const HALO_REACH = 12;
/** The double line: two of 1.35 with paper between. */
const DOUBLE = { paper: 1.9, outline: 2.7 };
const MAX_WIDTH = 8;
/** How far two lines between the same nodes bow apart, in the middle. */
export const BOW = 7;

export function lineWidth(type: RelationType, count: number): number {
  const single = singleWidth(RELATION_TYPES[type].line);
  return count === 1 ? single : Math.min(MAX_WIDTH, Math.max(single, 1.2 + 0.9 * Math.log2(count)));
}

function singleWidth(line: RelationLine): number {
  if (line === "double") return DOUBLE.paper;
  if (line === "heavy") return 2;
  return line === "dot" || line === "hollow-dot" ? 1 : 1.2;
}

interface EndMark {
  readonly shape: string;
  readonly isHollow?: boolean;
}

const END_MARKS: Readonly<Record<RelationLine, EndMark>> = {
  double: { shape: "none" },
  heavy: { shape: "none" },
  "hollow-diamond": { shape: "diamond", isHollow: true },
  dot: { shape: "circle" },
  "hollow-dot": { shape: "circle", isHollow: true },
  "open-arrow": { shape: "vee" },
  "filled-arrow": { shape: "triangle" },
  "hollow-arrow": { shape: "triangle", isHollow: true },
  bar: { shape: "tee" },
  "arrow-bar": { shape: "triangle-tee" },
};

/** Partnerships are roads, places are boundaries, the rest takes the colour of what it is about. */
export function lineColor(type: RelationType, tokens: CanvasTokens): string {
  switch (type) {
    case "CO_BUILT_WITH":
    case "PARTNERS_WITH":
    case "AFFILIATED_WITH":
      return tokens.edge;
    case "LOCATED_IN":
    case "PART_OF":
      return tokens.edge2;
    case "FOCUSES_ON":
      return tokens.types.Industry;
    case "ISSUED":
    case "IMPLEMENTS":
      return tokens.types.Policy;
    case "MEMBER_OF":
    case "LEADS":
      return tokens.types.Organization;
  }
}

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
    {
      selector: "edge",
      style: {
        "curve-style": "straight",
        events: "no",
        "arrow-scale": 0.8,
        "target-distance-from-node": 4,
        "source-distance-from-node": 3,
        "line-cap": "butt",
        "overlay-opacity": 0,
        "underlay-opacity": 0,
        "underlay-shape": "round-rectangle",
        "z-index": 1,
      } as object,
    },
    ...RELATION_TYPE_NAMES.map((type) => edgeStyle(type, tokens)),
    { selector: "edge.planned", style: { "line-style": "dashed", "line-dash-pattern": [7, 5] } },
    { selector: "edge.CO_BUILT_WITH.planned", style: { "line-dash-pattern": [8, 6] } },
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
    { selector: "edge.far.LOCATED_IN, edge.far.PART_OF", style: { opacity: 0.4 } },
    // Lines end outside the halo of what is selected.
    { selector: "edge.from-halo", style: { "source-distance-from-node": 3 + HALO_REACH } as object },
    { selector: "edge.to-halo", style: { "target-distance-from-node": 4 + HALO_REACH } as object },
    {
      selector: "edge.selected",
      style: {
        opacity: 1,
        "line-color": tokens.inEvidence,
        "target-arrow-color": tokens.inEvidence,
        "underlay-color": tokens.evidenceLine,
        "underlay-opacity": 1,
        "underlay-padding": (HALO - 2) / 2,
        "z-index": 5,
      } as object,
    },
    {
      selector: "edge.CO_BUILT_WITH.selected",
      style: { "line-color": tokens.evidenceLine, "line-outline-color": tokens.inEvidence } as object,
    },
  ];
}

function nodeStyle(type: EntityType, tokens: CanvasTokens): StylesheetJson[number] {
  const shape = ENTITY_TYPES[type].shape;
  const { halfWidth, halfHeight, points } = SHAPES.get(shape)!;
  const size = (half: number) => (node: { data(key: "drawn"): number }) => 2 * half * node.data("drawn");
  const isRing = shape === "ring";
  return {
    selector: `node.${type}`,
    style: {
      width: size(halfWidth),
      height: size(halfHeight),
      shape: points !== undefined ? "polygon" : shape === "capsule" ? "round-rectangle" : "ellipse",
      ...(points !== undefined && { "shape-polygon-points": points.join(" ") }),
      ...(shape === "capsule" && { "corner-radius": 100 }),
      // A region is paper with a ring (drawn over it), so that a hub never becomes a blot.
      "background-color": isRing ? tokens.canvas : tokens.types[type],
    } as object,
  };
}

function edgeStyle(type: RelationType, tokens: CanvasTokens): StylesheetJson[number] {
  const line = RELATION_TYPES[type].line;
  const color = lineColor(type, tokens);
  const mark = END_MARKS[line];
  return {
    selector: `edge.${type}`,
    style: {
      width: (edge: { data(key: "count"): number }) => lineWidth(type, edge.data("count")),
      "line-color": line === "double" ? tokens.canvas : color,
      ...(line === "double" && { "line-outline-width": DOUBLE.outline, "line-outline-color": color }),
      "target-arrow-shape": mark.shape,
      "target-arrow-color": color,
      "target-arrow-fill": mark.isHollow === true ? "hollow" : "filled",
    } as object,
  };
}
