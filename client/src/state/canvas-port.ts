/** What the canvas does for the rest of the program while its view is open. It implements this; nobody sees Cytoscape. */
import type { ReadonlySignal } from "@preact/signals-core";

import type { EntityId, RelationId } from "../../../server/contract/index.ts";
import type { Position } from "./graph.ts";

export const LAYOUT_NAMES = ["relations", "regions", "layers", "concentric"] as const;
export type LayoutName = (typeof LAYOUT_NAMES)[number];

/** For the status bar: "zoom 0.5, 30 names shown". */
export interface CanvasReadout {
  readonly zoom: number;
  readonly labels: number;
}

export const WAYS = ["left", "right", "up", "down"] as const;
export type Way = (typeof WAYS)[number];

export interface CanvasPort {
  readonly readout: ReadonlySignal<CanvasReadout>;
  /** Brings everything, or these, into the picture. */
  fit(ids?: Iterable<EntityId>): void;
  zoomIn(): void;
  zoomOut(): void;
  panBy(x: number, y: number): void;
  /** Moves the focus to the nearest entity that way. */
  walk(way: Way): void;
  /** The next or previous relation of the focused entity, clockwise; undefined past the last. */
  nextRelation(by: 1 | -1): RelationId | undefined;
  /** Selects a relation and says which one it is. */
  walkRelation(id: RelationId): void;
  /** Moves entities by hand. */
  nudge(ids: Iterable<EntityId>, x: number, y: number): void;
  /** Lays out everything anew; what is pinned stays. */
  arrange(layout: LayoutName): Promise<void>;
  /** Where an entity is on the screen, with its radius, for what opens beside it. */
  screenPosition(id: EntityId): (Position & { readonly radius: number }) | undefined;
  /** Where the middle of a relation's line is on the screen. */
  relationPosition(id: RelationId): Position | undefined;
  /** Resolves when no layout runs and everything has its place. */
  settled(): Promise<void>;
  /** Gives the canvas the keyboard. */
  focus(): void;
}
