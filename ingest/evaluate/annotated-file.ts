/**
 * The form that gold and predictions share: one file a document, with what an
 * annotator or the extractor found in it.
 */
import { z } from "zod";

import {
  ENTITY_TYPE_NAMES,
  OBSERVATION_KINDS,
  REGION_LEVELS,
  RELATION_STATUSES,
  RELATION_TYPE_NAMES,
} from "../../server/contract/index.ts";

const annotatedEntity = z.object({
  type: z.enum(ENTITY_TYPE_NAMES),
  name: z.string().min(1),
  aliases: z.array(z.string()).default([]),
  level: z.enum(REGION_LEVELS).optional(),
});

const annotatedRelation = z.object({
  type: z.enum(RELATION_TYPE_NAMES),
  /** By any of the entity's names. */
  from: z.string().min(1),
  to: z.string().min(1),
  status: z.enum(RELATION_STATUSES).default("existing"),
  evidence: z.string().default(""),
  /** Of a prediction: the rules that say so. */
  rules: z.array(z.string()).default([]),
});

const annotatedObservation = z.object({
  /** The subject: a region, or another entity of the file. */
  region: z.string().min(1),
  indicator: z.string().min(1),
  year: z.number().int().nullable().default(null),
  value: z.number(),
  unit: z.string(),
  kind: z.enum(OBSERVATION_KINDS).default("level"),
  evidence: z.string().default(""),
});

const annotatedFile = z.object({
  doc: z.string().min(1),
  title: z.string(),
  date: z.string().nullable(),
  region: z.string(),
  /** What of the document was annotated, where it is not all: the rest is not scored. */
  annotated: z.array(z.enum(["entities", "relations", "observations"])).optional(),
  entities: z.array(annotatedEntity),
  relations: z.array(annotatedRelation),
  observations: z.array(annotatedObservation),
});

export type AnnotatedEntity = z.infer<typeof annotatedEntity>;
export type AnnotatedRelation = z.infer<typeof annotatedRelation>;
export type AnnotatedObservation = z.infer<typeof annotatedObservation>;
export type AnnotatedFile = z.infer<typeof annotatedFile>;

/** @param where named in the message when the form is wrong */
export function parseAnnotatedFile(value: unknown, where: string): AnnotatedFile {
  const result = annotatedFile.safeParse(value);
  if (result.success) return result.data;
  throw new Error(`${where} is not in the form of a gold file. ${z.prettifyError(result.error)}`);
}
