/** The colours that stand for a quantity or a value rather than a type, by the names of their custom properties. */

/** From the least to the most. */
export const RAMP_SHADES = ["s1", "s2", "s3", "s4", "s5", "s6"] as const;
/** These only tell apart. */
export const CATEGORY_SHADES = ["c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8"] as const;

/** `none` is paper: there is no value. */
export type Shade = (typeof RAMP_SHADES)[number] | (typeof CATEGORY_SHADES)[number] | "none";

export const SHADES: readonly Shade[] = ["none", ...RAMP_SHADES, ...CATEGORY_SHADES];
