/** The API of the explorer over the sample graph, answered in the page itself. */
import type { Api } from "../api.ts";
import { ApiError } from "../api.ts";
import type {
  Document,
  DocumentSummary,
  Entity,
  EntityId,
  Evidence,
  ImportJob,
  NeighborCount,
  OverviewEntity,
  Passage,
  Relation,
  SchemaSummary,
} from "../../../server/contract/index.ts";
import { ENTITY_TYPE_NAMES, RELATION_TYPE_NAMES } from "../../../server/contract/ontology.ts";
import {
  SAMPLE_DOCUMENTS,
  SAMPLE_ENTITIES,
  SAMPLE_MENTIONS,
  SAMPLE_OBSERVATIONS,
  SAMPLE_PASSAGES,
  SAMPLE_RELATIONS,
  SAMPLE_SUPPORT,
} from "./sample-graph.ts";

const COUNTS = {
  entities: SAMPLE_ENTITIES.length,
  relations: SAMPLE_RELATIONS.length,
  documents: SAMPLE_DOCUMENTS.length,
  passages: SAMPLE_PASSAGES.length,
  observations: SAMPLE_OBSERVATIONS.length,
};

const SCHEMA: SchemaSummary = {
  counts: COUNTS,
  entityTypes: ENTITY_TYPE_NAMES.map((type) => ({
    type,
    count: SAMPLE_ENTITIES.filter((entity) => entity.type === type).length,
  })),
  relationTypes: RELATION_TYPE_NAMES.map((type) => {
    const all = SAMPLE_RELATIONS.filter((relation) => relation.type === type);
    return { type, count: all.length, planned: all.filter(({ status }) => status === "planned").length };
  }),
};

const JOBS: readonly ImportJob[] = [
  {
    id: "1",
    stage: "done",
    origins: ["新昌县科技创新工作情况.txt", "绍兴市建设高水平创新型城市.txt"],
    progress: 1,
    counts: { documents: 2, passages: 17, entities: 36, relations: 40, observations: 3, rejected: 1, unchanged: 0 },
    rejections: [
      {
        origin: "企业名单.csv",
        place: "row 17",
        code: "missing_value",
        message: "The column name is empty in this row.",
      },
    ],
    names: null,
    opinion: null,
    error: null,
    startedAt: "2026-11-22T02:10:00Z",
    endedAt: "2026-11-22T02:10:04Z",
  },
];

const entity = (id: string): Entity => {
  const found = SAMPLE_ENTITIES.find((entity) => entity.id === id);
  if (found === undefined) throw new ApiError("entity_not_found");
  return found;
};

/** Views of the whole graph are no components: the gallery shows none. */
const notShown = () => Promise.reject(new ApiError("route_not_found"));

export function createSampleApi(): Api {
  return {
    health: async () => ({
      status: "ok",
      version: "0.1.0",
      store: { kind: "embedded", dataVersion: "1" },
      counts: COUNTS,
      asOf: "2024-12-09",
    }),
    schema: async () => SCHEMA,
    overview: async () => ({
      ...SCHEMA,
      universities: connected(({ type }) => type === "University"),
      districts: connected(({ level }) => level === "city" || level === "county"),
      recentDocuments: SAMPLE_DOCUMENTS.map(summary),
      asOf: "2024-12-09",
    }),
    search: async (q) => {
      const wanted = q.toLowerCase();
      const results = SAMPLE_ENTITIES.flatMap((entity) => {
        const texts = [entity.name, ...entity.aliases];
        const text = texts.find((text) => text.toLowerCase().includes(wanted));
        if (text === undefined) return [];
        const at = text.toLowerCase().indexOf(wanted);
        const kind = text === entity.name ? ("name" as const) : ("alias" as const);
        return [{ entity, match: { kind, text, ranges: [[at, at + q.length] as const] } }];
      });
      return { results: results.slice(0, 12), total: results.length };
    },
    entity: async (id) => ({
      entity: entity(id),
      counts: counts(id),
      observations: SAMPLE_OBSERVATIONS.filter(({ subjectId }) => subjectId === id),
      documents: 1,
    }),
    neighbors: async (id, request = {}) => {
      const own = relationsOf(id).filter(
        ({ relation, direction, other }) =>
          (request.relation === undefined || relation.type === request.relation) &&
          (request.direction === undefined || direction === request.direction) &&
          (request.type === undefined || other.type === request.type) &&
          (request.q === undefined || other.name.includes(request.q)),
      );
      const entities = [...new Map(own.map(({ other }) => [other.id, other])).values()];
      return {
        entities,
        relations: own.map(({ relation }) => relation),
        counts: counts(id),
        total: entities.length,
        cursor: null,
      };
    },
    passages: async (id) => {
      const ids = new Set(SAMPLE_MENTIONS.filter(({ entityId }) => entityId === id).map((m) => m.passageId));
      const passages = SAMPLE_PASSAGES.filter((passage) => ids.has(passage.id)).map(evidence);
      return { passages, total: passages.length, cursor: null };
    },
    statements: async (id) => {
      const { name } = entity(id);
      const observation = SAMPLE_OBSERVATIONS.find(({ subjectId }) => subjectId === id);
      const words = SAMPLE_DOCUMENTS.slice(0, 2).map((document, index) => ({
        value: (observation?.value ?? 0) + index,
        unit: observation?.unit ?? "",
        document,
        passageId: observation?.passageId ?? null,
      }));
      return {
        names: [{ name: name.slice(0, 2), rule: "known-name", documents: 2 }],
        contradictions:
          observation === undefined
            ? []
            : [
                {
                  about: "figure" as const,
                  name: observation.indicator,
                  year: observation.year,
                  kind: observation.kind,
                  words,
                },
              ],
        truncated: false,
      };
    },
    relation: async (id) => {
      const relation = SAMPLE_RELATIONS.find((relation) => relation.id === id);
      if (relation === undefined) throw new ApiError("relation_not_found");
      const { from, to, status, confidence, method } = relation;
      const supporting = new Set(SAMPLE_SUPPORT.get(id));
      return {
        relation,
        from: entity(from),
        to: entity(to),
        passages: SAMPLE_PASSAGES.filter((passage) => supporting.has(passage.id)).map((passage) => {
          const found = evidence(passage);
          return { ...found, status, confidence, method, date: found.document.date };
        }),
        others: SAMPLE_RELATIONS.filter(
          (other) => other !== relation && [other.from, other.to].every((end) => end === from || end === to),
        ),
      };
    },
    documents: async () => ({
      documents: SAMPLE_DOCUMENTS.map(summary),
      total: SAMPLE_DOCUMENTS.length,
      cursor: null,
    }),
    document: async (id) => {
      const document = SAMPLE_DOCUMENTS.find((document) => document.id === id);
      if (document === undefined) throw new ApiError("document_not_found");
      const passages = SAMPLE_PASSAGES.filter(({ documentId }) => documentId === id);
      const ids = new Set<string>(passages.map((passage) => passage.id));
      const mentions = SAMPLE_MENTIONS.filter(({ passageId }) => ids.has(passageId));
      const names = new Set(mentions.map(({ entityId }) => entityId));
      return {
        document,
        passages,
        mentions,
        entities: SAMPLE_ENTITIES.filter((entity) => names.has(entity.id)),
        relations: SAMPLE_RELATIONS.flatMap((relation) => {
          const here = (SAMPLE_SUPPORT.get(relation.id) ?? []).filter((passage) => ids.has(passage));
          return here.length === 0 ? [] : [{ relation, passages: here }];
        }),
        observations: SAMPLE_OBSERVATIONS.filter(({ passageId }) => ids.has(passageId)),
      };
    },
    paths: async () => ({ paths: [], entities: [], relations: [], leftOut: [], truncated: false }),
    claims: async () => ({ relations: [] }),
    evidence: async () => ({ relations: [] }),
    measures: notShown,
    matrix: notShown,
    matrixTies: notShown,
    common: notShown,
    gap: notShown,
    gaps: notShown,
    gapsSummary: notShown,
    facets: async () => ({ years: [], undated: 0, fields: [] }),
    indicators: async () => ({ indicators: [] }),
    figures: async ({ indicator }) => ({
      indicator,
      figures: [],
      subjects: [],
      documents: [],
      total: 0,
      truncated: false,
    }),
    subgraph: async (ids) => {
      const wanted = new Set(ids);
      return {
        entities: SAMPLE_ENTITIES.filter(({ id }) => wanted.has(id)),
        relations: SAMPLE_RELATIONS.filter(({ from, to }) => wanted.has(from) && wanted.has(to)),
        missing: ids.filter((id) => !SAMPLE_ENTITIES.some((entity) => entity.id === id)),
      };
    },
    structure: async () => ({ labels: [], relations: [], lookedAt: 2_000 }),
    neighborTotals: async (ids) => ({
      totals: ids.map((id) => ({ id, neighbors: new Set(relationsOf(id).map(({ other }) => other.id)).size })),
    }),
    views: async () => ({ views: [] }),
    view: notShown,
    saveView: notShown,
    removeView: notShown,
    gapNotes: async () => ({ notes: [] }),
    notes: async () => ({ notes: [] }),
    saveNote: notShown,
    removeNote: notShown,
    savedQueries: async () => ({ queries: [] }),
    saveQuery: async (draft) => ({ ...draft, id: "saved", changedAt: "2026-11-22T08:00:00.000Z" }),
    removeQuery: async () => undefined,
    queryHistory: async () => ({ entries: [], total: 0 }),
    forgetQueryHistory: async () => undefined,
    queryCheck: async () => ({ problem: null, warnings: [], plan: null }),
    queryStream: async (_, onEvent) => {
      const rows = SAMPLE_RELATIONS.filter(({ type }) => type === "CO_BUILT_WITH").map((relation) => [
        node(entity(relation.to)),
        node(entity(relation.from)),
        { $: "relation" as const, id: relation.id, type: relation.type, from: null, to: null, properties: {} },
        relation.status,
      ]);
      onEvent({ type: "columns", columns: ["u", "i", "r", "status"] });
      onEvent({ type: "rows", rows });
      const end = { mode: "run", truncated: false, plan: null, hits: 24, warnings: [] } as const;
      return { type: "end", rows: rows.length, elapsedMs: 38, ...end };
    },
    doubts: notShown,
    merges: notShown,
    decisions: notShown,
    putDecisions: notShown,
    imports: async () => ({ imports: JOBS }),
    upload: async () => JOBS[0]!,
    watchImport: async () => JOBS[0]!,
  };
}

function node({ id, type, name }: Entity) {
  return { $: "node", id, labels: ["Entity", type], properties: { name } } as const;
}

interface Side {
  readonly relation: Relation;
  readonly direction: "in" | "out";
  readonly other: Entity;
}

function relationsOf(id: EntityId): Side[] {
  return SAMPLE_RELATIONS.flatMap((relation): Side[] => {
    if (relation.from === id) return [{ relation, direction: "out", other: entity(relation.to) }];
    return relation.to === id ? [{ relation, direction: "in", other: entity(relation.from) }] : [];
  });
}

function counts(id: EntityId): NeighborCount[] {
  const groups = new Map<string, NeighborCount>();
  for (const { relation, direction, other } of relationsOf(id)) {
    const key = [relation.type, direction, other.type].join(" ");
    const before = groups.get(key);
    groups.set(key, {
      relation: relation.type,
      direction,
      type: other.type,
      count: (before?.count ?? 0) + 1,
      planned: (before?.planned ?? 0) + Number(relation.status === "planned"),
    });
  }
  return [...groups.values()];
}

function connected(isWanted: (entity: Entity) => boolean): OverviewEntity[] {
  return SAMPLE_ENTITIES.filter(isWanted)
    .map((entity) => {
      const own = relationsOf(entity.id);
      const planned = own.filter(({ relation }) => relation.status === "planned").length;
      return { entity, existing: own.length - planned, planned, with: own.map(({ other }) => other.name) };
    })
    .sort((a, b) => b.existing + b.planned - a.existing - a.planned);
}

function summary(document: Document): DocumentSummary {
  const passages = SAMPLE_PASSAGES.filter(({ documentId }) => documentId === document.id);
  const ids = new Set<string>(passages.map(({ id }) => id));
  const here = SAMPLE_MENTIONS.filter(({ passageId }) => ids.has(passageId));
  return {
    document,
    entities: new Set(here.map(({ entityId }) => entityId)).size,
    relations: SAMPLE_RELATIONS.filter(({ id }) => SAMPLE_SUPPORT.get(id)?.some((p) => ids.has(p))).length,
    observations: SAMPLE_OBSERVATIONS.filter(({ passageId }) => ids.has(passageId)).length,
  };
}

function evidence(passage: Passage): Evidence {
  const document = SAMPLE_DOCUMENTS.find(({ id }) => id === passage.documentId)!;
  return { passage, document, mentions: SAMPLE_MENTIONS.filter(({ passageId }) => passageId === passage.id) };
}
