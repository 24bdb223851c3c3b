/**
 * JSON Schemas of every answer, for the OpenAPI document. The types of the
 * contract say the same; an API test holds real answers against these, with no
 * property more or less.
 */
import {
  DIRECTIONS,
  DOUBT_KINDS,
  ENTITY_TYPE_NAMES,
  GAP_MEASURES,
  GAP_QUESTIONS,
  GAP_REASONS,
  IMPORT_STAGES,
  MATCH_KINDS,
  MERGE_RULES,
  NOTE_SUBJECTS,
  OBSERVATION_KINDS,
  PASSAGE_KINDS,
  PROBLEM_CODES,
  QUERY_MODES,
  REGION_LEVELS,
  RELATION_STATUSES,
  RELATION_TYPE_NAMES,
  SAVED_PARAMETER_TYPES,
} from "../../contract/index.ts";

export type JsonSchema = { readonly [keyword: string]: unknown };

const text: JsonSchema = { type: "string" };
const count: JsonSchema = { type: "integer", minimum: 0 };
/** Counted from 1. */
const number: JsonSchema = { type: "integer", minimum: 1 };
const share: JsonSchema = { type: "number", minimum: 0, maximum: 1 };
const truth: JsonSchema = { type: "boolean" };
const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: "null" }] });
const oneOf = (values: readonly string[]): JsonSchema => ({ type: "string", enum: values });
const list = (items: JsonSchema): JsonSchema => ({ type: "array", items });
const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
const partialDate: JsonSchema = { type: "string", pattern: "^\\d{4}(-\\d{2}(-\\d{2})?)?$" };

const queryPosition: JsonSchema = {
  type: "object",
  properties: { line: number, column: number },
  required: ["line", "column"],
  additionalProperties: false,
};

/** An object with exactly these properties; those named in `optional` may be left out. */
function object(properties: Record<string, JsonSchema>, optional: readonly string[] = []): JsonSchema {
  return {
    type: "object",
    properties,
    required: Object.keys(properties).filter((key) => !optional.includes(key)),
    additionalProperties: false,
  };
}

const entityType = oneOf(ENTITY_TYPE_NAMES);
const relationType = oneOf(RELATION_TYPE_NAMES);
const status = oneOf(RELATION_STATUSES);

const graphCounts = object({
  entities: count,
  relations: count,
  documents: count,
  passages: count,
  observations: count,
});

const schemaSummary = {
  entityTypes: list(object({ type: entityType, count })),
  relationTypes: list(object({ type: relationType, count, planned: count })),
  counts: ref("GraphCounts"),
};

const relation = {
  id: text,
  type: relationType,
  from: text,
  to: text,
  status,
  hasPlanned: truth,
  evidenceCount: { type: "integer", minimum: 1 },
  firstDate: orNull(partialDate),
  lastDate: orNull(partialDate),
  confidence: share,
  method: text,
};

const observation = {
  id: text,
  subjectId: text,
  indicator: text,
  value: { type: "number" },
  unit: text,
  year: orNull({ type: "integer" }),
  kind: oneOf(OBSERVATION_KINDS),
  passageId: text,
  cell: text,
};

/** A passage as the export has it: with its claim and what its document is. */
const exportedClaim = object(
  {
    passage: text,
    kind: oneOf(PASSAGE_KINDS),
    text,
    begin: count,
    end: count,
    page: number,
    row: number,
    sheet: text,
    status,
    date: orNull(partialDate),
    confidence: share,
    method: text,
    document: object({
      id: text,
      title: text,
      publisher: orNull(text),
      date: orNull(partialDate),
      url: orNull(text),
    }),
  },
  ["page", "row", "sheet"],
);

const evidence = { passage: ref("Passage"), document: ref("Document"), mentions: list(ref("Mention")) };

const relationEvidence = object({
  ...evidence,
  status,
  confidence: share,
  method: text,
  date: orNull(partialDate),
});

const kept = { id: text, revision: { type: "integer", minimum: 1 }, createdAt: text, changedAt: text };
const viewContent = object({
  dataVersion: text,
  entities: list(object({ id: text, name: text })),
  relations: list(object({ id: text, status })),
});
const note = { ...kept, subject: object({ kind: oneOf(NOTE_SUBJECTS), ids: list(text) }), text };

const SCHEMAS = {
  Problem: object(
    {
      type: { const: "about:blank" },
      title: text,
      status: { type: "integer", minimum: 400, maximum: 599 },
      code: oneOf(PROBLEM_CODES),
      detail: text,
      requestId: text,
      fields: list(object({ path: text, message: text })),
      position: object({ line: { type: "integer", minimum: 1 }, column: { type: "integer", minimum: 1 } }),
    },
    ["requestId", "fields", "position"],
  ),
  GraphCounts: graphCounts,
  Health: object({
    status: oneOf(["ok", "loading"]),
    version: text,
    store: object({ kind: oneOf(["embedded", "neo4j"]), dataVersion: text }),
    counts: ref("GraphCounts"),
    asOf: orNull(partialDate),
  }),
  SchemaSummary: object(schemaSummary),
  Overview: object({
    ...schemaSummary,
    universities: list(ref("OverviewEntity")),
    districts: list(ref("OverviewEntity")),
    recentDocuments: list(ref("DocumentSummary")),
    asOf: orNull(partialDate),
  }),
  OverviewEntity: object({ entity: ref("Entity"), existing: count, planned: count, with: list(text) }),
  Entity: object(
    {
      id: text,
      type: entityType,
      name: text,
      aliases: list(text),
      level: oneOf(REGION_LEVELS),
      code: text,
      properties: { type: "object", additionalProperties: true },
      degree: count,
    },
    ["level", "code"],
  ),
  Relation: object(relation),
  Document: object({
    id: text,
    origin: text,
    title: text,
    publisher: orNull(text),
    date: orNull(partialDate),
    url: orNull(text),
    sha256: { type: "string", pattern: "^[0-9a-f]{64}$" },
    mediaType: text,
    region: orNull(text),
  }),
  Passage: object(
    {
      id: text,
      documentId: text,
      kind: oneOf(PASSAGE_KINDS),
      index: count,
      begin: count,
      end: count,
      text,
      page: number,
      row: number,
      sheet: text,
    },
    ["page", "row", "sheet"],
  ),
  Mention: object({ entityId: text, passageId: text, surface: text, begin: count, end: count, cell: text }, ["cell"]),
  Observation: object(observation, ["cell"]),
  SearchAnswer: object({
    results: list(
      object({
        entity: ref("Entity"),
        match: object({
          kind: oneOf(MATCH_KINDS),
          text,
          ranges: list({ type: "array", items: count, minItems: 2, maxItems: 2 }),
        }),
      }),
    ),
    total: count,
  }),
  NeighborCount: object({
    relation: relationType,
    direction: oneOf(DIRECTIONS),
    type: entityType,
    count,
    planned: count,
  }),
  EntityDetail: object({
    entity: ref("Entity"),
    counts: list(ref("NeighborCount")),
    observations: list(ref("Observation")),
    documents: count,
  }),
  EntityStatements: object({
    names: list(object({ name: text, rule: text, documents: count })),
    contradictions: list(
      object({
        about: oneOf(["figure", "property"]),
        name: text,
        year: orNull({ type: "integer" }),
        kind: orNull(oneOf(OBSERVATION_KINDS)),
        words: list(object({ value: {}, unit: text, document: ref("Document"), passageId: orNull(text) })),
      }),
    ),
    truncated: truth,
  }),
  NeighborsPage: object({
    entities: list(ref("Entity")),
    relations: list(ref("Relation")),
    counts: list(ref("NeighborCount")),
    total: count,
    cursor: orNull(text),
  }),
  PassagesPage: object({ passages: list(object(evidence)), total: count, cursor: orNull(text) }),
  RelationDetail: object({
    relation: ref("Relation"),
    from: ref("Entity"),
    to: ref("Entity"),
    passages: list(relationEvidence),
    others: list(ref("Relation")),
  }),
  EvidenceAnswer: object({
    relations: list(object({ id: text, passages: list(relationEvidence), total: { type: "integer", minimum: 1 } })),
  }),
  DocumentSummary: object({ document: ref("Document"), entities: count, relations: count, observations: count }),
  DocumentsPage: object({ documents: list(ref("DocumentSummary")), total: count, cursor: orNull(text) }),
  DocumentDetail: object({
    document: ref("Document"),
    passages: list(ref("Passage")),
    mentions: list(ref("Mention")),
    entities: list(ref("Entity")),
    relations: list(object({ relation: ref("Relation"), passages: list(text) })),
    observations: list(ref("Observation")),
  }),
  PathsAnswer: object({
    paths: list(object({ entities: list(text), relations: list(text), support: { type: "integer", minimum: 1 } })),
    entities: list(ref("Entity")),
    relations: list(ref("Relation")),
    leftOut: list(ref("Entity")),
    truncated: truth,
  }),
  NeighborTotals: object({ totals: list(object({ id: text, neighbors: count })) }),
  Subgraph: object({ entities: list(ref("Entity")), relations: list(ref("Relation")), missing: list(text) }),
  CommonAnswer: object({
    shared: list(
      object({
        entity: text,
        ways: list(object({ from: text, through: orNull(text), relations: list(text) })),
        support: { type: "integer", minimum: 1 },
      }),
    ),
    entities: list(ref("Entity")),
    relations: list(ref("Relation")),
    leftOut: list(ref("Entity")),
    total: count,
  }),
  SavedView: object({ ...kept, name: text, link: text, content: viewContent }),
  SavedViewsPage: object({ views: list(object({ ...kept, name: text, entities: count })) }),
  Note: object(note),
  NotesPage: object({ notes: list(object(note)) }),
  MatrixLine: object({
    entity: ref("Entity"),
    ties: count,
    planned: count,
    parent: orNull(text),
    parts: count,
  }),
  MatrixAnswer: object({
    rows: list(ref("MatrixLine")),
    columns: list(ref("MatrixLine")),
    cells: list(
      object({ row: count, column: count, ties: { type: "integer", minimum: 1 }, planned: count, parts: list(count) }),
    ),
    kinds: list({
      oneOf: [
        object({ kind: { const: "direct" }, relation: relationType }),
        object({ kind: { const: "through" }, type: entityType }),
      ],
    }),
    parents: list(ref("Entity")),
    ties: count,
    planned: count,
    isSymmetric: truth,
    cut: object({ rows: count, columns: count, ties: count }),
    hidden: object({ rows: count, columns: count }),
    unplaced: object({ count, entities: list(ref("Entity")) }),
  }),
  MeasuresAnswer: object({
    entities: list(
      object({
        id: text,
        type: entityType,
        name: text,
        degree: count,
        betweenness: orNull(share),
        pageRank: share,
        core: count,
        participation: share,
        community: text,
        isCutVertex: truth,
      }),
    ),
    pairs: count,
    communities: count,
    suggestions: list(
      object({
        from: text,
        to: text,
        score: { type: "number", minimum: 0 },
        common: list(text),
        commonTotal: { type: "integer", minimum: 1 },
      }),
    ),
    suggestionsTotal: count,
  }),
  MatrixTiesPage: object({
    ties: list(object({ row: text, column: text, through: orNull(text), status, relations: list(text) })),
    entities: list(ref("Entity")),
    relations: list(ref("Relation")),
    total: count,
  }),
  GapCard: object({
    row: ref("Entity"),
    column: ref("Entity"),
    ties: count,
    documents: object({ total: count, row: count, column: count, both: count, latest: orNull(partialDate) }),
    near: list(ref("GapNeighbor")),
    others: list(ref("GapNeighbor")),
    present: list(object({ entity: ref("Entity"), relation: ref("Relation") })),
    paths: ref("PathsAnswer"),
  }),
  GapNeighbor: object({ entity: ref("Entity"), ties: count, planned: count, isNear: truth, through: list(text) }),
  GapsSummary: object({
    region: orNull(ref("Entity")),
    questions: list(object({ question: oneOf(GAP_QUESTIONS), total: count, considered: count, names: list(text) })),
  }),
  GapsAnswer: object({
    question: oneOf(GAP_QUESTIONS),
    asked: object({
      region: orNull(ref("Entity")),
      peers: list(ref("Entity")),
      bodies: list(text),
      least: orNull(count),
    }),
    considered: count,
    items: list(
      object({
        subject: ref("Entity"),
        about: orNull(ref("Entity")),
        reasons: list(
          object({
            kind: oneOf(GAP_REASONS),
            entities: list(ref("Entity")),
            relations: list(text),
            count: orNull(count),
            date: orNull(partialDate),
          }),
        ),
      }),
    ),
    total: count,
    byPeers: list(count),
    compared: list(text),
    measures: list(
      object({
        id: oneOf(GAP_MEASURES),
        values: list(object({ existing: count, planned: count, entities: list(ref("Entity")), relations: list(text) })),
        isGap: truth,
      }),
    ),
  }),
  ClaimsAnswer: object({
    relations: list(
      object({
        id: text,
        claims: list(object({ status, date: orNull(partialDate), document: text, isInField: truth })),
      }),
    ),
  }),
  Facets: object({
    years: list(object({ year: { type: "integer" }, existing: count, planned: count })),
    undated: count,
    fields: list(object({ entity: ref("Entity"), bodies: count })),
  }),
  IndicatorsAnswer: object({
    indicators: list(
      object({
        name: text,
        names: list(text),
        subjects: count,
        figures: count,
        series: list(
          object({
            unit: text,
            kind: oneOf(OBSERVATION_KINDS),
            figures: count,
            subjects: count,
            fromYear: orNull({ type: "integer" }),
            toYear: orNull({ type: "integer" }),
          }),
        ),
      }),
    ),
  }),
  FiguresAnswer: object({
    indicator: text,
    figures: list(object({ observation: ref("Observation"), passage: ref("Passage"), documentId: text })),
    subjects: list(ref("Entity")),
    documents: list(ref("Document")),
    total: count,
    truncated: truth,
  }),
  QueryAnswer: object({
    columns: list(text),
    rows: list({ type: "array" }),
    graph: object({ entities: list(ref("Entity")), relations: list(ref("Relation")) }),
    truncated: truth,
    elapsedMs: { type: "number", minimum: 0 },
  }),
  QueryPlan: object({
    operator: text,
    detail: text,
    estimatedRows: orNull({ type: "number", minimum: 0 }),
    rows: orNull(count),
    hits: orNull(count),
    timeMs: orNull({ type: "number", minimum: 0 }),
    children: list(ref("QueryPlan")),
  }),
  QueryWarning: object({ code: text, message: text, position: orNull(queryPosition) }),
  QueryStreamEvent: {
    oneOf: [
      object({ type: { const: "columns" }, columns: list(text) }),
      object({ type: { const: "rows" }, rows: list({ type: "array" }) }),
      object({
        type: { const: "end" },
        rows: count,
        elapsedMs: { type: "number", minimum: 0 },
        mode: oneOf(QUERY_MODES),
        truncated: truth,
        plan: orNull(ref("QueryPlan")),
        hits: orNull(count),
        warnings: list(ref("QueryWarning")),
      }),
      object({ type: { const: "problem" }, problem: ref("Problem") }),
    ],
  },
  Text: text,
  ExportLine: {
    oneOf: [
      object({ graph: object({ dataVersion: text, counts: ref("GraphCounts") }) }),
      object({ entity: ref("Entity") }),
      object({ observation: object({ ...observation, subjectName: text }, ["cell"]) }),
      object({ relation: object({ ...relation, fromName: text, toName: text, passages: list(exportedClaim) }) }),
      object({ end: object({ entities: count, observations: count, relations: count }) }),
      object({ problem: ref("Problem") }),
    ],
  },
  QueryCheck: object({
    problem: orNull(
      object({ code: oneOf(["invalid_query", "write_refused"]), message: text, position: orNull(queryPosition) }),
    ),
    warnings: list(ref("QueryWarning")),
    plan: orNull(ref("QueryPlan")),
  }),
  PropertyShape: object({ name: text, types: list(text), presence: share, samples: list(text) }),
  GraphStructure: object({
    labels: list(object({ label: text, count, properties: list(ref("PropertyShape")) })),
    relations: list(
      object({
        type: text,
        count,
        properties: list(ref("PropertyShape")),
        links: list(object({ from: text, to: text, count })),
      }),
    ),
    lookedAt: count,
  }),
  HistoryPage: object({
    entries: list(
      object({
        id: text,
        cypher: text,
        parameters: { type: "object" },
        at: text,
        outcome: oneOf(["done", "failed", "stopped"]),
        rows: count,
        elapsedMs: { type: "number", minimum: 0 },
      }),
    ),
    total: count,
  }),
  SavedQuery: object({
    id: text,
    name: text,
    description: text,
    tags: list(text),
    cypher: text,
    parameters: list(object({ name: text, type: oneOf(SAVED_PARAMETER_TYPES), text, label: text })),
    isForm: truth,
    changedAt: text,
  }),
  SavedQueriesPage: object({ queries: list(ref("SavedQuery")) }),
  ImportJob: object({
    id: text,
    stage: oneOf(IMPORT_STAGES),
    origins: list(text),
    progress: share,
    counts: object({
      documents: count,
      passages: count,
      entities: count,
      relations: count,
      observations: count,
      rejected: count,
      unchanged: count,
    }),
    rejections: list(
      object({ origin: text, place: orNull(text), code: text, message: text, proposal: text }, ["proposal"]),
    ),
    names: orNull(object({ merges: count, doubts: count })),
    opinion: orNull(
      object({
        model: text,
        asked: count,
        cached: count,
        entities: count,
        relations: count,
        agreed: count,
        refused: count,
        failed: count,
        problem: orNull(text),
      }),
    ),
    error: orNull(text),
    startedAt: text,
    endedAt: orNull(text),
  }),
  MergesPage: object({
    merges: list(
      object({
        name: text,
        into: text,
        type: entityType,
        id: text,
        rule: oneOf(MERGE_RULES),
        decision: orNull(number),
      }),
    ),
    total: count,
    cursor: orNull(text),
  }),
  DoubtsPage: object({
    doubts: list(
      object({
        kind: oneOf(DOUBT_KINDS),
        entities: list(object({ id: text, type: entityType, name: text, places: list(text), documents: count })),
      }),
    ),
    total: count,
    cursor: orNull(text),
  }),
  Decisions: object({ decisions: list({ type: "object" }) }),
  DecisionsOutcome: object({ merges: count, doubts: count, rewritten: count, unused: list(number) }),
  ImportsPage: object({ imports: list(ref("ImportJob")) }),
} as const satisfies Record<string, JsonSchema>;

export type SchemaName = keyof typeof SCHEMAS;

export const ANSWER_SCHEMAS: Readonly<Record<SchemaName, JsonSchema>> = SCHEMAS;
