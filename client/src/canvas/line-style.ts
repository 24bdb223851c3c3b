/** How the line of a kind of relation looks, whoever draws it. Lengths are in the canvas's units. */
import { RELATION_TYPES } from "../../../server/contract/ontology.ts";
import type { RelationLine, RelationType } from "../../../server/contract/ontology.ts";
import type { CanvasTokens } from "./tokens.ts";

/** The double line: two of 1.35 with paper between. */
export const DOUBLE = { paper: 1.9, outline: 2.7 };
const MAX_WIDTH = 8;
/** How far two lines between the same nodes bow apart, in the middle. */
export const BOW = 7;
/** Between a shape and the beginning of a line, and its end mark. */
export const FROM_DISTANCE = 3;
export const TO_DISTANCE = 4;
export const DASH = { single: [7, 5], double: [8, 6] } as const;
/** From afar place lines stand back. */
export const FAR_PLACE_OPACITY = 0.4;

export type MarkShape = "none" | "diamond" | "circle" | "vee" | "triangle" | "tee" | "triangle-tee";

export interface EndMark {
  readonly shape: MarkShape;
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

export function endMark(type: RelationType): EndMark {
  return END_MARKS[RELATION_TYPES[type].line];
}

export function isDouble(type: RelationType): boolean {
  return RELATION_TYPES[type].line === "double";
}

/** Boundaries on the map, which stand back from afar. */
export function isPlaceLine(type: RelationType): boolean {
  return type === "LOCATED_IN" || type === "PART_OF";
}

/** Of the paper between, for a double line. @param weight relations, or sentences, that it stands for */
export function lineWidth(type: RelationType, weight: number): number {
  const single = singleWidth(RELATION_TYPES[type].line);
  return weight === 1 ? single : Math.min(MAX_WIDTH, Math.max(single, 1.2 + 0.9 * Math.log2(weight)));
}

function singleWidth(line: RelationLine): number {
  if (line === "double") return DOUBLE.paper;
  if (line === "heavy") return 2;
  return line === "dot" || line === "hollow-dot" ? 1 : 1.2;
}

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
