/**
 * What a person can do. Toolbar, context menu, shortcuts and the list of keys
 * are views of one catalogue; the words are in `i18n`, by `id`.
 */
import type { AppState } from "../state/app-state.ts";
import type { EntityId } from "../../../server/contract/index.ts";

/**
 * Groups of the list of keys, in its order. Shortcuts of `everywhere` work
 * everywhere but while text is typed; those of another group only within an
 * element whose `data-keys` names it (`data-keys="canvas sentences"`), and
 * single letters only where some group does.
 */
export const ACTION_GROUPS = ["everywhere", "canvas", "sentences"] as const;
export type ActionGroup = (typeof ACTION_GROUPS)[number];

/**
 * Keys as `KeyboardEvent.key` names them, letters in capitals, with `Ctrl+`
 * (Command on a Mac), `Alt+` and `Shift+` before: `Ctrl+Shift+Z`, `E`, `?`.
 */
export type Shortcut = string;

export interface ActionTarget {
  /** What it is done to, when it is not the selection: the entity of a context menu. */
  readonly entity?: EntityId | undefined;
  /** The keys it was called by, for actions that go several ways. */
  readonly shortcut?: Shortcut | undefined;
}

export interface Action<Id extends string = string> {
  readonly id: Id;
  readonly group: ActionGroup;
  /** The first is the one that tooltips show. */
  readonly shortcuts: readonly Shortcut[];
  /** Reads signals, so that what shows it follows. */
  isEnabled(app: AppState, target?: ActionTarget): boolean;
  run(app: AppState, target?: ActionTarget): void | Promise<void>;
}

/** Keeps the literal id, from which the catalogue makes the type of all ids. */
export function defineAction<const Id extends string>(action: Action<Id>): Action<Id> {
  return action;
}

/** The entities that an action is for: the target, or the selected ones, or where the keyboard stands. */
export function subjects(app: AppState, target?: ActionTarget): readonly EntityId[] {
  if (target?.entity !== undefined) return [target.entity];
  const { entities } = app.history.present.value;
  const focused = app.selection.focused.value;
  const selected = app.selection.entities.value;
  const wanted = focused === null || selected.has(focused) ? [...selected] : [focused];
  return wanted.filter((id) => entities.has(id));
}

export function isCanvasOpen(app: AppState): boolean {
  return app.session.view.value === "canvas" && app.canvas.value !== null;
}

/** The closed group where the keyboard stands, or that is selected. */
export function groupAtHand(app: AppState): EntityId | undefined {
  const { closed } = app.rollUp.rolled.value;
  const [selected] = app.selection.entities.value;
  return (
    [app.selection.focused.value, selected].find((id) => id !== null && id !== undefined && closed.has(id)) ?? undefined
  );
}
