/** What a look means, in words: the same for the key on the canvas and for the one under an exported picture. */
import type { Measure } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { ColorKey, Look, ShadeCategory, ShadeStep, SizeKey } from "../../state/styling/look.ts";
import { MEASURE_SIGN, PROPERTY, REGION_LEVEL } from "../../state/styling/look.ts";
import type { Shade } from "../../state/styling/shades.ts";
import { propertyName } from "../entity/entity-facts.ts";
import { stylingMessages } from "./messages.ts";

export interface ShadeWords {
  readonly shade: Shade;
  readonly text: string;
}

/** The name of a choice of size or colour. */
export function byText(by: string): string {
  const words = stylingMessages.value;
  if (by.startsWith(PROPERTY)) {
    const name = by.slice(PROPERTY.length);
    if (name === REGION_LEVEL) return words.regionLevel;
    return words.measures[name.slice(MEASURE_SIGN.length) as Measure] ?? propertyName(name);
  }
  return words.by[by as keyof typeof words.by];
}

export function sizeText({ by, scale }: SizeKey): string {
  const { sizes, span } = stylingMessages.value;
  if (by === "degree" || by === "evidence" || by === "same") return sizes[by];
  const { number } = messages.value.counts;
  return scale === "count" ? byText(by) : span(byText(by), number(scale.least), number(scale.most));
}

/** Each colour with what it stands for; none where the type gives the colour, which the legend says. */
export function shadeTexts(color: ColorKey): readonly ShadeWords[] {
  if (color.kind === "type") return [];
  const own =
    color.kind === "steps" ? color.steps.map(stepWords) : color.categories.map((one) => categoryWords(color.by, one));
  return color.missing === 0 ? own : [...own, { shade: "none", text: stylingMessages.value.missing(color.missing) }];
}

export function colorTitle(color: ColorKey): string {
  return color.kind === "type" ? "" : byText(color.by);
}

function stepWords({ shade, from, below }: ShadeStep): ShadeWords {
  const { number } = messages.value.counts;
  const words = stylingMessages.value;
  if (below === null) return { shade, text: words.from(number(from)) };
  const isCount = Number.isInteger(from) && Number.isInteger(below);
  return {
    shade,
    text: isCount ? words.range(number(from), number(below - 1)) : words.between(number(from), number(below)),
  };
}

function categoryWords(by: string, { shade, value, count }: ShadeCategory): ShadeWords {
  const words = stylingMessages.value;
  const levels: Readonly<Record<string, string>> = messages.value.regionLevels;
  const text = value === null ? words.others : by === PROPERTY + REGION_LEVEL ? (levels[value] ?? value) : value;
  return { shade, text: words.counted(text, count) };
}

export function isWidthSaid({ width }: Look): boolean {
  return width === "evidence";
}
