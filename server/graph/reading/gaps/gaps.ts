/** The ready questions, by name, and all of them in short for the first screen. */
import type {
  EntityId,
  GapQuestion,
  GapsAnswer,
  GapsRequest,
  GapsSummary,
  GapsSummaryRequest,
} from "../../../contract/index.ts";
import { GAP_QUESTIONS, GapsRequest as Request } from "../../../contract/index.ts";
import { EntityNotFoundError } from "../../errors.ts";
import { readEntities } from "../entities.ts";
import type { MatrixSources } from "../matrix/matrix.ts";
import { findAbsentUniversities } from "./absent.ts";
import { finish } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { findFieldsWithoutLaboratory } from "./fields.ts";
import { compareWithPeers } from "./peers.ts";
import { findUnconfirmedPlans } from "./plans.ts";
import { findZonesWithoutBody } from "./zones.ts";

const QUESTIONS: Readonly<
  Record<GapQuestion, (sources: MatrixSources, request: GapsRequest, signal?: AbortSignal) => Promise<Draft>>
> = {
  "zone-without-body": findZonesWithoutBody,
  "university-absent": findAbsentUniversities,
  "field-without-laboratory": findFieldsWithoutLaboratory,
  "plan-unconfirmed": findUnconfirmedPlans,
  "beside-peers": compareWithPeers,
};

const NAMES_SHOWN = 4;

/** @throws EntityNotFoundError for a region or peer that is not there */
export async function readGaps(
  sources: MatrixSources,
  question: GapQuestion,
  request: GapsRequest,
  signal?: AbortSignal,
): Promise<GapsAnswer> {
  const { regions } = await sources.regions(signal);
  for (const id of [...(request.region === undefined ? [] : [request.region]), ...request.peers]) {
    if (!regions.has(id as EntityId)) throw new EntityNotFoundError(id);
  }
  const draft = await QUESTIONS[question](sources, request, signal);
  return finish(
    sources.engine,
    { question, region: request.region as EntityId | undefined, limit: request.limit },
    draft,
    signal,
  );
}

/** Of the region asked for; without one, of the city that the documents say most of. */
export async function readGapsSummary(
  sources: MatrixSources,
  { region }: GapsSummaryRequest,
  signal?: AbortSignal,
): Promise<GapsSummary> {
  const { regions } = await sources.regions(signal);
  if (region !== undefined && !regions.has(region as EntityId)) throw new EntityNotFoundError(region);
  const cities = [...regions.values()].filter(({ level }) => level === "city");
  const [largest] = cities.sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1));
  const ours = region ?? largest?.id;
  const request = Request.parse({ region: ours });
  const questions = await Promise.all(
    GAP_QUESTIONS.map(async (question) => {
      const draft = await QUESTIONS[question](sources, request, signal);
      const named = draft.items.slice(0, NAMES_SHOWN).map(({ subject, about }) => about ?? subject);
      return {
        question,
        draft,
        named:
          question === "university-absent" ? draft.items.slice(0, NAMES_SHOWN).map(({ subject }) => subject) : named,
      };
    }),
  );
  const ids = questions.flatMap(({ named }) => named);
  const found = new Map((await readEntities(sources.engine, ids, signal)).map((entity) => [entity.id, entity.name]));
  return {
    region: ours === undefined ? null : (regions.get(ours as EntityId) ?? null),
    questions: questions.map(({ question, draft, named }) => ({
      question,
      total: draft.items.length,
      considered: draft.considered,
      names: named.flatMap((id) => found.get(id) ?? []),
    })),
  };
}
