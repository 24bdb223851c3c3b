/** Brings the canvas (and with it Cytoscape) when its view is first opened, and hands it state, words and layouts. */
import { effect } from "@preact/signals-core";

import type { Canvas, CanvasHandlers, CanvasView } from "./canvas/canvas.ts";
import { drawsByGraphicsCard } from "./graphics-card.ts";
import { entityTypeName, messages, relationName } from "./i18n/index.ts";
import { createLayoutClient } from "./layout/layout-client.ts";
import type { AppState } from "./state/app-state.ts";
import { TYPE_ICONS } from "./views/entity/type-icons.ts";

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

  const handlers: CanvasHandlers = {
    arrange: layouts.arrange,
    icon: (name) => TYPE_ICONS[name],
    words: {
      canvas: () => messages.value.canvas.label,
      entity: ({ name, type }, shown, notShown) =>
        messages.value.canvas.entity(name, entityTypeName(type), shown, notShown),
      relation: ({ type, status }, from, to) =>
        messages.value.canvas.relation(from.name, relationName(type), to.name, messages.value.status[status]),
      badge: ({ name }, count) => messages.value.canvas.badge(name, count),
      relationName: (type) => relationName(type),
    },
    onPlaced: (positions) => app.exploration.place(positions),
    onArranged: (layout, positions) => app.exploration.arrange(layout, positions),
    onMoved: (positions) => app.exploration.move(positions),
    onExpand: (id) => void app.pickList.open(id),
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
        graph: app.history.present,
        visible: app.filters.visible,
        selection: app.selection,
        neighbors: app.neighborTotals.known,
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
