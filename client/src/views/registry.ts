/**
 * The views, each with its sign in the rail and the module it is in. Only the
 * first screen and the canvas come with the page; the others are loaded when
 * they are opened. Adding a view is its id in `state/session.ts` and its entry here.
 */
import type { ComponentType } from "preact";

import type { AppState } from "../state/app-state.ts";
import { VIEW_IDS } from "../state/session.ts";
import type { ViewId } from "../state/session.ts";
import {
  canvasIcon,
  chartIcon,
  compassIcon,
  fileIcon,
  gapIcon,
  gridIcon,
  mapIcon,
  measuresIcon,
  namesIcon,
  tableIcon,
  terminalIcon,
  uploadIcon,
} from "../ui/index.ts";
import { CanvasView } from "./canvas/canvas-view.tsx";
import { Overview } from "./overview/overview.tsx";

export type View = ComponentType<{ readonly app: AppState }>;

interface Place {
  readonly icon: string;
  /** `end`: at the foot of the rail. */
  readonly place: "main" | "end";
  /** Whether it stands in the bar of a phone, which has room for four; else it is under "More". */
  readonly isInPhoneBar?: boolean;
}

export type ViewEntry = Place & ({ readonly view: View } | { readonly load: () => Promise<View> });

export const VIEWS: Readonly<Record<ViewId, ViewEntry>> = {
  overview: { icon: compassIcon, place: "main", isInPhoneBar: true, view: Overview },
  canvas: { icon: canvasIcon, place: "main", isInPhoneBar: true, view: CanvasView },
  matrix: {
    icon: gridIcon,
    place: "main",
    isInPhoneBar: true,
    load: async () => (await import("./matrix/matrix-view.tsx")).MatrixView,
  },
  gaps: {
    icon: gapIcon,
    place: "main",
    load: async () => (await import("./gaps/gaps-view.tsx")).GapsView,
  },
  map: {
    icon: mapIcon,
    place: "main",
    load: async () => (await import("./map/map-view.tsx")).MapView,
  },
  figures: {
    icon: chartIcon,
    place: "main",
    load: async () => (await import("./figures/figures-view.tsx")).FiguresView,
  },
  table: {
    icon: tableIcon,
    place: "main",
    load: async () => (await import("./table/table-view.tsx")).TableView,
  },
  documents: {
    icon: fileIcon,
    place: "main",
    isInPhoneBar: true,
    load: async () => (await import("./documents/documents-view.tsx")).DocumentsView,
  },
  query: {
    icon: terminalIcon,
    place: "main",
    load: async () => (await import("./query/query-view.tsx")).QueryView,
  },
  imports: {
    icon: uploadIcon,
    place: "end",
    load: async () => (await import("./imports/imports-view.tsx")).ImportsView,
  },
  names: {
    icon: namesIcon,
    place: "end",
    load: async () => (await import("./names/names-view.tsx")).NamesView,
  },
  measures: {
    icon: measuresIcon,
    place: "main",
    load: async () => (await import("./measures/measures-view.tsx")).MeasuresView,
  },
};

/** In the order of the rail. */
export const viewsAt = (place: ViewEntry["place"]): readonly ViewId[] =>
  VIEW_IDS.filter((id) => VIEWS[id].place === place);
