/**
 * Cytoscape as the canvas uses it: it knows the nodes, where they are, and what
 * a finger or a mouse does to them. It draws only where the graphics card does
 * that for it; drawing by the processor is many times faster in our own layers
 * (`line-layer.ts`, `shape-layer.ts`), since they need not allow for any style.
 */
import cytoscape from "cytoscape";
import type { Core, CytoscapeOptions, StylesheetJson } from "cytoscape";

import type { CanvasView } from "./canvas-options.ts";

const ZOOM = { min: 0.05, max: 4 };

export interface CoreOptions {
  readonly container: HTMLElement;
  readonly style: StylesheetJson;
  readonly view: CanvasView | undefined;
  readonly byGraphicsCard: boolean;
}

export function createCore({ container, style, view, byGraphicsCard }: CoreOptions): Core {
  // It warns of lines that cannot be drawn; those of a node that comes out of another cannot for a moment.
  cytoscape.warnings(false);
  const cy = cytoscape({
    container,
    style,
    minZoom: ZOOM.min,
    maxZoom: ZOOM.max,
    boxSelectionEnabled: true,
    selectionType: "single",
    ...(view !== undefined && { zoom: view.zoom, pan: { ...view.pan } }),
    ...(byGraphicsCard ? { renderer: { name: "canvas", webgl: true } } : { pixelRatio: 1 }),
  } as CytoscapeOptions);
  if (!byGraphicsCard) drawNothingBut(cy);
  return cy;
}

/** What of Cytoscape's renderer is used, which its types leave out. */
interface Renderer {
  readonly canvasWidth: number;
  readonly canvasHeight: number;
  /** Left, top, right and bottom of the frame of a selection, and 1 while there is one. */
  readonly selection: readonly number[];
  render(options?: object): void;
  drawSelectionRectangle(options: object, prepare: (context: CanvasRenderingContext2D) => void): void;
}

/**
 * Leaves of its drawing the frame of a selection, and telling that it is time
 * to draw. It has no option for this; its own WebGL drawing takes the place of
 * `render` in the same way.
 */
function drawNothingBut(cy: Core): void {
  const renderer = (cy as unknown as { renderer(): Renderer }).renderer();
  let wasFramed = false;
  renderer.render = (options = {}) => {
    const isFramed = renderer.selection[4] === 1;
    // A surface that is cleared is copied to the screen again, in every frame in which the view moves.
    if (isFramed || wasFramed)
      renderer.drawSelectionRectangle(options, (context) => {
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.clearRect(0, 0, renderer.canvasWidth, renderer.canvasHeight);
        context.setTransform(cy.zoom(), 0, 0, cy.zoom(), cy.pan().x, cy.pan().y);
      });
    wasFramed = isFramed;
    cy.emit("render");
  };
}
