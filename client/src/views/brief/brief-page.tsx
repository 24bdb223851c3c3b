/** A brief as a page: read on the screen, and what the printer gets. */
import { briefMessages } from "./messages.ts";
import type { Brief, BriefItem } from "./brief.ts";

interface BriefPageProps {
  readonly brief: Brief;
  /** On paper nothing can be followed. */
  readonly isPrinted?: boolean;
}

export function BriefPage({ brief, isPrinted = false }: BriefPageProps) {
  const words = briefMessages.value;
  return (
    <article class="brief" aria-label={brief.title}>
      <h1>{brief.title}</h1>
      <p class="brief__facts">{brief.facts.join(" · ")}</p>
      <h2>{words.scope}</h2>
      <ul class="brief__items">
        {brief.filters.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {brief.figure !== null && (
        <>
          <h2>{words.figure}</h2>
          {/* Made by this program, with every text in it escaped. */}
          <div
            class="brief__figure"
            role="img"
            aria-label={words.figureAlt}
            dangerouslySetInnerHTML={{ __html: brief.figure.svg }}
          />
        </>
      )}
      <h2>{words.list}</h2>
      {brief.groups.map(({ heading, items }) => (
        <section key={heading}>
          <h3>{heading}</h3>
          <ul class="brief__items">
            {items.map((item, at) => (
              <li key={at}>
                {item.text} <SourceNumbers item={item} isPrinted={isPrinted} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <h2>{words.sources}</h2>
      {brief.sources.length === 0 && <p class="brief__facts">{words.noSources}</p>}
      <ol class="brief__sources">
        {brief.sources.map(({ text, title, facts }, at) => (
          <li key={at} id={isPrinted ? undefined : `brief-source-${at + 1}`}>
            <span class="brief__number">[{at + 1}]</span>
            <blockquote>{text}</blockquote>
            <p class="brief__facts">{[title, ...facts].join(" · ")}</p>
          </li>
        ))}
      </ol>
      <p class="brief__facts">{words.absent}</p>
      {brief.query !== null && (
        <>
          <h2>{words.annex}</h2>
          <pre class="brief__query">{brief.query}</pre>
        </>
      )}
    </article>
  );
}

function SourceNumbers(props: { readonly item: BriefItem; readonly isPrinted: boolean }) {
  const { sources, more } = props.item;
  const jump = (number: number) => (event: MouseEvent) => {
    // The address holds the view: a jump within the page must not change it.
    event.preventDefault();
    document.querySelector(`#brief-source-${number}`)?.scrollIntoView({ block: "center" });
  };
  return (
    <span class="brief__facts">
      {sources.map((number) =>
        props.isPrinted ? (
          `[${number}]`
        ) : (
          <a key={number} href={`#brief-source-${number}`} onClick={jump(number)}>
            [{number}]
          </a>
        ),
      )}
      {more > 0 && ` ${briefMessages.value.moreSources(more)}`}
    </span>
  );
}
