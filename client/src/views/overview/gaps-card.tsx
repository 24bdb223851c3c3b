/** Ready questions about gaps that have an answer; each opens in the gap finder. */
import { useEffect } from "preact/hooks";

import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { loadedValue } from "../../state/resource.ts";
import { Icon, MessageCard, Skeleton, arrowRightIcon, chevronRightIcon, gapIcon } from "../../ui/index.ts";
import { gapsMessages } from "../gaps/messages.ts";
import { Failure } from "../shell/failure.tsx";

const SHOWN = 4;
const NAMES = 3;

export function GapsCard({ app }: { readonly app: AppState }) {
  const words = gapsMessages.value;
  const { counts } = messages.value;
  const { summary } = app.gaps;
  const home = app.session.home.value;
  const version = loadedValue(app.overview.state.value);
  useEffect(() => void summary.load(home ?? "any"), [home, version]);
  const state = summary.state.value;
  const answer = loadedValue(state);
  const found = (answer?.questions ?? []).filter(({ total }) => total > 0).slice(0, SHOWN);
  return (
    <section class="card" aria-labelledby="overview-gaps">
      <header class="card__head">
        <h2 id="overview-gaps">{words.card}</h2>
        {answer?.region != null && <span class="card__note">{words.cardNote(answer.region.name)}</span>}
        <button type="button" class="card__more" onClick={() => app.session.show("gaps")}>
          {words.cardMore}
          <Icon svg={arrowRightIcon} size={14} />
        </button>
      </header>
      {state.status === "failed" && <Failure error={state.error} onRetry={() => void summary.reload()} compact />}
      {answer === undefined && state.status !== "failed" && <Skeleton lines={[80, 74, 82, 70]} lineHeight={38} />}
      {answer !== undefined && found.length === 0 && (
        <MessageCard icon={gapIcon} title={words.nothing} hint={words.lead} compact />
      )}
      <ul class="gaps-card">
        {found.map(({ question, total, names }) => (
          <li key={question}>
            <button
              type="button"
              class="gaps-card__row"
              onClick={() => {
                app.gaps.ask(question);
                app.session.show("gaps");
              }}
            >
              <strong>{counts.number(total)}</strong>
              <span class="gaps-card__question">{words.name[question]}</span>
              <span class="gaps-card__names">
                {total > NAMES
                  ? counts.andOthers(names.slice(0, NAMES).join(counts.separator))
                  : names.slice(0, NAMES).join(counts.separator)}
              </span>
              <Icon svg={chevronRightIcon} size={14} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
