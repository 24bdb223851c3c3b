import { DecisionsRequest, NamesRequest } from "../../contract/index.ts";
import type { Decisions, DecisionsOutcome, DoubtsPage, MergesPage } from "../../contract/index.ts";
import { decisionsOf } from "../../../ingest/index.ts";
import { record } from "../access.ts";
import { route } from "../route.ts";

export const listMerges = route({
  method: "get",
  path: "/names/merges",
  operationId: "listMerges",
  summary: "Names that were brought together, each with the rule or the decision that says so",
  query: NamesRequest,
  answer: { status: 200, description: "One page", schema: "MergesPage" },
  problems: ["invalid_request"],
  async handle({ services, query, signal }): Promise<MergesPage> {
    const { merges } = await services.names.outcome(signal);
    const page = pageOf(merges, query);
    return { merges: page.entries, total: merges.length, cursor: page.cursor };
  },
});

export const listDoubts = route({
  method: "get",
  path: "/names/doubts",
  operationId: "listDoubts",
  summary: "Entities that may be one, or one that may be several: left as they are until somebody decides",
  query: NamesRequest,
  answer: { status: 200, description: "One page", schema: "DoubtsPage" },
  problems: ["invalid_request"],
  async handle({ services, query, signal }): Promise<DoubtsPage> {
    const { doubts } = await services.names.outcome(signal);
    const page = pageOf(doubts, query);
    return { doubts: page.entries, total: doubts.length, cursor: page.cursor };
  },
});

export const getDecisions = route({
  method: "get",
  path: "/decisions",
  operationId: "getDecisions",
  summary: "The decisions about names that are in force",
  answer: { status: 200, description: "In the form of their file", schema: "Decisions" },
  problems: [],
  async handle({ services, signal }): Promise<Decisions> {
    return { decisions: JSON.parse(await decisionsOf(services.store, signal)) as unknown[] };
  },
});

export const putDecisions = route({
  method: "put",
  path: "/decisions",
  operationId: "putDecisions",
  summary: "Take these decisions about names in place of all earlier ones; waits for imports that run",
  body: DecisionsRequest,
  answer: { status: 200, description: "What came of them", schema: "DecisionsOutcome" },
  problems: ["invalid_request", "invalid_decisions"],
  right: "administer",
  async handle({ services, body, request }): Promise<DecisionsOutcome> {
    record(services, request, { action: "decide", decisions: body.decisions.length });
    const { merges, doubts, rewritten, unused } = await services.imports.decide(
      JSON.stringify(body.decisions, null, 2),
      "the request",
    );
    return {
      merges: merges.length,
      doubts: doubts.length,
      rewritten,
      unused: unused.map(({ number }) => number),
    };
  },
});

/** A cursor counts what came before; the lists are the same as long as the data are. */
function pageOf<T>(
  all: readonly T[],
  { limit, cursor }: NamesRequest,
): { entries: readonly T[]; cursor: string | null } {
  const begin = Number(cursor ?? 0);
  const end = begin + limit;
  return { entries: all.slice(begin, end), cursor: end < all.length ? String(end) : null };
}
