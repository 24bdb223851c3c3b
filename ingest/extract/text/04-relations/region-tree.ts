/**
 * Which of the document's regions lies in which, by their administrative codes.
 * Named areas such as 长三角 have no code and stand outside the tree.
 */
import type { RegionLevel } from "../../../../server/contract/index.ts";
import type { EntityIndex, ExtractedEntity } from "../../extraction.ts";

export interface RegionTree {
  /** The narrowest region of the document that contains `region`. */
  parent(region: EntityIndex): EntityIndex | undefined;
  /** Whether `region` is `other` or lies in it. */
  isWithin(region: EntityIndex, other: EntityIndex): boolean;
  level(region: EntityIndex): RegionLevel | undefined;
  readonly regions: readonly EntityIndex[];
}

/** Towns, which often have no code, lie in `home`, the county or city that the document is about. */
export function createRegionTree(entities: readonly ExtractedEntity[], home: EntityIndex | undefined): RegionTree {
  const prefixOf = new Map<EntityIndex, string>();
  const regionAt = new Map<string, EntityIndex>();
  const regions: EntityIndex[] = [];
  entities.forEach((entity, index) => {
    if (entity.type !== "Region") return;
    regions.push(index);
    if (!entity.code || entity.level === "country" || entity.level === "area") return;
    const prefix = significantDigits(entity.code);
    prefixOf.set(index, prefix);
    if (!regionAt.has(prefix)) regionAt.set(prefix, index);
  });

  const isTown = (region: EntityIndex) => entities[region]?.level === "town" && !prefixOf.has(region);
  const parent = (region: EntityIndex) => {
    const prefix = prefixOf.get(region);
    if (prefix === undefined) return isTown(region) ? home : undefined;
    for (let length = prefix.length - 1; length >= 2; length--) {
      const found = regionAt.get(prefix.slice(0, length));
      if (found !== undefined) return found;
    }
    return undefined;
  };

  return {
    parent,
    isWithin(region, other) {
      if (region === other) return true;
      if (isTown(region) && home !== undefined) return home === other || this.isWithin(home, other);
      const inner = prefixOf.get(region);
      const outer = prefixOf.get(other);
      return inner !== undefined && outer !== undefined && inner.startsWith(outer);
    },
    level: (region) => entities[region]?.level,
    regions,
  };
}

/** 330000 → 33, 330600 → 3306, 330624 → 330624. */
function significantDigits(code: string): string {
  return code.replace(/(?:00)+$/, "") || code;
}
