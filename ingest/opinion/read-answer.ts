/** What a model answered, as far as it has the form that was asked for: proposals, which nothing has checked yet. */
import { z } from "zod";

export interface Proposals {
  readonly entities: readonly ProposedEntity[];
  readonly relations: readonly ProposedRelation[];
  /** Entries that have not the form. */
  readonly malformed: number;
}

const ProposedEntity = z.object({ type: z.string(), name: z.string(), evidence: z.string() });
export type ProposedEntity = z.infer<typeof ProposedEntity>;

const ProposedRelation = z.object({
  type: z.string(),
  from: z.string(),
  fromType: z.string().optional(),
  to: z.string(),
  toType: z.string().optional(),
  status: z.string().default("existing"),
  evidence: z.string(),
});
export type ProposedRelation = z.infer<typeof ProposedRelation>;

const Answer = z.object({ entities: z.array(z.unknown()).default([]), relations: z.array(z.unknown()).default([]) });

/** Of one stretch; a model that goes round in circles is not followed. */
const MOST_PROPOSALS = 200;

/** Undefined where it is no JSON object of the form, or none can be found in it. */
export function readProposals(content: string): Proposals | undefined {
  const answer = Answer.safeParse(findObject(content));
  if (!answer.success) return undefined;
  const entities = answer.data.entities.slice(0, MOST_PROPOSALS).map((entry) => ProposedEntity.safeParse(entry));
  const relations = answer.data.relations.slice(0, MOST_PROPOSALS).map((entry) => ProposedRelation.safeParse(entry));
  return {
    entities: entities.flatMap(({ data }) => (data === undefined ? [] : [data])),
    relations: relations.flatMap(({ data }) => (data === undefined ? [] : [data])),
    malformed: [...entities, ...relations].filter(({ success }) => !success).length,
  };
}

/** Models like to think aloud first, and to put a fence around what they write. */
function findObject(content: string): unknown {
  const text = content.slice(content.lastIndexOf("</think>") + 1);
  for (const candidate of [text, text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)]) {
    try {
      const value: unknown = JSON.parse(candidate.trim());
      if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
    } catch {
      // The next candidate may be it.
    }
  }
  return undefined;
}
