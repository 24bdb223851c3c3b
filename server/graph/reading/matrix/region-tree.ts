/**
 * Which region lies in which. Administrative codes say it where they can
 * (330624 is in 330600 is in 330000); else what the documents state. Named
 * areas over several cities (长三角) are nobody's parent: they would take a
 * city out of its province.
 */
import { REGION_LEVELS } from "../../../contract/index.ts";
import type { Entity, EntityId, RegionLevel, RollUpLevel } from "../../../contract/index.ts";
import type { CypherEngine } from "../../engine.ts";
import { groupBy } from "../../group-by.ts";
import { entityColumns, toEntity } from "../../model/entity-node.ts";

/** A statement that one region is part of another. */
export interface PartOf {
  readonly part: EntityId;
  readonly whole: EntityId;
  readonly evidence: number;
}

export class RegionTree {
  readonly regions: ReadonlyMap<EntityId, Entity>;
  readonly #parents: ReadonlyMap<EntityId, EntityId>;

  constructor(regions: Iterable<Entity>, statements: Iterable<PartOf>) {
    this.regions = new Map([...regions].map((region) => [region.id, region]));
    const byCode = new Map(
      [...this.regions.values()].flatMap((region) => (region.code ? [[region.code, region]] : [])),
    );
    const stated = groupBy(statements, ({ part }) => part);
    const parents = new Map<EntityId, EntityId>();
    for (const region of this.regions.values()) {
      const parent = parentByCode(region, byCode) ?? this.#parentByStatement(region, stated.get(region.id) ?? []);
      if (parent !== undefined) parents.set(region.id, parent.id);
    }
    this.#parents = parents;
  }

  parentOf(id: EntityId): EntityId | null {
    return this.#parents.get(id) ?? null;
  }

  /** From the next wider one on. */
  *ancestorsOf(id: EntityId): Generator<EntityId> {
    // Each is of a wider level than the one before, so this ends.
    for (let at = this.parentOf(id); at !== null; at = this.parentOf(at)) yield at;
  }

  isWithin(id: EntityId, whole: EntityId): boolean {
    return id === whole || [...this.ancestorsOf(id)].includes(whole);
  }

  /** The line that a region belongs to: the widest region around it that is not wider than `level`, else itself. */
  lineOf(id: EntityId, level: RollUpLevel): EntityId {
    let line = id;
    for (const ancestor of this.ancestorsOf(id)) {
      if (rankOf(this.regions.get(ancestor)) < rank(level)) break;
      line = ancestor;
    }
    return line;
  }

  /** Leaves out places that hold another one of them: who is in 新昌县 is in 绍兴市 anyway. */
  finest(places: Iterable<EntityId>): readonly EntityId[] {
    const all = [...new Set(places)];
    const wider = new Set(all.flatMap((place) => [...this.ancestorsOf(place)]));
    return all.filter((place) => !wider.has(place));
  }

  #parentByStatement(region: Entity, statements: readonly PartOf[]): Entity | undefined {
    return statements
      .flatMap(({ whole, evidence }) => {
        const wider = this.regions.get(whole);
        return wider !== undefined && isDivision(wider) && rankOf(wider) < rankOf(region) ? [{ wider, evidence }] : [];
      })
      .sort(
        (a, b) => rankOf(b.wider) - rankOf(a.wider) || b.evidence - a.evidence || (a.wider.id < b.wider.id ? -1 : 1),
      )[0]?.wider;
  }
}

export async function readRegionTree(engine: CypherEngine, signal?: AbortSignal): Promise<RegionTree> {
  const [regions, statements] = await Promise.all([
    engine.read(`MATCH (r:Region) RETURN ${entityColumns("r")}`, {}, signal),
    engine.read(
      `MATCH (a:Region)-[p:PART_OF]->(b:Region)
       RETURN a.id AS part, b.id AS whole, p.evidenceCount AS evidence`,
      {},
      signal,
    ),
  ]);
  return new RegionTree(
    regions.map((row) => toEntity(row["labels"], row["properties"])),
    statements.map((row) => ({
      part: row["part"] as EntityId,
      whole: row["whole"] as EntityId,
      evidence: row["evidence"] as number,
    })),
  );
}

const rank = (level: RegionLevel) => REGION_LEVELS.indexOf(level);

/** Of one without a level nothing can be said; it counts as the finest. */
const rankOf = (region: Entity | undefined) =>
  region?.level === undefined ? REGION_LEVELS.length : rank(region.level);

const isDivision = ({ level }: Entity) => level !== undefined && level !== "area" && level !== "country";

/** 330624 -> 330600 -> 330000; counties straight below a province or a municipality have no city. */
function parentByCode(region: Entity, byCode: ReadonlyMap<string, Entity>): Entity | undefined {
  if (region.code === undefined) return undefined;
  const wider = [`${region.code.slice(0, 4)}00`, `${region.code.slice(0, 2)}0000`];
  return wider
    .map((code) => byCode.get(code))
    .find((found) => found !== undefined && found.id !== region.id && rankOf(found) < rankOf(region));
}
