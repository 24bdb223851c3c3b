/**
 * What the eye can tell apart, measured: contrast of texts and signs in both
 * themes, the distance of the types' colours for eyes of every kind, and that
 * yellow and dashes mean one thing each.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";

import { ENTITY_TYPES, ENTITY_TYPE_NAMES } from "../../../../server/contract/ontology.ts";
import { colorDistance, contrast, simulations } from "./color-measures.ts";

const SOURCE = join(import.meta.dirname, "../../../../client/src");
const THEMES = ["light", "dark"] as const;
type Theme = (typeof THEMES)[number];

const tokens = new Map(
  [
    ...readFileSync(join(SOURCE, "styles/tokens.css"), "utf8").matchAll(
      /--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g,
    ),
  ].map(([, name = "", light = "", dark = ""]) => [name, { light, dark }]),
);

function color(name: string, theme: Theme): string {
  const token = tokens.get(name);
  if (token === undefined) throw new Error(`tokens.css has no colour --${name}.`);
  return token[theme];
}

describe.each(THEMES)("in the %s theme", (theme) => {
  test.each([
    ["ink", "panel"],
    ["ink", "hover"],
    ["ink", "evidence"],
    ["ink", "evidence-soft"],
    ["ink-2", "panel"],
    ["ink-2", "canvas"],
    ["ink-2", "sunken"],
    ["ink-3", "panel"],
    ["ink-3", "hover"],
    ["on-ink", "ink"],
    ["danger", "panel"],
    ["warn", "panel"],
    ["ok", "panel"],
    ["focus", "panel"],
  ])("a text of %s on %s can be read", (text, ground) => {
    expect(contrast(color(text, theme), color(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ["control", "panel"],
    ["edge", "canvas"],
    ["edge-2", "canvas"],
    ["edge-2", "hull"],
  ])("a line of %s on %s can be seen", (line, ground) => {
    // To one decimal, as the design states its ratios.
    expect(Math.round(contrast(color(line, theme), color(ground, theme)) * 10) / 10).toBeGreaterThanOrEqual(3);
  });

  test("every type stands out from what it is drawn on, and its icon from it", () => {
    const weak = ENTITY_TYPE_NAMES.flatMap((type) => {
      const fill = ENTITY_TYPES[type].color[theme];
      return [
        ...["canvas", "panel", "hull"].map((ground) => ({
          type,
          on: ground,
          ratio: contrast(fill, color(ground, theme)),
        })),
        { type, on: "its icon", ratio: contrast(color("on-type", theme), fill) },
      ];
    }).filter(({ ratio }) => ratio < 3);
    expect(weak).toEqual([]);
  });

  test.each(Object.keys(simulations))("types differ in colour for %s sight", (sight) => {
    const seen = simulations[sight as keyof typeof simulations];
    const close = ENTITY_TYPE_NAMES.flatMap((one, index) =>
      ENTITY_TYPE_NAMES.slice(index + 1).map((other) => ({
        pair: `${one} / ${other}`,
        distance: colorDistance(seen(ENTITY_TYPES[one].color[theme]), seen(ENTITY_TYPES[other].color[theme])),
      })),
    ).filter(({ distance }) => distance < 5);
    expect(close).toEqual([]);
  });
});

test("no two types have the same shape or icon", () => {
  const shapes = ENTITY_TYPE_NAMES.map((type) => ENTITY_TYPES[type].shape);
  const icons = ENTITY_TYPE_NAMES.map((type) => ENTITY_TYPES[type].icon);
  expect(new Set(shapes).size).toBe(shapes.length);
  expect(new Set(icons).size).toBe(icons.length);
});

describe("the stylesheets", () => {
  const sheets = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".css"))
    .map((path) => ({ path, text: readFileSync(join(SOURCE, path), "utf8").replace(/\/\*[\s\S]*?\*\//g, "") }));
  const linesWith = (pattern: RegExp, allowed: RegExp) =>
    sheets
      .filter(({ path }) => !allowed.test(path))
      .flatMap(({ path, text }) =>
        text.split("\n").flatMap((line) => (pattern.test(line) ? [`${relative(".", path)}: ${line.trim()}`] : [])),
      );

  test("name no colour but by its token", () => {
    expect(linesWith(/#[0-9a-f]{3,8}\b(?!.*\{)|\brgba?\(|\bhsla?\(/i, /styles\/tokens\.css$/)).toEqual([]);
  });

  test("keep yellow for evidence and selection", () => {
    const evidence =
      /source\/|reader\/|figures\/|map\/|gaps\/gaps\.css|entity\/(relation-line|chain)|matrix\/(matrix|cell-mark)|table\/data-table|shell\/shell\.css|ui\/tag\.css|canvas\/|styles\/tokens/;
    expect(linesWith(/var\(--evidence/, evidence)).toEqual([]);
  });

  test("keep dashes for what is planned", () => {
    const planned = sheets.flatMap(({ text }) =>
      [...text.matchAll(/\.([a-z_-]+)[^{}]*\{[^{}]*\bdashed\b/g)].map(([, name]) => name),
    );
    expect(planned.filter((name) => !/planned|dash/.test(name ?? ""))).toEqual([]);
  });
});
