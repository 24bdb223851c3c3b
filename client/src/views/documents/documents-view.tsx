/** The documents: their list, or the one that is open in the reader. */
import { useEffect, useState } from "preact/hooks";

import type { DocumentSummary } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { loadedValue } from "../../state/resource.ts";
import { Button, MessageCard, Skeleton, TextField, fileIcon, searchIcon, uploadIcon } from "../../ui/index.ts";
import { ReaderView } from "../reader/reader-view.tsx";
import { Failure } from "../shell/failure.tsx";
import { Region } from "../shell/region.tsx";
import { useResource } from "../shell/use-resource.ts";
import "./documents-view.css";

export function DocumentsView({ app }: { readonly app: AppState }) {
  const open = app.reader.documentId.value;
  return open === null ? <DocumentList app={app} /> : <ReaderView key={open} app={app} />;
}

const PAGE = 200;

function DocumentList({ app }: { readonly app: AppState }) {
  const { documents: words, views, counts, imports } = messages.value;
  const [filter, setFilter] = useState("");
  const [limit, setLimit] = useState(PAGE);
  const resource = useResource((limit: number, abort) => app.api.documents({ limit }, abort));
  useEffect(() => void resource.load(limit), [resource, limit]);
  const state = resource.state.value;
  const page = loadedValue(state);
  const wanted = filter.trim().toLowerCase();
  const found = (page?.documents ?? []).filter(({ document }) => matches(document, wanted));
  return (
    <Region name="view" label={views.documents} class="documents">
      <div class="documents__page">
        <header class="view-head">
          <h1>{words.title}</h1>
          {page !== undefined && <span>{counts.documents(page.total)}</span>}
          <TextField
            class="documents__filter"
            label={words.search}
            hideLabel
            isSearch
            icon={searchIcon}
            placeholder={words.search}
            value={filter}
            onValue={setFilter}
          />
        </header>
        {state.status === "failed" && <Failure error={state.error} onRetry={() => void resource.load(limit)} />}
        {page === undefined && state.status !== "failed" && (
          <Skeleton lines={[44, 70, 52, 66, 48, 60]} lineHeight={48} />
        )}
        {page !== undefined && page.documents.length === 0 && (
          <MessageCard
            icon={fileIcon}
            title={words.empty}
            hint={words.emptyHint}
            actions={
              <Button variant="primary" icon={uploadIcon} onClick={() => app.session.show("imports")}>
                {imports.title}
              </Button>
            }
          />
        )}
        {page !== undefined && page.documents.length > 0 && found.length === 0 && (
          <MessageCard icon={searchIcon} title={words.none(filter.trim())} compact />
        )}
        {found.length > 0 && (
          <ul class="documents__list">
            {found.map((summary) => (
              <DocumentRow key={summary.document.id} app={app} summary={summary} />
            ))}
          </ul>
        )}
        {page !== undefined && page.total > page.documents.length && (
          <div class="documents__more">
            <span>{counts.first(page.documents.length, page.total)}</span>
            <Button onClick={() => setLimit(Math.min(500, limit + PAGE))}>{words.more}</Button>
          </div>
        )}
      </div>
    </Region>
  );
}

function DocumentRow({ app, summary }: { readonly app: AppState; readonly summary: DocumentSummary }) {
  const { documents: words, counts } = messages.value;
  const { document, entities, relations, observations } = summary;
  const facts = [counts.entities(entities), counts.relations(relations)];
  if (observations > 0) facts.push(counts.figures(observations));
  return (
    <li>
      <button type="button" class="documents__row" onClick={() => app.openDocument(document.id)}>
        <span class="documents__title">{document.title}</span>
        <span class="documents__publisher">{document.publisher ?? words.noPublisher}</span>
        <span class="documents__region">{document.region ?? ""}</span>
        <span class="documents__date">{document.date ?? words.undated}</span>
        <span class="documents__holds">{facts.join(" · ")}</span>
      </button>
    </li>
  );
}

function matches({ title, publisher, region }: DocumentSummary["document"], wanted: string): boolean {
  return [title, publisher, region].some((text) => text?.toLowerCase().includes(wanted) === true);
}
