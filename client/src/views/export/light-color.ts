/** Colours for paper, whatever the theme of the screen: asked of the browser, which alone resolves them. */

/** @param property name of a custom property, as `--s3` */
export function lightColor(property: string): string {
  const probe = document.createElement("span");
  probe.dataset["theme"] = "light";
  probe.style.color = `var(${property})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
