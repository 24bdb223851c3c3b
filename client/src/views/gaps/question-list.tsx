/** The ready questions, each with its number of answers for our region. */
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { QUESTIONS } from "../../state/gaps.ts";
import { loadedValue } from "../../state/resource.ts";
import { classNames, rove } from "../../ui/index.ts";
import { gapsMessages } from "./messages.ts";

export function QuestionList({ app }: { readonly app: AppState }) {
  const words = gapsMessages.value;
  const { counts } = messages.value;
  const asked = app.gaps.question.value;
  const summary = loadedValue(app.gaps.summary.state.value);
  return (
    <div class="gap-questions" onKeyDown={(event) => rove(event, { selector: "button", orientation: "vertical" })}>
      <h2>{words.questions}</h2>
      <ul>
        {QUESTIONS.map((question) => {
          const told = summary?.questions.find((own) => own.question === question);
          return (
            <li key={question}>
              <button
                type="button"
                class={classNames("gap-questions__row", question === asked && "gap-questions__row--asked")}
                aria-current={question === asked ? "true" : undefined}
                tabIndex={question === asked ? 0 : -1}
                onClick={() => app.gaps.ask(question)}
              >
                <span class="gap-questions__count">{told === undefined ? "" : counts.number(told.total)}</span>
                <span>
                  {words.name[question]}
                  <span class="gap-questions__names">{told?.names.slice(0, 3).join(counts.separator)}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
