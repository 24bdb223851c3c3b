/** Turns what Cytoscape hears of pointer and fingers into calls; lines are found by arithmetic (`edge-hits.ts`). */
import type { Core, EventObject, NodeSingular } from "cytoscape";

import type { EntityId } from "../../../server/contract/index.ts";
import type { Position } from "../state/graph.ts";

/** What of the canvas is under the pointer. */
export type Under =
  | { readonly kind: "entity"; readonly id: EntityId }
  | { readonly kind: "edge"; readonly id: string }
  | null;

export interface GestureHandlers {
  /** The line at a place of the canvas, within reach of this many pixels of the screen. */
  lineAt(at: Position, reach: number): string | undefined;
  onTap(under: Under, isAdding: boolean): void;
  onDoubleTap(id: EntityId): void;
  onBox(ids: readonly EntityId[]): void;
  onHover(under: Under): void;
  /** `at` in pixels from the top left of the canvas. */
  onContextMenu(under: Under, at: Position): void;
  onGrab(id: EntityId): void;
  onMoved(positions: ReadonlyMap<EntityId, Position>): void;
}

const REACH = { mouse: 6, touch: 14 };

export function listenToGestures(cy: Core, handlers: GestureHandlers): Disposable {
  const underneath = (event: EventObject): Under => {
    if (event.target !== cy && event.target.isNode?.() === true) return { kind: "entity", id: entityOf(event.target) };
    const line = handlers.lineAt(event.position, reachOf(event));
    return line === undefined ? null : { kind: "edge", id: line };
  };
  const moved = collect<NodeSingular>((nodes) =>
    handlers.onMoved(
      new Map(
        nodes.map((node) => [entityOf(node), { x: Math.round(node.position().x), y: Math.round(node.position().y) }]),
      ),
    ),
  );
  const boxed = collect<EntityId>((ids) => handlers.onBox(ids));
  let hoverFrame: number | undefined;

  const menu = (event: EventObject) => {
    const under = underneath(event);
    handlers.onContextMenu(under, { ...event.renderedPosition });
  };

  cy.on("tap", (event) => {
    const { shiftKey, ctrlKey, metaKey } = (event.originalEvent ?? {}) as MouseEvent;
    handlers.onTap(underneath(event), shiftKey || ctrlKey || metaKey);
  });
  cy.on("dbltap", "node", (event) => handlers.onDoubleTap(entityOf(event.target)));
  cy.on("cxttap", menu);
  cy.on("taphold", (event) => {
    if (isTouch(event)) menu(event);
  });
  cy.on("boxselect", "node", (event) => boxed(entityOf(event.target)));
  cy.on("grab", "node", (event) => handlers.onGrab(entityOf(event.target)));
  // Of several that are dragged together each one says so.
  cy.on("dragfree", "node", (event) => moved(event.target));
  cy.on("mouseover", "node", (event) => handlers.onHover({ kind: "entity", id: entityOf(event.target) }));
  cy.on("mouseout", "node", () => handlers.onHover(null));
  cy.on("mousemove", (event) => {
    const isPressed = ((event.originalEvent as MouseEvent | undefined)?.buttons ?? 0) > 0;
    if (event.target !== cy || hoverFrame !== undefined || isPressed) return;
    hoverFrame = requestAnimationFrame(() => {
      hoverFrame = undefined;
      const line = handlers.lineAt(event.position, REACH.mouse);
      handlers.onHover(line === undefined ? null : { kind: "edge", id: line });
    });
  });

  return {
    [Symbol.dispose]() {
      if (hoverFrame !== undefined) cancelAnimationFrame(hoverFrame);
      cy.removeAllListeners();
    },
  };
}

function entityOf(node: NodeSingular): EntityId {
  return node.id() as EntityId;
}

function reachOf(event: EventObject): number {
  return isTouch(event) ? REACH.touch : REACH.mouse;
}

/** Gathers what Cytoscape tells one by one within one event. */
function collect<T>(flush: (items: readonly T[]) => void): (item: T) => void {
  let items: T[] = [];
  return (item) => {
    if (items.length === 0) queueMicrotask(() => flush(items.splice(0)));
    items = [...items, item];
  };
}

function isTouch({ originalEvent }: EventObject): boolean {
  return (originalEvent as Event | undefined)?.type.startsWith("touch") === true;
}
