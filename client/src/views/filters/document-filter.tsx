/** Documents that say it. */
import { useEffect } from "preact/hooks";

import type { DocumentId, DocumentSummary } from "../../../../server/contract/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { loadedValue } from "../../state/resource.ts";
import { useResource } from "../shell/use-resource.ts";
import { documentByline } from "../source/document-byline.ts";
import { FilterButton } from "./filter-button.tsx";
import { filterMessages } from "./messages.ts";
import { PickMany } from "./pick-many.tsx";
import { Waiting } from "./waiting.tsx";

const PAGE = 500;

export function DocumentFilter({ app }: { readonly app: AppState }) {
  const words = filterMessages.value;
  const { documents } = app.filters.values.value;
  const all = useResource((_: "all", abort) => readAll(app, abort));
  useEffect(() => {
    if (documents.length > 0 && all.state.peek().status === "idle") void all.load("all");
  }, [documents.length]);
  const known = loadedValue(all.state.value);
  const [only] = documents;
  const title = known?.find(({ document }) => document.id === only)?.document.title;
  const value =
    documents.length === 0
      ? undefined
      : documents.length === 1 && title !== undefined
        ? title
        : words.documentsCount(documents.length);
  return (
    <FilterButton
      name={words.documents}
      value={value}
      onClear={() => app.filters.setDocuments([])}
      onOpen={() => void all.load("all")}
    >
      <Waiting state={all.state.value} onRetry={() => void all.load("all")}>
        {(summaries) => (
          <PickMany
            label={words.findDocument}
            items={summaries}
            idOf={({ document }) => document.id}
            textOf={({ document }) => `${document.title} ${document.publisher ?? ""}`}
            picked={documents}
            onPick={(ids) => app.filters.setDocuments(ids as DocumentId[])}
            none={words.noDocument}
          >
            {({ document }) => (
              <span class="pick-many__lines">
                <span class="pick-many__name">{document.title}</span>
                <span class="pick-many__count">{documentByline(document)}</span>
              </span>
            )}
          </PickMany>
        )}
      </Waiting>
    </FilterButton>
  );
}

async function readAll(app: AppState, abort: AbortSignal): Promise<readonly DocumentSummary[]> {
  const all: DocumentSummary[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await app.api.documents({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }, abort);
    all.push(...page.documents);
    cursor = page.cursor;
  }
  return all;
}
