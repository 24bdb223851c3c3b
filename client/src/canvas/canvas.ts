/**
 * The canvas: state in as signals, gestures out as calls, Cytoscape in between
 * and seen by nobody else. Everything it shows can also be had as text, from
 * the table and the inspector; what the keyboard stands on is spoken.
 */
import { computed, effect, untracked } from "@preact/signals-core";

import type { Entity, EntityId, Relation } from "../../../server/contract/index.ts";
import type { CanvasPort } from "../state/canvas-port.ts";
import { countNotShown, countShown, countShownNeighbors } from "../state/graph.ts";
import type { Graph, Position } from "../state/graph.ts";
import { applyDetail } from "./apply-detail.ts";
import type { CanvasHandlers, CanvasState, CanvasView } from "./canvas-options.ts";
import { createCore } from "./core.ts";
import { lineAt, middleOf } from "./edge-hits.ts";
import { followGraph } from "./follow-graph.ts";
import { animationFrame } from "./frames.ts";
import { listenToGestures } from "./gestures.ts";
import type { Under } from "./gestures.ts";
import { createKeyboard } from "./keyboard.ts";
import { edgeOfRelation } from "./lines.ts";
import { createPainter } from "./painter.ts";
import { createScene } from "./scene.ts";
import { haloedEntities, markSelection } from "./selection-marks.ts";
import { HIT_AREAS, stylesheet } from "./stylesheet.ts";
import { createSurfaces } from "./surfaces.ts";
import { readTokens } from "./tokens.ts";
import { createViewport } from "./viewport.ts";

export type { CanvasHandlers, CanvasState, CanvasView } from "./canvas-options.ts";

export interface Canvas extends CanvasPort, Disposable {
  view(): CanvasView;
}

export function mountCanvas(container: HTMLElement, state: CanvasState, handlers: CanvasHandlers): Canvas {
  const { selection, graph } = state;
  const surfaces = createSurfaces(container, handlers.words.canvas());
  surfaces.root.classList.toggle("canvas--own", !state.byGraphicsCard);
  const stillness = matchMedia("(prefers-reduced-motion: reduce)");
  const animates = () => !stillness.matches;
  let tokens = readTokens(surfaces.root, state.isDark.peek());
  let hovered: Under = null;

  const cy = createCore({
    container: surfaces.stage,
    style: state.byGraphicsCard ? stylesheet(tokens) : HIT_AREAS,
    view: state.view,
    byGraphicsCard: state.byGraphicsCard,
  });
  const detail = applyDetail(cy);
  const viewport = createViewport(cy, surfaces.root, state.cover, animates);
  const follower = followGraph({
    cy,
    graph,
    visible: state.visible,
    look: state.look,
    drawsLines: state.byGraphicsCard,
    arrange: handlers.arrange,
    onPlaced: handlers.onPlaced,
    onArranged: handlers.onArranged,
    onFailed: handlers.onFailed,
    aspect: () => cy.width() / Math.max(1, cy.height()),
    animates,
    onFirst(places) {
      if (state.view === undefined) viewport.fit(places, "at once");
    },
    scale: () => detail.scale,
    nextFrame: animationFrame,
    centre: () => selection.focused.peek(),
  });
  const elements = () => follower.elements.peek();
  const scene = computed(() => createScene(cy, follower.elements.value));
  const placeOf = (id: string): Position | undefined => {
    const node = cy.getElementById(id);
    if (node.empty()) return undefined;
    // Where it is going, if it moves.
    return graph.peek().positions.get(id as EntityId) ?? node.position();
  };
  const placesOf = (ids: Iterable<string>) => [...ids].flatMap((id) => placeOf(id) ?? []);
  const toScreen = ({ x, y }: Position): Position => ({
    x: x * cy.zoom() + cy.pan().x,
    y: y * cy.zoom() + cy.pan().y,
  });
  const haloed = () => haloedEntities(elements(), selection);
  const countsOf = createCounts(
    () => graph.peek(),
    () => state.neighbors.peek(),
  );
  const relationOf = (under: Under): Relation | undefined =>
    under?.kind === "edge" ? elements().edges.get(under.id)?.relations[0] : undefined;
  const fit = (ids?: Iterable<EntityId>) => viewport.fit(placesOf(ids ?? elements().nodes.keys()));

  const keyboard = createKeyboard({
    surfaces,
    selection,
    elements,
    placeOf,
    words: handlers.words,
    countsOf,
    reveal: (id) => viewport.reveal(placesOf([id])),
    onContextMenu: (id) => handlers.onContextMenu({ kind: "entity", id }, toScreen(placeOf(id)!)),
  });
  const painter = createPainter({
    cy,
    surfaces,
    viewport,
    tokens,
    icon: handlers.icon,
    relationName: (type) => handlers.words.relationName(type),
    badgeName: (entity, count) => handlers.words.badge(entity, count),
    drawsBodies: !state.byGraphicsCard,
    onBadge: (id) => handlers.onExpand(id),
    painted: () => ({
      scene: scene.peek(),
      territories: follower.territories.peek(),
      groups: state.openGroups?.peek() ?? [],
      selected: haloed(),
      relation: selection.relation.peek(),
      focused: keyboard.isInUse.peek() ? selection.focused.peek() : null,
      hoveredEntity: hovered?.kind === "entity" ? hovered.id : null,
      hoveredEdge: hovered?.kind === "edge" ? hovered.id : null,
      pinned: graph.peek().pinned,
      farScale: detail.scale,
      tokens,
      notShown: (entity) => countsOf(entity)[1],
    }),
  });
  const gestures = listenToGestures(cy, {
    lineAt: (at, reach) => lineAt(scene.peek().lines, at, reach / cy.zoom()),
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
  const resizing = new ResizeObserver(() => {
    cy.resize();
    if (viewport.isFitted) fit();
    painter.request();
  });
  resizing.observe(surfaces.root);

  let known: ReadonlySet<string> = new Set();
  const effects = [
    effect(() => {
      const { nodes } = follower.elements.value;
      const added = [...nodes.keys()].filter((id) => !known.has(id));
      const isFirst = known.size === 0;
      known = new Set(nodes.keys());
      untracked(() => {
        detail.refresh();
        markSelection(cy, elements(), selection);
        painter.moved();
        painter.request();
        if (isFirst || added.length === 0) return;
        if (!placesOf(added).every((place) => viewport.isInView(place))) fit();
      });
    }),
    effect(() => {
      void selection.relation.value;
      void [selection.entities.value, state.cover.value];
      untracked(() => {
        markSelection(cy, elements(), selection);
        painter.request();
        viewport.reveal(placesOf(haloed()));
      });
    }),
    effect(() => {
      void state.neighbors.value;
      void [selection.focused.value, keyboard.isInUse.value, graph.value.pinned, state.language.value];
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
        if (state.byGraphicsCard) cy.style(stylesheet(tokens));
        painter.repaint(tokens);
      });
      return () => cancelAnimationFrame(frame);
    }),
  ];

  return {
    readout: painter.readout,
    view: () => ({ zoom: cy.zoom(), pan: { ...cy.pan() } }),
    fit,
    zoomIn: () => viewport.zoomBy(1),
    zoomOut: () => viewport.zoomBy(-1),
    panBy: (x, y) => viewport.panBy(x, y),
    walk: (way) => keyboard.walk(way),
    nextRelation: (by) => keyboard.nextRelation(by),
    walkRelation: (id) => keyboard.walkRelation(id),
    nudge(ids, x, y) {
      const moved = new Map<EntityId, Position>();
      for (const id of ids) {
        const at = placeOf(id);
        if (at !== undefined) moved.set(id, { x: at.x + x, y: at.y + y });
      }
      handlers.onMoved(moved);
    },
    async arrange(layout) {
      await follower.arrange(layout);
      await follower.settled();
      fit();
    },
    screenPosition(id) {
      const at = placeOf(id);
      const element = elements().nodes.get(id);
      return at === undefined || element === undefined
        ? undefined
        : { ...toScreen(at), radius: element.radius * cy.zoom() };
    },
    relationPosition(id) {
      const edge = edgeOfRelation(elements(), id);
      const line = edge === undefined ? undefined : scene.peek().line(edge.id);
      return line === undefined ? undefined : toScreen(middleOf(line));
    },
    async settled() {
      await follower.settled();
      await viewport.settled();
      await painter.settled();
    },
    focus: () => surfaces.root.focus({ preventScroll: true }),
    [Symbol.dispose]() {
      for (const stop of effects) stop();
      resizing.disconnect();
      for (const part of [gestures, detail, painter, keyboard, follower, viewport]) part[Symbol.dispose]();
      cy.destroy();
      surfaces[Symbol.dispose]();
    },
  };
}

/** Relations of an entity that the canvas shows, and neighbours that it does not; counted once a graph. */
function createCounts(
  present: () => Graph,
  neighbors: () => ReadonlyMap<EntityId, number>,
): (entity: Entity) => readonly [shown: number, notShown: number] {
  let countedFor: Graph["relations"] | undefined;
  let hiddenFor: Graph["hidden"] | undefined;
  let shown: ReadonlyMap<EntityId, number> = new Map();
  let shownNeighbors: ReadonlyMap<EntityId, number> = new Map();
  return (entity) => {
    const graph = present();
    if (countedFor !== graph.relations || hiddenFor !== graph.hidden) {
      countedFor = graph.relations;
      hiddenFor = graph.hidden;
      shown = countShown(graph);
      shownNeighbors = countShownNeighbors(graph);
    }
    const { id } = entity;
    return [shown.get(id) ?? 0, countNotShown(graph, id, neighbors().get(id), shownNeighbors.get(id) ?? 0)];
  };
}
