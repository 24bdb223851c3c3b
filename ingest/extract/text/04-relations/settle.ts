/**
 * From what the rules propose to claims: only what the schema allows, one claim
 * for a relation in a sentence, and what another relation makes superfluous gone.
 */
import { canRelate } from "../../../../server/contract/index.ts";
import type { EntityType, RelationStatus } from "../../../../server/contract/index.ts";
import type { EntityIndex, RelationClaim } from "../../extraction.ts";
import { dateIn } from "./dates.ts";
import type { Reading } from "./reading.ts";
import type { SaidDraft } from "./rule.ts";
import { findPlannedBodies } from "./planned-bodies.ts";
import { statusOfClause } from "./status.ts";

/** A planned body makes all of its edges planned; these are not about its being there. */
const BODIES: ReadonlySet<EntityType> = new Set<EntityType>([
  "ResearchInstitute",
  "Laboratory",
  "HighTechZone",
  "InnovationPlatform",
  "Organization",
]);

export function settle(reading: Reading, said: readonly SaidDraft[]): RelationClaim[] {
  const planned = findPlannedBodies(reading);
  const { entities } = reading;
  const isPlanned = (entity: number) => planned.has(entity) && canBePlanned(reading, entity);
  const claims = new Map<string, RelationClaim>();
  for (const draft of withoutSuperfluous(
    reading,
    said.map((it) => asMembership(reading, it)),
  )) {
    const { type, from, to, statement, rule } = draft;
    if (from === to || !canRelate(type, entities[from]!.type, entities[to]!.type)) continue;
    const sentence = statement.sentence.index;
    const key = `${type} ${from} ${to} ${sentence}`;
    if (claims.has(key)) continue;
    claims.set(key, {
      type,
      from,
      to,
      status: statusOf(reading, draft, isPlanned(from) || isPlanned(to)),
      sentence,
      date: dateIn(reading.document.clean.text.slice(statement.sentence.begin, statement.sentence.end)),
      rule: rule.id,
      confidence: rule.confidence,
    });
  }
  return [...claims.values()].sort((a, b) => a.sentence - b.sentence);
}

/** Universities and governments are there; a campus or a new commission may not be. */
function canBePlanned(reading: Reading, entity: EntityIndex): boolean {
  const { type, name } = reading.entities[entity]!;
  if (type === "University")
    return reading.anatomies[entity]!.some(({ anchors }) => anchors.some((it) => it.type === type));
  return BODIES.has(type) || (type === "Government" && name.endsWith("委员会") && !/^中国|管理委员会$/.test(name));
}

/** What a body is, where it is and whose it is stands with the body; what is done has the status of its clause. */
function statusOf({ document, entities }: Reading, draft: SaidDraft, isPlanned: boolean): RelationStatus {
  if (isPlanned) return "planned";
  if (draft.status) return draft.status;
  const isState = draft.type === "LOCATED_IN" || draft.type === "PART_OF" || draft.type === "AFFILIATED_WITH";
  // A university is where it is.
  if (isState && entities[draft.from]!.type === "University") return "existing";
  const isBody = BODIES.has(entities[draft.from]!.type);
  if (isBody && (isState || draft.type === "CO_BUILT_WITH")) return "existing";
  return statusOfClause(document, draft.statement, draft.begin, draft.end);
}

/** Who builds an alliance together is a member of it; the region that hosts it is not. */
function asMembership({ entities, home }: Reading, draft: SaidDraft): SaidDraft {
  if (draft.type !== "CO_BUILT_WITH" || entities[draft.from]!.type !== "Organization") return draft;
  if (draft.to === home) return { ...draft, type: "LOCATED_IN" };
  return { ...draft, type: "MEMBER_OF", from: draft.to, to: draft.from };
}

function withoutSuperfluous(reading: Reading, said: readonly SaidDraft[]): SaidDraft[] {
  const { regions } = reading;
  const built = new Set(said.filter(({ type }) => type === "CO_BUILT_WITH").map(({ from, to }) => `${from} ${to}`));
  const partOf = new Set(said.filter(({ type }) => type === "PART_OF").map(({ from, to }) => `${from} ${to}`));
  const placesOf = new Map<number, Set<number>>();
  for (const { type, from, to } of said) {
    if (type !== "LOCATED_IN") continue;
    placesOf.set(from, (placesOf.get(from) ?? new Set()).add(to));
  }
  /** Whether another place of the body lies in this one. */
  const isWider = (from: number, place: number) =>
    [...(placesOf.get(from) ?? [])].some((other) => {
      if (other === place) return false;
      if (reading.entities[place]!.type !== "Region") return false;
      if (reading.entities[other]!.type === "Region") return regions.isWithin(other, place);
      return [...(placesOf.get(other) ?? [])].some((it) => it === place || regions.isWithin(it, place));
    });
  return said.filter(({ type, from, to }) => {
    const key = `${from} ${to}`;
    if (type === "AFFILIATED_WITH") return !built.has(key) && !partOf.has(key);
    if (type === "MEMBER_OF") return !built.has(`${to} ${from}`);
    if (type === "LOCATED_IN") return !partOf.has(key) && !isWider(from, to);
    return true;
  });
}
