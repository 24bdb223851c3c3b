/** Pairs that no document joins, with the neighbours that they share. */
import type { EntityId, MeasuresAnswer } from "../../../../server/contract/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Button, MessageCard, canvasIcon, measuresIcon } from "../../ui/index.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { measuresMessages } from "./messages.ts";

export function Suggestions({ app, answer }: { readonly app: AppState; readonly answer: MeasuresAnswer }) {
  const words = measuresMessages.value;
  const byId = new Map(answer.entities.map((entity) => [entity.id, entity]));
  if (answer.suggestions.length === 0)
    return <MessageCard icon={measuresIcon} title={words.noSuggestions} hint={words.noSuggestionsHint} />;
  const nameOf = (id: EntityId) => byId.get(id)?.name ?? id;
  return (
    <>
      {answer.suggestions.length < answer.suggestionsTotal && (
        <p class="measures__note">{words.first(answer.suggestions.length, answer.suggestionsTotal)}</p>
      )}
      <ol class="measures__suggestions">
        {answer.suggestions.map(({ from, to, score, common, commonTotal }) => (
          <li key={`${from} ${to}`} class="suggestion">
            <span class="suggestion__pair">
              {[from, to].map((id) => {
                const entity = byId.get(id);
                return (
                  <span key={id} class="measures__name">
                    {entity !== undefined && <EntityMark type={entity.type} size={18} />}
                    <button type="button" class="text-button" onClick={() => void app.openEntity(id)}>
                      {nameOf(id)}
                    </button>
                  </span>
                );
              })}
            </span>
            <span class="measures__note">
              {words.because} {common.map(nameOf).join("、")}
              {commonTotal > common.length && words.andMore(commonTotal - common.length)}
            </span>
            <span class="measures__number">{score.toFixed(2)}</span>
            <Button
              size="small"
              icon={canvasIcon}
              aria-label={words.pairToCanvas(nameOf(from), nameOf(to))}
              onClick={() => void show(app, [from, to, ...common])}
            >
              {words.onCanvas}
            </Button>
          </li>
        ))}
      </ol>
    </>
  );
}

async function show(app: AppState, ids: readonly EntityId[]): Promise<void> {
  if (!(await app.exploration.add(ids))) return;
  app.session.show("canvas");
  app.selection.selectEntity(ids[0]!);
}
