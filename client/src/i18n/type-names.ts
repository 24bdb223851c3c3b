/** Names of entity and relation types in the language in use, from the ontology. */
import { ENTITY_TYPES, RELATION_TYPES } from "../../../server/contract/ontology.ts";
import type { EntityType, RelationType } from "../../../server/contract/ontology.ts";
import { locale } from "./locale.ts";
import { pseudoText } from "./pseudo.ts";

interface Named {
  readonly zh: string;
  readonly en: string;
}

function inUse(name: Named): string {
  if (locale.value === "pseudo") return pseudoText(name.en);
  return locale.value === "en" ? name.en : name.zh;
}

export function entityTypeName(type: EntityType): string {
  return inUse(ENTITY_TYPES[type]);
}

/** For headings over several; Chinese has one form. */
export function entityTypePlural(type: EntityType): string {
  return inUse({ zh: ENTITY_TYPES[type].zh, en: ENTITY_TYPES[type].enPlural });
}

export function entityTypeDescription(type: EntityType): string {
  return inUse(ENTITY_TYPES[type].description);
}

/** Read from -> to, or from the other end with `in`. */
export function relationName(type: RelationType, direction: "out" | "in" = "out"): string {
  const info = RELATION_TYPES[type];
  return inUse(direction === "out" ? info : info.reverse);
}

export function relationDescription(type: RelationType): string {
  return inUse(RELATION_TYPES[type].description);
}
