/** Left of the reader: the way back, the contents with counts, and the entities of the document by type. */
import type { DocumentDetail } from "../../../../server/contract/index.ts";
import { ENTITY_TYPE_NAMES } from "../../../../server/contract/ontology.ts";
import { entityTypeName, messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Icon, arrowLeftIcon } from "../../ui/index.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { contentsOf, isTitle } from "./paragraphs.ts";

export interface ReaderContentsProps {
  readonly app: AppState;
  readonly detail: DocumentDetail;
}

export function ReaderContents({ app, detail }: ReaderContentsProps) {
  const { reader: words, counts } = messages.value;
  const entries = contentsOf(detail).filter(({ passage }) => !isTitle(passage, detail.document));
  const current = currentEntry(app, detail);
  const types = ENTITY_TYPE_NAMES.map((type) => ({
    type,
    count: detail.entities.filter((entity) => entity.type === type).length,
  })).filter(({ count }) => count > 0);
  return (
    <div class="contents">
      <button type="button" class="contents__back" onClick={() => app.reader.close()}>
        <Icon svg={arrowLeftIcon} />
        {words.all}
      </button>
      <section class="contents__section" aria-labelledby="reader-contents">
        <header class="contents__head">
          <h2 id="reader-contents">{words.contents}</h2>
          <span>{words.relationCount}</span>
        </header>
        {entries.length === 0 && <p class="contents__none">{words.noContents}</p>}
        <ul>
          {entries.map(({ passage, level, relations }) => (
            <li key={passage.id}>
              <button
                type="button"
                class="contents__row"
                style={{ paddingLeft: `${8 + (level - 1) * 12}px` }}
                aria-current={passage.id === current ? "true" : undefined}
                onClick={() => app.reader.goTo(passage.id)}
              >
                <span>{passage.text}</span>
                {relations > 0 && <span class="contents__count">{counts.number(relations)}</span>}
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section class="contents__section" aria-labelledby="reader-entities">
        <header class="contents__head">
          <h2 id="reader-entities">{words.entities}</h2>
          <span>{counts.number(detail.entities.length)}</span>
        </header>
        <ul>
          {types.map(({ type, count }) => (
            <li key={type} class="contents__type">
              <EntityMark type={type} />
              <span>{entityTypeName(type)}</span>
              <b>{counts.number(count)}</b>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** The heading under which the chosen sentence stands. */
function currentEntry(app: AppState, { passages }: DocumentDetail): string | undefined {
  const chosen = app.reader.passageId.value;
  const at = passages.findIndex(({ id }) => id === chosen);
  return at === -1 ? undefined : passages.slice(0, at + 1).findLast(({ kind }) => kind === "heading")?.id;
}
