/** Every view on every kind of screen: nothing throws, nothing sticks out, Chinese renders without Chinese fonts. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { VIEW_IDS } from "../../client/src/state/session.ts";
import type { ViewId } from "../../client/src/state/session.ts";
import { openExplorer } from "../support/explorer.ts";
import type { Explorer, ExplorerHost, ScreenOptions } from "../support/explorer.ts";
import { sampleGraphs } from "../support/sample-graph.ts";

const LETTER_KEYS: Partial<Record<ViewId, string>> = { names: "Alt+N", measures: "Alt+M" };
/** One view after the other, as the rail has them. */
const VIEW_KEYS = VIEW_IDS.map((view, at) => LETTER_KEYS[view] ?? `Alt+${(at + 1) % 10}`);

let host: ExplorerHost;
beforeAll(async () => {
  host = await openExplorer({ graphs: sampleGraphs() });
});
afterAll(() => host[Symbol.asyncDispose]());

const SCREENS: readonly (ScreenOptions & { readonly name: string })[] = [
  { name: "desktop, Chinese, light", language: "zh" },
  { name: "desktop, English, dark", language: "en", scheme: "dark" },
  { name: "phone, Chinese, light", width: 390, height: 844, language: "zh" },
  {
    name: "phone, English, dark, reduced motion",
    width: 390,
    height: 844,
    language: "en",
    scheme: "dark",
    reducedMotion: true,
  },
];

describe.each(SCREENS)("$name", (screen) => {
  test("every view opens without a fault and fits the screen", async () => {
    await using explorer = await host.open("/", screen);
    for (const key of VIEW_KEYS) {
      await explorer.press(key);
      expect(await overflow(explorer), key).toEqual([]);
    }
    expect(explorer.faults).toEqual([]);
  });
});

test("Chinese glyphs come from the page's own fonts", async () => {
  await using explorer = await host.open();
  await explorer.page.evaluate(() => document.fonts.ready);
  const loaded = await explorer.page.evaluate(() =>
    [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family.replaceAll('"', "")),
  );
  expect(new Set(loaded)).toContain("Noto Sans SC Variable");
});

test("what a component says of its looks wins over the reset, in views that are loaded later too", async () => {
  await using explorer = await host.open();
  const looks = () =>
    explorer.page.evaluate(() =>
      (
        [
          [".rail", "padding"],
          [".top-bar__brand", "padding"],
          [".region--view .button", "borderRadius"],
        ] as const
      ).map(([selector, property]) => {
        const element = document.querySelector(selector);
        return element === null ? selector : getComputedStyle(element)[property] !== "0px";
      }),
    );
  for (const view of ["画布", "查询", "导入"]) {
    await explorer.page.getByRole("navigation").getByRole("button", { name: view }).click();
    await explorer.settled();
    expect(await looks(), view).toEqual([true, true, true]);
  }
});

test("every control has a name", async () => {
  await using explorer = await host.open();
  for (const key of VIEW_KEYS) {
    await explorer.press(key);
    const nameless = await explorer.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("button, a[href], input, select, textarea, [role=button]")]
        .filter((element) => element.offsetParent !== null)
        .filter((element) => {
          const labelled =
            element.getAttribute("aria-label") ?? element.getAttribute("aria-labelledby") ?? element.title;
          const label = "labels" in element && (element.labels as NodeList | null)?.length;
          return !labelled && !label && (element.textContent ?? "").trim() === "";
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(nameless, key).toEqual([]);
  }
});

test("in English no Chinese text of our own is left", async () => {
  await using explorer = await host.open("/", { language: "en" });
  const ours = await explorer.page
    .getByRole("navigation")
    .first()
    .evaluate((element) => element.textContent ?? "");
  expect(ours).not.toMatch(/\p{Script=Han}/u);
});

/** Elements that make the page wider than the screen. */
async function overflow(explorer: Explorer): Promise<string[]> {
  return explorer.page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => element.className)
      .slice(0, 5);
  });
}

test("a badge holds its count in one line", async () => {
  await using explorer = await host.open();
  await explorer.explore("绍兴市");
  const badges = await explorer.page.locator(".canvas-badge").evaluateAll((all) =>
    all.map((badge) => {
      const range = document.createRange();
      range.selectNodeContents(badge);
      const [text, box] = [range.getBoundingClientRect(), badge.getBoundingClientRect()];
      return text.left >= box.left && text.right <= box.right && text.top >= box.top && text.bottom <= box.bottom;
    }),
  );
  expect(badges.length).toBeGreaterThan(0);
  expect(badges).not.toContain(false);
});
