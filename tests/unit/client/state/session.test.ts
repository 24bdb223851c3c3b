import { signal } from "@preact/signals-core";
import { describe, expect, test } from "vitest";

import { createSession, readPreferences } from "../../../../client/src/state/session.ts";
import type { EntityId } from "../../../../server/contract/index.ts";

function memory(text: string | null = null) {
  const kept = new Map<string, string>(text === null ? [] : [["innovation-atlas", text]]);
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

describe("the session", () => {
  test("keeps what the person prefers for the next time", () => {
    const storage = memory();
    const first = createSession({ storage });
    first.setLanguage("en");
    first.setTheme("dark");
    first.togglePanel("legend");
    first.setLetterKeys(false);
    first.setHome("region-shaoxing" as EntityId);

    const second = createSession({ storage });
    expect(second.language.value).toBe("en");
    expect(second.theme.value).toBe("dark");
    expect(second.panels.value.legend).toBe(false);
    expect(second.letterKeys.value).toBe(false);
    expect(second.home.value).toBe("region-shaoxing");
  });

  test("does not come back with the list of keys open", () => {
    const storage = memory();
    createSession({ storage }).togglePanel("keys");
    expect(createSession({ storage }).panels.value.keys).toBe(false);
  });

  test("follows the theme of the system until one is chosen", () => {
    const systemIsDark = signal(true);
    const session = createSession({ systemIsDark });
    expect(session.isDark.value).toBe(true);
    systemIsDark.value = false;
    expect(session.isDark.value).toBe(false);
    session.setTheme("dark");
    expect(session.isDark.value).toBe(true);
  });

  test.each([
    [["zh-CN", "en"], "zh"],
    [["en-GB", "zh"], "en"],
    [["fr", "en"], "en"],
    [["fr"], "zh"],
    [[], "zh"],
  ])("speaks to a browser that asks for %j in %s", (languages, language) => {
    expect(readPreferences(null, languages).language).toBe(language);
  });

  test("opens no panel over a narrow view", () => {
    expect(readPreferences(null, [], true).panels.legend).toBe(false);
  });
});

describe("backward compatibility: preferences of version 1", () => {
  test("are read", () => {
    const text =
      '{"version":1,"language":"en","theme":"light","panels":{"legend":false,"steps":true},"letterKeys":false}';
    expect(readPreferences(text, [])).toEqual({
      language: "en",
      theme: "light",
      panels: { legend: false, inspector: true, steps: true, keys: false },
      letterKeys: false,
      // Came later; a person who never said them has none.
      graphicsCard: false,
      home: null,
    });
  });

  test.each([
    "not json",
    "[]",
    "null",
    '{"version":2,"language":"en","theme":"dark"}',
    '{"version":1,"language":"fr","theme":7,"panels":[],"letterKeys":"no"}',
  ])("%s counts as not set", (text) => {
    expect(readPreferences(text, [])).toEqual(readPreferences(null, []));
  });
});
