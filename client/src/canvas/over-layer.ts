/** What lies over the lines and shapes: signs of regions, icons, pins, names, plates of lines, the focus ring. */
import type { RegionLevel } from "../../../server/contract/index.ts";
import { ENTITY_TYPES } from "../../../server/contract/ontology.ts";
import type { Position } from "../state/graph.ts";
import { MIN_ICON_RADIUS } from "./level-of-detail.ts";
import { SHAPES } from "./node-shapes.ts";
import { colorOn } from "./shades.ts";
import type { Picture, PictureNode } from "./picture.ts";
import type { Sprites } from "./sprites.ts";
import type { CanvasTokens } from "./tokens.ts";

/** A name on a line, or the number of relations that it stands for. */
export interface Plate {
  readonly at: Position;
  readonly text: string;
  /** `selected` is yellow in an ink frame; `plain` is text with an outline of paper. */
  readonly style: "selected" | "hovered" | "count" | "plain";
}

/** Width of a region's ring, times its radius. */
const RING = 0.2;

export function drawOver(
  context: CanvasRenderingContext2D,
  picture: Picture,
  extras: {
    readonly plates: readonly Plate[];
    readonly focused: PictureNode | undefined;
    readonly isPinned: (node: PictureNode) => boolean;
  },
  sprites: Sprites,
  tokens: CanvasTokens,
): void {
  for (const node of picture.nodes) {
    const { entity } = node.element;
    if (entity.type === "Region") drawRegionSign(context, node, entity.level, signColor(node, tokens));
    else if (node.radius >= MIN_ICON_RADIUS) drawTypeIcon(context, node, sprites, tokens);
    if (node.radius >= MIN_ICON_RADIUS && extras.isPinned(node)) drawPin(context, node, tokens);
  }
  for (const plate of extras.plates) drawPlate(context, plate, sprites, tokens);
  for (const label of picture.labels) {
    const align = label.side === "right" ? "left" : label.side === "left" ? "right" : "center";
    sprites.drawLabel(context, sprites.label(label.lines, label.style, align), label.x, label.y);
  }
  if (extras.focused !== undefined) drawFocus(context, extras.focused, tokens);
}

function drawTypeIcon(
  context: CanvasRenderingContext2D,
  { element, x, y, radius }: PictureNode,
  sprites: Sprites,
  tokens: CanvasTokens,
): void {
  const { shade } = element;
  const { type } = element.entity;
  const { iconShift, iconHalf } = SHAPES.get(ENTITY_TYPES[type].shape)!;
  const color = shade === undefined ? tokens.onType : colorOn(shade, tokens);
  sprites.drawIcon(context, type, x, y + iconShift * radius, iconHalf * radius, color);
}

function signColor({ element: { shade } }: PictureNode, tokens: CanvasTokens): string {
  return shade === undefined ? tokens.types.Region : colorOn(shade, tokens);
}

/** The signs of Chinese atlases, from two rings for the country to one for a town. */
function drawRegionSign(
  context: CanvasRenderingContext2D,
  { x, y, radius }: PictureNode,
  level: RegionLevel | undefined,
  color: string,
): void {
  const width = Math.max(1, RING * radius);
  const ring = (outer: number, line: number) => {
    context.beginPath();
    context.arc(x, y, Math.max(0.1, outer - line / 2), 0, 2 * Math.PI);
    context.lineWidth = line;
    context.strokeStyle = color;
    context.stroke();
  };
  const dot = (share: number) => {
    context.beginPath();
    context.arc(x, y, share * radius, 0, 2 * Math.PI);
    context.fillStyle = color;
    context.fill();
  };
  const thin = width * 0.7;
  switch (level) {
    case "country":
      ring(radius + thin * 1.6, Math.max(0.75, thin * 0.4));
      ring(radius, thin);
      ring(radius * 0.6, thin);
      break;
    case "area":
      ring(radius, thin);
      ring(radius * 0.62, thin);
      break;
    case "province":
      ring(radius, thin);
      ring(radius * 0.66, thin);
      dot(0.2);
      break;
    case "city":
      ring(radius, width);
      dot(0.46);
      break;
    case "county":
      ring(radius, width);
      dot(0.28);
      break;
    case "town":
    case undefined:
      ring(radius, width);
  }
}

/** A pinned entity wears a small ink dot at its lower left. */
function drawPin(
  context: CanvasRenderingContext2D,
  { x, y, halfWidth, halfHeight }: PictureNode,
  tokens: CanvasTokens,
): void {
  context.beginPath();
  context.arc(x - halfWidth * 0.75, y + halfHeight * 0.75, 4, 0, 2 * Math.PI);
  context.fillStyle = tokens.ink;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = tokens.canvas;
  context.stroke();
}

function drawPlate(
  context: CanvasRenderingContext2D,
  { at, text, style }: Plate,
  sprites: Sprites,
  tokens: CanvasTokens,
): void {
  if (style === "plain") {
    const sprite = sprites.label([text], "regular", "center");
    sprites.drawLabel(context, sprite, at.x - sprite.width / 2, at.y - sprite.height / 2);
    return;
  }
  context.font = style === "selected" ? `620 12px ${tokens.font}` : `500 11px ${tokens.font}`;
  const width = context.measureText(text).width + (style === "count" ? 10 : 16);
  const height = style === "count" ? 16 : 22;
  context.beginPath();
  context.roundRect(at.x - width / 2, at.y - height / 2, width, height, style === "count" ? height / 2 : 3);
  context.fillStyle = style === "selected" ? tokens.evidence : tokens.raised;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = style === "selected" ? tokens.ink : tokens.line2;
  context.stroke();
  context.fillStyle = tokens.ink;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(text, at.x, at.y + 0.5);
}

function drawFocus(
  context: CanvasRenderingContext2D,
  { x, y, halfWidth, halfHeight }: PictureNode,
  tokens: CanvasTokens,
): void {
  context.beginPath();
  context.arc(x, y, Math.max(halfWidth, halfHeight) + 6, 0, 2 * Math.PI);
  context.lineWidth = 2;
  context.strokeStyle = tokens.focus;
  context.stroke();
}
