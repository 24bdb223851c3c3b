/** Brings the canvas (and with it Cytoscape) when its view is first opened, and hands it state, words and layouts. */
import { batch, computed, effect } from "@preact/signals-core";

import type { Canvas, CanvasHandlers, CanvasView } from "./canvas/canvas.ts";
import { drawsByGraphicsCard } from "./graphics-card.ts";
import { entityTypeName, messages, relationName } from "./i18n/index.ts";
import { createLayoutClient } from "./layout/layout-client.ts";
import type { AppState } from "./state/app-state.ts";
import type { EntityId } from "../../server/contract/index.ts";
import type { Position } from "./state/graph.ts";
import { isGroupId } from "./state/roll-up/groups.ts";
import { TYPE_ICONS } from "./views/entity/type-icons.ts";
import { drawnGraph, groupName, openGroups } from "./views/roll-up/drawn-graph.ts";
import { rollUpMessages } from "./views/roll-up/messages.ts";

export interface CanvasMount extends Disposable {
  /** Resolves when the canvas is there and still, or not wanted. */
  settled(): Promise<void>;
}

export function mountCanvasWhereOffered(app: AppState): CanvasMount {
  const layouts = createLayoutClient(
    () => new Worker(new URL("./layout/layout-worker.ts", import.meta.url), { type: "module", name: "layout" }),
  );
  let loading: Promise<void> = Promise.resolve();
  /** What was in view when the canvas was left. */
  let lastView: CanvasView | undefined;

  // Groups stand on the canvas as entities do; where they are is kept beside the graph, which holds none.
  const { rollUp } = app;
  const visible = computed(() => drawnGraph(rollUp.rolled.value));
  const graph = computed(() => {
    const present = app.history.present.value;
    const groups = rollUp.positions.value;
    return groups.size === 0 ? present : { ...present, positions: new Map([...present.positions, ...groups]) };
  });
  const open = computed(() => openGroups(rollUp.groups.value, rollUp.rolled.value));
  const neighbors = computed(() => {
    const { closed } = rollUp.rolled.value;
    const known = app.neighborTotals.known.value;
    // The badge of a group says how many it holds.
    const sizes = [...closed].map(([id, { members }]) => [id, members.length] as const);
    return closed.size === 0 ? known : new Map([...known, ...sizes]);
  });
  const groupOf = (id: EntityId) => rollUp.groups.peek().get(id);
  const takeGroups = (positions: ReadonlyMap<EntityId, Position>) => {
    const groups = [...positions].filter(([id]) => isGroupId(id));
    if (groups.length > 0) rollUp.place(new Map(groups));
    return groups.length === 0 ? positions : new Map([...positions].filter(([id]) => !isGroupId(id)));
  };

  const handlers: CanvasHandlers = {
    arrange: layouts.arrange,
    icon: (name) => TYPE_ICONS[name],
    words: {
      canvas: () => messages.value.canvas.label,
      entity({ id, name, type }, shown, notShown) {
        const group = groupOf(id);
        if (group === undefined) return messages.value.canvas.entity(name, entityTypeName(type), shown, notShown);
        return rollUpMessages.value.spoken(groupName(group), group.members.length);
      },
      relation: ({ type, status }, from, to) =>
        messages.value.canvas.relation(from.name, relationName(type), to.name, messages.value.status[status]),
      badge({ id, name }, count) {
        const group = groupOf(id);
        if (group === undefined) return messages.value.canvas.badge(name, count);
        return rollUpMessages.value.openNamed(groupName(group), count);
      },
      relationName: (type) => relationName(type),
    },
    onPlaced: (positions) =>
      batch(() => {
        const entities = takeGroups(positions);
        if (entities.size > 0) app.exploration.place(entities);
      }),
    onArranged: (layout, positions) =>
      batch(() => {
        const entities = takeGroups(positions);
        if (entities.size > 0) app.exploration.arrange(layout, entities);
      }),
    onMoved: (positions) =>
      batch(() => {
        const entities = takeGroups(positions);
        if (entities.size > 0) app.exploration.move(entities);
      }),
    onExpand(id) {
      if (isGroupId(id)) rollUp.open(id);
      else void app.pickList.open(id);
    },
    onContextMenu(subject, at) {
      app.contextMenu.value = { subject, at };
    },
    onFailed: (error) => app.notices.fail(error),
  };

  const focusCanvas = () => app.canvas.peek()?.focus();
  let leaving = () => undefined as void;
  const mount = async (host: HTMLElement, byGraphicsCard: boolean) => {
    const { mountCanvas } = await import("./canvas/canvas.ts");
    if (app.canvasHost.peek() !== host || byGraphicsCard !== drawsByGraphicsCard(app.session)) return;
    app.canvas.value = mountCanvas(
      host,
      {
        graph,
        visible,
        look: app.styling.look,
        openGroups: open,
        selection: app.selection,
        neighbors,
        isDark: app.session.isDark,
        cover: app.canvasCover,
        language: app.session.language,
        byGraphicsCard,
        view: lastView,
      },
      handlers,
    );
    // When the focus comes to the view as a whole, the canvas is what it is for.
    const view = host.closest<HTMLElement>("[data-region]");
    view?.addEventListener("focus", focusCanvas);
    leaving = () => view?.removeEventListener("focus", focusCanvas);
    if (view !== null && document.activeElement === view) focusCanvas();
  };
  const unmount = () => {
    const canvas = app.canvas.peek() as Canvas | null;
    if (canvas === null) return;
    leaving();
    lastView = canvas.view();
    app.canvas.value = null;
    canvas[Symbol.dispose]();
  };
  const dispose = effect(() => {
    const host = app.canvasHost.value;
    const byGraphicsCard = drawsByGraphicsCard(app.session);
    if (host === null) return undefined;
    loading = mount(host, byGraphicsCard).catch((error: unknown) => app.notices.fail(error));
    return unmount;
  });

  return {
    async settled() {
      await loading;
      await app.canvas.peek()?.settled();
    },
    [Symbol.dispose]() {
      dispose();
      layouts[Symbol.dispose]();
    },
  };
}
