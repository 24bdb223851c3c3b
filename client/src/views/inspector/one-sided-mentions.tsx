/**
 * Sentences that name only one of the two: kept apart from the evidence, so
 * that nothing is taken for support that is not. They are those of the end
 * with fewer relations, whose sentences say most about this pair.
 */
import { useEffect } from "preact/hooks";

import type { EntityId, Evidence, RelationDetail } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { loadedValue } from "../../state/resource.ts";
import { Skeleton } from "../../ui/index.ts";
import { Failure } from "../shell/failure.tsx";
import { useResource } from "../shell/use-resource.ts";
import { EvidenceCard } from "../source/evidence-card.tsx";
import type { ApiError } from "../../api.ts";

const SHOWN = 3;
const READ = 50;

export interface Mentions {
  readonly isLoading: boolean;
  readonly error: ApiError | undefined;
  readonly sentences: readonly Evidence[];
  readonly total: number;
}

export function useOneSidedMentions(app: AppState, detail: RelationDetail): Mentions {
  const { relation, from, to } = detail;
  const end = from.degree <= to.degree ? from : to;
  const other = end === from ? to : from;
  const resource = useResource((id: EntityId, abort) => app.api.passages(id, { limit: READ }, abort));
  useEffect(() => void resource.load(end.id), [resource, relation.id]);
  const state = resource.state.value;
  const supporting = new Set(detail.passages.map(({ passage }) => passage.id));
  const sentences = (loadedValue(state)?.passages ?? []).filter(
    ({ passage, mentions }) => !supporting.has(passage.id) && mentions.every(({ entityId }) => entityId !== other.id),
  );
  return {
    isLoading: state.status === "loading" || state.status === "idle",
    error: state.status === "failed" ? state.error : undefined,
    sentences,
    total: sentences.length,
  };
}

export function OneSidedMentions({ app, mentions }: { readonly app: AppState; readonly mentions: Mentions }) {
  const { inspector: words } = messages.value;
  if (mentions.error !== undefined) return <Failure error={mentions.error} compact />;
  if (mentions.isLoading && mentions.total === 0) return <Skeleton lines={[60, 90, 74]} />;
  if (mentions.total === 0) return <p class="inspector__none">{words.noMentions}</p>;
  return (
    <div class="inspector__sentences">
      {mentions.sentences.slice(0, SHOWN).map((evidence) => (
        <EvidenceCard key={evidence.passage.id} app={app} evidence={evidence} supports={false} />
      ))}
      {mentions.total > SHOWN && <p class="inspector__none">{words.moreSentences(mentions.total - SHOWN)}</p>}
    </div>
  );
}
