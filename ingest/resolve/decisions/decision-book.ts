/** The decisions in force, by what they speak of: which names, in which documents. */
import type { EntityId } from "../../../server/contract/index.ts";
import type { StatedEntity } from "../../../server/graph/index.ts";
import { findRegions, isWithin, regionByCode } from "../../lexicon/index.ts";
import { entityId } from "../ids.ts";
import { cityOf, onlyRegion } from "../names/places.ts";
import { fold } from "../names/anatomy.ts";
import { isInScope } from "./decisions.ts";
import type { DecidedName, Decision } from "./decisions.ts";

/** A name that becomes an entity of its own in some documents, where they took it for another's. */
export interface Split {
  readonly from: EntityId;
  /** How the documents write it. */
  readonly surface: string;
  readonly into: Pick<StatedEntity, "id" | "type" | "name">;
}

export class DecisionBook {
  readonly decisions: readonly Decision[];
  /** By the id that documents give a name: the decisions that speak of it. */
  readonly #about = new Map<EntityId, Decision[]>();
  readonly #types: readonly Extract<Decision, { decide: "type" }>[];
  readonly #different: readonly Extract<Decision, { decide: "same" | "different" }>[];

  constructor(decisions: readonly Decision[]) {
    this.decisions = decisions;
    for (const decision of decisions) {
      for (const name of decision.names) {
        const id = decidedId(name);
        this.#about.set(id, [...(this.#about.get(id) ?? []), decision]);
      }
    }
    this.#types = decisions.filter((decision) => decision.decide === "type");
    this.#different = decisions.filter(
      (decision): decision is Extract<Decision, { decide: "same" | "different" }> => decision.decide === "different",
    );
  }

  /** The id that an entity has once decisions about its type have been taken. */
  retyped(origin: string, entity: StatedEntity): StatedEntity {
    for (const decision of this.#types) {
      const [name] = decision.names;
      if (decidedId(name) !== entity.id || !isInScope(decision, origin)) continue;
      const { level: _level, code: _code, ...rest } = entity;
      return { ...rest, type: decision.to, id: entityId(decision.to, [entity.name]) };
    }
    return entity;
  }

  /** The names that this document took for another's, by `different`. */
  splitsIn(origin: string, entities: readonly StatedEntity[]): readonly Split[] {
    return this.#different.flatMap((decision) => {
      if (!isInScope(decision, origin)) return [];
      return decision.names.flatMap((whole) => {
        const from = entities.find(({ id }) => id === decidedId(whole));
        if (from === undefined) return [];
        return decision.names
          .filter((other) => other !== whole && from.aliases.some((alias) => fold(alias) === fold(other.name)))
          .map(({ type, name }): Split => ({
            from: from.id,
            surface: name,
            into: { id: entityId(type, [name]), type, name },
          }));
      });
    });
  }

  /** What a document states once decisions about types and about names within it have been taken. */
  restate(origin: string, entities: readonly StatedEntity[]): readonly StatedEntity[] {
    if (this.decisions.length === 0) return entities;
    const splits = this.splitsIn(origin, entities);
    const kept = entities.map((entity) => {
      const gone = splits.filter(({ from }) => from === entity.id).map(({ surface }) => fold(surface));
      const aliases = entity.aliases.filter((alias) => !gone.includes(fold(alias)));
      return this.retyped(origin, gone.length === 0 ? entity : { ...entity, aliases });
    });
    const known = new Set(kept.map(({ id }) => id));
    const added = splits
      .filter(({ into }) => !known.has(into.id))
      .map(({ into }): StatedEntity => ({ ...into, aliases: [], properties: {} }));
    return [...kept, ...new Map(added.map((entity) => [entity.id, entity])).values()];
  }

  /** The decisions for some documents only that speak of this name and hold here, in short. */
  scopeOf(origin: string, id: EntityId): string {
    const about = this.#about.get(id);
    if (about === undefined) return "";
    return about
      .filter((decision) => decision.documents !== null && isInScope(decision, origin))
      .map(({ number }) => number)
      .join(",");
  }

  /** Whether a decision speaks of a body of this name in one place. */
  tellsApart(id: EntityId): boolean {
    return (this.#about.get(id) ?? []).some(({ names }) =>
      names.some((name) => decidedId(name) === id && name.type !== "Region" && decidedCity(name) !== undefined),
    );
  }
}

/** The id that documents give this name by themselves. */
export function decidedId(name: DecidedName): EntityId {
  const code = name.type === "Region" ? decidedCode(name) : undefined;
  return entityId(name.type, code === undefined ? [name.name] : [name.name, code]);
}

/** Of a region: its code where it is said, or where its name and the wider place leave no doubt. */
export function decidedCode({ name, within, code }: DecidedName): string | undefined {
  if (code !== undefined) return code;
  const outer = within === undefined ? [] : findRegions(within);
  const candidates = findRegions(name).filter(
    (region) => region.name === name && (within === undefined || outer.some((wider) => isWithin(region, wider))),
  );
  return candidates.length === 1 ? (candidates[0]!.code ?? undefined) : undefined;
}

/** The city that tells a body from others of its name. */
export function decidedCity({ within, code }: DecidedName): string | undefined {
  const place = code ?? (within === undefined ? undefined : (onlyRegion(within)?.code ?? undefined));
  return place === undefined || regionByCode(place) === undefined ? undefined : cityOf(place);
}
