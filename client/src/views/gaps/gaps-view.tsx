/**
 * The gap finder: ready questions at the left, the choices of the one that is
 * asked, and the list with its reasons and sources.
 */
import { useEffect } from "preact/hooks";

import type { GapsAnswer } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { QUESTIONS } from "../../state/gaps.ts";
import { loadedValue } from "../../state/resource.ts";
import { Button, MenuButton, MessageCard, Skeleton, downloadIcon, gapIcon, listIcon } from "../../ui/index.ts";
import { gapListMessages } from "../gap-list/messages.ts";
import { SideInspector } from "../inspector/side-inspector.tsx";
import { Failure } from "../shell/failure.tsx";
import { Region } from "../shell/region.tsx";
import { screen } from "../shell/screen.ts";
import { Choices } from "./choices.tsx";
import { Comparison } from "./comparison.tsx";
import { exportGaps } from "./export-gaps.ts";
import { GapList } from "./gap-list.tsx";
import "./gaps.css";
import { gapsMessages } from "./messages.ts";
import { QuestionList } from "./question-list.tsx";

export function GapsView({ app }: { readonly app: AppState }) {
  const words = gapsMessages.value;
  const { views } = messages.value;
  useEffect(() => app.gaps.follow(), [app]);
  const isWide = screen.value === "wide";
  return (
    <>
      {isWide && (
        <Region name="left" label={words.questions} class="gaps__questions">
          <QuestionList app={app} />
        </Region>
      )}
      <Region name="view" label={views.gaps} class="gaps" keys="sentences">
        <Question app={app} />
      </Region>
      <SideInspector app={app} />
    </>
  );
}

function Question({ app }: { readonly app: AppState }) {
  const words = gapsMessages.value;
  const question = app.gaps.question.value;
  const state = app.gaps.answer.value;
  const answer = loadedValue(state);
  return (
    <>
      <header class="gaps__head">
        {screen.value !== "wide" && (
          <MenuButton
            label={words.questions}
            icon={gapIcon}
            items={QUESTIONS.map((id) => ({
              id,
              label: words.name[id],
              checked: id === question,
              onSelect: () => app.gaps.ask(id),
            }))}
          />
        )}
        <h1>{words.name[question]}</h1>
        <p class="gaps__about">
          {words.about[question]} {words.lead}
        </p>
      </header>
      <Choices app={app} answer={answer} />
      <div class="gaps__content">
        {state.status === "failed" && <Failure error={state.error} onRetry={() => void app.gaps.retry()} />}
        {answer === undefined && state.status !== "failed" && (
          <Skeleton lines={[40, 90, 76, 88, 70, 84]} lineHeight={34} />
        )}
        {answer !== undefined && <Answer app={app} answer={answer} />}
      </div>
    </>
  );
}

function Answer({ app, answer }: { readonly app: AppState; readonly answer: GapsAnswer }) {
  const words = gapsMessages.value;
  const { question, total, considered, items, measures } = answer;
  const isComparison = question === "beside-peers";
  if (isComparison && answer.asked.peers.length === 0) {
    return <MessageCard icon={gapIcon} title={words.nothingToCompare} hint={words.nothingToCompareHint} />;
  }
  return (
    <>
      <div class="gaps__result">
        <strong role="status">{words.resultOf[question](total, considered)}</strong>
        <Button variant="ghost" icon={listIcon} onClick={() => (app.dialog.value = "gaps")}>
          {gapListMessages.value.show}
        </Button>
        <Button
          variant="ghost"
          icon={downloadIcon}
          aria-disabled={items.length + measures.length === 0 ? true : undefined}
          onClick={() => {
            if (items.length + measures.length > 0) void exportGaps(app, answer);
          }}
        >
          {words.export}
        </Button>
      </div>
      {isComparison ? (
        <Comparison app={app} answer={answer} />
      ) : items.length === 0 ? (
        <MessageCard icon={gapIcon} title={words.nothing} hint={`${words.nothingHint} ${words.lead}`} />
      ) : (
        <GapList app={app} answer={answer} />
      )}
      {!isComparison && total > items.length && <p class="gaps__cut">{words.truncated(items.length, total)}</p>}
    </>
  );
}
