/** Parameters that several requests share. */
import { z } from "zod";

import { ENTITY_TYPE_NAMES, RELATION_STATUSES, RELATION_TYPE_NAMES } from "./ontology.ts";
import type { EntityType, RelationType } from "./ontology.ts";

export const id = z.string().min(1).max(200);
export const entityTypeParam = z.enum(ENTITY_TYPE_NAMES as [EntityType, ...EntityType[]]);
export const relationTypeParam = z.enum(RELATION_TYPE_NAMES as [RelationType, ...RelationType[]]);

/** Several values in one parameter of an address: `direct=PARTNERS_WITH,CO_BUILT_WITH`. */
export const optionalListOf = <T extends z.ZodType<unknown, string>>(item: T, max = 50) =>
  z
    .string()
    .max(10_000)
    .transform((text) => text.split(",").filter((part) => part !== ""))
    .pipe(z.array(item).max(max))
    .optional();

export const listOf = <T extends z.ZodType<unknown, string>>(item: T, max = 50) =>
  optionalListOf(item, max).default([]);

const year = z.coerce.number().int().min(1000).max(9999).optional();

/** The shared filter (`claim-filter.ts`) as parameters of an address. */
export const FILTER_PARAMETERS = {
  status: z.enum(RELATION_STATUSES).optional(),
  fromYear: year,
  toYear: year,
  documents: listOf(id),
  fields: listOf(id),
};
