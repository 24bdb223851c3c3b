/** What the shared filter looks at: claims of relations, which of them are about a field, and what there is to choose from. */
import { FIELD_BODIES, yearOf } from "../../contract/index.ts";
import type {
  ClaimsAnswer,
  ClaimsRequest,
  DocumentId,
  EntityId,
  EntityType,
  Facets,
  FilteredClaim,
  PassageId,
  RelationId,
  RelationStatus,
} from "../../contract/index.ts";
import { ANY_RELATION } from "../cypher.ts";
import type { CypherEngine, Row } from "../engine.ts";
import { typeOf, entityColumns, toEntity } from "../model/entity-node.ts";
import { readRelationsAmong } from "./entities.ts";
import { readRelationsById } from "./relations-by-id.ts";

/** A claim with the passage that makes it. */
export interface StoredClaim extends Omit<FilteredClaim, "isInField"> {
  readonly passage: PassageId;
}

/** Columns for the claims of a relation bound to `r`; `toClaims` reads them. */
export const claimColumns = (r: string) =>
  `${r}.passages AS passages, ${r}.documents AS documents, ${r}.dates AS dates, ${r}.statuses AS statuses`;

export function toClaims(row: Row): readonly StoredClaim[] {
  const list = (key: string) => (row[key] ?? []) as readonly string[];
  return list("passages").map((passage, index) => ({
    passage: passage as PassageId,
    document: list("documents")[index] as DocumentId,
    date: list("dates")[index] || null,
    status: list("statuses")[index] as RelationStatus,
  }));
}

/** Which claims are about one of some fields. */
export interface FieldTest {
  (claim: StoredClaim, ends: readonly { readonly id: EntityId; readonly type: EntityType }[]): boolean;
}

/** Without fields every claim counts as being in them: nobody looks. */
export async function readFieldTest(
  engine: CypherEngine,
  fields: readonly EntityId[],
  signal?: AbortSignal,
): Promise<FieldTest> {
  if (fields.length === 0) return () => true;
  const [naming, focusing] = await Promise.all([
    engine.read(
      "UNWIND $fields AS field MATCH (:Entity {id: field})-[:MENTIONED_IN]->(p:Passage) RETURN DISTINCT p.id AS id",
      { fields },
      signal,
    ),
    engine.read(
      "UNWIND $fields AS field MATCH (:Entity {id: field})<-[:FOCUSES_ON]-(b:Entity) RETURN DISTINCT b.id AS id",
      { fields },
      signal,
    ),
  ]);
  const passages = new Set(naming.map((row) => row["id"]));
  const bodies = new Set(focusing.map((row) => row["id"]));
  return ({ passage }, ends) =>
    passages.has(passage) || ends.some(({ id, type }) => FIELD_BODIES.includes(type) && bodies.has(id));
}

export async function readClaims(
  engine: CypherEngine,
  { ids, fields }: ClaimsRequest,
  signal?: AbortSignal,
): Promise<ClaimsAnswer> {
  const [among, isInField] = await Promise.all([
    readRelationsAmong(engine, ids as EntityId[], signal),
    readFieldTest(engine, fields as EntityId[], signal),
  ]);
  const rows = await readRelationsById(
    engine,
    among.map((relation) => relation.id),
    `r.id AS id, ${claimColumns("r")}, a.id AS from, labels(a) AS fromLabels, b.id AS to, labels(b) AS toLabels`,
    signal,
  );
  return {
    relations: rows.map((row) => {
      const ends = endsOf(row);
      return {
        id: row["id"] as RelationId,
        claims: toClaims(row).map((claim): FilteredClaim => {
          const { status, date, document } = claim;
          return { status, date, document, isInField: isInField(claim, ends) };
        }),
      };
    }),
  };
}

function endsOf(row: Row) {
  return (["from", "to"] as const).map((end) => ({
    id: row[end] as EntityId,
    type: typeOf(row[`${end}Labels`] as readonly string[]),
  }));
}

export async function readFacets(engine: CypherEngine, signal?: AbortSignal): Promise<Facets> {
  const [relations, fields] = await Promise.all([
    engine.read(
      `MATCH (:Entity)-[r${ANY_RELATION}]->(:Entity) WITH r.dates AS dates, r.statuses AS statuses
       RETURN dates, statuses, count(*) AS relations`,
      {},
      signal,
    ),
    engine.read(
      `MATCH (i:Industry) OPTIONAL MATCH (i)<-[:FOCUSES_ON]-(b:Entity)
       RETURN ${entityColumns("i")}, count(DISTINCT b.id) AS bodies, i.id AS id ORDER BY bodies DESC, id`,
      {},
      signal,
    ),
  ]);
  const years = new Map<number, { existing: number; planned: number }>();
  let undated = 0;
  for (const row of relations) {
    const ofYears = new Map<number, string>();
    ((row["dates"] ?? []) as readonly string[]).forEach((date, index) => {
      if (date === "" || ofYears.get(yearOf(date)) === "existing") return;
      ofYears.set(yearOf(date), (row["statuses"] as readonly string[])[index] as RelationStatus);
    });
    // Most have few passages, so many are alike: they come as one row.
    const alike = row["relations"] as number;
    if (ofYears.size === 0) undated += alike;
    for (const [year, status] of ofYears) {
      const counts = years.get(year) ?? { existing: 0, planned: 0 };
      counts[status as RelationStatus] += alike;
      years.set(year, counts);
    }
  }
  return {
    years: [...years].map(([year, counts]) => ({ year, ...counts })).sort((a, b) => a.year - b.year),
    undated,
    fields: fields.map((row) => ({
      entity: toEntity(row["labels"], row["properties"]),
      bodies: row["bodies"] as number,
    })),
  };
}
