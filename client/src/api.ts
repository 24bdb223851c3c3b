/**
 * The HTTP API in the words of the contract. Every failure is an `ApiError`
 * with a code that the views have a sentence for; an abort stays an abort.
 */
import type {
  ClaimsAnswer,
  CommonAnswer,
  CommonRequest,
  DecisionEntry,
  Decisions,
  DecisionsOutcome,
  DocumentDetail,
  DocumentId,
  DocumentsPage,
  DoubtsPage,
  EntityDetail,
  EntityId,
  EntityStatements,
  EntityType,
  EvidenceAnswer,
  Facets,
  FiguresAnswer,
  FiguresRequest,
  GapCard,
  GapQuestion,
  GapRequest,
  GapsAnswer,
  GapsRequest,
  GapsSummary,
  Health,
  ImportJob,
  ImportsPage,
  IndicatorsAnswer,
  MatrixAnswer,
  MatrixTiesPage,
  MatrixTiesRequest,
  MatrixRequest,
  MeasuresAnswer,
  MeasuresRequest,
  MergesPage,
  NeighborTotals,
  NeighborsPage,
  NeighborsRequest,
  Overview,
  PageRequest,
  PassagesPage,
  PathsAnswer,
  PathsRequest,
  Problem,
  ProblemCode,
  HistoryPage,
  GraphStructure,
  QueryCheck,
  QueryCheckRequest,
  QueryStreamEvent,
  QueryStreamRequest,
  Note,
  NoteDraft,
  NotesPage,
  SavedQueriesPage,
  SavedQuery,
  SavedQueryDraft,
  SavedView,
  SavedViewsPage,
  RelationDetail,
  RelationId,
  SchemaSummary,
  SearchAnswer,
  Subgraph,
  ViewDraft,
} from "../../server/contract/index.ts";
import { readQueryStream } from "./query-stream.ts";

/** Beside the server's codes: it could not be reached, or it answered with something else than the contract. */
export type ApiErrorCode = ProblemCode | "unreachable" | "unexpected_answer";

export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: ApiErrorCode;
  /** As the server sent it; undefined where no server answered. */
  readonly problem: Problem | undefined;

  constructor(code: ApiErrorCode, options: { problem?: Problem; message?: string; cause?: unknown } = {}) {
    super(options.message ?? options.problem?.detail ?? code, { cause: options.cause });
    this.code = code;
    this.problem = options.problem;
  }
}

/** Whether work was given up on purpose; such an error is never shown. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

/** What may be left out takes the server's default. */
type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** The axes, and what of the rest is not the server's default. */
export type MatrixQuestion<Request extends { rows: EntityType; columns: EntityType }> = Pick<
  Request,
  "rows" | "columns"
> &
  Optional<Request>;

export interface SearchOptions {
  readonly type?: EntityType | undefined;
  readonly limit?: number | undefined;
}

export interface UploadOptions {
  /** Declared columns of the tables among the files, as the JSON text of a mapping. */
  readonly mapping?: string | undefined;
}

export interface Api {
  health(signal?: AbortSignal): Promise<Health>;
  schema(signal?: AbortSignal): Promise<SchemaSummary>;
  overview(signal?: AbortSignal): Promise<Overview>;
  search(q: string, options?: SearchOptions, signal?: AbortSignal): Promise<SearchAnswer>;
  entity(id: EntityId, signal?: AbortSignal): Promise<EntityDetail>;
  neighbors(id: EntityId, request?: Optional<NeighborsRequest>, signal?: AbortSignal): Promise<NeighborsPage>;
  /** Why its names are its, and where documents differ about it. */
  statements(id: EntityId, signal?: AbortSignal): Promise<EntityStatements>;
  passages(id: EntityId, page?: Optional<PageRequest>, signal?: AbortSignal): Promise<PassagesPage>;
  relation(id: RelationId, signal?: AbortSignal): Promise<RelationDetail>;
  /** The newest passages of each relation. */
  evidence(relations: readonly RelationId[], perRelation: number, signal?: AbortSignal): Promise<EvidenceAnswer>;
  documents(page?: Optional<PageRequest>, signal?: AbortSignal): Promise<DocumentsPage>;
  document(id: DocumentId, signal?: AbortSignal): Promise<DocumentDetail>;
  paths(
    request: Pick<PathsRequest, "from" | "to"> & Optional<PathsRequest>,
    signal?: AbortSignal,
  ): Promise<PathsAnswer>;
  /** What several entities share. */
  common(request: Pick<CommonRequest, "ids"> & Optional<CommonRequest>, signal?: AbortSignal): Promise<CommonAnswer>;
  neighborTotals(ids: readonly EntityId[], signal?: AbortSignal): Promise<NeighborTotals>;
  subgraph(ids: readonly string[], signal?: AbortSignal): Promise<Subgraph>;
  /** Of the relations among `ids`, told apart by whether they are about `fields`. */
  /** What is left out of the request has its default. */
  measures(request: Partial<MeasuresRequest>, signal?: AbortSignal): Promise<MeasuresAnswer>;
  claims(ids: readonly EntityId[], fields: readonly EntityId[], signal?: AbortSignal): Promise<ClaimsAnswer>;
  facets(signal?: AbortSignal): Promise<Facets>;
  gapsSummary(region: EntityId | null, signal?: AbortSignal): Promise<GapsSummary>;
  gaps(question: GapQuestion, request: Optional<GapsRequest>, signal?: AbortSignal): Promise<GapsAnswer>;
  indicators(signal?: AbortSignal): Promise<IndicatorsAnswer>;
  figures(
    request: Pick<FiguresRequest, "indicator"> & Optional<FiguresRequest>,
    signal?: AbortSignal,
  ): Promise<FiguresAnswer>;
  matrix(request: MatrixQuestion<MatrixRequest>, signal?: AbortSignal): Promise<MatrixAnswer>;
  matrixTies(request: MatrixQuestion<MatrixTiesRequest>, signal?: AbortSignal): Promise<MatrixTiesPage>;
  gap(request: MatrixQuestion<GapRequest> & Pick<GapRequest, "row" | "column">, signal?: AbortSignal): Promise<GapCard>;
  /** Reports columns and rows as they come; resolves with the end. A problem in the stream is an `ApiError`. */
  queryStream(
    request: Pick<QueryStreamRequest, "cypher"> & Optional<QueryStreamRequest>,
    onEvent: (event: QueryStreamEvent) => void,
    signal?: AbortSignal,
  ): Promise<StreamEnd>;
  /** What the store says of a query without running it. */
  queryCheck(
    request: Pick<QueryCheckRequest, "cypher"> & Optional<QueryCheckRequest>,
    signal?: AbortSignal,
  ): Promise<QueryCheck>;
  structure(signal?: AbortSignal): Promise<GraphStructure>;
  savedQueries(signal?: AbortSignal): Promise<SavedQueriesPage>;
  /** A new one where there is no id. */
  saveQuery(draft: SavedQueryDraft, id: string | null): Promise<SavedQuery>;
  removeQuery(id: string): Promise<void>;
  queryHistory(browser: string, words: string, signal?: AbortSignal): Promise<HistoryPage>;
  forgetQueryHistory(browser: string): Promise<void>;
  views(signal?: AbortSignal): Promise<SavedViewsPage>;
  view(id: string, signal?: AbortSignal): Promise<SavedView>;
  /** A new one where there is no id. */
  saveView(draft: ViewDraft, id: string | null): Promise<SavedView>;
  removeView(id: string): Promise<void>;
  /** All that are about gaps. */
  gapNotes(signal?: AbortSignal): Promise<NotesPage>;
  /** About one entity or relation. */
  notes(subject: string, signal?: AbortSignal): Promise<NotesPage>;
  /** A new one where there is no id. */
  saveNote(draft: NoteDraft, id: string | null): Promise<Note>;
  removeNote(id: string): Promise<void>;
  doubts(limit: number, signal?: AbortSignal): Promise<DoubtsPage>;
  merges(limit: number, signal?: AbortSignal): Promise<MergesPage>;
  /** What people have decided about names, in order. */
  decisions(signal?: AbortSignal): Promise<Decisions>;
  /** In place of all earlier ones. */
  putDecisions(decisions: readonly DecisionEntry[]): Promise<DecisionsOutcome>;
  imports(signal?: AbortSignal): Promise<ImportsPage>;
  upload(files: readonly File[], options?: UploadOptions, signal?: AbortSignal): Promise<ImportJob>;
  /** Reports each state of the job as it comes; resolves with its last one (`done` or `failed`). */
  watchImport(id: string, onProgress: (job: ImportJob) => void, signal?: AbortSignal): Promise<ImportJob>;
}

export type StreamEnd = Extract<QueryStreamEvent, { type: "end" }>;

/** How often a stream of progress that broke off is opened again before giving up. */
const WATCH_ATTEMPTS = 5;

export function createApi(base = "/api", fetch: typeof globalThis.fetch = globalThis.fetch.bind(globalThis)): Api {
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    let response: Response;
    try {
      response = await fetch(`${base}${path}`, init);
    } catch (error) {
      if (isAbort(error)) throw error;
      throw new ApiError("unreachable", { cause: error });
    }
    if (!response.ok) throw await toApiError(response);
    return response;
  };

  const receive = async <T>(path: string, init: RequestInit): Promise<T> => {
    const response = await send(path, init);
    try {
      return (await response.json()) as T;
    } catch (error) {
      if (isAbort(error)) throw error;
      throw new ApiError("unexpected_answer", { cause: error, message: `${path} did not answer with JSON` });
    }
  };

  const get = <T>(path: string, parameters: object, signal: AbortSignal | undefined) =>
    receive<T>(path + toQuery(parameters), { headers: { accept: "application/json" }, signal: signal ?? null });

  const post = <T>(path: string, body: unknown, signal: AbortSignal | undefined) =>
    receive<T>(path, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: signal ?? null,
    });

  /** Replaces what is kept under `id`, else keeps a new one. */
  const keep = <T>(path: string, body: unknown, id: string | null) =>
    receive<T>(id === null ? path : `${path}/${encodeURIComponent(id)}`, {
      method: id === null ? "POST" : "PUT",
      headers: { accept: "application/json", "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const remove = async (path: string) => {
    await send(path, { method: "DELETE" });
  };

  return {
    health: (signal) => get("/health", {}, signal),
    schema: (signal) => get("/schema", {}, signal),
    overview: (signal) => get("/overview", {}, signal),
    search: (q, options = {}, signal) => get("/search", { q, ...options }, signal),
    entity: (id, signal) => get(`/entities/${encodeURIComponent(id)}`, {}, signal),
    neighbors: (id, request = {}, signal) => get(`/entities/${encodeURIComponent(id)}/neighbors`, request, signal),
    statements: (id, signal) => get(`/entities/${encodeURIComponent(id)}/statements`, {}, signal),
    passages: (id, page = {}, signal) => get(`/entities/${encodeURIComponent(id)}/passages`, page, signal),
    relation: (id, signal) => get(`/relations/${encodeURIComponent(id)}`, {}, signal),
    documents: (page = {}, signal) => get("/documents", page, signal),
    document: (id, signal) => get(`/documents/${encodeURIComponent(id)}`, {}, signal),
    paths: (request, signal) => get("/paths", request, signal),
    common: (request, signal) => get("/common", request, signal),
    neighborTotals: (ids, signal) => post("/neighbor-totals", { ids }, signal),
    subgraph: (ids, signal) => post("/subgraph", { ids }, signal),
    measures: (request, signal) => post("/measures", request, signal),
    claims: (ids, fields, signal) => post("/claims", { ids, fields }, signal),
    matrix: (request, signal) => get("/matrix", request, signal),
    matrixTies: (request, signal) => get("/matrix/ties", request, signal),
    gap: (request, signal) => get("/matrix/gap", request, signal),
    evidence: (relations, perRelation, signal) => post("/evidence", { relations, perRelation }, signal),
    gapsSummary: (region, signal) => get("/gaps", { region: region ?? undefined }, signal),
    gaps: (question, request, signal) => get(`/gaps/${question}`, request, signal),
    facets: (signal) => get("/facets", {}, signal),
    indicators: (signal) => get("/indicators", {}, signal),
    figures: (request, signal) => get("/figures", request, signal),
    structure: (signal) => get("/structure", {}, signal),
    savedQueries: (signal) => get("/queries", {}, signal),
    saveQuery: (draft, id) => keep("/queries", draft, id),
    removeQuery: (id) => remove(`/queries/${encodeURIComponent(id)}`),
    queryHistory: (browser, words, signal) => get("/query/history", { browser, q: words }, signal),
    forgetQueryHistory: (browser) => remove(`/query/history${toQuery({ browser })}`),
    queryCheck: (request, signal) => post("/query/check", request, signal),

    async queryStream(request, onEvent, signal) {
      const response = await send("/query/stream", {
        method: "POST",
        headers: { accept: "application/x-ndjson", "content-type": "application/json" },
        body: JSON.stringify(request),
        signal: signal ?? null,
      });
      return readQueryStream(response, onEvent);
    },

    views: (signal) => get("/views", {}, signal),
    view: (id, signal) => get(`/views/${encodeURIComponent(id)}`, {}, signal),
    saveView: (draft, id) => keep("/views", draft, id),
    removeView: (id) => remove(`/views/${encodeURIComponent(id)}`),
    gapNotes: (signal) => get("/notes", { kind: "gap" }, signal),
    notes: (subject, signal) => get("/notes", { subject }, signal),
    saveNote: (draft, id) => keep("/notes", draft, id),
    removeNote: (id) => remove(`/notes/${encodeURIComponent(id)}`),
    doubts: (limit, signal) => get("/names/doubts", { limit }, signal),
    merges: (limit, signal) => get("/names/merges", { limit }, signal),
    decisions: (signal) => get("/decisions", {}, signal),
    putDecisions: (decisions) =>
      receive("/decisions", {
        method: "PUT",
        headers: { accept: "application/json", "content-type": "application/json" },
        body: JSON.stringify({ decisions }),
      }),
    imports: (signal) => get("/imports", {}, signal),

    upload(files, options = {}, signal) {
      const form = new FormData();
      if (options.mapping !== undefined) form.append("mapping", options.mapping);
      for (const file of files) form.append("files", file, file.name);
      return receive("/imports", { method: "POST", body: form, signal: signal ?? null });
    },

    async watchImport(id, onProgress, signal) {
      const path = `/imports/${encodeURIComponent(id)}/events`;
      for (let attempt = 1; ; attempt += 1) {
        const response = await send(path, { headers: { accept: "text/event-stream" }, signal: signal ?? null });
        const last = await readProgress(response, onProgress);
        if (last !== undefined && isEnded(last)) return last;
        if (attempt === WATCH_ATTEMPTS) {
          throw new ApiError("unexpected_answer", { message: `The progress of import ${id} broke off` });
        }
      }
    },
  };
}

const isEnded = (job: ImportJob) => job.stage === "done" || job.stage === "failed";

function toQuery(parameters: object): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    // A list becomes one parameter, with commas.
    const text = value === undefined ? "" : String(value);
    if (text !== "") query.set(name, text);
  }
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

async function toApiError(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined);
  if (typeof body === "object" && body !== null && "code" in body && typeof body.code === "string") {
    const problem = body as Problem;
    return new ApiError(problem.code, { problem });
  }
  return new ApiError("unexpected_answer", { message: `${response.url} answered ${response.status}` });
}

/** Reads `progress` events until the stream ends; returns the last. */
async function readProgress(response: Response, onProgress: (job: ImportJob) => void): Promise<ImportJob | undefined> {
  let last: ImportJob | undefined;
  let rest = "";
  if (response.body === null) return undefined;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error: unknown) => {
        if (isAbort(error)) throw error;
        return { done: true as const, value: undefined }; // The connection broke; the caller opens another.
      });
      if (done) return last;
      const events = (rest + value).split(/\r?\n\r?\n/);
      rest = events.pop() ?? "";
      for (const event of events) {
        const job = parseProgress(event);
        if (job === undefined) continue;
        last = job;
        onProgress(job);
        if (isEnded(job)) return last;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function parseProgress(event: string): ImportJob | undefined {
  const lines = event.split(/\r?\n/);
  const isProgress = lines.some((line) => /^event:\s?progress$/.test(line));
  const data = lines.filter((line) => line.startsWith("data:")).map((line) => line.slice(5).trimStart());
  return isProgress && data.length > 0 ? (JSON.parse(data.join("\n")) as ImportJob) : undefined;
}
