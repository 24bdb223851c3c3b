/** The text of a document in one column, with the strip that shows where relations stand in the whole of it. */
import { Fragment } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import type { DocumentDetail, Mention, Observation, Passage, PassageId } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Icon, arrowLeftIcon, classNames, externalLinkIcon, fileIcon } from "../../ui/index.ts";
import { screen } from "../shell/screen.ts";
import { useEntities } from "../source/entity-lookup.ts";
import type { EntityLookup } from "../source/entity-lookup.ts";
import { documentByline } from "../source/document-byline.ts";
import { figureSpans } from "../source/segments.ts";
import { placeMessages } from "../source/source-place.ts";
import { SourceText } from "../source/source-text.tsx";
import { NameCard } from "./name-card.tsx";
import { OverviewStrip } from "./overview-strip.tsx";
import { isTitle, toParagraphs } from "./paragraphs.ts";
import type { Paragraph } from "./paragraphs.ts";

export interface DocumentTextProps {
  readonly app: AppState;
  readonly detail: DocumentDetail;
}

export function DocumentText({ app, detail }: DocumentTextProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [isOriginal, setOriginal] = useState(false);
  const lookup = useEntities(detail.entities.map(({ id }) => id));
  const chosen = app.reader.passageId.value;
  useEffect(() => {
    if (chosen === null) return;
    const sentence = scroller.current?.querySelector<HTMLElement>(`[data-passage="${CSS.escape(chosen)}"]`);
    sentence?.scrollIntoView({ block: screen.peek() === "phone" ? "start" : "center" });
    // Reached by key or by a link: the focus goes along, so that the next key works from here.
    const held = document.activeElement;
    const isHere = held === null || held.contains(scroller.current) || scroller.current?.contains(held) === true;
    if (isHere) sentence?.focus({ preventScroll: true });
  }, [chosen, isOriginal]);

  const mentions = byPassage(detail.mentions);
  const figures = byPassage(detail.observations);
  const first = detail.passages[0]?.id;
  const pages = pageStarts(detail.passages);
  const sentence = (passage: Passage) => (
    <Fragment key={passage.id}>
      {pages.has(passage.id) && <span class="reader__page">{placeMessages.value.page(passage.page!)}</span>}
      <Sentence
        app={app}
        passage={passage}
        mentions={mentions.get(passage.id) ?? []}
        figures={figures.get(passage.id) ?? []}
        lookup={lookup}
        isChosen={passage.id === chosen}
        isStop={passage.id === (chosen ?? first)}
      />
    </Fragment>
  );
  return (
    <>
      <div ref={scroller} class="reader__scroll">
        <article class="reader__column" lang="zh-CN">
          <Head app={app} detail={detail} isOriginal={isOriginal} onOriginal={setOriginal} />
          {isOriginal ? (
            <ol class="reader__original">
              {detail.passages.map((passage) => (
                <li key={passage.id}>
                  <span class="reader__place">
                    {passage.page !== undefined && `${placeMessages.value.page(passage.page)} `}
                    {passage.row !== undefined && `${placeMessages.value.row(passage.row)} `}
                    {passage.begin + 1}–{passage.end}
                  </span>
                  {sentence(passage)}
                </li>
              ))}
            </ol>
          ) : (
            toParagraphs(withoutTitle(detail, chosen)).map((paragraph) => (
              <ParagraphBlock key={paragraph.passages[0]?.id} paragraph={paragraph} sentence={sentence} />
            ))
          )}
        </article>
      </div>
      <OverviewStrip app={app} detail={detail} scroller={scroller} />
      <NameCard detail={detail} within={scroller} />
    </>
  );
}

/** The first passage of each page. */
function pageStarts(passages: readonly Passage[]): ReadonlySet<PassageId> {
  return new Set(
    passages.filter(({ page }, index) => page !== undefined && page !== passages[index - 1]?.page).map(({ id }) => id),
  );
}

/** The title stands over the text already; as its first line it is shown only when it is what was chosen. */
function withoutTitle({ document, passages }: DocumentDetail, chosen: PassageId | null): readonly Passage[] {
  const [first] = passages;
  return first !== undefined && first.id !== chosen && isTitle(first, document) ? passages.slice(1) : passages;
}

interface ParagraphBlockProps {
  readonly paragraph: Paragraph;
  readonly sentence: (passage: Passage) => preact.JSX.Element;
}

function ParagraphBlock({ paragraph, sentence }: ParagraphBlockProps) {
  const { kind, level, passages } = paragraph;
  if (kind === "heading") {
    const Tag = level === 1 ? "h2" : level === 2 ? "h3" : "h4";
    return <Tag class="reader__heading">{passages.map(sentence)}</Tag>;
  }
  if (kind === "rows") {
    return (
      <ul class="reader__rows">
        {passages.map((passage) => (
          <li key={passage.id}>{sentence(passage)}</li>
        ))}
      </ul>
    );
  }
  return <p class="reader__paragraph">{passages.map(sentence)}</p>;
}

interface SentenceProps {
  readonly app: AppState;
  readonly passage: Passage;
  readonly mentions: readonly Mention[];
  readonly figures: readonly Observation[];
  readonly lookup: EntityLookup;
  readonly isChosen: boolean;
  /** The one sentence at which Tab stops; arrows go on from there. */
  readonly isStop: boolean;
}

function Sentence({ app, passage, mentions, figures, lookup, isChosen, isStop }: SentenceProps) {
  const { text } = passage;
  return (
    <span
      role="button"
      aria-pressed={isChosen}
      tabIndex={isStop ? 0 : -1}
      data-passage={passage.id}
      class={classNames("reader__sentence", isChosen && "reader__sentence--chosen")}
      onClick={() => {
        // A drag over the text is to copy it, not to choose it.
        if (document.getSelection()?.isCollapsed !== false) app.reader.goTo(passage.id);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          app.reader.goTo(passage.id);
        } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
          event.preventDefault();
          moveFocus(event.currentTarget, event.key === "ArrowDown" ? 1 : -1);
        }
      }}
    >
      <SourceText
        text={text}
        mentions={mentions}
        marks={isChosen ? [{ begin: 0, end: text.length }] : []}
        figures={figureSpans(
          text,
          figures.map(({ value }) => value),
        )}
        lookup={lookup}
        tinted
      />
    </span>
  );
}

function moveFocus(from: Element, by: 1 | -1): void {
  const all = [...(from.closest("article")?.querySelectorAll<HTMLElement>(".reader__sentence") ?? [])];
  all[all.indexOf(from as HTMLElement) + by]?.focus();
}

interface HeadProps extends DocumentTextProps {
  readonly isOriginal: boolean;
  readonly onOriginal: (isOriginal: boolean) => void;
}

function Head({ app, detail, isOriginal, onOriginal }: HeadProps) {
  const { reader: words } = messages.value;
  const { document } = detail;
  return (
    <header class="reader__head">
      <button type="button" class="reader__all" onClick={() => app.reader.close()}>
        <Icon svg={arrowLeftIcon} size={14} />
        {words.all}
      </button>
      <h1>{document.title}</h1>
      <div class="reader__facts">
        <span>{documentByline(document)}</span>
        {document.region !== null && <span>{document.region}</span>}
        <span class="reader__links">
          {document.url !== null && /^https?:/.test(document.url) && (
            <a class="text-button" href={document.url} target="_blank" rel="noreferrer noopener">
              {words.webPage}
              <Icon svg={externalLinkIcon} size={14} />
            </a>
          )}
          <button type="button" class="text-button" onClick={() => onOriginal(!isOriginal)}>
            {isOriginal ? words.cleaned : words.original}
            <Icon svg={fileIcon} size={14} />
          </button>
        </span>
      </div>
      {isOriginal && <p class="reader__note">{words.originalHint}</p>}
    </header>
  );
}

function byPassage<T extends { readonly passageId: PassageId }>(
  items: readonly T[],
): ReadonlyMap<PassageId, readonly T[]> {
  const found = new Map<PassageId, T[]>();
  for (const item of items) {
    const list = found.get(item.passageId);
    if (list === undefined) found.set(item.passageId, [item]);
    else list.push(item);
  }
  return found;
}
