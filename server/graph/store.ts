/**
 * The graph as the program sees it: small, in the users' words, the same over
 * every engine. `tests/conformance/graph-store.ts` specifies it.
 *
 * Every method takes an AbortSignal; aborting rejects with `QueryCancelledError`
 * and stops the work in the engine. Answers that can be cut say so.
 */
import type {
  ClaimsAnswer,
  ClaimsRequest,
  CommonAnswer,
  CommonRequest,
  DocumentDetail,
  DocumentRef,
  DocumentsPage,
  EntityDetail,
  EntityId,
  EntityStatements,
  EvidenceAnswer,
  EvidenceRequest,
  Facets,
  FiguresAnswer,
  FiguresRequest,
  GapCard,
  GapQuestion,
  GapRequest,
  GapsAnswer,
  GapsRequest,
  GapsSummary,
  GapsSummaryRequest,
  GraphCounts,
  GraphStructure,
  IndicatorsAnswer,
  MatrixAnswer,
  MatrixTiesPage,
  MatrixTiesRequest,
  MatrixRequest,
  MeasuresRequest,
  NeighborsPage,
  NeighborsRequest,
  Overview,
  PageRequest,
  PassagesPage,
  PathsAnswer,
  PathsRequest,
  QueryAnswer,
  QueryRequest,
  QueryStreamRequest,
  RelationDetail,
  RelationId,
  DocumentId,
  SchemaSummary,
  SearchAnswer,
  SearchRequest,
  NeighborTotals,
  Subgraph,
} from "../contract/index.ts";
import type { DocumentGraph } from "./document-graph.ts";
import type { UserQueryPart } from "./engine.ts";
import type { ChosenGraph } from "./reading/chosen-graph.ts";
import type { DocumentStatements } from "./reading/document-graphs.ts";
import type { ExportSizes, WholeGraph } from "./reading/whole-graph.ts";

export type StoreKind = "embedded" | "neo4j";

export const NOTE_NAMES = ["decisions", "resolved"] as const;
export type NoteName = (typeof NOTE_NAMES)[number];

/** An answer with the version of the data that it was read from. */
export interface Versioned<T> {
  readonly version: string;
  readonly answer: T;
}

export interface StoredDigest {
  readonly id: DocumentId;
  readonly digest: string;
}

export interface GraphStore extends AsyncDisposable {
  readonly kind: StoreKind;

  /** Changes with every write and only then; survives a restart. */
  dataVersion(signal?: AbortSignal): Promise<string>;
  counts(signal?: AbortSignal): Promise<GraphCounts>;
  /** Labels, relation types and their properties as they are in the data. */
  structure(signal?: AbortSignal): Promise<GraphStructure>;
  schema(signal?: AbortSignal): Promise<SchemaSummary>;
  overview(signal?: AbortSignal): Promise<Overview>;

  search(request: SearchRequest, signal?: AbortSignal): Promise<SearchAnswer>;
  /**
   * An id from before names were brought together leads to the entity that they are now, which has another id.
   * @throws EntityNotFoundError
   */
  entity(id: EntityId, signal?: AbortSignal): Promise<EntityDetail>;
  /** Why its names are its, and where documents differ. @throws EntityNotFoundError */
  entityStatements(id: EntityId, signal?: AbortSignal): Promise<EntityStatements>;
  /** @throws EntityNotFoundError, InvalidCursorError */
  neighbors(id: EntityId, request: NeighborsRequest, signal?: AbortSignal): Promise<NeighborsPage>;
  /** The same, with its version from the same statement. */
  versionedNeighbors(id: EntityId, request: NeighborsRequest, signal?: AbortSignal): Promise<Versioned<NeighborsPage>>;
  /** @throws EntityNotFoundError, InvalidCursorError */
  entityPassages(id: EntityId, request: PageRequest, signal?: AbortSignal): Promise<PassagesPage>;
  /** @throws RelationNotFoundError */
  relation(id: RelationId, signal?: AbortSignal): Promise<RelationDetail>;
  /** The passages behind many relations. */
  evidence(request: EvidenceRequest, signal?: AbortSignal): Promise<EvidenceAnswer>;
  /** Newest first, undated last. */
  documents(request: PageRequest, signal?: AbortSignal): Promise<DocumentsPage>;
  /** @throws DocumentNotFoundError */
  document(id: DocumentId, signal?: AbortSignal): Promise<DocumentDetail>;
  /** @throws EntityNotFoundError when either end is unknown */
  paths(request: PathsRequest, signal?: AbortSignal): Promise<PathsAnswer>;
  /** What several entities share. @throws EntityNotFoundError, TooLargeError */
  common(request: CommonRequest, signal?: AbortSignal): Promise<CommonAnswer>;
  /** Of each, how many entities are one relation away; several relations with one neighbour count once. */
  neighborTotals(ids: readonly string[], signal?: AbortSignal): Promise<NeighborTotals>;
  subgraph(ids: readonly string[], signal?: AbortSignal): Promise<Subgraph>;
  /** The part of the graph that measures are taken of. @throws EntityNotFoundError, TooLargeError */
  chosenGraph(request: MeasuresRequest, signal?: AbortSignal): Promise<ChosenGraph>;
  /** Of all relations among these entities. */
  claims(request: ClaimsRequest, signal?: AbortSignal): Promise<ClaimsAnswer>;
  facets(signal?: AbortSignal): Promise<Facets>;
  indicators(signal?: AbortSignal): Promise<IndicatorsAnswer>;
  figures(request: FiguresRequest, signal?: AbortSignal): Promise<FiguresAnswer>;
  /** @throws TooLargeError */
  matrix(request: MatrixRequest, signal?: AbortSignal): Promise<MatrixAnswer>;
  /** @throws TooLargeError */
  matrixTies(request: MatrixTiesRequest, signal?: AbortSignal): Promise<MatrixTiesPage>;
  /** @throws EntityNotFoundError, TooLargeError */
  gap(request: GapRequest, signal?: AbortSignal): Promise<GapCard>;
  /** @throws EntityNotFoundError, TooLargeError */
  gaps(question: GapQuestion, request: GapsRequest, signal?: AbortSignal): Promise<GapsAnswer>;
  /** @throws EntityNotFoundError, TooLargeError */
  gapsSummary(request: GapsSummaryRequest, signal?: AbortSignal): Promise<GapsSummary>;

  /**
   * Runs a person's own Cypher, reading only.
   * @throws QuerySyntaxError, WriteRefusedError, QueryTimeoutError, QueryMemoryError
   */
  query(request: QueryRequest, signal?: AbortSignal): Promise<QueryAnswer>;
  /** The same, row by row as they are taken; leaving the stream ends the query. */
  queryStream(request: QueryStreamRequest, signal?: AbortSignal): AsyncIterable<UserQueryPart>;

  /** All of it, a little at a time: about `sizes` are in memory at once. */
  wholeGraph(signal?: AbortSignal, sizes?: ExportSizes): Promise<WholeGraph>;

  /** What has been read so far, to leave out what has not changed. */
  origins(signal?: AbortSignal): Promise<readonly DocumentRef[]>;
  /** What every document says of entities, as it was before resolution; in the order of origins, many at once. */
  statements(signal?: AbortSignal): AsyncIterable<readonly DocumentStatements[]>;
  /** These documents as they were before resolution, to be written again; those that are not there are left out. */
  documentGraphs(ids: readonly DocumentId[], signal?: AbortSignal): Promise<readonly DocumentGraph[]>;
  /** A text that the program keeps with the graph, such as the decisions in force; null where there is none. */
  note(name: NoteName, signal?: AbortSignal): Promise<string | null>;
  /** Leaves the version of the data as it is. */
  setNote(name: NoteName, text: string | null, signal?: AbortSignal): Promise<void>;
  /** Tells by origin what each document says: equal digests in two stores, equal documents. */
  digests(signal?: AbortSignal): Promise<ReadonlyMap<string, StoredDigest>>;
  /**
   * What a document says, as it was written; writing it elsewhere loses nothing.
   * @throws DocumentNotFoundError
   */
  documentGraph(id: DocumentId, signal?: AbortSignal): Promise<DocumentGraph>;
  /**
   * Replaces all that the document's origin said before; atomic, and durable when it resolves.
   * @throws InvalidGraphError, StoreFullError
   */
  write(graph: DocumentGraph, signal?: AbortSignal): Promise<void>;
  /** The same for many documents in one transaction, which is many times faster. */
  writeMany(graphs: readonly DocumentGraph[], signal?: AbortSignal): Promise<void>;
  /** Removes all that an origin said. Resolves to false when there was no such origin. */
  forget(origin: string, signal?: AbortSignal): Promise<boolean>;
}
