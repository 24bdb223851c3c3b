/**
 * The canvas: state in as signals, gestures out as calls, Cytoscape in between
 * and seen by nobody else. Everything it shows can also be had as text, from
 * the table and the inspector; what the keyboard stands on is spoken.
 */
import { effect, untracked } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";
import cytoscape from "cytoscape";

import type { Entity, EntityId, Relation, RelationId, RelationType } from "../../../server/contract/index.ts";
import type { Arrange } from "../layout/arrange.ts";
import type { CanvasPort, LayoutName } from "../state/canvas-port.ts";
import type { VisibleGraph } from "../state/filters.ts";
import { countNotShown, countShown } from "../state/graph.ts";
import type { Graph, Position } from "../state/graph.ts";
import type { Selection } from "../state/selection.ts";
import { applyDetail } from "./apply-detail.ts";
import { lineAt, middleOf } from "./edge-hits.ts";
import { followGraph } from "./follow-graph.ts";
import { listenToGestures } from "./gestures.ts";
import type { Under } from "./gestures.ts";
import { detailAt, farScale } from "./level-of-detail.ts";
import { edgeOfRelation, lineOf, linesOf } from "./lines.ts";
import { createPainter } from "./painter.ts";
import { stylesheet } from "./stylesheet.ts";
import { createSurfaces } from "./surfaces.ts";
import { readTokens } from "./tokens.ts";
import { createViewport } from "./viewport.ts";
import { clockwise, nearestThatWay } from "./walk.ts";

export interface CanvasState {
  readonly graph: ReadonlySignal<Graph>;
  readonly visible: ReadonlySignal<VisibleGraph>;
  readonly selection: Selection;
  readonly isDark: ReadonlySignal<boolean>;
  /** Changes when the words do. */
  readonly language: ReadonlySignal<string>;
  /** What to begin with; else everything is brought into view. */
  readonly view?: CanvasView | undefined;
}

export interface CanvasView {
  readonly zoom: number;
  readonly pan: Position;
}

export interface CanvasHandlers {
  readonly arrange: Arrange;
  /** The lucide SVG of an icon name. */
  readonly icon: (name: string) => string | undefined;
  readonly words: CanvasWords;
  onPlaced(positions: ReadonlyMap<EntityId, Position>): void;
  onArranged(layout: LayoutName, positions: ReadonlyMap<EntityId, Position>): void;
  onMoved(positions: ReadonlyMap<EntityId, Position>): void;
  onExpand(id: EntityId): void;
  onContextMenu(
    subject: { kind: "entity"; id: EntityId } | { kind: "relation"; id: RelationId } | null,
    at: Position,
  ): void;
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

export interface Canvas extends CanvasPort, Disposable {
  view(): CanvasView;
}

const ZOOM = { min: 0.05, max: 4 };

export function mountCanvas(container: HTMLElement, state: CanvasState, handlers: CanvasHandlers): Canvas {
  const { selection, graph, visible } = state;
  const surfaces = createSurfaces(container, handlers.words.canvas());
  const stillness = matchMedia("(prefers-reduced-motion: reduce)");
  const animates = () => !stillness.matches;
  let tokens = readTokens(surfaces.root, state.isDark.peek());
  let scale = 1;
  let hovered: Under = null;
  let isByKeyboard = false;

  const cy = cytoscape({
    container: surfaces.stage,
    style: stylesheet(tokens, scale),
    minZoom: ZOOM.min,
    maxZoom: ZOOM.max,
    boxSelectionEnabled: true,
    selectionType: "single",
    ...(state.view !== undefined && { zoom: state.view.zoom, pan: { ...state.view.pan } }),
  });
  const viewport = createViewport(cy, animates);
  const follower = followGraph({
    cy,
    graph,
    visible,
    arrange: handlers.arrange,
    onPlaced: handlers.onPlaced,
    onArranged: handlers.onArranged,
    onFailed: handlers.onFailed,
    aspect: () => cy.width() / Math.max(1, cy.height()),
    animates,
    centre: () => selection.focused.peek(),
  });
  const elements = () => follower.elements.peek();
  let shownFor: Graph | undefined;
  let shown: ReadonlyMap<EntityId, number> = new Map();
  const shownAt = (id: EntityId) => {
    if (shownFor !== graph.peek()) {
      shownFor = graph.peek();
      shown = countShown(shownFor);
    }
    return shown.get(id) ?? 0;
  };
  const notShown = (entity: Entity) => countNotShown(graph.peek(), entity, shownAt(entity.id));

  const painter = createPainter({
    cy,
    surfaces,
    viewport,
    tokens,
    icon: handlers.icon,
    relationName: (type) => handlers.words.relationName(type),
    badgeName: (entity, count) => handlers.words.badge(entity, count),
    onBadge: (id) => handlers.onExpand(id),
    painted: () => ({
      elements: elements(),
      territories: follower.territories.peek(),
      selected: selectedEntities(),
      relation: selection.relation.peek(),
      focused: isByKeyboard ? selection.focused.peek() : null,
      hoveredEntity: hovered?.kind === "entity" ? hovered.id : null,
      hoveredEdge: hovered?.kind === "edge" ? hovered.id : null,
      pinned: graph.peek().pinned,
      farScale: scale,
      tokens,
      notShown,
    }),
  });

  /** Selected themselves, or the ends of the selected relation. */
  const selectedEntities = (): ReadonlySet<EntityId> => {
    const relation = selection.relation.peek();
    const edge = relation === null ? undefined : edgeOfRelation(elements(), relation);
    return edge === undefined ? selection.entities.peek() : new Set([edge.source, edge.target]);
  };
  const placesOf = (ids: Iterable<string>) =>
    [...ids].flatMap((id) => {
      const node = cy.getElementById(id);
      return node.empty() ? [] : [graph.peek().positions.get(id as EntityId) ?? (node.position() as Position)];
    });
  const fit = (ids?: Iterable<EntityId>) => viewport.fit(placesOf(ids ?? elements().nodes.keys()));
  const toScreen = ({ x, y }: Position): Position => ({
    x: x * cy.zoom() + cy.pan().x,
    y: y * cy.zoom() + cy.pan().y,
  });
  const say = (text: string) => {
    surfaces.voice.textContent = text;
  };
  const relationOf = (under: Under): Relation | undefined =>
    under?.kind === "edge" ? elements().edges.get(under.id)?.relations[0] : undefined;

  const gestures = listenToGestures(cy, {
    lineAt: (at, reach) => lineAt(linesOf(cy, elements()), at, reach / cy.zoom()),
    onTap(under, isAdding) {
      const relation = relationOf(under);
      if (relation !== undefined) selection.selectRelation(relation.id);
      else if (under?.kind === "entity" && isAdding) selection.toggleEntity(under.id);
      else if (under?.kind === "entity") selection.selectEntity(under.id);
      else if (!isAdding) selection.clear();
    },
    onDoubleTap: (id) => handlers.onExpand(id),
    onBox: (ids) => selection.selectEntities(ids),
    onHover(under) {
      if (hovered?.kind === under?.kind && hovered?.id === under?.id) return;
      if (hovered?.kind === "edge") cy.getElementById(hovered.id).removeClass("hovered");
      if (under?.kind === "edge") cy.getElementById(under.id).addClass("hovered");
      hovered = under;
      surfaces.root.style.cursor = under === null ? "" : "pointer";
      painter.request();
    },
    onContextMenu(under, at) {
      const relation = relationOf(under);
      if (relation !== undefined) handlers.onContextMenu({ kind: "relation", id: relation.id }, at);
      else handlers.onContextMenu(under?.kind === "entity" ? under : null, at);
    },
    onGrab: (id) => follower.release([id]),
    onMoved: handlers.onMoved,
  });
  cy.on("position", "node", () => painter.moved());

  // ── level of detail ──────────────────────────────────────────────────────
  const detail = applyDetail(cy);
  const followZoom = () => {
    detail.set(detailAt(cy.zoom(), "regular").isFar);
    const next = farScale(cy.zoom());
    if (next !== scale) {
      scale = next;
      cy.style(stylesheet(tokens, scale));
    }
  };
  cy.on("zoom", followZoom);

  // ── what follows the state ───────────────────────────────────────────────
  let known: ReadonlySet<string> = new Set();
  let isPlacedBefore = state.view !== undefined;
  const effects = [
    effect(() => {
      const { nodes } = follower.elements.value;
      const added = [...nodes.keys()].filter((id) => !known.has(id));
      const isFirst = known.size === 0;
      known = new Set(nodes.keys());
      untracked(() => {
        detail.refresh();
        markSelection();
        painter.moved();
        painter.request();
        if (added.length === 0) return;
        if (isFirst && !isPlacedBefore) viewport.fit(placesOf(nodes.keys()));
        else if (!isFirst && !placesOf(added).every((place) => viewport.isInView(place))) fit();
        isPlacedBefore = false;
      });
    }),
    effect(() => {
      const relation = selection.relation.value;
      const chosen = selection.entities.value;
      untracked(() => {
        markSelection();
        painter.request();
        if (relation !== null || chosen.size > 0) viewport.reveal(placesOf(selectedEntities()));
      });
    }),
    effect(() => {
      const focused = selection.focused.value;
      untracked(() => {
        painter.request();
        const element = focused === null ? undefined : elements().nodes.get(focused);
        if (element === undefined || !isByKeyboard) return;
        viewport.reveal(placesOf([element.id]));
        say(handlers.words.entity(element.entity, shownAt(element.id), notShown(element.entity)));
      });
    }),
    effect(() => {
      void graph.value.pinned;
      void state.language.value;
      untracked(() => {
        surfaces.root.setAttribute("aria-label", handlers.words.canvas());
        painter.request();
      });
    }),
    effect(() => {
      void state.isDark.value;
      // After the page has taken the theme on: the colours are read from it.
      const frame = requestAnimationFrame(() => {
        tokens = readTokens(surfaces.root, state.isDark.peek());
        cy.style(stylesheet(tokens, scale));
        painter.repaint(tokens);
      });
      return () => cancelAnimationFrame(frame);
    }),
  ];

  function markSelection(): void {
    const relation = selection.relation.peek();
    const edge = relation === null ? undefined : edgeOfRelation(elements(), relation);
    cy.batch(() => {
      cy.edges(".selected").removeClass("selected");
      if (edge !== undefined) cy.getElementById(edge.id).addClass("selected");
      // Cytoscape's own selection decides what is dragged together.
      const chosen = selection.entities.peek();
      cy.nodes(":selected")
        .filter((node) => !chosen.has(node.id() as EntityId))
        .unselect();
      for (const id of chosen) cy.getElementById(id).select();
    });
  }

  const page = listenToPage();
  function listenToPage(): Disposable {
    const abort = new AbortController();
    const { signal } = abort;
    const byKeyboard = (now: boolean) => {
      if (isByKeyboard === now) return;
      isByKeyboard = now;
      painter.request();
    };
    surfaces.root.addEventListener(
      "pointerdown",
      () => {
        byKeyboard(false);
        surfaces.root.focus({ preventScroll: true });
      },
      { signal },
    );
    surfaces.root.addEventListener("keydown", () => byKeyboard(true), { signal });
    surfaces.root.addEventListener(
      "focus",
      () => {
        if (!surfaces.root.matches(":focus-visible")) return;
        byKeyboard(true);
        if (selection.focused.peek() === null || !elements().nodes.has(selection.focused.peek()!)) {
          selection.focus(bestConnected());
        }
      },
      { signal },
    );
    surfaces.root.addEventListener("blur", () => byKeyboard(false), { signal });
    surfaces.root.addEventListener(
      "contextmenu",
      (event) => {
        event.preventDefault();
        const focused = selection.focused.peek();
        // The menu key; a press of the mouse comes through Cytoscape.
        if (event.button === 2 || focused === null) return;
        const [place] = placesOf([focused]);
        if (place !== undefined) handlers.onContextMenu({ kind: "entity", id: focused }, toScreen(place));
      },
      { signal },
    );
    const resizing = new ResizeObserver(() => {
      cy.resize();
      painter.request();
    });
    resizing.observe(surfaces.root);
    return {
      [Symbol.dispose]() {
        abort.abort();
        resizing.disconnect();
      },
    };
  }

  function bestConnected(): EntityId | null {
    const all = [...elements().nodes.values()];
    return (
      all.reduce<(typeof all)[number] | undefined>(
        (best, next) => (best === undefined || next.entity.degree > best.entity.degree ? next : best),
        undefined,
      )?.id ?? null
    );
  }

  function relationsAround(id: EntityId): readonly Relation[] {
    const [around] = placesOf([id]);
    if (around === undefined) return [];
    const items = [...elements().edges.values()].flatMap((edge) => {
      if (edge.source !== id && edge.target !== id) return [];
      const [at] = placesOf([edge.source === id ? edge.target : edge.source]);
      return at === undefined ? [] : edge.relations.map((item) => ({ item, at }));
    });
    return clockwise(around, items);
  }

  return {
    readout: painter.readout,
    view: () => ({ zoom: cy.zoom(), pan: { ...cy.pan() } }),
    fit,
    zoomIn: () => viewport.zoomBy(1),
    zoomOut: () => viewport.zoomBy(-1),
    panBy: (x, y) => viewport.panBy(x, y),
    walk(way) {
      const places = new Map(
        [...elements().nodes.keys()].flatMap((id) => placesOf([id]).map((at) => [id, at] as const)),
      );
      const from = selection.focused.peek();
      const next = from === null || !places.has(from) ? bestConnected() : nearestThatWay(places, from, way);
      if (next !== undefined && next !== null) selection.focus(next as EntityId);
    },
    nextRelation(by) {
      const focused = selection.focused.value;
      if (focused === null) return undefined;
      const around = relationsAround(focused);
      const at = around.findIndex(({ id }) => id === selection.relation.value);
      return at === -1 ? around.at(by === 1 ? 0 : -1)?.id : around[at + by]?.id;
    },
    walkRelation(id) {
      selection.selectRelation(id);
      const edge = edgeOfRelation(elements(), id);
      const relation = edge?.relations.find((other) => other.id === id);
      if (edge === undefined || relation === undefined) return;
      const { nodes } = elements();
      say(handlers.words.relation(relation, nodes.get(relation.from)!.entity, nodes.get(relation.to)!.entity));
    },
    nudge(ids, x, y) {
      const moved = new Map<EntityId, Position>();
      for (const id of ids) for (const at of placesOf([id])) moved.set(id, { x: at.x + x, y: at.y + y });
      handlers.onMoved(moved);
    },
    async arrange(layout) {
      await follower.arrange(layout);
      await follower.settled();
      fit();
    },
    screenPosition(id) {
      const node = cy.getElementById(id);
      const element = elements().nodes.get(id);
      if (node.empty() || element === undefined) return undefined;
      return { ...toScreen(node.position()), radius: element.radius * cy.zoom() };
    },
    relationPosition(id) {
      const edge = edgeOfRelation(elements(), id);
      const line = edge === undefined ? undefined : lineOf(cy, edge);
      return line === undefined ? undefined : toScreen(middleOf(line));
    },
    async settled() {
      await follower.settled();
      await viewport.settled();
    },
    focus: () => surfaces.root.focus({ preventScroll: true }),
    [Symbol.dispose]() {
      for (const stop of effects) stop();
      page[Symbol.dispose]();
      gestures[Symbol.dispose]();
      detail[Symbol.dispose]();
      painter[Symbol.dispose]();
      follower[Symbol.dispose]();
      viewport[Symbol.dispose]();
      cy.destroy();
      surfaces[Symbol.dispose]();
    },
  };
}
