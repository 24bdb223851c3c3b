/**
 * One document with its names brought together: the same passages, with
 * entities, mentions, claims and figures under the ids that the graph gives
 * them. What it said is kept beside it.
 */
import { createHash } from "node:crypto";

import { canRelate } from "../../server/contract/index.ts";
import type { EntityId, Mention } from "../../server/contract/index.ts";
import type { Claim, DocumentGraph, StatedEntity } from "../../server/graph/index.ts";
import type { Target } from "./corpus/resolve-names.ts";
import type { DecisionBook, Split } from "./decisions/decision-book.ts";
import { fold } from "./names/anatomy.ts";

/** What resolution does to one document. */
export interface DocumentPlan {
  readonly splits: readonly Split[];
  /** Of entities whose type a decision changes: what they are from now on, by the id that they had. */
  readonly retyped: ReadonlyMap<EntityId, StatedEntity>;
  /** By id, after splits and types. */
  readonly targets: ReadonlyMap<EntityId, Target>;
}

/** Undefined where nothing changes. @param entities what the document states */
export function planFor(
  origin: string,
  entities: readonly StatedEntity[],
  book: DecisionBook,
  targetOf: (own: EntityId) => Target | undefined,
): DocumentPlan | undefined {
  const splits = book.splitsIn(origin, entities);
  const retyped = new Map<EntityId, StatedEntity>();
  for (const entity of entities) {
    const changed = book.retyped(origin, entity);
    if (changed !== entity) retyped.set(entity.id, changed);
  }
  const targets = new Map<EntityId, Target>();
  for (const { id } of book.restate(origin, entities)) {
    const target = targetOf(id);
    if (target !== undefined) targets.set(id, target);
  }
  return splits.length + retyped.size + targets.size === 0 ? undefined : { splits, retyped, targets };
}

/** The plan in short: two documents of the same text, resolved by equal plans, are equal. */
export function fingerprint({ splits, retyped, targets }: DocumentPlan): string {
  const lines = [
    ...splits.map(({ from, surface, into }) => `split ${from} ${surface} ${into.id}`),
    ...[...retyped].map(([id, entity]) => `type ${id} ${entity.id}`),
    ...[...targets].map(([own, { id, type, name, rule, because }]) => [own, id, type, name, rule, because].join(" ")),
  ];
  return createHash("sha256").update(lines.sort().join("\n")).digest("base64url").slice(0, 16);
}

/** @param said as the document says it, without `said` */
export function applyPlan(said: DocumentGraph, plan: DocumentPlan): DocumentGraph {
  const separated = plan.splits.length === 0 ? said : separate(said, plan.splits);
  const idOf = (id: EntityId): EntityId => {
    const typed = plan.retyped.get(id)?.id ?? id;
    return plan.targets.get(typed)?.id ?? typed;
  };
  const entities = joinEntities(separated.entities, plan);
  const types = new Map(entities.map(({ id, type }) => [id, type]));
  const claims = separated.claims
    .map((claim): Claim => ({ ...claim, from: idOf(claim.from), to: idOf(claim.to) }))
    .filter(({ type, from, to }) => from !== to && canRelate(type, types.get(from)!, types.get(to)!));
  const { entities: saidEntities, mentions, claims: saidClaims, observations } = said;
  return {
    ...said,
    entities,
    mentions: distinct(
      separated.mentions.map((mention): Mention => ({ ...mention, entityId: idOf(mention.entityId) })),
      ({ entityId, passageId, begin, end }) => `${entityId} ${passageId} ${begin} ${end}`,
    ),
    claims: strongest(claims),
    observations: separated.observations.map((each) => ({ ...each, subjectId: idOf(each.subjectId) })),
    said: { entities: saidEntities, mentions, claims: saidClaims, observations, resolution: fingerprint(plan) },
  };
}

/** A name that the document took for another's becomes an entity of its own, with what is said of it by that name. */
function separate(graph: DocumentGraph, splits: readonly Split[]): DocumentGraph {
  const splitOf = (id: EntityId, surface: string) =>
    splits.find((split) => split.from === id && fold(split.surface) === fold(surface));
  /** By passage and entity: the names by which it stands there. */
  const named = new Map<string, (Split | undefined)[]>();
  const mentions = graph.mentions.map((mention): Mention => {
    const split = splitOf(mention.entityId, mention.surface);
    const key = `${mention.passageId} ${mention.entityId}`;
    named.set(key, [...(named.get(key) ?? []), split]);
    return split === undefined ? mention : { ...mention, entityId: split.into.id };
  });
  // What a passage says of it is said of the other only where it has no other name there.
  const inPassage = (id: EntityId, passage: string): EntityId => {
    const names = named.get(`${passage} ${id}`) ?? [];
    const [first] = names;
    return first !== undefined && names.every((split) => split === first) ? first.into.id : id;
  };
  const claims = graph.claims.map((claim): Claim => ({
    ...claim,
    from: inPassage(claim.from, claim.passageId),
    to: inPassage(claim.to, claim.passageId),
  }));
  const observations = graph.observations.map((each) => ({
    ...each,
    subjectId: inPassage(each.subjectId, each.passageId),
  }));
  const used = new Set<EntityId>([
    ...mentions.map(({ entityId }) => entityId),
    ...claims.flatMap(({ from, to }) => [from, to]),
    ...observations.map(({ subjectId }) => subjectId),
  ]);
  const kept = graph.entities.map((entity): StatedEntity => ({
    ...entity,
    aliases: entity.aliases.filter((alias) => splitOf(entity.id, alias) === undefined),
    ...(entity.reasons === undefined
      ? {}
      : { reasons: entity.reasons.filter((reason) => splitOf(entity.id, nameIn(reason)) === undefined) }),
  }));
  const known = new Set(kept.map(({ id }) => id));
  const added = distinct(splits, ({ into }) => into.id)
    .filter(({ into }) => !known.has(into.id))
    .map(({ into }): StatedEntity => ({ ...into, aliases: [], properties: {} }));
  return {
    ...graph,
    mentions,
    claims,
    observations,
    entities: [...kept, ...added].filter(({ id }) => used.has(id)),
  };
}

/** The entities under the ids that they have now; those of one id are one, with the name that stays. */
function joinEntities(entities: readonly StatedEntity[], { retyped, targets }: DocumentPlan): StatedEntity[] {
  const joined = new Map<EntityId, StatedEntity>();
  for (const own of entities) {
    const typed = { ...own, ...retyped.get(own.id), aliases: own.aliases };
    const entity = retyped.has(own.id) ? withoutPlaceFacts(typed) : own;
    const target = targets.get(entity.id);
    const reason = target?.rule == null || target.name === entity.name ? [] : [reasonOf(target, entity.name)];
    const moved: StatedEntity = {
      ...entity,
      ...(target === undefined ? {} : factsOf(target)),
      aliases: [entity.name, ...entity.aliases],
      formerIds: own.id === (target?.id ?? entity.id) ? [] : [own.id],
      reasons: [...(entity.reasons ?? []), ...reason],
    };
    joined.set(moved.id, joinStated(joined.get(moved.id), moved));
  }
  return [...joined.values()].map(tidy);
}

function withoutPlaceFacts({ level: _level, code: _code, ...entity }: StatedEntity): StatedEntity {
  return entity;
}

function joinStated(known: StatedEntity | undefined, next: StatedEntity): StatedEntity {
  if (known === undefined) return next;
  return {
    ...next,
    ...known,
    aliases: [...known.aliases, ...next.aliases],
    reasons: [...(known.reasons ?? []), ...(next.reasons ?? [])],
    placedIn: [...(known.placedIn ?? []), ...(next.placedIn ?? [])],
    formerIds: [...(known.formerIds ?? []), ...(next.formerIds ?? [])],
    properties: { ...next.properties, ...known.properties },
  };
}

function tidy(entity: StatedEntity): StatedEntity {
  const { placedIn = [], reasons = [], formerIds = [], ...rest } = entity;
  const sorted = <T extends string>(list: readonly T[]) => [...new Set(list)].sort();
  return {
    ...rest,
    aliases: sorted(entity.aliases).filter((alias) => alias !== entity.name),
    ...(placedIn.length === 0 ? {} : { placedIn: sorted(placedIn) }),
    ...(reasons.length === 0 ? {} : { reasons: sorted(reasons) }),
    ...(formerIds.length === 0 ? {} : { formerIds: sorted(formerIds) }),
  };
}

function factsOf({ id, type, name, code, level }: Target): Partial<StatedEntity> {
  return {
    id,
    type,
    name,
    ...(code === undefined ? {} : { code }),
    ...(level === undefined ? {} : { level }),
  };
}

function reasonOf({ rule, because }: Target, name: string): string {
  return `${rule}: ${name}${because === null ? "" : ` (${because})`}`;
}

function nameIn(reason: string): string {
  return reason.slice(reason.indexOf(": ") + 2);
}

/** Of several claims of one passage for one relation the strongest, `existing` before `planned`. */
function strongest(claims: readonly Claim[]): Claim[] {
  const best = new Map<string, Claim>();
  for (const claim of claims) {
    const key = `${claim.type} ${claim.from} ${claim.to} ${claim.passageId}`;
    const known = best.get(key);
    const isBetter =
      known === undefined ||
      (claim.status === known.status ? claim.confidence > known.confidence : claim.status === "existing");
    if (isBetter) best.set(key, claim);
  }
  return [...best.values()];
}

function distinct<T>(values: readonly T[], key: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [key(value), value])).values()];
}
