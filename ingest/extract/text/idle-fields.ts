/**
 * Fields that stand only inside the name of a body that is not said to work on
 * them: of a parent, or of an institute that only visits. They are no entity of
 * the document.
 */
import type { EntityIndex, Extraction } from "../extraction.ts";

const INSIDE_NAMES = "industry-in-name";

export function withoutIdleFields(extraction: Extraction): Extraction {
  const { entities, mentions, relations, observations } = extraction;
  const isNamedAlone = new Set<EntityIndex>();
  for (const { entity, rule } of mentions) if (rule !== INSIDE_NAMES) isNamedAlone.add(entity);
  for (const { from, to } of relations) isNamedAlone.add(from).add(to);
  const kept = entities.map(({ type }, index) => type !== "Industry" || isNamedAlone.has(index));
  if (kept.every(Boolean)) return extraction;
  const indexOf = new Map<EntityIndex, EntityIndex>();
  for (const [index, isKept] of kept.entries()) if (isKept) indexOf.set(index, indexOf.size);
  const moved = (entity: EntityIndex) => indexOf.get(entity)!;
  return {
    entities: entities.filter((_, index) => kept[index]),
    mentions: mentions.flatMap((it) => (kept[it.entity] ? { ...it, entity: moved(it.entity) } : [])),
    relations: relations.map((it) => ({ ...it, from: moved(it.from), to: moved(it.to) })),
    observations: observations.map((it) => ({ ...it, subject: moved(it.subject) })),
  };
}
