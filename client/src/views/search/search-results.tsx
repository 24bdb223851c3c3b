/** The list below the search box: entities with the reason why each matched. */
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import type { SearchResult } from "../../state/search.ts";
import { Keycap, Skeleton, Tag } from "../../ui/index.ts";
import { kindOf } from "../entity/entity-facts.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { screen } from "../shell/screen.ts";
import { problemText } from "../shell/problem-text.ts";
import { matchedParts } from "../source/segments.ts";
import { matchText } from "./match-text.ts";

export interface SearchResultsProps {
  readonly app: AppState;
  /** Before the ids of the list and its options. */
  readonly id: string;
  readonly onChoose: (result: SearchResult) => void;
}

export function SearchResults({ app, id, onChoose }: SearchResultsProps) {
  const { search } = app;
  const words = messages.value.search;
  const answer = search.answer.value;
  const state = search.state.value;
  const query = search.query.value.trim();
  const isBehind = search.answeredQuery.value !== query;
  return (
    // A press on the list must not take the focus from the field.
    <div class="search-box__list" onPointerDown={(event) => event.preventDefault()}>
      <ul id={`${id}-list`} role="listbox" aria-label={words.label} class={isBehind ? "search-box__stale" : undefined}>
        {answer?.results.map((result, index) => (
          <Option
            key={result.entity.id}
            app={app}
            id={`${id}-${index}`}
            result={result}
            isActive={search.active.value === index}
            onPoint={() => search.setActive(index)}
            onChoose={() => onChoose(result)}
          />
        ))}
      </ul>
      {state.status === "failed" && <p class="search-box__note">{problemText(state.error.code)}</p>}
      {answer === undefined && state.status === "loading" && <Skeleton lines={[46, 62, 38]} lineHeight={36} />}
      {answer !== undefined && answer.results.length === 0 && !isBehind && (
        <div class="search-box__note" role="status">
          <strong>{words.nothing(query)}</strong>
          <p>{words.nothingHint}</p>
        </div>
      )}
      {answer !== undefined && answer.results.length > 0 && (
        <div class="search-box__foot">
          <span role="status">
            {answer.total > answer.results.length
              ? words.more(answer.total - answer.results.length)
              : words.results(answer.total)}
          </span>
          {screen.value !== "phone" && (
            <span>
              <Keycap keys="Enter" /> {words.enter} <Keycap keys="Esc" /> {words.escape}
            </span>
          )}
        </div>
      )}
    </div>
  );
}

interface OptionProps {
  readonly app: AppState;
  readonly id: string;
  readonly result: SearchResult;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

function Option({ app, id, result, isActive, onPoint, onChoose }: OptionProps) {
  const { entity, match } = result;
  const isShown = app.history.present.value.entities.has(entity.id);
  const nameRanges = match.kind === "name" ? match.ranges : [];
  return (
    <li
      id={id}
      role="option"
      aria-selected={isActive}
      class="search-box__option"
      onPointerMove={onPoint}
      onClick={onChoose}
    >
      <EntityMark type={entity.type} level={entity.level} />
      <span class="search-box__name">
        {matchedParts(entity.name, nameRanges).map(({ text, isMatch }, index) =>
          isMatch ? <b key={index}>{text}</b> : text,
        )}
      </span>
      <span class="search-box__kind">{kindOf(entity)}</span>
      {match.kind !== "name" && <span class="search-box__why">{matchText(entity, match)}</span>}
      <span class="search-box__end">
        {isShown && <Tag>{messages.value.words.onCanvas}</Tag>}
        <span>{messages.value.counts.relations(entity.degree)}</span>
      </span>
    </li>
  );
}
