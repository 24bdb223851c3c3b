/** One real call a route, on the sample graph: for the check of the OpenAPI document, and for `docs/api.md`. */
import type { GraphStructure, ImportJob, NotesPage, Subgraph } from "../../server/contract/index.ts";
import { CHIPS, INSTITUTE, SHAOXING, TSINGHUA, ZHEJIANG, ZJU } from "../support/sample-graph.ts";
import type { Answer, TestServer } from "../support/server.ts";

export interface Call {
  readonly operationId: string;
  /** As a person would type it below the server's address. */
  readonly request: string;
  readonly body?: unknown;
  readonly send: (server: TestServer) => Promise<Pick<Answer<unknown>, "status" | "body">>;
}

const get = (operationId: string, request: string): Call => ({
  operationId,
  request: `GET ${request}`,
  send: (server) => server.get(request),
});

const post = (operationId: string, request: string, body: unknown): Call => ({
  operationId,
  request: `POST ${request}`,
  body,
  send: (server) => server.post(request, body),
});

/** Universities and regions, joined directly or by an institute that was built together. */
const COOPERATION =
  "rows=University&columns=Region&direct=PARTNERS_WITH&through=ResearchInstitute&near=CO_BUILT_WITH&far=LOCATED_IN";

const SAVED = {
  name: "一个城市的指标",
  tags: ["指标"],
  cypher: "MATCH (o:Observation)-[:ABOUT]->(c:Region {name: $city}) RETURN o.indicator AS indicator, o.value AS value",
  parameters: [{ name: "city", type: "entity", text: "绍兴市", label: "城市" }],
  isForm: true,
};

const put = (operationId: string, request: string, body: unknown): Call => ({
  operationId,
  request: `PUT ${request}`,
  body,
  send: (server) => server.put(request, body),
});

const VIEW = {
  name: "浙大与绍兴",
  link: `#/canvas?e=${ZJU}`,
  content: { dataVersion: "kN3sd0f2Lq8a", entities: [{ id: ZJU, name: "浙江大学" }], relations: [] },
};
const NOTE = { subject: { kind: "entity", ids: [ZJU] }, text: "下周联系绍兴研究院" };

/** Of something kept just now. */
async function keptId(server: TestServer, path: string, draft: unknown): Promise<string> {
  return (await server.post<{ id: string }>(path, draft)).body.id;
}

export const CALLS: readonly Call[] = [
  get("getHealth", "/api/health"),
  get("getSchema", "/api/schema"),
  get("getOverview", "/api/overview"),
  get("search", "/api/search?q=浙大"),
  get("getEntity", `/api/entities/${SHAOXING}`),
  get("getNeighbors", `/api/entities/${SHAOXING}/neighbors?limit=1`),
  get("getEntityStatements", `/api/entities/${SHAOXING}/statements`),
  get("getEntityPassages", `/api/entities/${ZJU}/passages`),
  {
    operationId: "getRelation",
    request: "GET /api/relations/RELATION",
    send: async (server) => {
      const { body } = await server.post<Subgraph>("/api/subgraph", { ids: [ZJU, INSTITUTE] });
      return server.get(`/api/relations/${body.relations[0]?.id}`);
    },
  },
  {
    operationId: "getEvidence",
    request: "POST /api/evidence",
    body: { relations: ["RELATION"], perRelation: 1 },
    send: async (server) => {
      const { body } = await server.post<Subgraph>("/api/subgraph", { ids: [ZJU, INSTITUTE] });
      return server.post("/api/evidence", { relations: body.relations.map(({ id }) => id), perRelation: 1 });
    },
  },
  get("listDocuments", "/api/documents?limit=1"),
  get("getDocument", "/api/documents/document-report.txt"),
  get("getPaths", `/api/paths?from=${ZJU}&to=${SHAOXING}`),
  get("getCommon", `/api/common?ids=${TSINGHUA},${INSTITUTE}`),
  get("getMatrix", `/api/matrix?${COOPERATION}&level=city`),
  get("getMatrixTies", `/api/matrix/ties?${COOPERATION}&row=${ZJU}&column=${SHAOXING}`),
  get("getGap", `/api/matrix/gap?${COOPERATION}&row=${TSINGHUA}&column=${ZHEJIANG}`),
  get("listGaps", "/api/gaps"),
  get("getGaps", `/api/gaps/field-without-laboratory?region=${SHAOXING}`),
  post("getSubgraph", "/api/subgraph", { ids: [ZJU, INSTITUTE, "nobody"] }),
  post("getNeighborTotals", "/api/neighbor-totals", { ids: [ZJU, SHAOXING, "nobody"] }),
  post("getMeasures", "/api/measures", { suggest: { from: "University", to: "Region" } }),
  post("getClaims", "/api/claims", { ids: [ZJU, INSTITUTE], fields: [CHIPS] }),
  get("getFacets", "/api/facets"),
  get("listIndicators", "/api/indicators"),
  get("getFigures", "/api/figures?indicator=高新技术企业&kind=level"),
  post("runQuery", "/api/query", {
    cypher: "MATCH (i:ResearchInstitute)-[r:CO_BUILT_WITH]->(u:University {name: $name}) RETURN i.name AS institute, r",
    parameters: { name: "浙江大学" },
  }),
  {
    operationId: "getStructure",
    request: "GET /api/structure",
    // One of each kind tells how they all are.
    send: async (server) => {
      const { status, body } = await server.get<GraphStructure>("/api/structure");
      const short = { ...body, labels: body.labels.slice(0, 1), relations: body.relations.slice(0, 1) };
      return { status, body: short };
    },
  },
  {
    operationId: "listHistory",
    request: "GET /api/query/history?browser=BROWSER",
    send: async (server) => {
      const browser = "browser-of-docs";
      const asked = { cypher: "RETURN $n AS n", parameters: { n: 1 }, browser };
      await fetch(`${server.url}/api/query/stream`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(asked),
      }).then((answer) => answer.text());
      return server.get(`/api/query/history?browser=${browser}`);
    },
  },
  {
    operationId: "forgetHistory",
    request: "DELETE /api/query/history?browser=BROWSER",
    send: (server) => server.get("/api/query/history?browser=browser-of-docs", { method: "DELETE" }),
  },
  post("saveQuery", "/api/queries", SAVED),
  get("listSavedQueries", "/api/queries"),
  {
    operationId: "changeSavedQuery",
    request: "PUT /api/queries/QUERY",
    body: SAVED,
    send: async (server) => {
      const { body } = await server.post<{ id: string }>("/api/queries", SAVED);
      return server.put(`/api/queries/${body.id}`, SAVED);
    },
  },
  {
    operationId: "removeSavedQuery",
    request: "DELETE /api/queries/QUERY",
    send: async (server) => {
      const { body } = await server.post<{ id: string }>("/api/queries", SAVED);
      return server.get(`/api/queries/${body.id}`, { method: "DELETE" });
    },
  },
  post("checkQuery", "/api/query/check", { cypher: "MATCH (u:University)\nRETURN v.name" }),
  {
    operationId: "listViews",
    request: "GET /api/views",
    send: async (server) => {
      await server.post("/api/views", VIEW);
      return server.get("/api/views");
    },
  },
  post("saveView", "/api/views", VIEW),
  {
    operationId: "getView",
    request: "GET /api/views/VIEW",
    send: async (server) => server.get(`/api/views/${await keptId(server, "/api/views", VIEW)}`),
  },
  {
    operationId: "replaceView",
    request: "PUT /api/views/VIEW",
    body: { ...VIEW, name: "绍兴的高校", revision: 1 },
    send: async (server) =>
      server.put(`/api/views/${await keptId(server, "/api/views", VIEW)}`, {
        ...VIEW,
        name: "绍兴的高校",
        revision: 1,
      }),
  },
  {
    operationId: "deleteView",
    request: "DELETE /api/views/VIEW",
    send: async (server) => server.get(`/api/views/${await keptId(server, "/api/views", VIEW)}`, { method: "DELETE" }),
  },
  {
    operationId: "listNotes",
    request: `GET /api/notes?subject=${ZJU}`,
    send: async (server) => {
      for (const { id } of (await server.get<NotesPage>("/api/notes")).body.notes) {
        await server.get(`/api/notes/${id}`, { method: "DELETE" });
      }
      await server.post("/api/notes", NOTE);
      return server.get(`/api/notes?subject=${ZJU}`);
    },
  },
  post("addNote", "/api/notes", NOTE),
  {
    operationId: "replaceNote",
    request: "PUT /api/notes/NOTE",
    body: { ...NOTE, text: "已联系", revision: 1 },
    send: async (server) =>
      server.put(`/api/notes/${await keptId(server, "/api/notes", NOTE)}`, { ...NOTE, text: "已联系", revision: 1 }),
  },
  {
    operationId: "deleteNote",
    request: "DELETE /api/notes/NOTE",
    send: async (server) => server.get(`/api/notes/${await keptId(server, "/api/notes", NOTE)}`, { method: "DELETE" }),
  },
  { operationId: "startImport", request: "POST /api/imports", send: (server) => uploadOne(server) },
  {
    operationId: "listImports",
    request: "GET /api/imports",
    send: async (server) => {
      await untilEnded(server, await uploadOne(server));
      return server.get("/api/imports");
    },
  },
  {
    operationId: "getImport",
    request: "GET /api/imports/IMPORT",
    send: async (server) => {
      const upload = await uploadOne(server);
      await untilEnded(server, upload);
      return server.get(`/api/imports/${upload.body.id}`);
    },
  },
  {
    operationId: "forgetOrigin",
    request: "DELETE /api/origins?origin=plan.txt",
    send: (server) => server.get("/api/origins?origin=plan.txt", { method: "DELETE" }),
  },
  {
    operationId: "listMerges",
    request: "GET /api/names/merges",
    send: async (server) => {
      await untilEnded(server, await upload(server, NAMES));
      return server.get("/api/names/merges");
    },
  },
  {
    operationId: "listDoubts",
    request: "GET /api/names/doubts",
    send: async (server) => {
      await untilEnded(server, await upload(server, NAMES));
      return server.get("/api/names/doubts");
    },
  },
  put("putDecisions", "/api/decisions", {
    decisions: [{ decide: "same", type: "Laboratory", names: ["鉴湖现代纺织实验室", "鉴湖实验室"] }],
  }),
  get("getDecisions", "/api/decisions"),
];

/** Documents that write one zone in two ways, and whose laboratories may be one. */
const NAMES = {
  "zone.txt": "绍兴市科技局公布，绍兴国家高新区位于绍兴市。鉴湖实验室位于绍兴市。\n",
  "zones.txt": "绍兴高新技术产业开发区位于绍兴市。绍兴市建成鉴湖现代纺织实验室。\n",
};

export function uploadOne(server: TestServer): Promise<{ status: number; body: ImportJob }> {
  return upload(server, { "news.txt": "嘉兴市与浙江大学合作。\n" });
}

async function upload(
  server: TestServer,
  files: Readonly<Record<string, string>>,
): Promise<{ status: number; body: ImportJob }> {
  const form = new FormData();
  for (const [name, text] of Object.entries(files)) form.append("files", new File([text], name));
  const response = await fetch(`${server.url}/api/imports`, { method: "POST", body: form });
  return { status: response.status, body: (await response.json()) as ImportJob };
}

/** The stream of an import's events ends with the import. */
async function untilEnded(server: TestServer, { body }: { body: ImportJob }): Promise<void> {
  await (await fetch(`${server.url}/api/imports/${body.id}/events`)).text();
}
