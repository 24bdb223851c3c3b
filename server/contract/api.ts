/**
 * Requests and answers of the HTTP API, one pair a route.
 *
 * Requests are zod schemas (validated at the edge, once); answers are types.
 * Everything that can be cut says so: `total` and `cursor`, or `truncated`.
 */
import { z } from "zod";

import type { FilteredClaim } from "./claim-filter.ts";
import type {
  Document,
  DocumentId,
  Entity,
  EntityId,
  Mention,
  Observation,
  Passage,
  Relation,
  RelationId,
} from "./entity.ts";
import { RELATION_STATUSES } from "./ontology.ts";
import type { EntityType, RelationStatus, RelationType } from "./ontology.ts";
import { entityTypeParam, id, listOf, optionalListOf, relationTypeParam } from "./parameters.ts";

const limit = (fallback: number, max: number) => z.coerce.number().int().min(1).max(max).default(fallback);
const cursor = z.string().max(200).optional();

export const DIRECTIONS = ["out", "in"] as const;
export type Direction = (typeof DIRECTIONS)[number];

// ── health and schema ───────────────────────────────────────────────────────

export interface Health {
  readonly status: "ok" | "loading";
  readonly version: string;
  readonly store: { readonly kind: "embedded" | "neo4j"; readonly dataVersion: string };
  readonly counts: GraphCounts;
  /** Latest date of a document in the graph. */
  readonly asOf: string | null;
}

export interface GraphCounts {
  readonly entities: number;
  readonly relations: number;
  readonly documents: number;
  readonly passages: number;
  readonly observations: number;
}

export interface SchemaSummary {
  readonly entityTypes: readonly { readonly type: EntityType; readonly count: number }[];
  readonly relationTypes: readonly {
    readonly type: RelationType;
    readonly count: number;
    readonly planned: number;
  }[];
  readonly counts: GraphCounts;
}

/** What the first screen shows, in one answer. */
export interface Overview extends SchemaSummary {
  /** Most relations first. */
  readonly universities: readonly OverviewEntity[];
  /** Counties and cities with most universities and institutes that work with them. */
  readonly districts: readonly OverviewEntity[];
  readonly recentDocuments: readonly DocumentSummary[];
  readonly asOf: string | null;
}

export interface OverviewEntity {
  readonly entity: Entity;
  readonly existing: number;
  readonly planned: number;
  /** A few names that it is connected with, most connected first. */
  readonly with: readonly string[];
}

// ── search ──────────────────────────────────────────────────────────────────

export const SearchRequest = z.object({
  q: z.string().trim().max(200),
  type: entityTypeParam.optional(),
  limit: limit(10, 100),
});
export type SearchRequest = z.infer<typeof SearchRequest>;

export const MATCH_KINDS = ["name", "alias", "pinyin", "initials", "fuzzy"] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

export interface SearchMatch {
  readonly kind: MatchKind;
  /** The name, alias, pinyin or initials that matched. */
  readonly text: string;
  /** Matched spans of `text` in UTF-16 units. */
  readonly ranges: readonly (readonly [number, number])[];
}

export interface SearchAnswer {
  readonly results: readonly { readonly entity: Entity; readonly match: SearchMatch }[];
  readonly total: number;
}

// ── entities and neighbours ─────────────────────────────────────────────────

export interface EntityDetail {
  readonly entity: Entity;
  readonly counts: readonly NeighborCount[];
  readonly observations: readonly Observation[];
  readonly documents: number;
}

/** How many neighbours stand behind one relation type, direction and type of the neighbour. */
export interface NeighborCount {
  readonly relation: RelationType;
  readonly direction: Direction;
  readonly type: EntityType;
  readonly count: number;
  readonly planned: number;
}

export const NeighborsRequest = z.object({
  relation: relationTypeParam.optional(),
  type: entityTypeParam.optional(),
  direction: z.enum(DIRECTIONS).optional(),
  status: z.enum(RELATION_STATUSES).optional(),
  /** Part of a neighbour's name or alias, for the pick list. */
  q: z.string().trim().max(100).optional(),
  limit: limit(25, 500),
  cursor,
});
export type NeighborsRequest = z.infer<typeof NeighborsRequest>;

export interface NeighborsPage {
  /** Neighbours of this page, each once over all pages; best supported first, then by id. */
  readonly entities: readonly Entity[];
  /** Every relation between the entity and the neighbours of this page that passes the filter. */
  readonly relations: readonly Relation[];
  /** Over all neighbours, whatever the filter and the page. */
  readonly counts: readonly NeighborCount[];
  /** Neighbours that pass the filter. */
  readonly total: number;
  readonly cursor: string | null;
}

export const PageRequest = z.object({ limit: limit(50, 500), cursor });
export type PageRequest = z.infer<typeof PageRequest>;

/** A passage as evidence: with its document and the entities named in it. */
export interface Evidence {
  readonly passage: Passage;
  readonly document: Document;
  readonly mentions: readonly Mention[];
}

export interface PassagesPage {
  readonly passages: readonly Evidence[];
  readonly total: number;
  readonly cursor: string | null;
}

/** What one passage says of a relation. */
export interface RelationEvidence extends Evidence {
  readonly status: RelationStatus;
  readonly confidence: number;
  readonly method: string;
  readonly date: string | null;
}

export interface RelationDetail {
  readonly relation: Relation;
  readonly from: Entity;
  readonly to: Entity;
  /** Newest first. */
  readonly passages: readonly RelationEvidence[];
  /** Other relations between the same two entities. */
  readonly others: readonly Relation[];
}

export const EvidenceRequest = z.object({
  relations: z.array(id).max(500),
  /** Passages of each, newest first. */
  perRelation: z.number().int().min(1).max(50).default(3),
});
export type EvidenceRequest = z.infer<typeof EvidenceRequest>;

/** The passages behind many relations at once. */
export interface EvidenceAnswer {
  /** In the order asked for; those that are not in the graph are left out. */
  readonly relations: readonly {
    readonly id: RelationId;
    readonly passages: readonly RelationEvidence[];
    readonly total: number;
  }[];
}

// ── documents ───────────────────────────────────────────────────────────────

export interface DocumentSummary {
  readonly document: Document;
  readonly entities: number;
  readonly relations: number;
  readonly observations: number;
}

export interface DocumentsPage {
  readonly documents: readonly DocumentSummary[];
  readonly total: number;
  readonly cursor: string | null;
}

export interface DocumentDetail {
  readonly document: Document;
  /** In the order of the document. */
  readonly passages: readonly Passage[];
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  /** Relations that this document supports, each with the passages here that do. */
  readonly relations: readonly { readonly relation: Relation; readonly passages: readonly string[] }[];
  readonly observations: readonly Observation[];
}

// ── paths and subgraphs ─────────────────────────────────────────────────────

/** `short`: fewest steps first. `supported`: the path whose weakest step has most passages first. */
export const PATH_ORDERS = ["short", "supported"] as const;
export type PathOrder = (typeof PATH_ORDERS)[number];

export const PathsRequest = z.object({
  from: z.string().min(1).max(200),
  to: z.string().min(1).max(200),
  maxLength: z.coerce.number().int().min(1).max(6).default(4),
  limit: limit(5, 50),
  /** Only over relations of these types; without it, over any. */
  relations: optionalListOf(relationTypeParam),
  /** Not over entities with more relations than this: what everybody is connected with connects nobody. */
  maxDegree: z.coerce.number().int().min(1).optional(),
  /** Not over these. */
  without: optionalListOf(id),
  /** `short` unless told otherwise. */
  order: z.enum(PATH_ORDERS).optional(),
});
export type PathsRequest = z.infer<typeof PathsRequest>;

export interface PathsAnswer {
  /** In the order asked for. */
  readonly paths: readonly FoundPath[];
  readonly entities: readonly Entity[];
  readonly relations: readonly Relation[];
  /** Hubs that were met and not walked over, those with most relations first; at most twenty. */
  readonly leftOut: readonly Entity[];
  /** Whether more paths of these lengths exist than were returned. */
  readonly truncated: boolean;
}

export interface FoundPath {
  /** From one end to the other. */
  readonly entities: readonly EntityId[];
  /** Between each two of them, the best supported one. */
  readonly relations: readonly RelationId[];
  /** Passages of the weakest step. */
  readonly support: number;
}

export const CommonRequest = z.object({
  /** Of these, what do they share? */
  ids: listOf(id, 12),
  /** 1: what each is related to itself. 2: over one body in between, too. */
  reach: z.coerce.number().int().min(1).max(2).default(1),
  relations: optionalListOf(relationTypeParam),
  maxDegree: z.coerce.number().int().min(1).optional(),
  without: optionalListOf(id),
  limit: limit(25, 200),
});
export type CommonRequest = z.infer<typeof CommonRequest>;

export interface CommonAnswer {
  /** Those that most of the entities share first, then the better supported. */
  readonly shared: readonly SharedEntity[];
  readonly entities: readonly Entity[];
  readonly relations: readonly Relation[];
  /** Hubs that were met and left out; at most twenty. */
  readonly leftOut: readonly Entity[];
  readonly total: number;
}

export interface SharedEntity {
  readonly entity: EntityId;
  /** The shortest, then best supported way from each entity that has one; at least two have. */
  readonly ways: readonly {
    readonly from: EntityId;
    readonly through: EntityId | null;
    readonly relations: readonly RelationId[];
  }[];
  /** Passages behind all of the ways. */
  readonly support: number;
}

export const SubgraphRequest = z.object({ ids: z.array(z.string().min(1).max(200)).max(5000) });
export type SubgraphRequest = z.infer<typeof SubgraphRequest>;

/** How many entities are one relation away from each, in the whole graph. */
export interface NeighborTotals {
  /** In the order asked for; what is not in the graph is left out. */
  readonly totals: readonly { readonly id: EntityId; readonly neighbors: number }[];
}

export interface Subgraph {
  readonly entities: readonly Entity[];
  readonly relations: readonly Relation[];
  /** Ids that were asked for and are not in the graph. */
  readonly missing: readonly string[];
}

// ── claims and facets: what the shared filter looks at ──────────────────────

export const ClaimsRequest = z.object({
  /** Entities; the claims of all relations among them are given. */
  ids: z.array(id).max(5000),
  /** Industries; each claim is told apart by whether it is about one of them. */
  fields: z.array(id).max(50).default([]),
});
export type ClaimsRequest = z.infer<typeof ClaimsRequest>;

export interface ClaimsAnswer {
  readonly relations: readonly { readonly id: RelationId; readonly claims: readonly FilteredClaim[] }[];
}

/** What the shared filter can be set to, with how much there is of each. */
export interface Facets {
  /** Relations by the years of their claims, oldest first; a relation counts once in each year that it has a claim of. */
  readonly years: readonly { readonly year: number; readonly existing: number; readonly planned: number }[];
  /** Relations of which no claim is dated. */
  readonly undated: number;
  /** Industries, with the number of bodies that focus on them; most first. */
  readonly fields: readonly { readonly entity: Entity; readonly bodies: number }[];
}

// ── Cypher ──────────────────────────────────────────────────────────────────

export const QUERY_MAX_ROWS = 10_000;

export const QueryRequest = z.object({
  cypher: z.string().trim().min(1).max(100_000),
  parameters: z.record(z.string().max(200), z.unknown()).default({}),
  maxRows: z.number().int().min(1).max(QUERY_MAX_ROWS).default(1_000),
  timeoutMs: z.number().int().min(1).max(120_000).default(15_000),
});
export type QueryRequest = z.infer<typeof QueryRequest>;

/** A node, relation or path in a row is tagged by `$`; everything else is plain JSON. */
export type QueryValue =
  | null
  | string
  | number
  | boolean
  | readonly QueryValue[]
  | QueryNode
  | QueryRelation
  | QueryPath
  | { readonly [key: string]: QueryValue };

export interface QueryNode {
  readonly $: "node";
  /** Its own `id`; null where it has none. */
  readonly id: string | null;
  readonly labels: readonly string[];
  readonly properties: { readonly [key: string]: QueryValue };
}

export interface QueryRelation {
  readonly $: "relation";
  readonly id: string | null;
  readonly type: string;
  /** The `id` of the node at its start and end; null where that has none. */
  readonly from: string | null;
  readonly to: string | null;
  readonly properties: { readonly [key: string]: QueryValue };
}

export interface QueryPath {
  readonly $: "path";
  readonly nodes: readonly QueryNode[];
  readonly relations: readonly QueryRelation[];
}

export interface QueryAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly QueryValue[])[];
  /** Entities and relations that occur in the rows. */
  readonly graph: { readonly entities: readonly Entity[]; readonly relations: readonly Relation[] };
  /** Whether there were more rows than `maxRows`. */
  readonly truncated: boolean;
  readonly elapsedMs: number;
}

// ── imports ─────────────────────────────────────────────────────────────────

export const IMPORT_STAGES = ["queued", "read", "extract", "resolve", "load", "done", "failed"] as const;
export type ImportStage = (typeof IMPORT_STAGES)[number];

export interface ImportCounts {
  readonly documents: number;
  readonly passages: number;
  readonly entities: number;
  readonly relations: number;
  readonly observations: number;
  readonly rejected: number;
  /** Documents that were there already, byte for byte. */
  readonly unchanged: number;
}

/** Something in a source that could not be used; nothing is dropped without one. */
export interface Rejection {
  readonly origin: string;
  /** Where in the source: `row 17`, `line 3`, `characters 10-20`. */
  readonly place: string | null;
  readonly code: string;
  readonly message: string;
  /** Of a table without a mapping: the text of one that it might have, for a person to accept. */
  readonly proposal?: string;
}

/** How many names of all documents are one entity with others, and how many may be. */
export interface NameCounts {
  readonly merges: number;
  readonly doubts: number;
}

/** What came of asking a language model what the rules missed. */
export interface OpinionCounts {
  readonly model: string;
  /** Questions, of a few passages each; those answered by what was kept are not among them. */
  readonly asked: number;
  readonly cached: number;
  /** New by a proposal. */
  readonly entities: number;
  readonly relations: number;
  /** Proposals that say what the rules had found. */
  readonly agreed: number;
  /** Proposals that quote nothing of the document, or do not fit the schema. */
  readonly refused: number;
  /** Questions without a usable answer; they are asked again at the next run. */
  readonly failed: number;
  /** Why, of most of them; null where none failed. */
  readonly problem: string | null;
}

export interface ImportJob {
  readonly id: string;
  readonly stage: ImportStage;
  readonly origins: readonly string[];
  /** 0 to 1. */
  readonly progress: number;
  readonly counts: ImportCounts;
  /** The first 100; `counts.rejected` has their number. */
  readonly rejections: readonly Rejection[];
  /** Null until it is done, and where nothing had changed. */
  readonly names: NameCounts | null;
  /** Null until it is done, and where no model is to be asked. */
  readonly opinion: OpinionCounts | null;
  readonly error: string | null;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly endedAt: string | null;
}

export interface ImportsPage {
  readonly imports: readonly ImportJob[];
}

export interface DocumentRef {
  readonly id: DocumentId;
  readonly origin: string;
  readonly sha256: string;
  readonly extractor?: string;
}
