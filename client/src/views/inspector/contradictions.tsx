/** Where documents differ about an entity: each word with its source, which is newer, which is used and why. */
import type { ContradictingWord, Contradiction } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { loadedValue } from "../../state/resource.ts";
import { Icon, Tag, bookOpenIcon } from "../../ui/index.ts";
import { propertyName, propertyText } from "../entity/entity-facts.ts";
import { documentByline } from "../source/document-byline.ts";
import "./contradictions.css";
import { statementMessages } from "./messages.ts";
import { Section } from "./section.tsx";

export function Contradictions({ app }: { readonly app: AppState }) {
  const contradictions = loadedValue(app.inspector.statements.state.value)?.contradictions ?? [];
  if (contradictions.length === 0) return null;
  const words = statementMessages.value;
  return (
    <Section title={words.contradictions} count={contradictions.length}>
      <ul class="contradictions">
        {contradictions.map((each) => (
          <li key={`${each.about} ${each.name} ${each.year} ${each.kind} ${each.words[0]?.unit}`}>
            <Differing app={app} contradiction={each} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Differing({ app, contradiction }: { readonly app: AppState; readonly contradiction: Contradiction }) {
  const { observationKinds } = messages.value;
  const { about, name, year, kind, words } = contradiction;
  const title = about === "property" ? propertyName(name) : name;
  const facts = [...(year === null ? [] : [String(year)]), ...(kind === null ? [] : [observationKinds[kind]])];
  return (
    <>
      <h4 class="contradictions__what">
        {title} {facts.length > 0 && <span>{facts.join(" · ")}</span>}
      </h4>
      <ol class="sources">
        {words.map((word, index) => (
          <li key={`${word.document.id} ${JSON.stringify(word.value)}`}>
            <b class="sources__value">
              {propertyText(word.value)}
              {word.unit === "" ? "" : ` ${word.unit}`}
            </b>
            <SourceOf app={app} word={word} isUsed={index === 0} age={ageOf(words, index)} />
          </li>
        ))}
      </ol>
      <p class="contradictions__why">{whyUsed(words)}</p>
    </>
  );
}

interface SourceOfProps {
  readonly app: AppState;
  readonly word: Pick<ContradictingWord, "document" | "passageId">;
  readonly isUsed: boolean;
  readonly age: string | undefined;
}

/** The document that says so, with the way to its sentence. */
export function SourceOf({ app, word: { document, passageId }, isUsed, age }: SourceOfProps) {
  const words = statementMessages.value;
  return (
    <span class="sources__source">
      <span class="sources__tags">
        {isUsed && <Tag tone="solid">{words.used}</Tag>}
        {age !== undefined && <Tag>{age}</Tag>}
      </span>
      <button
        type="button"
        class="sources__document"
        data-tip={passageId === null ? words.openDocument : words.open}
        onClick={() => app.openDocument(document.id, passageId ?? undefined)}
      >
        {document.title}
        <Icon svg={bookOpenIcon} size={14} />
      </button>
      <span class="sources__byline">{documentByline(document)}</span>
    </span>
  );
}

/** Newer or older than the others, where their dates tell. */
function ageOf(all: readonly ContradictingWord[], index: number): string | undefined {
  const words = statementMessages.value;
  const dates = all.map(({ document }) => document.date ?? "");
  if (new Set(dates).size < 2) return undefined;
  return dates[index] === dates[0] ? words.newer : words.older;
}

function whyUsed(all: readonly ContradictingWord[]): string {
  const words = statementMessages.value;
  const dates = all.map(({ document }) => document.date);
  if (dates[0] !== dates[1]) return words.newest;
  return dates[0] === null ? words.onlyUndated : words.sameDate;
}
