/** What was done to the canvas, newest first; any step brings it back to how it was then. */
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { IconButton, MessageCard, classNames, closeIcon, historyIcon, redoIcon, undoIcon } from "../../ui/index.ts";
import { ActionButton } from "../shell/action-button.tsx";
import { stepChange, stepTitle } from "./step-text.ts";
import "./steps.css";

export function Steps({ app }: { readonly app: AppState }) {
  const { steps: words, words: common } = messages.value;
  const { history } = app;
  const entries = history.steps.value;
  const current = history.current.value;
  return (
    <div class="steps">
      <header class="steps__head">
        <h2>
          {words.title} <span>{messages.value.counts.number(entries.length)}</span>
        </h2>
        <ActionButton app={app} id="undo" icon={undoIcon} variant="framed" size="small" withText />
        <ActionButton app={app} id="redo" icon={redoIcon} variant="framed" size="small" withText />
        <IconButton
          icon={closeIcon}
          size="small"
          label={common.close}
          onClick={() => app.session.setPanel("steps", false)}
        />
      </header>
      {entries.length === 0 ? (
        <MessageCard icon={historyIcon} title={words.start} hint={words.empty} />
      ) : (
        <ol class="steps__list">
          {entries.map(({ step, undone }) => (
            <li key={step.id} class={classNames("steps__item", undone && "steps__item--undone")}>
              <button
                type="button"
                class="steps__step"
                aria-current={step.id === current?.id ? "step" : undefined}
                onClick={() => history.goTo(step)}
              >
                <span class="steps__title">{stepTitle(step)}</span>
                <span class="steps__when">{undone ? words.undone : step.id === current?.id ? words.now : ""}</span>
                <span class="steps__change">{stepChange(step)}</span>
              </button>
            </li>
          ))}
          <li class="steps__item">
            <button
              type="button"
              class="steps__step"
              aria-current={current === undefined ? "step" : undefined}
              onClick={() => history.goTo(undefined)}
            >
              <span class="steps__title">{words.start}</span>
              <span class="steps__when">{current === undefined ? words.now : ""}</span>
            </button>
          </li>
        </ol>
      )}
      <p class="steps__hint">{words.hint}</p>
    </div>
  );
}
