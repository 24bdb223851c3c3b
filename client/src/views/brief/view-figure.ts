/**
 * A chart or map that is on the screen, as a picture for paper: a copy beside
 * it in the light theme, with what the style sheets say written into it.
 */
import type { Figure } from "./brief.ts";

/** Those that pass on to what is within, with what they are where nothing is said. */
const INHERITED: Readonly<Record<string, string>> = {
  fill: "rgb(0, 0, 0)",
  "fill-opacity": "1",
  stroke: "none",
  "stroke-width": "1px",
  "stroke-opacity": "1",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "paint-order": "normal",
  "font-size": "16px",
  "font-weight": "400",
  "text-anchor": "start",
};
const OWN: Readonly<Record<string, string>> = { opacity: "1", "vector-effect": "none" };

/** Null where there is no such picture on the screen. */
export function viewFigure(selector: string): Figure | null {
  const drawn = document.querySelector<SVGSVGElement>(selector);
  if (drawn?.parentElement == null) return null;
  const paper = document.createElement("div");
  paper.dataset["theme"] = "light";
  paper.style.position = "absolute";
  paper.style.visibility = "hidden";
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  paper.append(copy);
  // Where it stands the style sheets find it as they find the picture itself.
  drawn.parentElement.append(paper);
  const written = [...copy.querySelectorAll<SVGElement>("*")].map(
    (element) => [element, stylesOf(element, copy)] as const,
  );
  paper.remove();
  for (const [element, styles] of written) {
    for (const name of ["class", "style", "data-tip", "data-code"]) element.removeAttribute(name);
    for (const [name, value] of styles) element.setAttribute(name, value);
  }
  const [width, height] = [Number(drawn.getAttribute("width")), Number(drawn.getAttribute("height"))];
  for (const name of ["style", "class", "aria-label", "role"]) copy.removeAttribute(name);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  copy.setAttribute("font-family", "'Noto Sans SC Variable','Noto Sans SC','Microsoft YaHei','PingFang SC',sans-serif");
  return { svg: new XMLSerializer().serializeToString(copy), width, height };
}

/** What an element looks like beyond what it has from the one around it. */
function stylesOf(element: SVGElement, root: SVGSVGElement): readonly (readonly [string, string])[] {
  const style = getComputedStyle(element);
  const outer = element.parentElement === (root as Element) ? null : getComputedStyle(element.parentElement!);
  const read = (name: string) => [name, style.getPropertyValue(name)] as const;
  return [
    ...Object.entries(INHERITED)
      .filter(([name, usual]) => style.getPropertyValue(name) !== (outer?.getPropertyValue(name) ?? usual))
      .map(([name]) => read(name)),
    ...Object.entries(OWN)
      .filter(([name, usual]) => style.getPropertyValue(name) !== usual)
      .map(([name]) => read(name)),
  ];
}
