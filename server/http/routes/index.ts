/** The catalogue of routes; the app registers them and the OpenAPI document describes them. */
import type { Route } from "../route.ts";
import { getFacets, postClaims } from "./claims.ts";
import { getDocument, listDocuments } from "./documents.ts";
import { getEntity, getEntityPassages, getEntityStatements, getNeighbors } from "./entities.ts";
import { exportRoutes } from "./export.ts";
import { getGaps, listGaps } from "./gaps.ts";
import { getHealth } from "./health.ts";
import { getFigures, listIndicators } from "./indicators.ts";
import { deleteOrigin, getImport, getImportEvents, listImports, postImport } from "./imports.ts";
import { getGap, getMatrix, getMatrixTies } from "./matrix.ts";
import { getDecisions, listDoubts, listMerges, putDecisions } from "./names.ts";
import {
  addNote,
  deleteNote,
  deleteView,
  getView,
  listNotes,
  listViews,
  replaceNote,
  replaceView,
  saveView,
} from "./kept.ts";
import { postMeasures } from "./measures.ts";
import { getCommon, getPaths } from "./paths.ts";
import { postQuery, postQueryCheck, postQueryStream } from "./query.ts";
import {
  deleteHistory,
  deleteSavedQuery,
  getHistory,
  listSavedQueries,
  postSavedQuery,
  putSavedQuery,
} from "./query-library.ts";
import { getRelation, postEvidence } from "./relations.ts";
import { getOverview, getSchema, getStructure } from "./schema.ts";
import { search } from "./search.ts";
import { postNeighborTotals, postSubgraph } from "./subgraph.ts";

export const ROUTES: readonly Route[] = [
  getHealth,
  getSchema,
  getOverview,
  getStructure,
  search,
  getEntity,
  getNeighbors,
  getEntityPassages,
  getEntityStatements,
  getRelation,
  postEvidence,
  listDocuments,
  getDocument,
  getPaths,
  getCommon,
  getMatrix,
  getMatrixTies,
  getGap,
  listGaps,
  getGaps,
  postMeasures,
  postSubgraph,
  postNeighborTotals,
  postClaims,
  getFacets,
  listIndicators,
  getFigures,
  postQuery,
  postQueryStream,
  postQueryCheck,
  ...exportRoutes,
  getHistory,
  deleteHistory,
  listSavedQueries,
  postSavedQuery,
  putSavedQuery,
  deleteSavedQuery,
  listViews,
  saveView,
  getView,
  replaceView,
  deleteView,
  listNotes,
  addNote,
  replaceNote,
  deleteNote,
  postImport,
  listImports,
  getImport,
  getImportEvents,
  deleteOrigin,
  listMerges,
  listDoubts,
  getDecisions,
  putDecisions,
];
