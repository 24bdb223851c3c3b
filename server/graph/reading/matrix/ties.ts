/**
 * From relations to ties: what a cell counts, each once. Pure.
 *
 * Years, documents and fields are asked of the cooperation: where a body
 * stands is taken from all documents, for a report rarely says both. A tie is
 * as existing as the least existing of its steps, and the status asked for
 * chooses among ties at the end, so existing and planned ones add up to all.
 */
import { looksAtClaims, statusWithin } from "../../../contract/index.ts";
import type { ClaimFilter, EntityId, EntityType, RelationStatus, RelationType } from "../../../contract/index.ts";
import { groupBy } from "../../group-by.ts";
import type { FieldTest } from "../claims.ts";
import type { RegionTree } from "./region-tree.ts";
import type { BodyStep, DirectStep, MatrixSteps, StepRelation } from "./steps.ts";

export interface Tie {
  readonly row: EntityId;
  readonly column: EntityId;
  readonly through: EntityId | null;
  /** The type of the relation, or of the body. */
  readonly kind: RelationType | EntityType;
  readonly status: RelationStatus;
  readonly relations: readonly StepRelation[];
}

export interface Ties {
  readonly ties: readonly Tie[];
  /** Bodies with a row and without a column. */
  readonly unplaced: readonly EntityId[];
}

/** Where a body stands is no claim about the cooperation. */
const PLACE_TYPES: ReadonlySet<RelationType> = new Set(["LOCATED_IN", "PART_OF"]);

export function toTies(
  { shape, direct, near, far, bodies }: MatrixSteps,
  filter: ClaimFilter,
  isInField: FieldTest,
  regions: RegionTree,
): Ties {
  const within = new Within(filter, isInField);
  const ties: Tie[] = direct.flatMap((step) => within.direct(step, shape.rows, shape.columns));
  const nearOf = groupBy(near, ({ body }) => body);
  const farOf = groupBy(far, ({ body }) => body);
  const unplaced: EntityId[] = [];
  for (const [body, type] of bodies) {
    const rows = within.ends(nearOf.get(body) ?? [], type, shape.rows, regions);
    const columns = within.ends(farOf.get(body) ?? [], type, shape.columns, regions);
    const isPlanned = (ends: readonly End[]) => ends.some(({ status }) => status === "planned");
    if (rows.length > 0 && columns.length === 0) {
      if (filter.status === null || isPlanned(rows) === (filter.status === "planned")) unplaced.push(body);
    }
    for (const row of rows) {
      for (const column of columns) {
        if (row.id === column.id) continue;
        ties.push({
          row: row.id,
          column: column.id,
          through: body,
          kind: type,
          status: isPlanned([row, column]) ? "planned" : "existing",
          relations: [...row.relations, ...column.relations],
        });
      }
    }
  }
  const wanted = filter.status;
  return { ties: wanted === null ? ties : ties.filter(({ status }) => status === wanted), unplaced };
}

interface End {
  readonly id: EntityId;
  readonly status: RelationStatus;
  readonly relations: readonly StepRelation[];
}

/** What of the steps is in the filter, its status aside. */
class Within {
  readonly #filter: ClaimFilter;
  readonly #looks: boolean;
  readonly #isInField: FieldTest;

  constructor(filter: ClaimFilter, isInField: FieldTest) {
    this.#filter = { ...filter, status: null };
    this.#looks = looksAtClaims(filter);
    this.#isInField = isInField;
  }

  direct({ row, column, relation }: DirectStep, rows: EntityType, columns: EntityType): Tie[] {
    const status = this.#statusOf(relation, [
      { id: row, type: rows },
      { id: column, type: columns },
    ]);
    if (status === undefined) return [];
    return [{ row, column, through: null, kind: relation.type, status, relations: [relation] }];
  }

  /** Where the steps of one body lead; regions at the finest that is stated. */
  ends(steps: readonly BodyStep[], type: EntityType, endType: EntityType, regions: RegionTree): readonly End[] {
    const found = new Map<EntityId, { status: RelationStatus; relations: StepRelation[] }>();
    for (const { body, end, relations } of steps) {
      const statuses = relations.map((relation) =>
        PLACE_TYPES.has(relation.type)
          ? relation.status
          : this.#statusOf(relation, [
              { id: body, type },
              { id: end, type: endType },
            ]),
      );
      if (statuses.includes(undefined)) continue;
      const status = statuses.includes("planned") ? "planned" : "existing";
      const known = found.get(end);
      if (known === undefined) found.set(end, { status, relations: [...relations] });
      else {
        if (status === "existing") known.status = status;
        known.relations.push(...relations.filter(({ id }) => !known.relations.some((other) => other.id === id)));
      }
    }
    const ends = [...found].map(([id, end]) => ({ id, ...end }));
    if (endType !== "Region") return ends;
    const finest = new Set(regions.finest(ends.map(({ id }) => id)));
    return ends.filter(({ id }) => finest.has(id));
  }

  #statusOf(relation: StepRelation, ends: Parameters<FieldTest>[1]): RelationStatus | undefined {
    if (!this.#looks) return relation.status;
    return statusWithin(
      relation.claims.map((claim) => ({ ...claim, isInField: this.#isInField(claim, ends) })),
      this.#filter,
    );
  }
}
