/**
 * Everything the program knows while it runs, built once in `main.tsx` and
 * passed down. Below it are the ways through the program that touch several
 * parts of it: from a search result to the canvas, from a sentence to its document.
 */
import { batch, computed, signal } from "@preact/signals-core";
import type { ReadonlySignal, Signal } from "@preact/signals-core";

import type { Api } from "../api.ts";
import type {
  DocumentId,
  EntityId,
  Facets,
  Health,
  MatchKind,
  Overview,
  PassageId,
  RelationId,
} from "../../../server/contract/index.ts";
import type { CanvasPort } from "./canvas-port.ts";
import { createClaims } from "./claims.ts";
import type { Claims } from "./claims.ts";
import { createExploration } from "./exploration.ts";
import type { Exploration } from "./exploration.ts";
import { createFigures } from "./figures/figures.ts";
import type { Figures } from "./figures/figures.ts";
import { createFilters } from "./filters.ts";
import type { Filters, KnownClaims } from "./filters.ts";
import type { Graph, Position } from "./graph.ts";
import { createGaps } from "./gaps.ts";
import type { Gaps } from "./gaps.ts";
import { createHistory } from "./history.ts";
import type { History } from "./history.ts";
import { createImports } from "./imports.ts";
import type { Imports } from "./imports.ts";
import { createMeasures } from "./measures.ts";
import type { Measures } from "./measures.ts";
import { createNames } from "./names.ts";
import type { Names } from "./names.ts";
import { createInspector } from "./inspector.ts";
import type { Inspector } from "./inspector.ts";
import { EMPTY_LINK } from "./location.ts";
import type { Link, ViewSettings } from "./location.ts";
import { createRollUp } from "./roll-up/roll-up.ts";
import type { RollUp } from "./roll-up/roll-up.ts";
import { createNeighborTotals } from "./neighbor-totals.ts";
import type { NeighborTotals } from "./neighbor-totals.ts";
import { createGapList } from "./kept/gap-list.ts";
import type { GapList } from "./kept/gap-list.ts";
import { createNotes } from "./kept/notes.ts";
import type { Notes } from "./kept/notes.ts";
import { createSavedViews } from "./kept/saved-views.ts";
import type { SavedViews } from "./kept/saved-views.ts";
import { createMatrix } from "./matrix/matrix.ts";
import type { Matrix } from "./matrix/matrix.ts";
import { createMap } from "./map.ts";
import type { AtlasMap } from "./map.ts";
import { createNotices } from "./notices.ts";
import type { Notices } from "./notices.ts";
import { browserId, createQueryLibrary } from "./query-library.ts";
import type { QueryLibrary } from "./query-library.ts";
import { createQuery } from "./query.ts";
import { createQueryLink } from "./query-link.ts";
import type { Query } from "./query.ts";
import { createPickList } from "./expansion.ts";
import type { PickList } from "./expansion.ts";
import { createPaths } from "./paths.ts";
import type { Paths } from "./paths.ts";
import { createPlayback } from "./playback.ts";
import type { Playback } from "./playback.ts";
import { createReader } from "./reader.ts";
import type { Reader } from "./reader.ts";
import { createResource, loadedValue } from "./resource.ts";
import type { Resource } from "./resource.ts";
import { createSearch } from "./search.ts";
import type { Search } from "./search.ts";
import { createSelection } from "./selection.ts";
import type { Selection } from "./selection.ts";
import { createSession } from "./session.ts";
import { createStyling } from "./styling/styling.ts";
import type { Styling } from "./styling/styling.ts";
import type { Session, SessionOptions, ViewId } from "./session.ts";

export interface AppState extends Disposable {
  readonly api: Api;
  readonly session: Session;
  readonly notices: Notices;
  readonly history: History;
  readonly exploration: Exploration;
  readonly filters: Filters;
  readonly playback: Playback;
  /** Behind the relations on the canvas, while a filter looks at them. */
  readonly claims: Claims;
  readonly selection: Selection;
  readonly search: Search;
  readonly pickList: PickList;
  readonly inspector: Inspector;
  readonly reader: Reader;
  readonly query: Query;
  readonly queryLibrary: QueryLibrary;
  readonly figures: Figures;
  readonly map: AtlasMap;
  readonly imports: Imports;
  readonly names: Names;
  readonly measures: Measures;
  readonly matrix: Matrix;
  readonly gaps: Gaps;
  /** Beside the canvas. */
  readonly paths: Paths;
  readonly neighborTotals: NeighborTotals;
  /** What of the canvas is drawn as one. */
  readonly rollUp: RollUp;
  /** What size, colour and width say on the canvas. */
  readonly styling: Styling;
  readonly savedViews: SavedViews;
  readonly notes: Notes;
  /** Gaps that people keep. */
  readonly gapList: GapList;
  /** The dialog that lies over everything. */
  readonly dialog: Signal<DialogId | null>;
  /** What the shared filter can be set to. */
  readonly facets: Resource<"facets", Facets>;
  /** First screen, legend totals. */
  readonly overview: Resource<"overview", Overview>;
  /** Status bar. */
  readonly health: Resource<"health", Health>;
  /** Set while the canvas view is open. */
  readonly canvas: Signal<CanvasPort | null>;
  /** The element that the canvas view offers, for `main` to mount the canvas in. */
  readonly canvasHost: Signal<HTMLElement | null>;
  /** Height in pixels that a sheet covers of the canvas from below: what is selected is shown above it. */
  readonly canvasCover: Signal<number>;
  /** The menu of an entity or relation of the canvas, or of the canvas itself; set by the canvas, shown by its view. */
  readonly contextMenu: Signal<ContextMenu | null>;
  /** What the status bar says of the view that is open, in the words of that view; null where it says nothing. */
  readonly statusNote: Signal<string | null>;
  /** The view as a link, always current. */
  readonly link: ReadonlySignal<Link>;

  /** Puts an entity on the canvas, selects it and goes there. */
  openEntity(id: EntityId, search?: { query: string; match: MatchKind }): Promise<void>;
  /** Selects a relation and puts both its ends on the canvas. */
  openRelation(id: RelationId, ends: readonly [EntityId, EntityId]): Promise<void>;
  /** Opens a document, at a sentence where one is given. */
  openDocument(document: DocumentId, passage?: PassageId | null): void;
  /** Restores a link and says what of it is gone. False when it could not be restored, which is said too. */
  openLink(link: Link): Promise<boolean>;
}

/** Dialogs that are loaded when they are opened. */
export type DialogId = "views" | "brief" | "gaps";

/** A view whose own settings are part of the link. */
export interface LinkedView {
  readonly settings: ReadonlySignal<ViewSettings>;
  /** Takes what a link says; what it does not say is as it is at first. */
  restore(settings: ViewSettings): void;
}

export interface ContextMenu {
  /** What it is for; null is the canvas. */
  readonly subject:
    | { readonly kind: "entity"; readonly id: EntityId }
    | { readonly kind: "relation"; readonly id: RelationId }
    | null;
  /** In pixels from the top left of the canvas. */
  readonly at: Position;
}

export interface AppStateOptions extends SessionOptions {
  readonly api: Api;
}

export function createAppState(options: AppStateOptions): AppState {
  const { api } = options;
  const session = createSession(options);
  const notices = createNotices();
  const history = createHistory();
  const exploration = createExploration({ api, history, notices });
  const knownClaims = signal<KnownClaims>(new Map());
  const filters = createFilters(history.present, knownClaims);
  const playback = createPlayback(filters);
  const claims = createClaims({ api, graph: history.present, filter: filters.claimFilter, known: knownClaims });
  const selection = createSelection();
  const search = createSearch(api);
  const pickList = createPickList({ api, graph: history.present, exploration });
  const inspector = createInspector(api, selection);
  const reader = createReader(api);
  const browser = browserId(options.storage);
  const query = createQuery(api, { browser });
  const queryLibrary = createQueryLibrary(api, browser);
  const figures = createFigures({ api, filter: filters.claimFilter });
  const map = createMap({ api, filter: filters.claimFilter });
  const overview = createResource((_: "overview", abort) => api.overview(abort));
  const health = createResource((_: "health", abort) => api.health(abort));
  const facets = createResource((_: "facets", abort) => api.facets(abort));
  const reloadData = () => {
    void health.reload();
    void overview.reload();
    void facets.reload();
  };
  const imports = createImports(api, reloadData);
  const names = createNames(api, reloadData);
  const measures = createMeasures(api, history.present);

  const matrix = createMatrix({ api, filter: filters.claimFilter, selection });
  const gaps = createGaps({ api, home: session.home });
  const paths = createPaths({ api });
  const rollUp = createRollUp({
    visible: filters.visible,
    placed: computed(() => history.present.value.positions),
    onFailed: (error) => notices.fail(error),
  });
  const styling = createStyling(rollUp.rolled, measures.values);
  const linked: Readonly<Partial<Record<ViewId, LinkedView>>> = {
    canvas: canvasLink(paths, rollUp, styling),
    matrix,
    gaps,
    figures,
    map,
    query: createQueryLink(query, queryLibrary),
  };

  const shown = computed<Link>(() => {
    const { entities, positions, hidden } = history.present.value;
    return {
      ...EMPTY_LINK,
      view: session.view.value,
      language: session.language.value,
      entities: [...entities.keys()],
      positions,
      hidden: [...hidden],
      filters: filters.values.value,
      selected: selection.current.value,
      document: reader.documentId.value,
      passage: reader.passageId.value,
      settings: linked[session.view.value]?.settings.value ?? EMPTY_LINK.settings,
    };
  });

  const openLink = async (target: Link) => {
    batch(() => {
      if (target.language !== null) session.setLanguage(target.language);
      session.show(target.view);
      filters.set(target.filters);
      linked[target.view]?.restore(target.settings);
      selection.select(target.selected);
      if (target.document === null) reader.close();
      else reader.open(target.document, target.passage);
    });
    if (isShown(target, history.present.peek())) return true;
    const missing = await exploration.open(target.entities, target.positions, target.hidden);
    if (missing !== undefined && missing.length > 0) notices.say({ kind: "missing", ids: missing });
    return missing !== undefined;
  };
  const savedViews = createSavedViews({
    api,
    graph: history.present,
    health,
    notices,
    link: () => shown.peek(),
    openLink,
  });
  const notes = createNotes(api);
  const gapList = createGapList(api);
  const neighborTotals = createNeighborTotals({ api, graph: history.present, notices });
  const dataVersion = computed(() => loadedValue(health.state.value)?.store.dataVersion ?? null);
  const link = computed<Link>(() => ({
    ...shown.value,
    saved: savedViews.openId.value,
    dataVersion: shown.value.entities.length === 0 ? null : dataVersion.value,
  }));
  const tellWhetherNewer = async (made: string | null) => {
    if (made === null) return;
    if (dataVersion.peek() === null) await health.load("health");
    const now = dataVersion.peek();
    if (now !== null && now !== made) notices.say({ kind: "newer_data" });
  };

  return {
    api,
    session,
    notices,
    history,
    exploration,
    filters,
    playback,
    claims,
    selection,
    search,
    pickList,
    inspector,
    reader,
    query,
    queryLibrary,
    figures,
    map,
    imports,
    names,
    measures,
    matrix,
    gaps,
    paths,
    neighborTotals,
    rollUp,
    styling,
    savedViews,
    notes,
    gapList,
    dialog: signal(null),
    facets,
    overview,
    health,
    canvas: signal(null),
    canvasHost: signal(null),
    canvasCover: signal(0),
    contextMenu: signal(null),
    statusNote: signal(null),
    link,

    async openEntity(id, found) {
      if (!(await exploration.add([id], found))) return;
      batch(() => {
        session.show("canvas");
        rollUp.reveal([id]);
        selection.selectEntity(id);
      });
    },
    async openRelation(id, ends) {
      if (!(await exploration.add(ends))) return;
      batch(() => {
        session.show("canvas");
        rollUp.reveal(ends);
        selection.selectRelation(id);
      });
    },
    openDocument(document, passage = null) {
      batch(() => {
        reader.open(document, passage);
        session.show("documents");
      });
    },
    async openLink(target) {
      if (target.saved !== null && target.view === "overview" && target.entities.length === 0) {
        // The short link to a saved view: all else is kept with it.
        try {
          await savedViews.open(target.saved);
          return true;
        } catch (error) {
          notices.fail(error);
          return false;
        }
      }
      if (!(await openLink(target))) return false;
      await savedViews.follow(target.saved);
      if (target.saved === null) await tellWhetherNewer(target.dataVersion);
      return true;
    },

    [Symbol.dispose]() {
      const parts = [
        session,
        playback,
        claims,
        search,
        pickList,
        inspector,
        reader,
        query,
        figures,
        map,
        imports,
        names,
        measures,
        matrix,
        gaps,
        paths,
        neighborTotals,
        savedViews,
        notes,
        gapList,
        facets,
        overview,
        health,
      ];
      for (const part of parts) part[Symbol.dispose]();
    },
  };
}

/** What the canvas has of its own in the link: the paths beside it, what is drawn as one, and what its looks say. */
function canvasLink(paths: Paths, rollUp: RollUp, styling: Styling): LinkedView {
  return {
    settings: computed(() => ({ ...paths.settings.value, ...rollUp.settings.value, ...styling.settings.value })),
    restore(settings) {
      paths.restore(settings);
      styling.restore(settings);
      void rollUp.restore(settings);
    },
  };
}

/** Whether the canvas is what the link says, each entity at its place. */
function isShown({ entities, positions, hidden }: Link, graph: Graph): boolean {
  const isAt = (id: EntityId, { x, y }: Position) => {
    const at = graph.positions.get(id);
    return at !== undefined && Math.round(at.x) === x && Math.round(at.y) === y;
  };
  return (
    entities.length === graph.entities.size &&
    entities.every((id) => graph.entities.has(id)) &&
    [...positions].every(([id, position]) => isAt(id, position)) &&
    hidden.length === graph.hidden.size &&
    hidden.every((id) => graph.hidden.has(id))
  );
}
