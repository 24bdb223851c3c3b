/**
 * What a graph store is. Every store passes this one suite; what one engine
 * cannot do would be named here, with the reason, and nothing is.
 */
import { describe } from "vitest";

import type { GraphStore } from "../../server/graph/index.ts";
import { specifyAttacks } from "./specs/attacks.ts";
import { specifyClaims } from "./specs/claims.ts";
import { specifyIndicators } from "./specs/indicators.ts";
import { specifyEvidence } from "./specs/evidence.ts";
import { specifyGaps } from "./specs/gaps.ts";
import { specifyLaws } from "./specs/laws.ts";
import { specifyMatrix } from "./specs/matrix.ts";
import { specifyMatrixLaws } from "./specs/matrix-laws.ts";
import { specifyModel } from "./specs/model.ts";
import { specifyNeighbors } from "./specs/neighbors.ts";
import { specifyOverview } from "./specs/overview.ts";
import { specifyPaths } from "./specs/paths.ts";
import { specifyQueries } from "./specs/queries.ts";
import { specifyQueryStreams } from "./specs/query-streams.ts";
import { specifyReadingBack } from "./specs/reading-back.ts";
import { specifySearch } from "./specs/search.ts";
import { specifyStatements } from "./specs/statements.ts";
import { specifyWholeGraph } from "./specs/whole-graph.ts";
import { specifyWriting } from "./specs/writing.ts";

/** A store that nobody else uses. */
export interface OpenedStore extends AsyncDisposable {
  readonly store: GraphStore;
  /** Statements that were sent to the engine so far. */
  statementCount(): number;
  /** Closes the store and opens it again, on the same data. */
  reopen(): Promise<GraphStore>;
}

/** Opens an empty store. */
export type OpenStore = () => Promise<OpenedStore>;

export function specifyGraphStore(open: OpenStore): void {
  describe("writing", () => specifyWriting(open));
  describe("reading back", () => specifyReadingBack(open));
  describe("laws", () => specifyLaws(open));
  describe("the model in Cypher", () => specifyModel(open));
  describe("search", () => specifySearch(open));
  describe("neighbors", () => specifyNeighbors(open));
  describe("questions about gaps", () => specifyGaps(open));
  describe("matrix and gaps", () => specifyMatrix(open));
  describe("the law of the matrix", () => specifyMatrixLaws(open));
  describe("paths and subgraphs", () => specifyPaths(open));
  describe("claims and facets", () => specifyClaims(open));
  describe("indicators", () => specifyIndicators(open));
  describe("statements", () => specifyStatements(open));
  describe("evidence and documents", () => specifyEvidence(open));
  describe("overview, schema and counts", () => specifyOverview(open));
  describe("the whole graph", () => specifyWholeGraph(open));
  describe("people's own Cypher", () => specifyQueries(open));
  describe("a hostile person's Cypher", () => specifyAttacks(open));
  describe("people's own Cypher as a stream", () => specifyQueryStreams(open));
}
