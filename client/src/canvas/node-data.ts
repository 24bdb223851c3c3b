/** What Cytoscape is told of a node: how large it is, by which it finds what is under the pointer. */
import { ENTITY_TYPES } from "../../../server/contract/ontology.ts";
import type { EntityShape } from "../../../server/contract/ontology.ts";
import type { NodeElement } from "./elements.ts";
import { drawnRadius } from "./level-of-detail.ts";
import { SHAPES } from "./node-shapes.ts";

export interface NodeData {
  readonly radius: number;
  readonly shape: EntityShape;
  /** Width and height, in the canvas's units. */
  readonly wide: number;
  readonly high: number;
}

/** Where the smallest are drawn at `scale` times their size. */
export function nodeData({ entity, radius }: NodeElement, scale: number): NodeData {
  return sized({ radius, shape: ENTITY_TYPES[entity.type].shape }, scale);
}

/** The same node at another scale. */
export function sized({ radius, shape }: Pick<NodeData, "radius" | "shape">, scale: number): NodeData {
  const { halfWidth, halfHeight } = SHAPES.get(shape)!;
  const drawn = drawnRadius(radius, scale);
  return { radius, shape, wide: 2 * halfWidth * drawn, high: 2 * halfHeight * drawn };
}
