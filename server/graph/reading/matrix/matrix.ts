/** The matrix as asked for: what it is made of is read once a version of the data, the rest is counting. */
import { looksAtClaims } from "../../../contract/index.ts";
import type {
  ClaimFilter,
  DocumentId,
  Entity,
  EntityId,
  EntityType,
  MatrixAnswer,
  MatrixLine,
  MatrixTie,
  MatrixTiesPage,
  MatrixTiesRequest,
  MatrixRequest,
  Relation,
  RelationId,
} from "../../../contract/index.ts";
import { quoted } from "../../cypher.ts";
import type { CypherEngine } from "../../engine.ts";
import { relationColumns, toRelation } from "../../model/relation-edge.ts";
import { readFieldTest } from "../claims.ts";
import { readEntities } from "../entities.ts";
import { readRelationsById } from "../relations-by-id.ts";
import { toTies } from "./ties.ts";
import type { Ties } from "./ties.ts";
import type { RegionTree } from "./region-tree.ts";
import { toShape } from "./steps.ts";
import type { MatrixShape, MatrixSteps } from "./steps.ts";
import { identityOf, isSymmetric, lineFinder, placeTies, toTable } from "./table.ts";
import type { Candidates, Line, PlacedTie } from "./table.ts";

/** What is remembered from one question to the next. */
export interface MatrixSources {
  readonly engine: CypherEngine;
  steps(shape: MatrixShape, withClaims: boolean, signal?: AbortSignal): Promise<MatrixSteps>;
  regions(signal?: AbortSignal): Promise<RegionTree>;
  /** How many entities of a type there are. */
  count(type: EntityType, signal?: AbortSignal): Promise<number>;
}

/** Bodies without a column that are named; the rest is a number. */
const UNPLACED_NAMED = 12;

type MatrixQuestion = Pick<MatrixRequest, "rows" | "columns" | "direct" | "through" | "near" | "far"> &
  Pick<MatrixRequest, "status" | "fromYear" | "toYear" | "documents" | "fields" | "level" | "within">;

export interface PlacedTies extends Ties {
  readonly shape: MatrixShape;
  readonly regions: RegionTree;
  readonly placed: readonly PlacedTie[];
}

export function toFilter(question: MatrixQuestion): ClaimFilter {
  const { status, fromYear, toYear, documents, fields } = question;
  return {
    status: status ?? null,
    fromYear: fromYear ?? null,
    toYear: toYear ?? null,
    documents: documents as DocumentId[],
    fields: fields as EntityId[],
  };
}

/** @throws TooLargeError */
export async function readTies(
  sources: MatrixSources,
  question: MatrixQuestion,
  signal?: AbortSignal,
): Promise<PlacedTies> {
  const shape = toShape(question);
  const filter = toFilter(question);
  const [steps, regions, isInField] = await Promise.all([
    sources.steps(shape, looksAtClaims(filter), signal),
    sources.regions(signal),
    readFieldTest(sources.engine, filter.fields, signal),
  ]);
  const found = toTies(steps, filter, isInField, regions);
  const lineOf = lineFinder({ level: question.level, within: question.within as EntityId | undefined }, regions);
  return { ...found, shape, regions, placed: placeTies(found.ties, shape, lineOf) };
}

/** @throws TooLargeError */
export async function readMatrix(
  sources: MatrixSources,
  request: MatrixRequest,
  signal?: AbortSignal,
): Promise<MatrixAnswer> {
  const { placed, shape, regions, unplaced } = await readTies(sources, request, signal);
  const [rows, columns] = await Promise.all([
    readCandidates(sources, shape.rows, request, regions, signal),
    readCandidates(sources, shape.columns, request, regions, signal),
  ]);
  const options = { ...request, shape, within: request.within as EntityId | undefined };
  const table = toTable(placed, options, regions, { rows, columns });
  const named = unplaced.slice(0, UNPLACED_NAMED);
  const parents = [...table.rows, ...table.columns].flatMap(({ parent }) => parent ?? []);
  const ids = [...table.rows, ...table.columns].map(({ id }) => id);
  const entities = new Map(
    (await readEntities(sources.engine, [...ids, ...parents, ...named], signal)).map((entity) => [entity.id, entity]),
  );
  const toLine = ({ id, ...line }: Line): MatrixLine => ({ entity: entities.get(id) as Entity, ...line });
  return {
    ...table,
    rows: table.rows.map(toLine),
    columns: table.columns.map(toLine),
    parents: [...new Set(parents)].flatMap((id) => entities.get(id) ?? []),
    unplaced: { count: unplaced.length, entities: named.flatMap((id) => entities.get(id) ?? []) },
  };
}

async function readCandidates(
  { engine, count }: MatrixSources,
  type: EntityType,
  { empty }: MatrixRequest,
  regions: RegionTree,
  signal?: AbortSignal,
): Promise<Candidates> {
  if (type === "Region") return { ids: regions.regions.keys(), total: regions.regions.size };
  const total = await count(type, signal);
  if (empty !== "all") return { ids: undefined, total };
  const rows = await engine.read(`MATCH (e:${quoted(type)}) RETURN e.id AS id ORDER BY id`, {}, signal);
  return { ids: rows.map((row) => row["id"] as EntityId), total };
}

/** The ties of a cell, a line or all of the matrix, best supported first. */
export async function readMatrixTies(
  sources: MatrixSources,
  request: MatrixTiesRequest,
  signal?: AbortSignal,
): Promise<MatrixTiesPage> {
  const { placed, shape } = await readTies(sources, request, signal);
  const symmetric = isSymmetric(shape);
  const isAsked = ({ row, column }: PlacedTie) =>
    (request.row === undefined || request.row === row) && (request.column === undefined || request.column === column);
  const found = new Map(placed.filter(isAsked).map((placed) => [identityOf(placed.tie, symmetric), placed] as const));
  const evidence = ({ tie }: PlacedTie) => tie.relations.reduce((sum, relation) => sum + relation.evidence, 0);
  const all = [...found]
    .map(([identity, placed]) => ({ identity, placed, evidence: evidence(placed) }))
    .sort((a, b) => b.evidence - a.evidence || (a.identity < b.identity ? -1 : 1));
  const page = all.slice(request.offset, request.offset + request.limit).map(({ placed }) => toMatrixTie(placed));
  const [entities, relations] = await Promise.all([
    readEntities(
      sources.engine,
      page.flatMap(({ row, column, through }) => [row, column, ...(through === null ? [] : [through])]),
      signal,
    ),
    readRelations(
      sources.engine,
      page.flatMap(({ relations }) => relations),
      signal,
    ),
  ]);
  return { ties: page, entities: distinct(entities), relations, total: all.length };
}

function toMatrixTie({ tie, rowEnd, columnEnd }: PlacedTie): MatrixTie {
  return {
    row: rowEnd,
    column: columnEnd,
    through: tie.through,
    status: tie.status,
    relations: [...new Set(tie.relations.map(({ id }) => id))],
  };
}

async function readRelations(
  engine: CypherEngine,
  ids: readonly RelationId[],
  signal?: AbortSignal,
): Promise<readonly Relation[]> {
  const rows = await readRelationsById(engine, ids, relationColumns("r", "a", "b"), signal);
  return rows.map(toRelation).sort((a, b) => (a.id < b.id ? -1 : 1));
}

const distinct = (entities: readonly Entity[]) => [...new Map(entities.map((entity) => [entity.id, entity])).values()];
