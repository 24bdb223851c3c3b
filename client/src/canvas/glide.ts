/**
 * A picture larger than the view, which is moved instead of drawn anew while
 * the view is dragged over it. Drawn when a drag begins and again where its
 * margin ends; at rest the picture of the view itself takes its place.
 */
import type { Position } from "../state/graph.ts";
import { sizeLayer } from "./layer.ts";
import type { View } from "./line-layer.ts";

/** On either side of the view, in pixels: twice the picture to draw, for some forty frames that draw nothing. */
const MARGIN = 192;
/** So much of it lies ahead instead of behind. */
const LEAD = 144;

export interface Glide {
  /** Shows what is drawn at the place of `view`; false where it does not reach. */
  moveTo(view: View): boolean;
  /** Makes room about `view`, most of it ahead, seen from where it was: draw into the context what `wide` shows. */
  draw(view: View, from: Position | undefined, paint: (context: CanvasRenderingContext2D, wide: View) => void): void;
  /** The picture of the view takes its place. */
  end(): void;
}

interface Drawn {
  readonly view: View;
  /** Of the picture left of the view and above it, when it was drawn. */
  readonly margin: Position;
}

export function createGlide(image: HTMLCanvasElement, still: HTMLCanvasElement): Glide {
  let drawn: Drawn | undefined;
  const show = (isGliding: boolean) => {
    image.hidden = !isGliding;
    still.hidden = isGliding;
  };
  show(false);
  return {
    moveTo({ zoom, pan, width, height }) {
      if (drawn === undefined) return false;
      const { view, margin } = drawn;
      if (view.zoom !== zoom || view.width !== width || view.height !== height) return false;
      // In whole pixels, or names would blur.
      const x = Math.round(pan.x - view.pan.x) - margin.x;
      const y = Math.round(pan.y - view.pan.y) - margin.y;
      if (Math.max(x, y) > 0 || Math.min(x, y) < -2 * MARGIN) return false;
      image.style.transform = `translate(${x}px, ${y}px)`;
      return true;
    },
    draw(view, from, paint) {
      const way = wayOf(from, view.pan);
      const margin = { x: Math.round(MARGIN + way.x * LEAD), y: Math.round(MARGIN + way.y * LEAD) };
      const { zoom, pan, width, height } = view;
      const wide: View = {
        zoom,
        pan: { x: pan.x + margin.x, y: pan.y + margin.y },
        width: width + 2 * MARGIN,
        height: height + 2 * MARGIN,
      };
      image.style.width = `${wide.width}px`;
      image.style.height = `${wide.height}px`;
      image.style.transform = `translate(${-margin.x}px, ${-margin.y}px)`;
      paint(sizeLayer(image, wide.width, wide.height), wide);
      drawn = { view, margin };
      show(true);
    },
    end() {
      if (drawn === undefined) return;
      drawn = undefined;
      show(false);
    },
  };
}

/** The direction from one place to another, of length 1; of length 0 where they are one. */
function wayOf(from: Position | undefined, to: Position): Position {
  if (from === undefined) return { x: 0, y: 0 };
  const [x, y] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(x, y) || 1;
  return { x: x / length, y: y / length };
}
