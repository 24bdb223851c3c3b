/** Left of the query: what is saved, forms, the gallery of questions, and the structure of the graph. */
import { useEffect, useState } from "preact/hooks";

import { locale, messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { openedFrom } from "../../state/query-library.ts";
import { loadedValue } from "../../state/resource.ts";
import {
  Icon,
  IconButton,
  TextField,
  bookOpenIcon,
  bookmarkIcon,
  closeIcon,
  listIcon,
  searchIcon,
} from "../../ui/index.ts";
import type { SavedQuery } from "../../../../server/contract/index.ts";
import { libraryMessages } from "./library/messages.ts";
import { QUESTION_TOPICS, QUESTIONS } from "./library/questions.ts";
import type { Question } from "./library/questions.ts";
import { Structure } from "./library/structure.tsx";
import { WholeGraph } from "./library/whole-graph.tsx";
import "./query-library.css";

export interface QueryLibraryProps {
  readonly app: AppState;
  readonly onForm: (query: SavedQuery) => void;
  /** Writes into the editor where the cursor is. */
  readonly onInsert: (text: string) => void;
  readonly onStructure: () => void;
}

export function QueryLibrary({ app, onForm, onInsert, onStructure }: QueryLibraryProps) {
  const words = libraryMessages.value;
  const [sought, setSought] = useState("");
  useEffect(() => void app.queryLibrary.loadSaved(), []);
  const fits = (...texts: readonly string[]) =>
    texts.some((text) => text.toLowerCase().includes(sought.trim().toLowerCase()));
  const saved = (loadedValue(app.queryLibrary.saved.value)?.queries ?? []).filter(({ name, description, tags }) =>
    fits(name, description, ...tags),
  );
  const questions = QUESTIONS.filter(({ title, line }) => fits(title.zh, title.en, line.zh, line.en));
  return (
    <div class="query-library">
      <div class="query-library__search">
        <TextField
          label={words.find}
          hideLabel
          isSearch
          icon={searchIcon}
          placeholder={words.find}
          value={sought}
          onValue={setSought}
        />
      </div>
      <section aria-labelledby="query-saved">
        <h2 id="query-saved">
          {words.saved} <span>{messages.value.counts.number(saved.length)}</span>
        </h2>
        {saved.length === 0 && <p class="query-library__none">{words.noneSaved}</p>}
        <ul>
          {saved.map((query) => (
            <SavedRow key={query.id} app={app} query={query} onForm={onForm} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="query-questions">
        <h2 id="query-questions">
          {words.questions} <span>{messages.value.counts.number(questions.length)}</span>
        </h2>
        {QUESTION_TOPICS.map((topic) => {
          const own = questions.filter((question) => question.topic === topic);
          if (own.length === 0) return null;
          return (
            <div key={topic} role="group" aria-label={words.topics[topic]}>
              <h3>{words.topics[topic]}</h3>
              <ul>
                {own.map((question) => (
                  <QuestionRow key={question.id} app={app} question={question} />
                ))}
              </ul>
            </div>
          );
        })}
      </section>
      <Structure app={app} sought={sought} onInsert={onInsert} onOpen={onStructure} />
      <WholeGraph />
    </div>
  );
}

function SavedRow({
  app,
  query,
  onForm,
}: {
  readonly app: AppState;
  readonly query: SavedQuery;
  readonly onForm: QueryLibraryProps["onForm"];
}) {
  const words = libraryMessages.value;
  const isOpen = app.query.current.value.savedId.value === query.id;
  return (
    <li class="query-library__item">
      <button
        type="button"
        class="query-library__row"
        aria-current={isOpen ? "true" : undefined}
        data-tip={[query.description, query.tags.join("、")].filter((part) => part !== "").join("\n") || undefined}
        data-tip-side="right"
        onClick={() => {
          if (query.isForm) onForm(query);
          else app.query.open(openedFrom(query));
        }}
      >
        <Icon svg={query.isForm ? listIcon : bookmarkIcon} size={14} />
        <span>{query.isForm ? words.formNamed(query.name) : query.name}</span>
      </button>
      <IconButton
        icon={closeIcon}
        size="small"
        label={words.remove(query.name)}
        onClick={() => void app.queryLibrary.remove(query.id)}
      />
    </li>
  );
}

function QuestionRow({ app, question }: { readonly app: AppState; readonly question: Question }) {
  const language = locale.value === "zh-CN" ? "zh" : "en";
  return (
    <li>
      <button
        type="button"
        class="query-library__row"
        data-tip={question.line[language]}
        data-tip-side="right"
        onClick={() => {
          app.query.open({
            text: question.cypher,
            name: question.title[language],
            entries: question.parameters,
          });
          void app.query.run("all");
        }}
      >
        <Icon svg={bookOpenIcon} size={14} />
        <span>{question.title[language]}</span>
      </button>
    </li>
  );
}
