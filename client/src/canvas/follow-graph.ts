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
import type { Look } from "../state/styling/look.ts";
import { NO_CHANGE, diffElements } from "./diff.ts";
import type { ElementsDiff } from "./diff.ts";
import { NO_ELEMENTS, toElements } from "./elements.ts";
import type { CanvasElements, EdgeElement, NodeElement } from "./elements.ts";
import { createFrameWork } from "./frames.ts";
import type { NextFrame } from "./frames.ts";
import { toLayoutRequest, toPositions } from "./layout-request.ts";
import { createMotion } from "./motion.ts";
import { nodeData } from "./node-data.ts";
import { territoriesOf } from "./territories.ts";

export interface FollowOptions {
  readonly cy: Core;
  readonly graph: ReadonlySignal<Graph>;
  readonly visible: ReadonlySignal<VisibleGraph>;
  /** What size, colour and width say. */
  readonly look?: ReadonlySignal<Look> | undefined;
  /** Whether Cytoscape draws the lines: what it need not know, it is not told. */
  readonly drawsLines: boolean;
  readonly arrange: Arrange;
  /** Where a layout put what had no place. */
  onPlaced(positions: ReadonlyMap<EntityId, Position>): void;
  onArranged(layout: LayoutName, positions: ReadonlyMap<EntityId, Position>): void;
  onFailed(error: unknown): void;
  /** Width over height of the picture. */
  aspect(): number;
  animates(): boolean;
  /** What comes onto an empty canvas is brought into view before it is there. */
  onFirst(places: Iterable<Position>): void;
  /** At which the smallest nodes are drawn now. */
  scale(): number;
  readonly nextFrame: NextFrame;
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
  const target = computed(() => toElements(visible.value, options.look?.value));
  const territories = computed(() => territoriesOf(visible.value));
  const drawn = signal<CanvasElements>(NO_ELEMENTS);
  let layout: AbortController | undefined;
  const changing = createFrameWork(options.nextFrame);
  let waiting: (() => void)[] = [];

  const announceIfSettled = () => {
    if (layout !== undefined || motion.isRunning || changing.isRunning) return;
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
    // What asks for it has taken its share of this frame.
    await new Promise<void>((resolve) => void options.nextFrame(resolve));
    if (own.signal.aborted) return undefined;
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

  /** What is under way is finished first: it may be half done. */
  const follow = () => {
    if (changing.isRunning) return;
    const elements = target.peek();
    const { positions } = graph.peek();
    const before = drawn.peek();
    const unplaced = [...elements.nodes.values()]
      .map(({ id }) => id)
      .filter((id) => !positions.has(id) && !before.nodes.has(id));
    const shown = unplaced.length === 0 ? elements : without(elements, new Set(unplaced));
    const diff = diffElements(before, shown);
    const animate = options.animates() && before.nodes.size > 0;
    const beside = animate ? placesBeside(diff.nodes.added, shown, before, cy) : undefined;

    const moves = new Map<string, Position>();
    for (const { id } of before.nodes.values()) {
      const goal = positions.get(id);
      const node = cy.getElementById(id);
      if (goal === undefined || !shown.nodes.has(id) || node.grabbed()) continue;
      const now = motion.goalOf(id) ?? node.position();
      if (Math.abs(now.x - goal.x) > 0.5 || Math.abs(now.y - goal.y) > 0.5) moves.set(id, goal);
    }
    if (beside !== undefined) for (const { id } of diff.nodes.added) moves.set(id, positions.get(id)!);
    motion.release(diff.nodes.removed);

    if (before.nodes.size === 0 && shown.nodes.size > 0) {
      options.onFirst([...shown.nodes.values()].map(({ id }) => positions.get(id)!));
    }
    const toNode = (element: NodeElement) => toDefinition(element, options.scale());
    const steps = changeElements(cy, options.drawsLines ? diff : { ...diff, edges: NO_CHANGE }, toNode, ({ id }) => ({
      ...(beside?.get(id) ?? positions.get(id)!),
    }));
    changing.run(steps, () => {
      drawn.value = shown;
      if (moves.size > 0) motion.move(moves, animate);
      if (target.peek() !== elements || graph.peek().positions !== positions) follow();
      else if (unplaced.length > 0) void placeNew(unplaced);
      else layout?.abort();
      announceIfSettled();
    });
  };

  const dispose = effect(() => {
    void [target.value, graph.value.positions];
    untracked(follow);
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
      changing[Symbol.dispose]();
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

/** Where new nodes come out: each at a neighbour that is drawn already, where it has one. */
function placesBeside(
  added: readonly NodeElement[],
  shown: CanvasElements,
  before: CanvasElements,
  cy: Core,
): ReadonlyMap<string, Position> {
  const isNew = new Set<string>(added.map(({ id }) => id));
  const places = new Map<string, Position>();
  for (const { source, target } of shown.edges.values()) {
    for (const [end, other] of [
      [source, target],
      [target, source],
    ] as const) {
      if (!isNew.has(end) || places.has(end) || !before.nodes.has(other)) continue;
      places.set(end, { ...cy.getElementById(other).position() });
    }
  }
  return places;
}

/** Elements a step: each is styled when it is first drawn, which takes longer than adding it. */
const STEP = 100;

/** Makes Cytoscape's elements those that shall be, a few at a time. */
function* changeElements(
  cy: Core,
  { nodes, edges }: ElementsDiff,
  toNode: (node: NodeElement) => ElementDefinition,
  startOf: (node: NodeElement) => Position,
) {
  for (const ids of inSteps([...edges.removed, ...nodes.removed])) {
    const gone = cy.collection();
    for (const id of ids) gone.merge(cy.getElementById(id));
    cy.batch(() => gone.remove());
    yield;
  }
  const added = [
    ...nodes.added.map((node) => () => ({ ...toNode(node), position: startOf(node) })),
    ...edges.added.map((edge) => () => toEdge(edge)),
  ];
  for (const elements of inSteps(added)) {
    cy.batch(() => cy.add(elements.map((make) => make())));
    yield;
  }
  const changed = [...nodes.changed.map(toNode), ...edges.changed.map(toEdge)];
  for (const elements of inSteps(changed)) {
    cy.batch(() => {
      for (const { data, classes } of elements) cy.getElementById(data.id!).data(data).classes(String(classes));
    });
    yield;
  }
}

function* inSteps<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let begin = 0; begin < items.length; begin += STEP) yield items.slice(begin, begin + STEP);
}

function toDefinition(element: NodeElement, scale: number): ElementDefinition {
  return { group: "nodes", data: { id: element.id, ...nodeData(element, scale) }, classes: nodeClasses(element) };
}

function nodeClasses({ entity, shade }: NodeElement): string {
  return shade === undefined ? entity.type : `${entity.type} shade-${shade}`;
}

function toEdge({ id, source, target, type, weight, isPlanned, bow }: EdgeElement): ElementDefinition {
  const classes = [type, isPlanned ? "planned" : "", bow === 0 ? "" : "bowed"].filter((name) => name !== "");
  return { group: "edges", data: { id, source, target, weight, bow }, classes: classes.join(" ") };
}
