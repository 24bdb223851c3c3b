/** Draws the shapes of entities: all of one type and colour in few paths. */
import { ENTITY_TYPES } from "../../../server/contract/ontology.ts";
import { SHAPES } from "./node-shapes.ts";
import type { PictureNode } from "./picture.ts";
import type { CanvasTokens } from "./tokens.ts";

const PATH_SHAPES = 100;

export function drawShapes(
  context: CanvasRenderingContext2D,
  nodes: readonly PictureNode[],
  tokens: CanvasTokens,
): void {
  const alike = new Map<string, PictureNode[]>();
  for (const node of nodes) {
    const { entity, shade } = node.element;
    const key = shade === undefined ? entity.type : `${entity.type} ${shade}`;
    const others = alike.get(key);
    if (others === undefined) alike.set(key, [node]);
    else others.push(node);
  }
  for (const all of alike.values()) {
    const { entity, shade } = all[0]!.element;
    // A region is paper with a ring (drawn over it), so that a hub never becomes a blot.
    const ownColor = ENTITY_TYPES[entity.type].shape === "ring" ? tokens.canvas : tokens.types[entity.type];
    context.fillStyle = shade === undefined ? ownColor : tokens.shades[shade];
    for (let begin = 0; begin < all.length; begin += PATH_SHAPES) {
      context.beginPath();
      for (const node of all.slice(begin, begin + PATH_SHAPES)) traceShape(context, node);
      context.fill();
      // Light shades could not be told from the paper.
      if (shade !== undefined) outline(context, tokens);
    }
  }
}

function outline(context: CanvasRenderingContext2D, tokens: CanvasTokens): void {
  context.lineWidth = 1;
  context.strokeStyle = tokens.ink3;
  context.stroke();
}

function traceShape(context: CanvasRenderingContext2D, { element, x, y, halfWidth, halfHeight }: PictureNode): void {
  const { shape } = ENTITY_TYPES[element.entity.type];
  const { points } = SHAPES.get(shape)!;
  if (points === undefined) {
    if (shape === "capsule") {
      context.roundRect(x - halfWidth, y - halfHeight, 2 * halfWidth, 2 * halfHeight, Math.min(halfWidth, halfHeight));
      return;
    }
    context.moveTo(x + halfWidth, y);
    context.ellipse(x, y, halfWidth, halfHeight, 0, 0, 2 * Math.PI);
    return;
  }
  for (let at = 0; at < points.length; at += 2) {
    const [cornerX, cornerY] = [x + points[at]! * halfWidth, y + points[at + 1]! * halfHeight];
    if (at === 0) context.moveTo(cornerX, cornerY);
    else context.lineTo(cornerX, cornerY);
  }
  context.closePath();
}
