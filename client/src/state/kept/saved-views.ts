/**
 * Views that people keep on the server by name. The one that is open stands in
 * the address, so that a link to it can say what has changed since it was saved.
 */
import { batch, effect, signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type { Api } from "../../api.ts";
import type { EntityId, Health, SavedView, SavedViewsPage } from "../../../../server/contract/index.ts";
import type { Graph } from "../graph.ts";
import { formatLink, parseLink } from "../location.ts";
import type { Link } from "../location.ts";
import type { Notices } from "../notices.ts";
import { createResource, loadedValue, tracked } from "../resource.ts";
import type { Loaded, Resource } from "../resource.ts";
import { contentOf, hasChanges, viewChanges } from "./view-changes.ts";

export interface OpenedView {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
}

export interface SavedViews extends Disposable {
  readonly list: ReadonlySignal<Loaded<SavedViewsPage>>;
  /** Of the view that is open, while something of it is on the canvas. */
  readonly openId: ReadonlySignal<string | null>;
  readonly opened: ReadonlySignal<OpenedView | null>;
  load(): Promise<void>;
  /** Keeps what is shown now; in place of the view that is open, or as a new one. @throws ApiError */
  save(name: string, inPlace: boolean): Promise<void>;
  /** @throws ApiError */
  open(id: string): Promise<void>;
  /** @throws ApiError */
  remove(id: string): Promise<void>;
  /** Says what has changed since the view `id` was saved; silent where nothing has. */
  follow(id: string | null): Promise<void>;
}

export interface SavedViewsOptions {
  readonly api: Pick<Api, "views" | "view" | "saveView" | "removeView" | "subgraph">;
  readonly graph: ReadonlySignal<Graph>;
  readonly health: Resource<"health", Health>;
  readonly notices: Pick<Notices, "say">;
  /** What is shown, without the view that it is of. */
  readonly link: () => Link;
  readonly openLink: (link: Link) => Promise<boolean>;
}

export function createSavedViews(options: SavedViewsOptions): SavedViews {
  const { api, graph, health, notices } = options;
  const list = createResource((_: "views", abort) => api.views(abort));
  const openId = signal<string | null>(null);
  const opened = signal<OpenedView | null>(null);
  /** Whether the open view had anything on the canvas: an empty canvas is no longer it. */
  let hadEntities = false;
  const leave = () =>
    batch(() => {
      openId.value = null;
      opened.value = null;
    });
  const enter = (view: SavedView) =>
    batch(() => {
      hadEntities = view.content.entities.length > 0;
      openId.value = view.id;
      opened.value = { id: view.id, name: view.name, revision: view.revision };
    });
  const dispose = effect(() => {
    if (graph.value.entities.size === 0 && hadEntities) {
      hadEntities = false;
      leave();
    }
  });

  const tell = async (view: SavedView) => {
    enter(view);
    const ids = view.content.entities.map(({ id }) => id as EntityId);
    if (ids.length === 0) return;
    const changes = viewChanges(view.content, await api.subgraph(ids));
    if (hasChanges(changes)) notices.say({ kind: "changed_since", name: view.name, date: view.changedAt, changes });
  };

  return {
    list: list.state,
    openId,
    opened,
    load: () => list.load("views"),
    async save(name, inPlace) {
      if (loadedValue(health.state.peek()) === undefined) await health.load("health");
      const dataVersion = loadedValue(health.state.peek())?.store.dataVersion ?? "";
      const former = inPlace ? opened.peek() : null;
      const content = contentOf(graph.peek(), dataVersion);
      const draft = { name, link: formatLink(options.link()), content };
      const view = await tracked(
        api.saveView(former === null ? draft : { ...draft, revision: former.revision }, former?.id ?? null),
      );
      enter(view);
      await list.load("views");
    },
    async open(id) {
      await tracked(
        (async () => {
          const view = await api.view(id);
          const link = parseLink(view.link);
          if (link === undefined) notices.say({ kind: "broken_link" });
          else if (await options.openLink({ ...link, saved: null })) await tell(view);
        })(),
      );
    },
    async remove(id) {
      await tracked(api.removeView(id));
      if (openId.peek() === id) leave();
      await list.load("views");
    },
    async follow(id) {
      if (id === null) return leave();
      // A view that was removed since leaves a link that still opens: there is nothing to hold it against.
      const view = await tracked(api.view(id)).catch(() => undefined);
      if (view === undefined) leave();
      else await tracked(tell(view));
      return undefined;
    },
    [Symbol.dispose]() {
      dispose();
      list[Symbol.dispose]();
    },
  };
}
