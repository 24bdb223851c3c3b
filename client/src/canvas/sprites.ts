/** Names and icons drawn once and then copied: stroking text anew in every frame would take most of it. */
import type { EntityType } from "../../../server/contract/index.ts";
import { ENTITY_TYPES } from "../../../server/contract/ontology.ts";
import { lucidePath } from "./lucide-path.ts";
import type { CanvasTokens } from "./tokens.ts";

export interface Sprite {
  readonly image: HTMLCanvasElement;
  /** In pixels of the page, without the margin. */
  readonly width: number;
  readonly height: number;
}

export type LabelStyle = "regular" | "strong";

const FONTS: Readonly<Record<LabelStyle, { readonly size: number; readonly weight: number; readonly line: number }>> = {
  regular: { size: 12, weight: 400, line: 16 },
  strong: { size: 13.5, weight: 640, line: 18 },
};
/** The paper outline round a name. */
const OUTLINE = 4;
const MARGIN = OUTLINE / 2 + 1;
const MAX_SPRITES = 1_500;
/** Names that are drawn for the first time in one frame; the next ones wait for the next. */
const NEW_A_FRAME = 24;

export class Sprites {
  readonly #labels = new Map<string, Sprite>();
  readonly #icons = new Map<string, HTMLCanvasElement>();
  readonly #paths = new Map<EntityType, Path2D>();
  readonly #icon: (name: string) => string | undefined;
  #tokens: CanvasTokens;
  #ratio: number;
  readonly #onFont: () => void;
  #allowance = NEW_A_FRAME;

  /** `icon` gives the lucide SVG of a name; `onFont` is called when a font has come and names look different. */
  constructor(tokens: CanvasTokens, ratio: number, icon: (name: string) => string | undefined, onFont: () => void) {
    this.#tokens = tokens;
    this.#ratio = ratio;
    this.#icon = icon;
    this.#onFont = onFont;
  }

  /** Another theme: everything is drawn anew. */
  recolor(tokens: CanvasTokens): void {
    this.#tokens = tokens;
    this.#forget();
  }

  /** Another screen, or the page zoomed: everything is drawn anew. */
  sharpen(ratio: number): void {
    if (ratio === this.#ratio) return;
    this.#ratio = ratio;
    this.#forget();
  }

  /** A new frame begins. */
  begin(): void {
    this.#allowance = NEW_A_FRAME;
  }

  /** The size of a name where it has been drawn, or can still be in this frame. */
  measure(lines: readonly string[], style: LabelStyle): Sprite | undefined {
    if (this.#labels.has(keyOf(lines, style, "center"))) return this.label(lines, style, "center");
    if (this.#allowance === 0) return undefined;
    this.#allowance -= 1;
    return this.label(lines, style, "center");
  }

  /** Whether names had to wait for another frame. */
  get isExhausted(): boolean {
    return this.#allowance === 0;
  }

  label(lines: readonly string[], style: LabelStyle, align: "center" | "left" | "right"): Sprite {
    const key = keyOf(lines, style, align);
    const known = this.#labels.get(key);
    if (known !== undefined) return known;
    if (this.#labels.size > MAX_SPRITES) this.#labels.clear();
    const sprite = this.#drawLabel(lines, style, align);
    this.#labels.set(key, sprite);
    return sprite;
  }

  /** Draws a name with its top left at x, y. */
  drawLabel(context: CanvasRenderingContext2D, sprite: Sprite, x: number, y: number): void {
    const { image } = sprite;
    context.drawImage(image, x - MARGIN, y - MARGIN, image.width / this.#ratio, image.height / this.#ratio);
  }

  /** Draws the icon of a type with its middle at x, y and this half side; nothing for a type without one. */
  drawIcon(
    context: CanvasRenderingContext2D,
    type: EntityType,
    x: number,
    y: number,
    half: number,
    color: string,
  ): void {
    const pixels = Math.max(2, Math.round(half * this.#ratio) * 2);
    const key = `${type} ${pixels} ${color}`;
    let image = this.#icons.get(key);
    if (image === undefined) {
      image = this.#drawIcon(type, pixels, color);
      this.#icons.set(key, image);
    }
    const side = pixels / this.#ratio;
    context.drawImage(image, x - side / 2, y - side / 2, side, side);
  }

  font(style: LabelStyle): string {
    const { size, weight } = FONTS[style];
    return `${weight} ${size}px ${this.#tokens.font}`;
  }

  #forget(): void {
    this.#labels.clear();
    this.#icons.clear();
  }

  #drawLabel(lines: readonly string[], style: LabelStyle, align: "center" | "left" | "right"): Sprite {
    const font = this.font(style);
    this.#wantFont(font, lines.join(""));
    const image = document.createElement("canvas");
    const context = image.getContext("2d")!;
    context.font = font;
    const widths = lines.map((line) => context.measureText(line).width);
    const width = Math.ceil(Math.max(...widths));
    const lineHeight = FONTS[style].line;
    const height = lineHeight * lines.length;
    image.width = Math.ceil((width + 2 * MARGIN) * this.#ratio);
    image.height = Math.ceil((height + 2 * MARGIN) * this.#ratio);
    context.scale(this.#ratio, this.#ratio);
    context.font = font; // A canvas forgets it when its size is set.
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = OUTLINE;
    context.strokeStyle = this.#tokens.canvas;
    context.fillStyle = this.#tokens.ink;
    const draw = (write: (line: string, x: number, y: number) => void) =>
      lines.forEach((line, at) => {
        const room = width - widths[at]!;
        const x = MARGIN + (align === "left" ? 0 : align === "right" ? room : room / 2);
        write(line, x, MARGIN + lineHeight * (at + 0.5));
      });
    draw((line, x, y) => context.strokeText(line, x, y));
    draw((line, x, y) => context.fillText(line, x, y));
    return { image, width, height };
  }

  #drawIcon(type: EntityType, pixels: number, color: string): HTMLCanvasElement {
    const image = document.createElement("canvas");
    image.width = pixels;
    image.height = pixels;
    const path = this.#pathOf(type);
    if (path === undefined) return image;
    const context = image.getContext("2d")!;
    context.scale(pixels / 24, pixels / 24);
    context.strokeStyle = color;
    context.lineWidth = 2;
    context.lineCap = "round";
    context.lineJoin = "round";
    context.stroke(path);
    return image;
  }

  #pathOf(type: EntityType): Path2D | undefined {
    const known = this.#paths.get(type);
    if (known !== undefined) return known;
    const svg = this.#icon(ENTITY_TYPES[type].icon);
    if (svg === undefined) return undefined;
    const path = lucidePath(svg);
    this.#paths.set(type, path);
    return path;
  }

  /** Fonts come in slices by character: asks for the slice, and draws again when it is there. */
  #wantFont(font: string, text: string): void {
    if (!document.fonts.check(font, text)) void this.#redrawWithFont(font, text);
  }

  async #redrawWithFont(font: string, text: string): Promise<void> {
    const loaded = await document.fonts.load(font, text).catch(() => []);
    if (loaded.length === 0) return;
    this.#labels.clear();
    this.#onFont();
  }
}

/** One line looks the same however it is aligned. */
const keyOf = (lines: readonly string[], style: LabelStyle, align: string) =>
  `${style} ${lines.length === 1 ? "" : align} ${lines.join("\n")}`;
