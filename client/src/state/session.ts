/**
 * How this person looks at the graph: view, language, theme, panels. What is a
 * preference is kept in one versioned entry of the browser's storage.
 */
import { batch, computed, effect, signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type { EntityId } from "../../../server/contract/index.ts";

/** In the order of the rail, which is also that of Alt 1, Alt 2 and so on. */
export const VIEW_IDS = [
  "overview",
  "canvas",
  "matrix",
  "gaps",
  "map",
  "figures",
  "table",
  "documents",
  "query",
  "imports",
  "names",
  "measures",
] as const;
export type ViewId = (typeof VIEW_IDS)[number];

export const LANGUAGES = ["zh", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** What can be open beside the view, or over it. */
export const PANEL_IDS = ["legend", "inspector", "steps", "keys"] as const;
export type PanelId = (typeof PANEL_IDS)[number];

export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  readonly panels: Readonly<Record<PanelId, boolean>>;
  /** Single letters as shortcuts; some assistive technology types them. */
  readonly letterKeys: boolean;
  /** The graphics card draws the canvas, where there is one. */
  readonly graphicsCard: boolean;
  /** The region that a person calls theirs: gaps are asked of it. */
  readonly home: EntityId | null;
}

const STORAGE_KEY = "innovation-atlas";
const STORAGE_VERSION = 1;

export interface SessionOptions {
  /** `localStorage`, or whatever keeps text under a key. */
  readonly storage?: Pick<Storage, "getItem" | "setItem"> | undefined;
  /** The languages of the browser, most wanted first. */
  readonly languages?: readonly string[] | undefined;
  /** On a narrow screen panels lie over the view, so none is open before it is asked for. */
  readonly isNarrow?: boolean | undefined;
  /** Follows `prefers-color-scheme`. */
  readonly systemIsDark?: ReadonlySignal<boolean> | undefined;
}

export interface Session extends Disposable {
  readonly view: ReadonlySignal<ViewId>;
  readonly language: ReadonlySignal<Language>;
  readonly theme: ReadonlySignal<Theme>;
  /** The theme that is shown, with the system's wish resolved. */
  readonly isDark: ReadonlySignal<boolean>;
  readonly panels: ReadonlySignal<Readonly<Record<PanelId, boolean>>>;
  readonly letterKeys: ReadonlySignal<boolean>;
  readonly graphicsCard: ReadonlySignal<boolean>;
  readonly home: ReadonlySignal<EntityId | null>;
  show(view: ViewId): void;
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
  setPanel(panel: PanelId, isOpen: boolean): void;
  togglePanel(panel: PanelId): void;
  setLetterKeys(areOn: boolean): void;
  setGraphicsCard(isUsed: boolean): void;
  setHome(region: EntityId | null): void;
}

export function createSession(options: SessionOptions = {}): Session {
  const kept = readPreferences(
    options.storage?.getItem(STORAGE_KEY) ?? null,
    options.languages ?? [],
    options.isNarrow,
  );
  const view = signal<ViewId>("overview");
  const language = signal(kept.language);
  const theme = signal(kept.theme);
  const panels = signal(kept.panels);
  const letterKeys = signal(kept.letterKeys);
  const graphicsCard = signal(kept.graphicsCard);
  const home = signal(kept.home);

  const preferences = computed<Preferences>(() => ({
    language: language.value,
    theme: theme.value,
    panels: { ...panels.value, keys: false },
    letterKeys: letterKeys.value,
    graphicsCard: graphicsCard.value,
    home: home.value,
  }));
  const dispose = effect(() => {
    options.storage?.setItem(STORAGE_KEY, JSON.stringify({ version: STORAGE_VERSION, ...preferences.value }));
  });
  const setPanel = (panel: PanelId, isOpen: boolean) => {
    panels.value = { ...panels.peek(), [panel]: isOpen };
  };

  return {
    view,
    language,
    theme,
    isDark: computed(() =>
      theme.value === "system" ? (options.systemIsDark?.value ?? false) : theme.value === "dark",
    ),
    panels,
    letterKeys,
    graphicsCard,
    home,
    show(next) {
      view.value = next;
    },
    setLanguage(next) {
      language.value = next;
    },
    setTheme(next) {
      theme.value = next;
    },
    setPanel,
    togglePanel: (panel) => batch(() => setPanel(panel, !panels.peek()[panel])),
    setLetterKeys(areOn) {
      letterKeys.value = areOn;
    },
    setGraphicsCard(isUsed) {
      graphicsCard.value = isUsed;
    },
    setHome(region) {
      home.value = region;
    },
    [Symbol.dispose]: dispose,
  };
}

/** What cannot be read (another version, another program's text) counts as not set, field by field. */
export function readPreferences(text: string | null, languages: readonly string[], isNarrow = false): Preferences {
  const kept = parseObject(text);
  const isCurrent = kept["version"] === STORAGE_VERSION;
  const read = <T>(name: string, allowed: readonly T[], fallback: T): T =>
    isCurrent && allowed.includes(kept[name] as T) ? (kept[name] as T) : fallback;
  const panels = isCurrent && isObject(kept["panels"]) ? kept["panels"] : {};
  const isOpen = (panel: PanelId, fallback: boolean) => (typeof panels[panel] === "boolean" ? panels[panel] : fallback);
  return {
    language: read("language", LANGUAGES, preferredLanguage(languages)),
    theme: read("theme", THEMES, "system"),
    panels: {
      legend: isOpen("legend", !isNarrow),
      inspector: isOpen("inspector", true),
      steps: isOpen("steps", false),
      keys: false,
    },
    letterKeys: read("letterKeys", [true, false], true),
    graphicsCard: read("graphicsCard", [true, false], false),
    home: isCurrent && typeof kept["home"] === "string" ? (kept["home"] as EntityId) : null,
  };
}

/** Chinese, unless the browser asks for English before it. */
function preferredLanguage(languages: readonly string[]): Language {
  const first = languages.find((tag) => /^(zh|en)\b/i.test(tag));
  return first !== undefined && /^en/i.test(first) ? "en" : "zh";
}

function parseObject(text: string | null): Record<string, unknown> {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
