/** The layers of the canvas, from back to front: land and halos, Cytoscape, names, badges, mini-map, voice. */
import "./canvas.css";

export interface Surfaces extends Disposable {
  /** Takes the keyboard. */
  readonly root: HTMLElement;
  readonly under: HTMLCanvasElement;
  /** In the place of `under` while the view is dragged. */
  readonly glide: HTMLCanvasElement;
  /** Cytoscape's own. */
  readonly stage: HTMLElement;
  readonly over: HTMLCanvasElement;
  readonly badges: HTMLElement;
  readonly map: HTMLElement;
  /** Speaks where the keyboard stands. */
  readonly voice: HTMLElement;
}

export function createSurfaces(container: HTMLElement, name: string): Surfaces {
  const page = container.ownerDocument;
  keepCytoscapeFromStyling(page);
  const make = <T extends keyof HTMLElementTagNameMap>(tag: T, className: string): HTMLElementTagNameMap[T] => {
    const element = page.createElement(tag);
    element.className = className;
    return element;
  };
  const root = make("div", "canvas");
  root.tabIndex = 0;
  root.setAttribute("role", "application");
  root.setAttribute("aria-label", name);
  root.dataset["keys"] = "canvas sentences";
  root.dataset["regionFocus"] = "";
  const under = make("canvas", "canvas__layer canvas__layer--still");
  const glide = make("canvas", "canvas__glide");
  const stage = make("div", "canvas__layer");
  const over = make("canvas", "canvas__layer canvas__layer--still");
  const badges = make("div", "canvas__badges");
  const map = make("div", "canvas__map");
  map.hidden = true;
  const voice = make("div", "canvas__voice");
  voice.setAttribute("aria-live", "polite");
  for (const drawing of [under, glide, over, map]) drawing.setAttribute("aria-hidden", "true");
  root.append(under, glide, stage, over, badges, map, voice);
  container.append(root);
  return { root, under, glide, stage, over, badges, map, voice, [Symbol.dispose]: () => root.remove() };
}

/**
 * Cytoscape writes a style element with one rule into the page, which a strict
 * content security policy refuses; it does not where one with this id is there.
 * The rule (a positioned container) is kept by `.canvas__layer`.
 */
function keepCytoscapeFromStyling(page: Document): void {
  const id = "__________cytoscape_stylesheet";
  if (page.getElementById(id) !== null) return;
  const stand = page.createElement("meta");
  stand.id = id;
  page.head.append(stand);
}
