/**
 * The relations that a matrix is made of, as they are stored: between rows and
 * columns, from rows to the bodies in between, and from those to columns. Read
 * in a handful of statements whatever the size, and then filtered, rolled up
 * and counted without another one.
 */
import { RELATION_TYPES, canRelate } from "../../../contract/index.ts";
import type {
  EntityId,
  EntityType,
  MatrixRequest,
  RelationId,
  RelationStatus,
  RelationType,
} from "../../../contract/index.ts";
import { batches, quoted, types } from "../../cypher.ts";
import type { CypherEngine, Row } from "../../engine.ts";
import { TooLargeError } from "../../errors.ts";
import { claimColumns, toClaims } from "../claims.ts";
import type { StoredClaim } from "../claims.ts";

/** What joins rows and columns; of a request, the part that says what to read. */
export type MatrixShape = Pick<MatrixRequest, "rows" | "columns" | "direct" | "through" | "near" | "far">;

export interface StepRelation {
  readonly id: RelationId;
  readonly type: RelationType;
  readonly status: RelationStatus;
  readonly evidence: number;
  /** Empty where claims were not asked for. */
  readonly claims: readonly StoredClaim[];
}

export interface DirectStep {
  readonly row: EntityId;
  readonly column: EntityId;
  /** Whether the relation starts at the row. */
  readonly isForward: boolean;
  readonly relation: StepRelation;
}

/** From a body to a row or a column, over one relation, or two where it stands in a zone that stands in a region. */
export interface BodyStep {
  readonly body: EntityId;
  readonly end: EntityId;
  readonly relations: readonly StepRelation[];
}

export interface MatrixSteps {
  readonly shape: MatrixShape;
  readonly direct: readonly DirectStep[];
  readonly near: readonly BodyStep[];
  readonly far: readonly BodyStep[];
  readonly bodies: ReadonlyMap<EntityId, EntityType>;
}

/** Beyond this an answer would take minutes and gigabytes; a part of it would be a wrong one. */
const MAX_RELATIONS = 400_000;

/** The zones and carriers that a body can stand in, which stand in a region themselves. */
const PLACES: readonly EntityType[] = ["HighTechZone", "InnovationPlatform"];

/** Fills in what a request leaves open. */
export function toShape(request: MatrixShape): MatrixShape {
  const { rows, columns, direct, through, near, far } = request;
  const isOpen = direct.length === 0 && through.length === 0;
  const types = Object.keys(RELATION_TYPES) as RelationType[];
  const joins = types.filter((type) => canRelate(type, rows, columns) || canRelate(type, columns, rows));
  return { rows, columns, direct: isOpen ? joins : direct, through, near, far };
}

/** @throws TooLargeError */
export async function readSteps(
  engine: CypherEngine,
  shape: MatrixShape,
  withClaims: boolean,
  signal?: AbortSignal,
): Promise<MatrixSteps> {
  const reader = new StepReader(engine, withClaims, signal);
  const [direct, near] = await Promise.all([reader.direct(shape), reader.near(shape)]);
  const bodies = new Map(near.map(({ body, type }) => [body, type]));
  const far = await reader.far(shape, [...bodies.keys()]);
  return { shape, direct, near, far, bodies };
}

class StepReader {
  readonly #engine: CypherEngine;
  readonly #withClaims: boolean;
  readonly #signal: AbortSignal | undefined;
  #left = MAX_RELATIONS;

  constructor(engine: CypherEngine, withClaims: boolean, signal: AbortSignal | undefined) {
    this.#engine = engine;
    this.#withClaims = withClaims;
    this.#signal = signal;
  }

  async direct({ rows, columns, direct }: MatrixShape): Promise<readonly DirectStep[]> {
    if (direct.length === 0) return [];
    const ways = rows === columns ? (["out"] as const) : (["out", "in"] as const);
    const found = await Promise.all(
      ways.map(async (way) => {
        const [from, to] = way === "out" ? [rows, columns] : [columns, rows];
        const found = await this.#read(
          `MATCH (a:${quoted(from)})-[r${types(direct)}]->(b:${quoted(to)}) WHERE a.id <> b.id
           RETURN a.id AS from, b.id AS to, ${this.#columns("r")}`,
          {},
        );
        return found.map((row): DirectStep => {
          const [from, to] = [row["from"] as EntityId, row["to"] as EntityId];
          const isForward = way === "out";
          return { row: isForward ? from : to, column: isForward ? to : from, isForward, relation: toStep(row) };
        });
      }),
    );
    return found.flat();
  }

  async near({ rows, through, near }: MatrixShape): Promise<readonly (BodyStep & { readonly type: EntityType })[]> {
    if (through.length === 0 || near.length === 0) return [];
    // One statement a type of body: the type need not be read back from labels, and each starts at its own label.
    const found = await Promise.all(
      through.map(async (type) => {
        const found = await this.#read(
          `MATCH (m:${quoted(type)})-[r${types(near)}]-(a:${quoted(rows)}) WHERE m.id <> a.id
           RETURN m.id AS body, a.id AS end, ${this.#columns("r")}`,
          {},
        );
        return found.map((row) => ({ ...toBodyStep(row), type }));
      }),
    );
    return found.flat();
  }

  async far({ columns, far }: MatrixShape, bodies: readonly EntityId[]): Promise<readonly BodyStep[]> {
    if (far.length === 0 || bodies.length === 0) return [];
    const steps: BodyStep[] = [];
    for (const ids of batches(bodies)) {
      const direct = this.#read(
        `UNWIND $ids AS id MATCH (m:Entity {id: id})-[r${types(far)}]-(b:${quoted(columns)}) WHERE b.id <> id
         RETURN id AS body, b.id AS end, ${this.#columns("r")}`,
        { ids },
      );
      const [found, overPlaces] = await Promise.all([direct, this.#farOverPlaces(columns, far, ids)]);
      steps.push(...found.map(toBodyStep), ...overPlaces);
    }
    return steps;
  }

  /** Who stands in a zone stands in the region of the zone. */
  async #farOverPlaces(
    columns: EntityType,
    far: readonly RelationType[],
    ids: readonly EntityId[],
  ): Promise<readonly BodyStep[]> {
    if (columns !== "Region" || !far.includes("LOCATED_IN")) return [];
    const isPlace = PLACES.map((type) => `z:${quoted(type)}`).join(" OR ");
    const found = await this.#read(
      `UNWIND $ids AS id MATCH (m:Entity {id: id})-[r:LOCATED_IN]->(z:Entity)-[s:LOCATED_IN]->(b:Region) WHERE ${isPlace}
       RETURN id AS body, b.id AS end, ${this.#columns("r")}, ${this.#columns("s", "zone_")}`,
      { ids },
    );
    return found.map((row) => ({
      ...toBodyStep(row),
      relations: [toStep(row), toStep(row, "zone_")],
    }));
  }

  async #read(cypher: string, parameters: Record<string, unknown>): Promise<readonly Row[]> {
    const rows = await this.#engine.read(
      `${cypher} LIMIT $limit`,
      { ...parameters, limit: this.#left + 1 },
      this.#signal,
    );
    this.#left -= rows.length;
    if (this.#left < 0) {
      throw new TooLargeError(
        `These two types are joined by more than ${MAX_RELATIONS.toLocaleString("en")} relations. Ask for fewer relation types.`,
      );
    }
    return rows;
  }

  #columns(r: string, prefix = ""): string {
    const own = `${r}.id AS ${prefix}id, type(${r}) AS ${prefix}type, ${r}.status AS ${prefix}status, ${r}.evidenceCount AS ${prefix}evidence`;
    return this.#withClaims && prefix === "" ? `${own}, ${claimColumns(r)}` : own;
  }
}

const toBodyStep = (row: Row): BodyStep => ({
  body: row["body"] as EntityId,
  end: row["end"] as EntityId,
  relations: [toStep(row)],
});

const toStep = (row: Row, prefix = ""): StepRelation => ({
  id: row[`${prefix}id`] as RelationId,
  type: row[`${prefix}type`] as RelationType,
  status: row[`${prefix}status`] as RelationStatus,
  evidence: row[`${prefix}evidence`] as number,
  claims: prefix === "" && row["passages"] !== undefined ? toClaims(row) : [],
});
