/** The latest documents, each with what it holds. */
import type { DocumentSummary } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Icon, arrowRightIcon } from "../../ui/index.ts";
import { documentByline } from "../source/document-byline.ts";

export interface DocumentsCardProps {
  readonly app: AppState;
  readonly documents: readonly DocumentSummary[];
  readonly total: number;
}

const SHOWN = 4;

export function DocumentsCard({ app, documents, total }: DocumentsCardProps) {
  const { overview: words, counts } = messages.value;
  return (
    <section class="card" aria-labelledby="overview-documents">
      <header class="card__head">
        <h2 id="overview-documents">{words.documents}</h2>
        <button
          type="button"
          class="card__more"
          onClick={() => {
            app.reader.close();
            app.session.show("documents");
          }}
        >
          {words.all(total)}
          <Icon svg={arrowRightIcon} size={14} />
        </button>
      </header>
      <ul class="recent">
        {documents.slice(0, SHOWN).map(({ document, entities, relations }) => (
          <li key={document.id}>
            <button type="button" class="recent__row" onClick={() => app.openDocument(document.id)}>
              <span class="recent__title">{document.title}</span>
              <span class="recent__line">
                <span class="recent__byline">{documentByline(document)}</span>
                <span>
                  {counts.entities(entities)} · {counts.relations(relations)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
