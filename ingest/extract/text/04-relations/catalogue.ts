/** The catalogue of rules; the first to propose a relation for a sentence gives the claim its name. */
import type { DocumentRule, Rule, SentenceRule } from "./rule.ts";
import { ALLIANCE_RULES } from "./rules/alliances.ts";
import { APART_BUILDER_RULES } from "./rules/apart-builders.ts";
import { BELONGING_RULES } from "./rules/belonging.ts";
import { BUILT_SUBJECT_RULES } from "./rules/built-subject.ts";
import { CO_BUILDING_RULES } from "./rules/co-building.ts";
import { CONTRACT_PARTNER_RULES } from "./rules/contract-partners.ts";
import { FIELD_RULES } from "./rules/fields.ts";
import { JOINT_FOUNDING_RULES } from "./rules/joint-founding.ts";
import { LEADERSHIP_RULES } from "./rules/leadership.ts";
import { LOCALITY_RULES } from "./rules/locality.ts";
import { NAME_RULES } from "./rules/names.ts";
import { PARTNERSHIP_RULES } from "./rules/partnership.ts";
import { PLACE_RULES } from "./rules/places.ts";
import { PLACE_NAME_RULES } from "./rules/places-in-names.ts";
import { POLICY_RULES } from "./rules/policies.ts";
import { PROGRAMME_RULES } from "./rules/programmes.ts";
import { REGION_RULES } from "./rules/regions.ts";
import { SOUGHT_PARTNER_RULES } from "./rules/sought-partners.ts";
import { SPANNING_RULES } from "./rules/spanning.ts";
import { TABLE_RULES } from "./rules/tables.ts";

/** Every rule, in the order in which they are tried. */
export const RULES: readonly Rule[] = [
  ...TABLE_RULES,
  ...CO_BUILDING_RULES,
  ...APART_BUILDER_RULES,
  ...JOINT_FOUNDING_RULES,
  ...BUILT_SUBJECT_RULES,
  ...PARTNERSHIP_RULES,
  ...SOUGHT_PARTNER_RULES,
  ...CONTRACT_PARTNER_RULES,
  ...ALLIANCE_RULES,
  ...LEADERSHIP_RULES,
  ...BELONGING_RULES,
  ...PLACE_RULES,
  ...SPANNING_RULES,
  ...FIELD_RULES,
  ...PROGRAMME_RULES,
  ...POLICY_RULES,
  ...NAME_RULES,
  ...PLACE_NAME_RULES,
  ...LOCALITY_RULES,
  ...REGION_RULES,
];

export const SENTENCE_RULES: readonly SentenceRule[] = RULES.filter((rule) => rule.scope === "sentence");

/** Each knows what the sentences and the rules before it said. */
export const DOCUMENT_RULES: readonly DocumentRule[] = RULES.filter((rule) => rule.scope === "document");
