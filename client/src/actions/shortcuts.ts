/**
 * Calls actions by key. A shortcut of a group other than `everywhere` works
 * only within an element whose `data-keys` names the group, a single letter
 * only where some group does; while text is typed, only those with Ctrl or Alt
 * and the function keys do.
 */
import type { AppState } from "../state/app-state.ts";
import type { Action, Shortcut } from "./action.ts";

type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** The shortcut that a key press means, as actions write it. */
export function toShortcut(event: Pressed): Shortcut {
  const key = keyName(event);
  const modifiers = [
    event.ctrlKey || event.metaKey ? "Ctrl" : "",
    event.altKey ? "Alt" : "",
    // `?` and `+` hold their Shift in the key itself.
    event.shiftKey && (key.length > 1 || /[A-Z0-9]/.test(key)) ? "Shift" : "",
  ];
  return [...modifiers.filter((name) => name !== ""), key].join("+");
}

function keyName({ key, code, altKey }: Pressed): string {
  if (key === " ") return "Space";
  // With Alt some keyboards type a sign (Alt 1 is "¡" on a Mac), so the place of the key decides.
  if (altKey && /^(Digit|Key)./.test(code)) return code.replace(/^(Digit|Key)/, "");
  return key.length === 1 ? key.toUpperCase() : key;
}

const TYPES_NOTHING = /^(Ctrl|Alt)\+|^(Shift\+)?F\d+$/;
/** What these do to a text is the text's business. */
const EDITING = /^Ctrl\+(Shift\+)?[ACVXYZ]$/;

export function findAction(
  actions: readonly Action[],
  shortcut: Shortcut,
  scope: { readonly groups: ReadonlySet<string>; readonly isTyping: boolean; readonly letterKeys: boolean },
): Action | undefined {
  if (scope.isTyping && (EDITING.test(shortcut) || !TYPES_NOTHING.test(shortcut))) return undefined;
  if (/^[A-Z]$/.test(shortcut) && (!scope.letterKeys || scope.groups.size === 0)) return undefined;
  return actions.find(
    ({ group, shortcuts }) => (group === "everywhere" || scope.groups.has(group)) && shortcuts.includes(shortcut),
  );
}

/** Listens on `page`, the document. */
export function mountShortcuts(page: Document, app: AppState, actions: readonly Action[]): Disposable {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const shortcut = toShortcut(event);
    const target = event.target instanceof Element ? event.target : null;
    const action = findAction(actions, shortcut, {
      groups: groupsAround(target),
      isTyping: isTextField(innermost(event)),
      letterKeys: app.session.letterKeys.peek(),
    });
    // Enter and Space belong to the control that has the focus, unless it is the canvas itself.
    if (action === undefined || !action.isEnabled(app, { shortcut })) return;
    if (/^(Enter|Space|Tab|Shift\+Tab)$/.test(shortcut) && target?.matches("button, a, summary, select")) return;
    event.preventDefault();
    void action.run(app, { shortcut });
  };
  page.addEventListener("keydown", onKeyDown);
  return { [Symbol.dispose]: () => page.removeEventListener("keydown", onKeyDown) };
}

function groupsAround(element: Element | null): ReadonlySet<string> {
  // A dialog or menu over the canvas is not the canvas.
  const around = element?.closest<HTMLElement>("[data-keys], [role=dialog], [role=menu], dialog");
  return new Set(around?.dataset["keys"]?.split(/\s+/));
}

/** What was pressed in, also where it stands in a shadow tree (the editor's), of which `target` names the host alone. */
function innermost(event: KeyboardEvent): EventTarget | null {
  return event.composedPath()[0] ?? event.target;
}

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.matches("textarea, select, [contenteditable=true], input:not([type=checkbox], [type=radio])");
}
