/**
 * What changes with the zoom in Cytoscape itself: the smallest shapes are
 * larger from afar, and lines, where it draws them, stand back. A few hundred
 * elements a frame: a restyle of all at once would be felt.
 */
import type { Core, EdgeSingular, NodeSingular } from "cytoscape";

import { detailAt, farScale } from "./level-of-detail.ts";
import { sized } from "./node-data.ts";

const ELEMENTS_PER_FRAME = 200;

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
      for (const node of nodes.splice(0, ELEMENTS_PER_FRAME)) node.data(sized(node.data(), scale));
    });
    if (lines.length + nodes.length > 0) frame = requestAnimationFrame(step);
  };
  const refresh = () => {
    lines = [];
    nodes = [];
    cy.edges().forEach((line) => {
      if (line.hasClass("far") !== isFar) lines.push(line);
    });
    cy.nodes().forEach((node) => {
      const { wide } = sized(node.data(), scale);
      if (node.data("wide") !== wide) nodes.push(node);
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
