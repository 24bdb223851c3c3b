/** The relations that a line between groups stands for, while one of them is in the inspector. */
import type { RelationId } from "../../../../server/contract/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { drawnTogether } from "../../state/roll-up/roll-up-graph.ts";
import { RelationLine } from "../entity/relation-line.tsx";
import { Section } from "../inspector/section.tsx";
import { pathSentence } from "../paths/path-sentence.ts";
import { rollUpMessages } from "./messages.ts";

export function MergedRelations({ app, id }: { readonly app: AppState; readonly id: RelationId }) {
  const rolled = app.rollUp.rolled.value;
  const { entities, relations } = app.filters.visible.value;
  if (rolled.closed.size === 0) return null;
  const parts = drawnTogether(rolled, id)
    .map((one) => relations.get(one))
    .filter((one) => one !== undefined);
  if (parts.length < 2) return null;
  return (
    <Section title={rollUpMessages.value.parts} count={parts.length}>
      <ul class="inspector__list">
        {parts.map((relation) => (
          <li key={relation.id}>
            <button
              type="button"
              class="inspector__row"
              aria-current={relation.id === id ? "true" : undefined}
              onClick={() => app.selection.selectRelation(relation.id)}
            >
              <RelationLine type={relation.type} planned={relation.status === "planned"} />
              <span>{pathSentence([relation], entities)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
