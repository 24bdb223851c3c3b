/** What the canvas is given: the state that it shows, and whom it tells what happened. */
import type { ReadonlySignal } from "@preact/signals-core";

import type { Entity, EntityId, Relation, RelationId, RelationType } from "../../../server/contract/index.ts";
import type { Arrange } from "../layout/arrange.ts";
import type { LayoutName } from "../state/canvas-port.ts";
import type { VisibleGraph } from "../state/filters.ts";
import type { Graph, Position } from "../state/graph.ts";
import type { Selection } from "../state/selection.ts";
import type { Look } from "../state/styling/look.ts";
import type { OpenGroup } from "./hulls.ts";

export interface CanvasState {
  readonly graph: ReadonlySignal<Graph>;
  readonly visible: ReadonlySignal<VisibleGraph>;
  /** What size, colour and width say; by type and degree where it is not given. */
  readonly look?: ReadonlySignal<Look> | undefined;
  /** Groups whose entities are drawn each by itself, with the names that their land bears. */
  readonly openGroups?: ReadonlySignal<readonly OpenGroup[]> | undefined;
  readonly selection: Selection;
  /** How many neighbours each entity has in the whole graph, as far as it is known. */
  readonly neighbors: ReadonlySignal<ReadonlyMap<EntityId, number>>;
  readonly isDark: ReadonlySignal<boolean>;
  /** Height in pixels that lies under something from below. */
  readonly cover: ReadonlySignal<number>;
  /** Changes when the words do. */
  readonly language: ReadonlySignal<string>;
  /** Lines and shapes are drawn by the graphics card, for computers that have one. */
  readonly byGraphicsCard: boolean;
  /** What to begin with; else everything is brought into view. */
  readonly view?: CanvasView | undefined;
}

export interface CanvasView {
  readonly zoom: number;
  readonly pan: Position;
}

export type CanvasSubject =
  | { readonly kind: "entity"; readonly id: EntityId }
  | { readonly kind: "relation"; readonly id: RelationId }
  | null;

export interface CanvasHandlers {
  readonly arrange: Arrange;
  /** The lucide SVG of an icon name. */
  readonly icon: (name: string) => string | undefined;
  readonly words: CanvasWords;
  /** Where a layout put what had no place yet. */
  onPlaced(positions: ReadonlyMap<EntityId, Position>): void;
  onArranged(layout: LayoutName, positions: ReadonlyMap<EntityId, Position>): void;
  /** By hand. */
  onMoved(positions: ReadonlyMap<EntityId, Position>): void;
  onExpand(id: EntityId): void;
  /** `at` in pixels from the top left of the canvas. */
  onContextMenu(subject: CanvasSubject, at: Position): void;
  onFailed(error: unknown): void;
}

/** In the language in use, each time they are asked for. */
export interface CanvasWords {
  canvas(): string;
  entity(entity: Entity, shown: number, notShown: number): string;
  relation(relation: Relation, from: Entity, to: Entity): string;
  badge(entity: Entity, count: number): string;
  relationName(type: RelationType): string;
}
