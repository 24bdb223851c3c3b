import { defineAction } from "./action.ts";

export const nextRegion = defineAction({
  id: "next-region",
  group: "everywhere",
  shortcuts: ["F6"],
  isEnabled: () => true,
  run: () => moveRegion(1),
});

/**
 * Regions of the screen carry `data-region`; their order in the page is the
 * order of focus. A region takes the focus itself, or gives it to the element
 * in it that carries `data-region-focus`.
 */
export function moveRegion(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")].filter((region) =>
    region.checkVisibility(),
  );
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = at === -1 && by === -1 ? regions.length - 1 : (at + by + regions.length) % regions.length;
  const region = regions[next];
  (region?.querySelector<HTMLElement>("[data-region-focus]") ?? region)?.focus();
}
