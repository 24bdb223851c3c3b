/** The whole canvas at a glance, with a frame round what is in view; a press moves the view there. */
import { ENTITY_TYPES } from "../../../server/contract/ontology.ts";
import type { Position } from "../state/graph.ts";
import type { NodeElement } from "./elements.ts";
import { sizeLayer } from "./layer.ts";
import type { CanvasTokens } from "./tokens.ts";

const SIZE = { width: 160, height: 100 };
const MARGIN = 8;

export interface MapFacts {
  readonly nodes: readonly { readonly element: NodeElement; readonly at: Position }[];
  /** What is in view, in the canvas's units. */
  readonly view: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

export interface MiniMap {
  /** Draws the nodes once, and then only the frame over them. */
  draw(facts: MapFacts, tokens: CanvasTokens): void;
  /** Nodes have moved, or the colours are others. */
  forget(): void;
}

export function createMiniMap(map: HTMLElement, onMove: (to: Position) => void): MiniMap {
  let scale = 1;
  let origin: Position = { x: 0, y: 0 };
  const dots = document.createElement("canvas");
  // An element, since a canvas drawn on in every frame would be copied to the screen in every frame.
  const frame = document.createElement("div");
  frame.className = "canvas__frame";
  map.append(dots, frame);
  let drawnFor: MapFacts["nodes"] | undefined;
  const press = (event: PointerEvent) => {
    if (event.buttons === 0) return;
    onMove({ x: (event.offsetX - origin.x) / scale, y: (event.offsetY - origin.y) / scale });
  };
  map.addEventListener("pointerdown", (event) => {
    map.setPointerCapture(event.pointerId);
    press(event);
  });
  map.addEventListener("pointermove", press);

  const drawDots = (nodes: MapFacts["nodes"], tokens: CanvasTokens) => {
    const context = sizeLayer(dots, SIZE.width, SIZE.height);
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const { at } of nodes) {
      left = Math.min(left, at.x);
      top = Math.min(top, at.y);
      right = Math.max(right, at.x);
      bottom = Math.max(bottom, at.y);
    }
    scale = Math.min(
      (SIZE.width - 2 * MARGIN) / Math.max(1, right - left),
      (SIZE.height - 2 * MARGIN) / Math.max(1, bottom - top),
    );
    origin = { x: SIZE.width / 2 - ((left + right) / 2) * scale, y: SIZE.height / 2 - ((top + bottom) / 2) * scale };
    for (const { element, at } of nodes) {
      context.fillStyle = colorOf(element, tokens);
      const side = ENTITY_TYPES[element.entity.type].shape === "ring" ? 3 : 2;
      context.fillRect(origin.x + at.x * scale - side / 2, origin.y + at.y * scale - side / 2, side, side);
    }
  };

  return {
    draw({ nodes, view }, tokens) {
      if (drawnFor !== nodes) drawDots(nodes, tokens);
      drawnFor = nodes;
      const [left, right] = within(SIZE.width, origin.x + view.left * scale, origin.x + view.right * scale);
      const [top, bottom] = within(SIZE.height, origin.y + view.top * scale, origin.y + view.bottom * scale);
      frame.style.transform = `translate(${left}px, ${top}px)`;
      frame.style.width = `${right - left}px`;
      frame.style.height = `${bottom - top}px`;
    },
    forget() {
      drawnFor = undefined;
    },
  };
}

/** Paper would not be seen. */
function colorOf({ entity, shade }: NodeElement, tokens: CanvasTokens): string {
  if (shade === undefined) return tokens.types[entity.type];
  return shade === "none" ? tokens.line2 : tokens.shades[shade];
}

/** The part of a stretch that lies on the map, or just beyond its border: there the border of the frame is not seen. */
function within(size: number, from: number, to: number): [number, number] {
  const clamp = (place: number) => Math.min(size + 2, Math.max(-2, Math.round(place)));
  return [clamp(from), clamp(to)];
}
