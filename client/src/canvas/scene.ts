/**
 * What is on the canvas and where, found once when something comes or goes:
 * places are Cytoscape's own objects, so they are right while nodes move.
 */
import type { Core } from "cytoscape";

import type { RelationType } from "../../../server/contract/index.ts";
import type { Position } from "../state/graph.ts";
import type { Line } from "./edge-hits.ts";
import type { CanvasElements, EdgeElement, NodeElement } from "./elements.ts";
import { BOW, isDouble, isPlaceLine, lineWidth } from "./line-style.ts";

export interface SceneNode {
  readonly element: NodeElement;
  readonly at: Position;
}

export interface SceneLine extends Line {
  readonly element: EdgeElement;
  readonly source: NodeElement;
  readonly target: NodeElement;
}

/** Lines that are drawn alike, but for where they are. */
export interface Look {
  readonly type: RelationType;
  readonly isPlanned: boolean;
  /** In the canvas's units; of the paper between, for a double line. */
  readonly width: number;
  readonly lines: readonly SceneLine[];
}

export interface Scene {
  readonly elements: CanvasElements;
  /** Most relations first. */
  readonly nodes: readonly SceneNode[];
  readonly lines: readonly SceneLine[];
  /** What is drawn first lies under the rest: boundaries, then other relations, then partnerships. */
  readonly looks: readonly Look[];
  lookOf(line: SceneLine): Look;
  line(id: string): SceneLine | undefined;
}

/** Of what Cytoscape knows already. */
export function createScene(cy: Core, elements: CanvasElements): Scene {
  const nodes = new Map<string, SceneNode>();
  for (const element of elements.nodes.values()) {
    const node = cy.getElementById(element.id);
    if (node.nonempty()) nodes.set(element.id, { element, at: node.position() });
  }
  const lines = new Map<string, SceneLine>();
  for (const element of elements.edges.values()) {
    const [from, to] = [nodes.get(element.source), nodes.get(element.target)];
    if (from === undefined || to === undefined) continue;
    lines.set(element.id, {
      id: element.id,
      from: from.at,
      to: to.at,
      bow: element.bow * BOW,
      element,
      source: from.element,
      target: to.element,
    });
  }
  const looks = looksOf(lines.values());
  return {
    elements,
    nodes: [...nodes.values()].sort(
      (a, b) => b.element.entity.degree - a.element.entity.degree || (a.element.id < b.element.id ? -1 : 1),
    ),
    lines: [...lines.values()],
    looks: [...looks.values()].sort((a, b) => layerOf(a) - layerOf(b)),
    lookOf: ({ element }) => looks.get(lookKey(element))!,
    line: (id) => lines.get(id),
  };
}

function looksOf(lines: Iterable<SceneLine>): ReadonlyMap<string, Look> {
  const looks = new Map<string, Look & { readonly lines: SceneLine[] }>();
  for (const line of lines) {
    const { type, isPlanned, weight } = line.element;
    const key = lookKey(line.element);
    const look = looks.get(key);
    if (look !== undefined) look.lines.push(line);
    else looks.set(key, { type, isPlanned, width: lineWidth(type, weight), lines: [line] });
  }
  return looks;
}

const lookKey = ({ type, isPlanned, weight }: EdgeElement) => `${type} ${isPlanned} ${weight}`;

function layerOf({ type }: Look): number {
  if (isPlaceLine(type)) return 0;
  return isDouble(type) || type === "PARTNERS_WITH" ? 2 : 1;
}
