/**
 * The graph over any engine that executes Cypher. What is asked is in
 * `reading/`, what changes in `writing/`; here the two are tied to the version
 * of the data, so that nothing is read twice that has not changed.
 */
import type {
  ClaimsAnswer,
  ClaimsRequest,
  CommonAnswer,
  CommonRequest,
  DocumentDetail,
  DocumentId,
  DocumentRef,
  DocumentsPage,
  EntityDetail,
  EntityId,
  EntityStatements,
  EntityType,
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
  SchemaSummary,
  SearchAnswer,
  SearchRequest,
  NeighborTotals,
  Subgraph,
} from "../contract/index.ts";
import { refuseDeepParameters } from "./check-parameters.ts";
import type { DocumentGraph } from "./document-graph.ts";
import { collectRows } from "./collect-rows.ts";
import type { CypherEngine, UserQueryPart } from "./engine.ts";
import { EntityNotFoundError, QueryCancelledError } from "./errors.ts";
import { migrate } from "./migrations.ts";
import { prepareAtlas, readNote, writeNote } from "./model/atlas-node.ts";
import { KeptAtlas } from "./model/kept-atlas.ts";
import { MANY_RELATIONS, readAdjacency } from "./reading/adjacency.ts";
import type { Adjacency } from "./reading/adjacency.ts";
import { readClaims, readFacets } from "./reading/claims.ts";
import { readChosenGraph } from "./reading/chosen-graph.ts";
import type { ChosenGraph, ChosenSources } from "./reading/chosen-graph.ts";
import { readDocumentGraphs, readStatements } from "./reading/document-graphs.ts";
import type { DocumentStatements } from "./reading/document-graphs.ts";
import { readDigests, readDocumentGraph } from "./reading/document-graph.ts";
import { readCommon } from "./reading/common.ts";
import { readDocument, readDocuments, readOrigins } from "./reading/documents.ts";
import {
  readCurrentIds,
  readEntityDetail,
  readRelationDetail,
  readRelationsEvidence,
  readNeighborTotals,
  readSubgraph,
} from "./reading/entities.ts";
import { refuseDeepQuery } from "./query-nesting.ts";
import { readEntityPassages } from "./reading/evidence.ts";
import { readGaps, readGapsSummary } from "./reading/gaps/gaps.ts";
import { readGap } from "./reading/matrix/gap.ts";
import { readMatrix, readMatrixTies } from "./reading/matrix/matrix.ts";
import type { MatrixSources } from "./reading/matrix/matrix.ts";
import { readRegionTree } from "./reading/matrix/region-tree.ts";
import type { RegionTree } from "./reading/matrix/region-tree.ts";
import { readSteps } from "./reading/matrix/steps.ts";
import type { MatrixSteps } from "./reading/matrix/steps.ts";
import { readFigures, readIndicators } from "./reading/indicators/indicators.ts";
import { readHub } from "./reading/hubs.ts";
import type { Hub } from "./reading/hubs.ts";
import { readNeighbors } from "./reading/neighbors.ts";
import type { AroundOf } from "./reading/neighbors.ts";
import { readOverview } from "./reading/overview.ts";
import { readEntityStatements } from "./reading/statements.ts";
import { readPaths } from "./reading/paths.ts";
import { graphOf } from "./reading/query-graph.ts";
import { readStructure } from "./reading/structure.ts";
import { Recent } from "./reading/recent.ts";
import { EntitySearch } from "./reading/entity-search.ts";
import { readWholeGraph } from "./reading/whole-graph.ts";
import type { ExportSizes, WholeGraph } from "./reading/whole-graph.ts";
import type { GraphStore, NoteName, StoredDigest, Versioned } from "./store.ts";
import { checkDocumentGraph } from "./writing/check-document-graph.ts";
import { writeDocuments } from "./writing/write-documents.ts";
import type { OriginChange } from "./writing/write-documents.ts";

/** So many relations are remembered around entities that were looked at last. */
const REMEMBERED_LINKS = 500_000;
const RECENT_DOCUMENTS = 8;
/** Of the rows of a person's query; a browser does not get more of them on the screen. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

export class CypherStore implements GraphStore {
  readonly #engine: CypherEngine;
  readonly #atlas: KeptAtlas;
  readonly #search: EntitySearch;
  readonly #hubs = new Recent<Hub>(200);
  readonly #adjacencies = new Recent<Adjacency>(REMEMBERED_LINKS, ({ links }) => links.length + 1);
  readonly #matrixSteps = new Recent<MatrixSteps>(
    REMEMBERED_LINKS,
    ({ direct, near, far }) => direct.length + near.length + far.length + 1,
  );
  readonly #matrix: MatrixSources;
  readonly #chosen: ChosenSources;
  readonly #regions = new Recent<RegionTree>(1);
  readonly #facets = new Recent<Facets>(1);
  readonly #structure = new Recent<GraphStructure>(1);
  readonly #gaps = new Recent<GapsSummary>(8);
  readonly #indicators = new Recent<IndicatorsAnswer>(1);
  #overview: { version: string; overview: Overview } | undefined;

  private constructor(engine: CypherEngine) {
    this.#engine = engine;
    this.#atlas = new KeptAtlas(engine);
    this.#search = new EntitySearch(engine);
    this.#matrix = {
      engine,
      steps: (shape, withClaims, signal) => {
        const key = JSON.stringify([shape, withClaims]);
        return this.#ofVersion(key, () => readSteps(engine, shape, withClaims, signal), this.#matrixSteps, signal);
      },
      regions: (signal) => this.#ofVersion("regions", () => readRegionTree(engine, signal), this.#regions, signal),
      count: async (type: EntityType, signal) => (await this.#atlas.read(signal)).tallies.of(`entities_${type}`),
    };
    this.#chosen = {
      engine,
      regions: this.#matrix.regions,
      relationsOf: async (types, signal) => {
        const { tallies } = await this.#atlas.read(signal);
        return types.reduce((sum, type) => sum + tallies.of(`relations_${type}`), 0);
      },
    };
  }

  /** Takes the engine over: it is closed when the store is, or when opening fails. */
  static async open(engine: CypherEngine): Promise<CypherStore> {
    try {
      await migrate(engine);
      await prepareAtlas(engine);
      const store = new CypherStore(engine);
      store.#search.warm();
      return store;
    } catch (error) {
      await engine[Symbol.asyncDispose]();
      throw error;
    }
  }

  get kind() {
    return this.#engine.kind;
  }

  async dataVersion(signal?: AbortSignal): Promise<string> {
    return (await this.#atlas.read(signal)).version;
  }

  async counts(signal?: AbortSignal): Promise<GraphCounts> {
    return (await this.#atlas.read(signal)).tallies.counts();
  }

  async schema(signal?: AbortSignal): Promise<SchemaSummary> {
    return (await this.#atlas.read(signal)).tallies.schema();
  }

  async overview(signal?: AbortSignal): Promise<Overview> {
    const { version, tallies } = await this.#atlas.read(signal);
    if (this.#overview?.version !== version) {
      const recent = readDocuments(this.#engine, { limit: RECENT_DOCUMENTS }, tallies.of("documents"), signal);
      const documents = recent.then((page) => page.documents);
      this.#overview = { version, overview: await readOverview(this.#engine, tallies.schema(), documents, signal) };
    }
    return this.#overview.overview;
  }

  search(request: SearchRequest, signal?: AbortSignal): Promise<SearchAnswer> {
    return this.#search.search(request, signal);
  }

  async entity(id: EntityId, signal?: AbortSignal): Promise<EntityDetail> {
    try {
      return await this.#entityNow(id, signal);
    } catch (error) {
      if (!(error instanceof EntityNotFoundError)) throw error;
      const current = (await readCurrentIds(this.#engine, [id], signal)).get(id);
      if (current === undefined) throw error;
      return this.#entityNow(current, signal);
    }
  }

  #entityNow(id: EntityId, signal?: AbortSignal): Promise<EntityDetail> {
    const counts = this.#aroundOf(id, { isWhole: false }, signal).then((around) => around.counts);
    return readEntityDetail(this.#engine, id, counts, signal);
  }

  entityStatements(id: EntityId, signal?: AbortSignal): Promise<EntityStatements> {
    return readEntityStatements(this.#engine, id, signal);
  }

  async neighbors(id: EntityId, request: NeighborsRequest, signal?: AbortSignal): Promise<NeighborsPage> {
    return (await this.versionedNeighbors(id, request, signal)).answer;
  }

  versionedNeighbors(id: EntityId, request: NeighborsRequest, signal?: AbortSignal): Promise<Versioned<NeighborsPage>> {
    return readNeighbors(this.#engine, this.#aroundOf, id, request, signal);
  }

  entityPassages(id: EntityId, request: PageRequest, signal?: AbortSignal): Promise<PassagesPage> {
    return readEntityPassages(this.#engine, id, request, signal);
  }

  relation(id: RelationId, signal?: AbortSignal): Promise<RelationDetail> {
    return readRelationDetail(this.#engine, id, signal);
  }

  evidence(request: EvidenceRequest, signal?: AbortSignal): Promise<EvidenceAnswer> {
    return readRelationsEvidence(this.#engine, request, signal);
  }

  async documents(request: PageRequest, signal?: AbortSignal): Promise<DocumentsPage> {
    const { tallies } = await this.#atlas.read(signal);
    return readDocuments(this.#engine, request, tallies.of("documents"), signal);
  }

  document(id: DocumentId, signal?: AbortSignal): Promise<DocumentDetail> {
    return readDocument(this.#engine, id, signal);
  }

  paths(request: PathsRequest, signal?: AbortSignal): Promise<PathsAnswer> {
    return readPaths(this.#engine, request, signal);
  }

  common(request: CommonRequest, signal?: AbortSignal): Promise<CommonAnswer> {
    return readCommon(this.#engine, request, signal);
  }

  neighborTotals(ids: readonly string[], signal?: AbortSignal): Promise<NeighborTotals> {
    return readNeighborTotals(this.#engine, ids, signal);
  }

  subgraph(ids: readonly string[], signal?: AbortSignal): Promise<Subgraph> {
    return readSubgraph(this.#engine, ids, signal);
  }

  chosenGraph(request: MeasuresRequest, signal?: AbortSignal): Promise<ChosenGraph> {
    return readChosenGraph(this.#chosen, request, signal);
  }

  claims(request: ClaimsRequest, signal?: AbortSignal): Promise<ClaimsAnswer> {
    return readClaims(this.#engine, request, signal);
  }

  facets(signal?: AbortSignal): Promise<Facets> {
    return this.#ofVersion("facets", () => readFacets(this.#engine, signal), this.#facets, signal);
  }

  structure(signal?: AbortSignal): Promise<GraphStructure> {
    return this.#ofVersion("structure", () => readStructure(this.#engine, signal), this.#structure, signal);
  }

  indicators(signal?: AbortSignal): Promise<IndicatorsAnswer> {
    return this.#ofVersion("indicators", () => readIndicators(this.#engine, signal), this.#indicators, signal);
  }

  async figures(request: FiguresRequest, signal?: AbortSignal): Promise<FiguresAnswer> {
    return readFigures(this.#engine, await this.indicators(signal), request, signal);
  }

  matrix(request: MatrixRequest, signal?: AbortSignal): Promise<MatrixAnswer> {
    return readMatrix(this.#matrix, request, signal);
  }

  matrixTies(request: MatrixTiesRequest, signal?: AbortSignal): Promise<MatrixTiesPage> {
    return readMatrixTies(this.#matrix, request, signal);
  }

  gap(request: GapRequest, signal?: AbortSignal): Promise<GapCard> {
    return readGap(this.#matrix, request, signal);
  }

  gaps(question: GapQuestion, request: GapsRequest, signal?: AbortSignal): Promise<GapsAnswer> {
    return readGaps(this.#matrix, question, request, signal);
  }

  gapsSummary(request: GapsSummaryRequest, signal?: AbortSignal): Promise<GapsSummary> {
    const key = `gaps ${request.region ?? ""}`;
    return this.#ofVersion(key, () => readGapsSummary(this.#matrix, request, signal), this.#gaps, signal);
  }

  async query(request: QueryRequest, signal?: AbortSignal): Promise<QueryAnswer> {
    const begin = performance.now();
    const answer = await collectRows(this.queryStream(request, signal), MAX_ANSWER_BYTES);
    return { ...answer, graph: graphOf(answer.rows), elapsedMs: Math.round(performance.now() - begin) };
  }

  async *queryStream(request: QueryStreamRequest, signal?: AbortSignal): AsyncIterable<UserQueryPart> {
    if (signal?.aborted) throw new QueryCancelledError({ cause: signal.reason });
    refuseDeepParameters(request.parameters);
    refuseDeepQuery(request.cypher);
    yield* this.#engine.userQuery(request, signal);
  }

  wholeGraph(signal?: AbortSignal, sizes?: ExportSizes): Promise<WholeGraph> {
    return readWholeGraph(this.#engine, signal, sizes);
  }

  origins(signal?: AbortSignal): Promise<readonly DocumentRef[]> {
    return readOrigins(this.#engine, signal);
  }

  statements(signal?: AbortSignal): AsyncIterable<readonly DocumentStatements[]> {
    return readStatements(this.#engine, signal);
  }

  documentGraphs(ids: readonly DocumentId[], signal?: AbortSignal): Promise<readonly DocumentGraph[]> {
    return readDocumentGraphs(this.#engine, ids, signal);
  }

  note(name: NoteName, signal?: AbortSignal): Promise<string | null> {
    return readNote(this.#engine, name, signal);
  }

  async setNote(name: NoteName, text: string | null, signal?: AbortSignal): Promise<void> {
    await this.#engine.write((tx) => writeNote(tx, name, text), signal);
  }

  digests(signal?: AbortSignal): Promise<ReadonlyMap<string, StoredDigest>> {
    return readDigests(this.#engine, signal);
  }

  documentGraph(id: DocumentId, signal?: AbortSignal): Promise<DocumentGraph> {
    return readDocumentGraph(this.#engine, id, signal);
  }

  write(graph: DocumentGraph, signal?: AbortSignal): Promise<void> {
    return this.writeMany([graph], signal);
  }

  async writeMany(graphs: readonly DocumentGraph[], signal?: AbortSignal): Promise<void> {
    for (const graph of graphs) checkDocumentGraph(graph);
    // Of two graphs of one origin the later one replaces the earlier.
    const byOrigin = new Map(graphs.map((graph) => [graph.document.origin, graph]));
    await this.#change(
      [...byOrigin].map(([origin, graph]) => ({ origin, graph })),
      signal,
    );
  }

  async forget(origin: string, signal?: AbortSignal): Promise<boolean> {
    const { known } = await this.#change([{ origin, graph: null }], signal);
    return known.has(origin);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#engine[Symbol.asyncDispose]();
  }

  async #change(changes: readonly OriginChange[], signal?: AbortSignal) {
    if (signal?.aborted) throw new QueryCancelledError({ cause: signal.reason });
    const outcome = await this.#atlas.changedBy(() => this.#engine.write((tx) => writeDocuments(tx, changes), signal));
    this.#search.update(outcome.changedEntities, outcome.removedEntities);
    return outcome;
  }

  /** Read once a version of the data, and remembered in `recent`. */
  async #ofVersion<T>(key: string, read: () => Promise<T>, recent: Recent<T>, signal?: AbortSignal): Promise<T> {
    const version = await this.dataVersion(signal);
    const known = recent.get(`${version} ${key}`);
    if (known !== undefined) return known;
    const value = await read();
    recent.set(`${version} ${key}`, value);
    return value;
  }

  readonly #aroundOf: AroundOf = async (id, { version: wanted, isWhole }, signal) => {
    const remembered = wanted === undefined ? undefined : this.#adjacencies.get(`${wanted} ${id}`);
    if (remembered !== undefined) return remembered;
    if (isWhole) {
      // To ask for the version first is worth it where it may spare reading much.
      const known = this.#adjacencies.get(`${await this.dataVersion(signal)} ${id}`);
      return known ?? this.#readWhole(id, signal);
    }
    const few = await this.#readAdjacency(id, MANY_RELATIONS, signal);
    if (few !== undefined) return few;
    const key = `${await this.dataVersion(signal)} ${id}`;
    const hub = this.#hubs.get(key) ?? (await readHub(this.#engine, id, signal));
    if (hub === undefined) return this.#readWhole(id, signal);
    this.#hubs.set(`${hub.version} ${id}`, hub);
    return hub;
  };

  async #readWhole(id: EntityId, signal?: AbortSignal): Promise<Adjacency> {
    const adjacency = await this.#readAdjacency(id, Number.MAX_SAFE_INTEGER, signal);
    if (adjacency === undefined) throw new EntityNotFoundError(id);
    return adjacency;
  }

  async #readAdjacency(id: EntityId, most: number, signal?: AbortSignal) {
    const adjacency = await readAdjacency(this.#engine, id, most, signal);
    if (adjacency !== undefined) this.#adjacencies.set(`${adjacency.version} ${id}`, adjacency);
    return adjacency;
  }
}
