/** Every rule, in the order in which they are tried; the first to propose a relation for a sentence gives it its name. */
import type { DocumentRule, Rule, SentenceRule } from "./rule.ts";
import { BELONGING_RULES } from "./rules/belonging.ts";
import { CO_BUILDING_RULES } from "./rules/co-building.ts";
import { FIELD_RULES } from "./rules/fields.ts";
import { LEADERSHIP_RULES } from "./rules/leadership.ts";
import { LOCALITY_RULES } from "./rules/locality.ts";
import { NAME_RULES } from "./rules/names.ts";
import { PARTNERSHIP_RULES } from "./rules/partnership.ts";
import { PLACE_RULES } from "./rules/places.ts";
import { PROGRAMME_RULES } from "./rules/programmes.ts";
import { REGION_RULES } from "./rules/regions.ts";

export const SENTENCE_RULES: readonly SentenceRule[] = [
  ...CO_BUILDING_RULES,
  ...PARTNERSHIP_RULES,
  ...LEADERSHIP_RULES,
  ...BELONGING_RULES,
  ...PLACE_RULES,
  ...FIELD_RULES,
  ...PROGRAMME_RULES,
];

/** Each knows what the sentences and the rules before it said. */
export const DOCUMENT_RULES: readonly DocumentRule[] = [...NAME_RULES, ...LOCALITY_RULES, ...REGION_RULES];

export const RULES: readonly Rule[] = [...SENTENCE_RULES, ...DOCUMENT_RULES];
