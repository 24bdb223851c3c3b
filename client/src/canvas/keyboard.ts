/** The canvas by keyboard: where it stands, where it can go from there, and what is said on the way. */
import { effect, signal, untracked } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type { Entity, EntityId, Relation, RelationId } from "../../../server/contract/index.ts";
import type { CanvasPort } from "../state/canvas-port.ts";
import type { Position } from "../state/graph.ts";
import type { Selection } from "../state/selection.ts";
import type { CanvasWords } from "./canvas-options.ts";
import type { CanvasElements } from "./elements.ts";
import { edgeOfRelation } from "./lines.ts";
import type { Surfaces } from "./surfaces.ts";
import { clockwise, nearestThatWay } from "./walk.ts";

export interface KeyboardOptions {
  readonly surfaces: Surfaces;
  readonly selection: Selection;
  readonly elements: () => CanvasElements;
  readonly placeOf: (id: EntityId) => Position | undefined;
  readonly words: CanvasWords;
  /** Relations of an entity that are shown here, and that are not. */
  readonly countsOf: (entity: Entity) => readonly [shown: number, notShown: number];
  reveal(id: EntityId): void;
  onContextMenu(id: EntityId): void;
}

export interface Keyboard extends Pick<CanvasPort, "walk" | "nextRelation" | "walkRelation">, Disposable {
  /** Whether the keyboard is what the person uses here: only then the focus is drawn. */
  readonly isInUse: ReadonlySignal<boolean>;
}

export function createKeyboard(options: KeyboardOptions): Keyboard {
  const { surfaces, selection, words, placeOf } = options;
  const { root } = surfaces;
  const isInUse = signal(false);
  const abort = new AbortController();
  const listen = <T extends keyof HTMLElementEventMap>(type: T, hear: (event: HTMLElementEventMap[T]) => void) =>
    root.addEventListener(type, hear, { signal: abort.signal });

  const nodeOf = (id: EntityId | null) => (id === null ? undefined : options.elements().nodes.get(id));
  const say = (text: string) => {
    surfaces.voice.textContent = text;
  };
  const bestConnected = (): EntityId | null => {
    let best: Entity | undefined;
    for (const { entity } of options.elements().nodes.values()) {
      if (best === undefined || entity.degree > best.degree) best = entity;
    }
    return best?.id ?? null;
  };
  /** Clockwise from the top. */
  const relationsAround = (id: EntityId): readonly Relation[] => {
    const around = placeOf(id);
    if (around === undefined) return [];
    const items = [...options.elements().edges.values()].flatMap(({ source, target, relations }) => {
      if (source !== id && target !== id) return [];
      const at = placeOf(source === id ? target : source);
      return at === undefined ? [] : relations.map((item) => ({ item, at }));
    });
    return clockwise(around, items);
  };

  let isTaking = false;
  const takeFocus = () => {
    isTaking = true;
    root.focus({ preventScroll: true });
    isTaking = false;
    isInUse.value = false;
  };
  listen("pointerdown", () => {
    isInUse.value = false;
  });
  // Cytoscape takes the focus from whoever has it on each of these; they come here after it.
  listen("mousedown", takeFocus);
  listen("touchstart", takeFocus);
  listen("keydown", () => {
    isInUse.value = true;
  });
  listen("focus", () => {
    // A browser takes for the keyboard's what a script focuses first: a press would send the view elsewhere.
    if (isTaking || !root.matches(":focus-visible")) return;
    isInUse.value = true;
    const best = bestConnected();
    // What has been put on the canvas just now may not be drawn yet.
    if (best !== null && nodeOf(selection.focused.peek()) === undefined) selection.focus(best);
  });
  listen("blur", () => {
    isInUse.value = false;
  });
  listen("contextmenu", (event) => {
    event.preventDefault();
    const focused = selection.focused.peek();
    // The menu key; a press of the mouse comes through Cytoscape.
    if (event.button !== 2 && nodeOf(focused) !== undefined) options.onContextMenu(focused!);
  });

  const dispose = effect(() => {
    const node = selection.focused.value;
    // Where it stands is ringed: the frame round the whole canvas is for when it stands nowhere.
    root.classList.toggle("canvas--ringed", isInUse.value && nodeOf(node) !== undefined);
    if (!isInUse.value) return;
    untracked(() => {
      const element = nodeOf(node);
      if (element === undefined) return;
      options.reveal(element.id);
      say(words.entity(element.entity, ...options.countsOf(element.entity)));
    });
  });

  return {
    isInUse,
    walk(way) {
      const places = new Map<EntityId, Position>();
      for (const { id } of options.elements().nodes.values()) {
        const at = placeOf(id);
        if (at !== undefined) places.set(id, at);
      }
      const from = selection.focused.peek();
      const next = from === null || !places.has(from) ? bestConnected() : nearestThatWay(places, from, way);
      if (next !== undefined && next !== null) selection.focus(next);
    },
    nextRelation(by) {
      const focused = selection.focused.value;
      const current = selection.relation.value;
      if (focused === null) return undefined;
      const around = relationsAround(focused);
      const at = around.findIndex(({ id }) => id === current);
      return at === -1 ? around.at(by === 1 ? 0 : -1)?.id : around[at + by]?.id;
    },
    walkRelation(id: RelationId) {
      selection.selectRelation(id);
      const relation = edgeOfRelation(options.elements(), id)?.relations.find((other) => other.id === id);
      const from = relation === undefined ? undefined : nodeOf(relation.from);
      const to = relation === undefined ? undefined : nodeOf(relation.to);
      if (relation !== undefined && from !== undefined && to !== undefined) {
        say(words.relation(relation, from.entity, to.entity));
      }
    },
    [Symbol.dispose]() {
      dispose();
      abort.abort();
    },
  };
}
