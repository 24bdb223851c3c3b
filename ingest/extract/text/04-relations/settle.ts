/**
 * From what the rules propose to claims: only what the schema allows, one claim
 * for a relation in a sentence, and what another relation makes superfluous gone.
 */
import { canRelate } from "../../../../server/contract/index.ts";
import type { EntityType, RelationStatus } from "../../../../server/contract/index.ts";
import type { EntityIndex, RelationClaim } from "../../extraction.ts";
import { confidenceOf } from "./confidence.ts";
import { firstDate } from "./dates.ts";
import type { Reading } from "./reading.ts";
import type { SaidDraft } from "./rule.ts";
import type { Statement } from "./statement.ts";
import { findPlannedBodies } from "./planned-bodies.ts";
import { statusOfClause } from "./status.ts";
import { reject } from "../trace.ts";
import type { Rejected } from "../trace.ts";

/** A planned body makes all of its edges planned; these are not about its being there. */
const BODIES: ReadonlySet<EntityType> = new Set<EntityType>([
  "ResearchInstitute",
  "Laboratory",
  "HighTechZone",
  "InnovationPlatform",
  "Organization",
]);

const STARTS_NO_PARTNERSHIP: ReadonlySet<EntityType> = new Set<EntityType>(["InnovationPlatform", "HighTechZone"]);

export function settle(reading: Reading, said: readonly SaidDraft[]): RelationClaim[] {
  const planned = findPlannedBodies(reading);
  const { entities } = reading;
  const isPlanned = (entity: number) => planned.has(entity) && canBePlanned(reading, entity);
  const claims = new Map<string, RelationClaim>();
  const datesOf = new Map<Statement, string | null>();
  const dateOf = (statement: Statement) => {
    let date = datesOf.get(statement);
    if (date === undefined) datesOf.set(statement, (date = dateIn(reading, statement)));
    return date;
  };
  for (const draft of withoutSuperfluous(
    reading,
    said.map((it) => asMembership(reading, it)),
  )) {
    const { type, from, to, statement, rule } = draft;
    if (from === to || !canRelate(type, entities[from]!.type, entities[to]!.type)) {
      const why = from === to ? "both ends are one entity" : "the schema has no such relation";
      reject(() => toRejected(reading, draft, why));
      continue;
    }
    const sentence = statement.sentence.index;
    const key = `${type} ${from} ${to} ${sentence}`;
    if (claims.has(key)) continue;
    claims.set(key, {
      type,
      from,
      to,
      status: statusOf(reading, draft, isPlanned(from) || isPlanned(to)),
      sentence,
      date: dateOf(statement),
      rule: rule.id,
      confidence: confidenceOf(rule),
    });
  }
  return [...claims.values()].sort((a, b) => a.sentence - b.sentence);
}

function dateIn({ document }: Reading, { sentence, masked }: Statement): string | null {
  return masked.includes("年") ? firstDate(document.clean.text.slice(sentence.begin, sentence.end)) : null;
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

/** A city is a part of an area, not its member. */
function asMembership({ entities }: Reading, draft: SaidDraft): SaidDraft {
  const isRegions = entities[draft.from]!.type === "Region" && entities[draft.to]!.type === "Region";
  return draft.type === "MEMBER_OF" && isRegions ? { ...draft, type: "PART_OF" } : draft;
}

/** What another relation of the same body says better. */
function withoutSuperfluous(reading: Reading, said: readonly SaidDraft[]): SaidDraft[] {
  const { regions, entities } = reading;
  const built = new Map<EntityIndex, Set<EntityIndex>>();
  const partOf = new Map<EntityIndex, Set<EntityIndex>>();
  const placesOf = new Map<EntityIndex, Set<EntityIndex>>();
  const tables = { CO_BUILT_WITH: built, PART_OF: partOf, LOCATED_IN: placesOf } as const;
  for (const { type, from, to } of said) {
    if (type !== "CO_BUILT_WITH" && type !== "PART_OF" && type !== "LOCATED_IN") continue;
    const known = tables[type].get(from);
    if (known) known.add(to);
    else tables[type].set(from, new Set([to]));
  }
  const isIn = (other: EntityIndex, place: EntityIndex): boolean => {
    if (entities[other]!.type === "Region") return regions.isWithin(other, place);
    for (const it of placesOf.get(other) ?? []) if (it === place || regions.isWithin(it, place)) return true;
    return false;
  };
  /** Whether another place of the body lies in this one. */
  const isWider = (from: EntityIndex, place: EntityIndex): boolean => {
    const places = placesOf.get(from)!;
    if (places.size < 2 || entities[place]!.type !== "Region") return false;
    for (const other of places) if (other !== place && isIn(other, place)) return true;
    return false;
  };
  /** 扬州大学技术转移中心 is the university's, not the other way round. */
  const owns = (owner: EntityIndex, body: EntityIndex): boolean =>
    reading.anatomies[body]!.some(({ anchors: [first] }) => first?.entity === owner && first.begin === 0);
  return said.filter((draft) => {
    const isKept = isNeeded(draft);
    if (!isKept) reject(() => toRejected(reading, draft, "another relation of the same body says it better"));
    return isKept;
  });

  function isNeeded({ type, from, to }: SaidDraft): boolean {
    if (type === "AFFILIATED_WITH") return !built.get(from)?.has(to) && !partOf.get(from)?.has(to) && !owns(from, to);
    // Parks and platforms are partnered with; the partnership starts at people and institutions.
    if (type === "PARTNERS_WITH") return !STARTS_NO_PARTNERSHIP.has(entities[from]!.type);
    if (type === "MEMBER_OF") return !built.get(to)?.has(from);
    if (type === "LOCATED_IN") return !partOf.get(from)?.has(to) && !isWider(from, to);
    return true;
  }
}

function toRejected({ entities }: Reading, { type, from, to, statement, rule }: SaidDraft, why: string): Rejected {
  const what = `${type} ${entities[from]!.name} → ${entities[to]!.name}`;
  const { begin, end } = statement.sentence;
  return { kind: "relation", rule: rule.id, what, why, begin, end };
}
