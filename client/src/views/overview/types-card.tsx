/** How many entities of each type there are; a type opens the table of its entities in a search. */
import type { Overview } from "../../../../server/contract/index.ts";
import { ENTITY_TYPE_NAMES } from "../../../../server/contract/ontology.ts";
import { entityTypeDescription, entityTypeName, messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { typeColor } from "../entity/type-colors.ts";

export function TypesCard({ answer }: { readonly app: AppState; readonly answer: Overview }) {
  const { overview: words, counts } = messages.value;
  const byType = new Map(answer.entityTypes.map(({ type, count }) => [type, count]));
  const most = Math.max(1, ...byType.values());
  const present = ENTITY_TYPE_NAMES.filter((type) => (byType.get(type) ?? 0) > 0).length;
  return (
    <section class="card overview__types" aria-labelledby="overview-types">
      <header class="card__head">
        <h2 id="overview-types">{words.types}</h2>
        <span class="card__note">{counts.types(present)}</span>
      </header>
      <ul class="type-counts">
        {ENTITY_TYPE_NAMES.map((type) => {
          const count = byType.get(type) ?? 0;
          return (
            <li key={type} class="type-counts__row" data-tip={entityTypeDescription(type)} data-tip-side="right">
              <EntityMark type={type} size={18} />
              <span class="type-counts__name">{entityTypeName(type)}</span>
              <span class="type-counts__bar">
                <span style={{ width: `${(count / most) * 100}%`, background: typeColor(type) }} />
              </span>
              <span class="type-counts__count">{counts.number(count)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
