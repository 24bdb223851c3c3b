/** The best connected universities; each goes to the canvas. */
import type { OverviewEntity } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { CountBar } from "./count-bar.tsx";

export interface ConnectedCardProps {
  readonly app: AppState;
  readonly entities: readonly OverviewEntity[];
}

/** As many as the first screen has room for. */
const SHOWN = 6;
const NAMES = 3;

export function ConnectedCard({ app, entities }: ConnectedCardProps) {
  const { overview: words, status } = messages.value;
  const shown = entities.slice(0, SHOWN);
  const most = Math.max(1, ...shown.map(({ existing, planned }) => existing + planned));
  return (
    <section class="card" aria-labelledby="overview-universities">
      <header class="card__head">
        <h2 id="overview-universities">{words.universities}</h2>
        <span class="card__note">{words.bars}</span>
      </header>
      <ul class="connected">
        {shown.map(({ entity, existing, planned, with: others }) => (
          <li key={entity.id}>
            <button
              type="button"
              class="connected__row"
              aria-label={`${words.open(entity.name)}, ${status.existing} ${existing}, ${status.planned} ${planned}`}
              onClick={() => void app.openEntity(entity.id)}
            >
              <EntityMark type={entity.type} level={entity.level} size={22} />
              <span class="connected__text">
                <span class="connected__name">{entity.name}</span>
                <span class="connected__with">{namesText(others)}</span>
              </span>
              <CountBar existing={existing} planned={planned} most={most} />
              <span class="connected__count">{messages.value.counts.number(existing + planned)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function namesText(names: readonly string[]): string {
  const { counts } = messages.value;
  const shown = names.slice(0, NAMES).join(counts.separator);
  return names.length > NAMES ? counts.andOthers(shown) : shown;
}
