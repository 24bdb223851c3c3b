/** Colours of the types as custom properties, so that one table of the ontology serves both themes. */
import { ENTITY_TYPES, ENTITY_TYPE_NAMES } from "../../../../server/contract/ontology.ts";
import type { EntityType } from "../../../../server/contract/ontology.ts";

/** To be used as a fill or a line, never as the colour of a text. */
export function typeColor(type: EntityType): string {
  return `var(--type-${type})`;
}

export function installTypeColors(root: HTMLElement): void {
  for (const type of ENTITY_TYPE_NAMES) {
    const { light, dark } = ENTITY_TYPES[type].color;
    root.style.setProperty(`--type-${type}`, `light-dark(${light}, ${dark})`);
  }
}
