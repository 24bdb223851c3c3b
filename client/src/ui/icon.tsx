/** An icon drawn in the colour of its text. It says nothing itself: the name is on what holds it. */
export interface IconProps {
  /** The text of a lucide SVG file. */
  readonly svg: string;
  readonly size?: number;
  readonly class?: string;
}

/** Parsed once a file: what stands between <svg …> and </svg>. */
const drawings = new Map<string, string>();

export function iconDrawing(svg: string): string {
  const known = drawings.get(svg);
  if (known !== undefined) return known;
  const drawing = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg)?.[1]?.replace(/\s+/g, " ").trim() ?? "";
  drawings.set(svg, drawing);
  return drawing;
}

export function Icon({ svg, size = 16, class: extra }: IconProps) {
  return (
    <svg
      class={extra === undefined ? "icon" : `icon ${extra}`}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width={size >= 20 ? 1.7 : 1.9}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: iconDrawing(svg) }}
    />
  );
}
