/**
 * Keeps Cytoscape's elements equal to the graph in sight. What stays keeps its
 * place; what is new is laid out first and drawn when it has one, so nothing
 * ever jumps. Knows no pixels: it runs without a page.
 */
import { computed, effect, signal, untracked } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";
import type { Core, ElementDefinition } from "cytoscape";

import type { EntityId } from "../../../server/contract/index.ts";
import type { Arrange } from "../layout/arrange.ts";
import type { LayoutName } from "../state/canvas-port.ts";
import type { VisibleGraph } from "../state/filters.ts";
import type { Graph, Position } from "../state/graph.ts";
import { diffElements } from "./diff.ts";
import type { ElementsDiff } from "./diff.ts";
import { NO_ELEMENTS, toElements } from "./elements.ts";
import type { CanvasElements, EdgeElement, NodeElement } from "./elements.ts";
import { toLayoutRequest, toPositions } from "./layout-request.ts";
import { createMotion } from "./motion.ts";
import { territoriesOf } from "./territories.ts";

export interface FollowOptions {
  readonly cy: Core;
  readonly graph: ReadonlySignal<Graph>;
  readonly visible: ReadonlySignal<VisibleGraph>;
  readonly arrange: Arrange;
  /** Where a layout put what had no place. */
  onPlaced(positions: ReadonlyMap<EntityId, Position>): void;
  onArranged(layout: LayoutName, positions: ReadonlyMap<EntityId, Position>): void;
  onFailed(error: unknown): void;
  /** Width over height of the picture. */
  aspect(): number;
  animates(): boolean;
  /** The middle of a concentric layout. */
  centre(): EntityId | null;
}

export interface Follower extends Disposable {
  /** What is drawn. */
  readonly elements: ReadonlySignal<CanvasElements>;
  /** By entity, the city whose territory it stands in. */
  readonly territories: ReadonlySignal<ReadonlyMap<EntityId, EntityId>>;
  arrange(layout: LayoutName): Promise<void>;
  /** Resolves when no layout runs and nothing moves. */
  settled(): Promise<void>;
  /** The person has taken hold of these. */
  release(ids: Iterable<string>): void;
}

export function followGraph(options: FollowOptions): Follower {
  const { cy, graph, visible } = options;
  const target = computed(() => toElements(visible.value));
  const territories = computed(() => territoriesOf(visible.value));
  const drawn = signal<CanvasElements>(NO_ELEMENTS);
  let layout: AbortController | undefined;
  let waiting: (() => void)[] = [];

  const announceIfSettled = () => {
    if (layout !== undefined || motion.isRunning) return;
    for (const resolve of waiting.splice(0)) resolve();
  };
  const motion = createMotion(cy, () => announceIfSettled());

  const placeOf = (id: EntityId): Position | undefined => {
    const known = graph.peek().positions.get(id);
    if (known !== undefined) return known;
    const node = cy.getElementById(id);
    return node.nonempty() ? node.position() : undefined;
  };
  /** Runs one layout; a newer one makes it void. Resolves with undefined then. */
  const layOut = async (arrangement: "place" | LayoutName): Promise<ReadonlyMap<EntityId, Position> | undefined> => {
    layout?.abort();
    const own = new AbortController();
    layout = own;
    const elements = target.peek();
    const request = toLayoutRequest(arrangement, elements, {
      positionOf: placeOf,
      pinned: graph.peek().pinned,
      territories: territories.peek(),
      centre: options.centre(),
      aspect: options.aspect(),
    });
    try {
      const places = await options.arrange(request, own.signal);
      return own.signal.aborted ? undefined : toPositions(elements, places);
    } catch (error) {
      if (!own.signal.aborted) options.onFailed(error);
      return undefined;
    } finally {
      if (layout === own) layout = undefined;
    }
  };
  const placeNew = async (unplaced: readonly EntityId[]) => {
    const positions = await layOut("place");
    if (positions !== undefined) {
      options.onPlaced(new Map(unplaced.flatMap((id) => (positions.has(id) ? [[id, positions.get(id)!]] : []))));
    }
    announceIfSettled();
  };

  const follow = (elements: CanvasElements, positions: Graph["positions"]) => {
    const before = drawn.peek();
    const unplaced = [...elements.nodes.values()]
      .map(({ id }) => id)
      .filter((id) => !positions.has(id) && !before.nodes.has(id));
    const shown = unplaced.length === 0 ? elements : without(elements, new Set(unplaced));
    const diff = diffElements(before, shown);
    const animate = options.animates() && before.nodes.size > 0;

    const moves = new Map<string, Position>();
    for (const { id } of before.nodes.values()) {
      const goal = positions.get(id);
      const node = cy.getElementById(id);
      if (goal === undefined || !shown.nodes.has(id) || node.grabbed()) continue;
      const now = motion.goalOf(id) ?? node.position();
      if (Math.abs(now.x - goal.x) > 0.5 || Math.abs(now.y - goal.y) > 0.5) moves.set(id, goal);
    }
    motion.release(diff.nodes.removed);
    apply(cy, diff, ({ id }) =>
      animate ? (startBeside(id, shown, before, cy) ?? positions.get(id)!) : positions.get(id)!,
    );
    for (const { id } of diff.nodes.added) moves.set(id, positions.get(id)!);
    drawn.value = shown;
    if (moves.size > 0) motion.move(moves, animate);
    if (unplaced.length > 0) void placeNew(unplaced);
    else layout?.abort();
  };

  const dispose = effect(() => {
    const elements = target.value;
    const { positions } = graph.value;
    untracked(() => follow(elements, positions));
  });

  return {
    elements: drawn,
    territories,
    async arrange(name) {
      const positions = await layOut(name);
      if (positions !== undefined) options.onArranged(name, positions);
      announceIfSettled();
    },
    settled: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        announceIfSettled();
      }),
    release: (ids) => motion.release(ids),
    [Symbol.dispose]() {
      dispose();
      layout?.abort();
      motion[Symbol.dispose]();
      for (const resolve of waiting.splice(0)) resolve();
      waiting = [];
    },
  };
}

function without({ nodes, edges }: CanvasElements, ids: ReadonlySet<string>): CanvasElements {
  return {
    nodes: new Map([...nodes].filter(([id]) => !ids.has(id))),
    edges: new Map([...edges].filter(([, { source, target }]) => !ids.has(source) && !ids.has(target))),
  };
}

/** Where a new node comes out: at a neighbour that is drawn already. */
function startBeside(id: EntityId, shown: CanvasElements, before: CanvasElements, cy: Core): Position | undefined {
  for (const { source, target } of shown.edges.values()) {
    const other = source === id ? target : target === id ? source : undefined;
    if (other !== undefined && before.nodes.has(other)) return { ...cy.getElementById(other).position() };
  }
  return undefined;
}

function apply(cy: Core, { nodes, edges }: ElementsDiff, startOf: (node: NodeElement) => Position): void {
  cy.batch(() => {
    for (const id of [...edges.removed, ...nodes.removed]) cy.getElementById(id).remove();
    cy.add([
      ...nodes.added.map((node): ElementDefinition => ({ ...toNode(node), position: { ...startOf(node) } })),
      ...edges.added.map(toEdge),
    ]);
    for (const node of nodes.changed) {
      const { data, classes } = toNode(node);
      cy.getElementById(node.id).data(data).classes(String(classes));
    }
    for (const edge of edges.changed) {
      const { data, classes } = toEdge(edge);
      cy.getElementById(edge.id).data(data).classes(String(classes));
    }
  });
}

function toNode({ id, entity, radius }: NodeElement): ElementDefinition {
  return { group: "nodes", data: { id, radius, drawn: radius }, classes: entity.type };
}

function toEdge({ id, source, target, type, relations, isPlanned, bow }: EdgeElement): ElementDefinition {
  const classes = [type, isPlanned ? "planned" : "", bow === 0 ? "" : "bowed"].filter((name) => name !== "");
  return { group: "edges", data: { id, source, target, count: relations.length, bow }, classes: classes.join(" ") };
}
