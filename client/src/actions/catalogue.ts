/** The catalogue of actions, in the order of the list of keys. Adding one is adding its file and its name here. */
import { addToSelection } from "./add-to-selection.ts";
import { arrangements } from "./arrange.ts";
import { clearCanvas } from "./clear-canvas.ts";
import { close } from "./close.ts";
import { collapse } from "./collapse.ts";
import { copyLink } from "./copy-link.ts";
import { expand } from "./expand.ts";
import { findPaths } from "./find-paths.ts";
import { fit } from "./fit.ts";
import { hide } from "./hide.ts";
import { inspect } from "./inspect.ts";
import { keepView } from "./keep-view.ts";
import { makeBrief } from "./make-brief.ts";
import { nextRegion } from "./next-region.ts";
import { nextSentence } from "./next-sentence.ts";
import { nudge } from "./nudge.ts";
import { openDocument } from "./open-document.ts";
import { pan } from "./pan.ts";
import { pin } from "./pin.ts";
import { previousRegion } from "./previous-region.ts";
import { previousSentence } from "./previous-sentence.ts";
import { redo } from "./redo.ts";
import { search } from "./search.ts";
import { showHidden } from "./show-hidden.ts";
import { showKeys } from "./show-keys.ts";
import { showViews } from "./show-view.ts";
import { switchLanguage } from "./switch-language.ts";
import { switchTheme } from "./switch-theme.ts";
import { toggleLegend } from "./toggle-legend.ts";
import { toggleSteps } from "./toggle-steps.ts";
import { undo } from "./undo.ts";
import { walk } from "./walk.ts";
import { walkRelation } from "./walk-relation.ts";
import { zoomIn } from "./zoom-in.ts";
import { zoomOut } from "./zoom-out.ts";

export const ACTIONS = [
  search,
  undo,
  redo,
  close,
  showKeys,
  ...showViews,
  nextRegion,
  previousRegion,
  switchLanguage,
  switchTheme,
  copyLink,
  keepView,
  makeBrief,
  expand,
  collapse,
  hide,
  showHidden,
  pin,
  zoomIn,
  zoomOut,
  fit,
  ...arrangements,
  walk,
  walkRelation,
  inspect,
  addToSelection,
  pan,
  nudge,
  toggleLegend,
  toggleSteps,
  findPaths,
  clearCanvas,
  openDocument,
  previousSentence,
  nextSentence,
] as const;

export type ActionId = (typeof ACTIONS)[number]["id"];

const BY_ID: ReadonlyMap<string, (typeof ACTIONS)[number]> = new Map(ACTIONS.map((action) => [action.id, action]));

export function getAction(id: ActionId): (typeof ACTIONS)[number] {
  return BY_ID.get(id)!;
}
