import { describe, expect, test } from "vitest";

import { ACTIONS } from "../../../../client/src/actions/catalogue.ts";
import { findAction, toShortcut } from "../../../../client/src/actions/shortcuts.ts";
import type { Action } from "../../../../client/src/actions/action.ts";

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  toShortcut({ key, code: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

describe("a key press", () => {
  test.each([
    ["e", {}, "E"],
    ["E", { shiftKey: true }, "Shift+E"],
    ["z", { ctrlKey: true }, "Ctrl+Z"],
    ["Z", { ctrlKey: true, shiftKey: true }, "Ctrl+Shift+Z"],
    ["k", { metaKey: true }, "Ctrl+K"],
    ["?", { shiftKey: true }, "?"],
    ["+", { shiftKey: true }, "+"],
    ["/", {}, "/"],
    [" ", {}, "Space"],
    ["ArrowLeft", { altKey: true, code: "ArrowLeft" }, "Alt+ArrowLeft"],
    ["¡", { altKey: true, code: "Digit1" }, "Alt+1"],
    ["F6", { shiftKey: true }, "Shift+F6"],
  ])("of %s %j is %s", (key, more, shortcut) => {
    expect(press(key, more)).toBe(shortcut);
  });
});

describe("the action of a shortcut", () => {
  const find = (shortcut: string, more: Partial<Parameters<typeof findAction>[2]> = {}) =>
    findAction(ACTIONS, shortcut, { groups: new Set(["canvas"]), isTyping: false, letterKeys: true, ...more })?.id;

  test("works where its group is", () => {
    expect(find("E")).toBe("expand");
    expect(find("E", { groups: new Set() })).toBeUndefined();
    expect(find("Ctrl+Z", { groups: new Set() })).toBe("undo");
  });

  test("keeps out of what is typed, but for keys that type nothing", () => {
    for (const shortcut of ["E", "/", "?", "Escape", "Enter"])
      expect(find(shortcut, { isTyping: true })).toBeUndefined();
    expect(find("Ctrl+K", { isTyping: true })).toBe("search");
    expect(find("F6", { isTyping: true })).toBe("next-region");
  });

  test("leaves undo to a text that is being typed", () => {
    expect(find("Ctrl+Z", { isTyping: true })).toBeUndefined();
    expect(find("Ctrl+Shift+Z", { isTyping: true })).toBeUndefined();
  });

  test("of a single letter works only where letters are keys", () => {
    expect(find("T")).toBe("show-table");
    expect(find("T", { groups: new Set() })).toBeUndefined();
    expect(find("?", { groups: new Set() })).toBe("show-keys");
  });

  test("of a single letter can be switched off", () => {
    expect(find("E", { letterKeys: false })).toBeUndefined();
    expect(find("+", { letterKeys: false })).toBe("zoom-in");
  });
});

describe("the catalogue", () => {
  test("has each id once", () => {
    const ids = ACTIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("gives no key to two actions that can meet", () => {
    const taken = new Map<string, Action>();
    for (const action of ACTIONS as readonly Action[]) {
      for (const shortcut of action.shortcuts) {
        expect([shortcut, taken.get(shortcut)?.id]).toEqual([shortcut, undefined]);
        taken.set(shortcut, action);
      }
    }
  });
});
