/** The colours of the canvas, read from the same custom properties as everything else, for the theme in use. */
import { ENTITY_TYPES, ENTITY_TYPE_NAMES } from "../../../server/contract/ontology.ts";
import type { EntityType } from "../../../server/contract/ontology.ts";
import { SHADES } from "../state/styling/shades.ts";
import type { Shade } from "../state/styling/shades.ts";

const NAMES = {
  canvas: "--canvas",
  panel: "--panel",
  raised: "--raised",
  press: "--press",
  ink: "--ink",
  ink2: "--ink-2",
  ink3: "--ink-3",
  line2: "--line-2",
  focus: "--focus",
  evidence: "--evidence",
  evidenceLine: "--evidence-line",
  edge: "--edge",
  edge2: "--edge-2",
  hull: "--hull",
  hullLine: "--hull-line",
  onType: "--on-type",
} as const;

export type CanvasTokens = Readonly<Record<keyof typeof NAMES, string>> & {
  /** Lines within the yellow of a selection: dark in both themes. */
  readonly inEvidence: string;
  readonly types: Readonly<Record<EntityType, string>>;
  readonly shades: Readonly<Record<Shade, string>>;
  readonly font: string;
};

/** Asks the browser, which alone resolves `light-dark()`: a probe takes each colour and tells what it became. */
export function readTokens(container: HTMLElement, isDark: boolean): CanvasTokens {
  const probe = container.ownerDocument.createElement("span");
  container.append(probe);
  const style = getComputedStyle(probe);
  const resolve = (property: string) => {
    probe.style.color = `var(${property})`;
    return style.color;
  };
  const colors = Object.fromEntries(Object.entries(NAMES).map(([name, property]) => [name, resolve(property)]));
  const shades = Object.fromEntries(
    SHADES.map((shade) => [shade, resolve(shade === "none" ? NAMES.canvas : `--${shade}`)]),
  ) as Record<Shade, string>;
  const font = style.fontFamily;
  probe.remove();
  const named = colors as Record<keyof typeof NAMES, string>;
  return { ...named, shades, inEvidence: isDark ? named.canvas : named.ink, types: typeColors(isDark), font };
}

export function typeColors(isDark: boolean): Record<EntityType, string> {
  return Object.fromEntries(
    ENTITY_TYPE_NAMES.map((type) => [type, ENTITY_TYPES[type].color[isDark ? "dark" : "light"]]),
  ) as Record<EntityType, string>;
}

/** For a canvas without a page. */
export const PLAIN_TOKENS: CanvasTokens = {
  ...(Object.fromEntries(Object.keys(NAMES).map((name) => [name, "#888888"])) as Record<keyof typeof NAMES, string>),
  inEvidence: "#000000",
  types: typeColors(false),
  shades: Object.fromEntries(SHADES.map((shade) => [shade, "#888888"])) as Record<Shade, string>,
  font: "sans-serif",
};
