/** Counts of neighbours gathered under their relation and direction, largest first. */
import type { Direction, NeighborCount, RelationType } from "../../../../server/contract/index.ts";
import { RELATION_TYPE_NAMES } from "../../../../server/contract/ontology.ts";

export interface RelationGroup {
  readonly relation: RelationType;
  readonly direction: Direction;
  readonly total: number;
  /** By type of neighbour, largest first. */
  readonly types: readonly NeighborCount[];
}

/** In the order of the legend, so that a relation stands at the same place for every entity. */
export function groupByRelation(counts: readonly NeighborCount[]): readonly RelationGroup[] {
  return RELATION_TYPE_NAMES.flatMap((relation) =>
    (["out", "in"] as const).flatMap((direction) => {
      const types = counts
        .filter((count) => count.relation === relation && count.direction === direction)
        .toSorted((a, b) => b.count - a.count);
      if (types.length === 0) return [];
      return [{ relation, direction, types, total: types.reduce((sum, { count }) => sum + count, 0) }];
    }),
  );
}
