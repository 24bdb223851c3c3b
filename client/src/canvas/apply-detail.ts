/**
 * What changes with the zoom in Cytoscape itself: lines stand back from afar,
 * the smallest shapes are drawn larger. A few hundred elements a frame: a
 * restyle of all at once would be felt.
 */
import type { Core, EdgeSingular, NodeSingular } from "cytoscape";

import { detailAt, drawnRadius, farScale } from "./level-of-detail.ts";

const ELEMENTS_PER_FRAME = 600;
/** With more lines than this, near by, lines are left out while the picture moves. */
const MANY_LINES = 500;

export interface DetailSwitch extends Disposable {
  /** The smallest shapes are drawn at this multiple of their size. */
  readonly scale: number;
  /** Brings what is drawn to the present zoom; called too when elements have come. */
  refresh(): void;
}

export function applyDetail(cy: Core): DetailSwitch {
  let scale = 1;
  let isFar = false;
  let frame: number | undefined;
  let lines: EdgeSingular[] = [];
  let nodes: NodeSingular[] = [];

  const step = () => {
    frame = undefined;
    cy.batch(() => {
      for (const line of lines.splice(0, ELEMENTS_PER_FRAME)) line.toggleClass("far", isFar);
      for (const node of nodes.splice(0, ELEMENTS_PER_FRAME))
        node.data("drawn", drawnRadius(node.data("radius"), scale));
    });
    if (lines.length + nodes.length > 0) frame = requestAnimationFrame(step);
  };
  const refresh = () => {
    hideLinesOnTheMove(cy, !isFar && cy.edges().length > MANY_LINES);
    lines = [];
    nodes = [];
    cy.edges().forEach((line) => {
      if (line.hasClass("far") !== isFar) lines.push(line);
    });
    cy.nodes().forEach((node) => {
      if (node.data("drawn") !== drawnRadius(node.data("radius"), scale)) nodes.push(node);
    });
    if (frame === undefined && lines.length + nodes.length > 0) step();
  };
  const followZoom = () => {
    const [nextFar, nextScale] = [detailAt(cy.zoom(), "regular").isFar, farScale(cy.zoom())];
    if (nextFar === isFar && nextScale === scale) return;
    isFar = nextFar;
    scale = nextScale;
    refresh();
  };
  cy.on("zoom", followZoom);

  return {
    get scale() {
      return scale;
    },
    refresh,
    [Symbol.dispose]() {
      cy.off("zoom", followZoom);
      if (frame !== undefined) cancelAnimationFrame(frame);
    },
  };
}

/**
 * An option of Cytoscape that is read at every redraw. From afar the whole
 * picture is one cached image, which moves faster with its lines than without.
 */
function hideLinesOnTheMove(cy: Core, hide: boolean): void {
  const { renderer } = cy as unknown as { renderer?: () => { hideEdgesOnViewport?: boolean } };
  if (renderer !== undefined) renderer.call(cy).hideEdgesOnViewport = hide;
}
