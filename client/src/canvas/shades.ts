/** What is drawn upon the colours that stand for a quantity or a value rather than a type. */
import type { Shade } from "../state/styling/shades.ts";
import type { CanvasTokens } from "./tokens.ts";

const LIGHT: ReadonlySet<Shade> = new Set(["none", "s1", "s2", "s3"]);

/** Of icons and signs: it can be read on every shade, in both themes. */
export function colorOn(shade: Shade, tokens: Pick<CanvasTokens, "ink" | "onType">): string {
  return LIGHT.has(shade) ? tokens.ink : tokens.onType;
}
