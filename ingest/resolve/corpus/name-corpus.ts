/**
 * The names that all documents state, each with the documents that state it and
 * where they put it. A name that stands for bodies in different places, or that
 * decisions treat otherwise in some documents, is in several parts.
 */
import type { DocumentId, EntityId, EntityType, RegionLevel } from "../../../server/contract/index.ts";
import type { DocumentStatements, StatedEntity } from "../../../server/graph/index.ts";
import { findBody, findRegions } from "../../lexicon/index.ts";
import type { DecisionBook } from "../decisions/decision-book.ts";
import { entityId } from "../ids.ts";
import { anatomyOf } from "../names/anatomy.ts";
import type { NameAnatomy } from "../names/anatomy.ts";
import { cityOf, isProvince, onlyRegion } from "../names/places.ts";
import { isPlain } from "../names/plain-words.ts";

/** A name as far as it means one thing. */
export interface Part {
  /** Unique. */
  readonly key: string;
  /** The id that documents give the name by themselves. */
  readonly ownId: EntityId;
  /** The id of this part, if it stands alone. */
  readonly id: EntityId;
  readonly type: EntityType;
  readonly name: string;
  readonly anatomy: NameAnatomy;
  readonly code: string | undefined;
  readonly level: RegionLevel | undefined;
  /** Other names that documents give it, with how many do. */
  readonly aliases: ReadonlyMap<string, number>;
  /** By their numbers in `documents`. */
  readonly documents: ReadonlySet<number>;
  /** Codes of the places where documents or the name itself put it. */
  readonly places: ReadonlySet<string>;
  /** Codes of the regions that its documents report on. */
  readonly homes: ReadonlySet<string>;
  /** The city that tells this part from others of the name. */
  readonly city: string | undefined;
  /** The scoped decisions that hold in its documents. */
  readonly scope: string;
  /** The cities where different documents put what is kept as one thing; empty where they agree. */
  readonly contested: readonly string[];
}

export interface CorpusDocument {
  readonly id: DocumentId;
  readonly origin: string;
  /** The resolution that the store has applied to it. */
  readonly resolution: string | null;
  /** Code of the region that it reports on. */
  readonly home: string | undefined;
}

interface Statement {
  readonly document: number;
  readonly placedIn: readonly string[] | undefined;
  readonly scope: string;
}

interface Name {
  readonly entity: Pick<StatedEntity, "id" | "type" | "name" | "code" | "level">;
  readonly aliases: Map<string, number>;
  readonly statements: Statement[];
}

/** Types of which two bodies may bear one everyday name. */
const SPLIT_BY_PLACE: ReadonlySet<EntityType> = new Set<EntityType>([
  "InnovationPlatform",
  "Laboratory",
  "ResearchInstitute",
  "HighTechZone",
  "Organization",
]);

export class NameCorpus {
  readonly #decisions: DecisionBook;
  readonly #names = new Map<EntityId, Name>();
  readonly #numbers = new Map<DocumentId, number>();
  /** The part that a name is in a document, where the name has several. */
  readonly #partIn = new Map<string, string>();
  readonly documents: CorpusDocument[] = [];

  constructor(decisions: DecisionBook) {
    this.#decisions = decisions;
  }

  add({ id, origin, region, resolution, entities }: DocumentStatements): void {
    const document = this.documents.length;
    this.#numbers.set(id, document);
    this.documents.push({ id, origin, resolution, home: homeOf(region, entities) });
    for (const stated of this.#decisions.restate(origin, entities)) {
      let name = this.#names.get(stated.id);
      if (name === undefined) {
        const { id: ownId, type, code, level } = stated;
        name = {
          entity: {
            id: ownId,
            type,
            name: stated.name,
            ...(code === undefined ? {} : { code }),
            ...(level === undefined ? {} : { level }),
          },
          aliases: new Map(),
          statements: [],
        };
        this.#names.set(stated.id, name);
      }
      for (const alias of stated.aliases) name.aliases.set(alias, (name.aliases.get(alias) ?? 0) + 1);
      const { placedIn } = stated;
      name.statements.push({ document, placedIn, scope: this.#decisions.scopeOf(origin, stated.id) });
    }
  }

  /** All parts, in the order of their keys. */
  parts(): readonly Part[] {
    return [...this.#names.values()].flatMap((name) => this.#partsOf(name)).sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** The key of the part that this name is in this document; once `parts` has been asked. */
  partKey(document: DocumentId, ownId: EntityId): string {
    return this.#partIn.get(`${this.#numbers.get(document)} ${ownId}`) ?? keyOf(ownId, undefined, "");
  }

  #partsOf(name: Name): Part[] {
    const { type, name: called, id } = name.entity;
    const cities = this.#citiesOf(name);
    const isApart = cities !== undefined && (type === "Person" || isPlain(called) || this.#decisions.tellsApart(id));
    return this.#divide(name, isApart ? cities : undefined, isApart ? [] : [...(cities ?? [])].sort());
  }

  #divide(name: Name, cities: ReadonlySet<string> | undefined, contested: readonly string[]): Part[] {
    const groups = new Map<string, { city: string | undefined; scope: string; statements: Statement[] }>();
    for (const statement of name.statements) {
      const city = cities === undefined ? undefined : this.#cityOf(statement, cities, name.entity.type);
      const key = `${city ?? ""} ${statement.scope}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { city, scope: statement.scope, statements: [statement] });
      else group.statements.push(statement);
    }
    return [...groups.values()].map((group) => {
      const part = { ...this.#toPart(name, group), contested };
      if (part.key !== keyOf(part.ownId, undefined, "")) {
        for (const document of part.documents) this.#partIn.set(`${document} ${part.ownId}`, part.key);
      }
      return part;
    });
  }

  #toPart(
    { entity, aliases }: Name,
    { city, scope, statements }: { city: string | undefined; scope: string; statements: readonly Statement[] },
  ): Omit<Part, "contested"> {
    const { id: ownId, type, name, code, level } = entity;
    const places = new Set(statements.flatMap(({ placedIn }) => placedIn ?? []));
    const anatomy = anatomyOf(type, name);
    if (anatomy.placeCode !== undefined) places.add(anatomy.placeCode);
    return {
      key: keyOf(ownId, city, scope),
      ownId,
      id: city === undefined ? ownId : entityId(type, [name, city]),
      type,
      name,
      anatomy,
      code,
      level,
      aliases,
      documents: new Set(statements.map(({ document }) => document)),
      places,
      homes: new Set(statements.flatMap(({ document }) => this.documents[document]!.home ?? [])),
      city,
      scope,
    };
  }

  /** The cities where documents put bodies of this name; undefined where they agree. */
  #citiesOf({ entity, statements }: Name): ReadonlySet<string> | undefined {
    const { id, type, name } = entity;
    const isAsked = this.#decisions.tellsApart(id);
    const isCandidate = type === "Person" || (SPLIT_BY_PLACE.has(type) && isUnanchored(type, name));
    if (!isAsked && (!isCandidate || statements.length < 2)) return undefined;
    const cities = new Set<string>();
    for (const statement of statements) {
      const own = new Set(this.#placesOf(statement, type).map(cityOf));
      // What one document puts in two cities spans them.
      if (own.size > 1 && !isAsked) return undefined;
      for (const city of own) cities.add(city);
    }
    return cities.size > 1 || isAsked ? cities : undefined;
  }

  /** A person is told apart by the city that the document reports on: texts do not say where people are. */
  #placesOf({ document, placedIn = [] }: Statement, type: EntityType): readonly string[] {
    const home = this.documents[document]!.home;
    const places = type === "Person" ? (home === undefined ? [] : [home]) : placedIn;
    return places.filter((code) => !isProvince(code));
  }

  #cityOf(statement: Statement, cities: ReadonlySet<string>, type: EntityType): string | undefined {
    const [own] = this.#placesOf(statement, type).map(cityOf);
    if (own !== undefined) return own;
    const home = this.documents[statement.document]!.home;
    const city = home === undefined ? undefined : cityOf(home);
    return city !== undefined && cities.has(city) ? city : undefined;
  }
}

function keyOf(ownId: EntityId, city: string | undefined, scope: string): string {
  return [ownId, city ?? "", scope].join(" ");
}

function isUnanchored(type: EntityType, name: string): boolean {
  const { place, owner } = anatomyOf(type, name);
  return place === "" && owner === "" && findBody(name) === undefined;
}

function homeOf(region: string | null, entities: readonly StatedEntity[]): string | undefined {
  if (region === null) return undefined;
  const stated = entities.find(({ type, name, code }) => type === "Region" && name === region && code !== undefined);
  if (stated !== undefined) return stated.code;
  return (onlyRegion(region) ?? findRegions(region).find(({ level }) => level === "province"))?.code ?? undefined;
}
