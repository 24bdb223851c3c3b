/** How many relations of each type there are, and how many of them are plans. */
import type { Overview } from "../../../../server/contract/index.ts";
import { messages, relationDescription, relationName } from "../../i18n/index.ts";
import { RelationLine } from "../entity/relation-line.tsx";
import { CountBar } from "./count-bar.tsx";

export function RelationTypesCard({ answer }: { readonly answer: Overview }) {
  const { overview: words, counts } = messages.value;
  const shown = answer.relationTypes.filter(({ count }) => count > 0);
  const most = Math.max(1, ...shown.map(({ count }) => count));
  return (
    <section class="card" aria-labelledby="overview-relations">
      <header class="card__head">
        <h2 id="overview-relations">{words.relations}</h2>
        <span class="card__note">{words.bars}</span>
      </header>
      <ul class="relation-counts">
        {shown.map(({ type, count, planned }) => (
          <li key={type} class="relation-counts__row" data-tip={relationDescription(type)}>
            <RelationLine type={type} width={30} />
            <span class="relation-counts__name">{relationName(type)}</span>
            <CountBar existing={count - planned} planned={planned} most={most} />
            <span class="relation-counts__count">{counts.number(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
