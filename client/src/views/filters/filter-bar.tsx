/** The filters that all views share: status, years, fields and documents. What is set here holds everywhere. */
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { NO_FILTERS } from "../../state/filters.ts";
import { Segmented } from "../../ui/index.ts";
import { DocumentFilter } from "./document-filter.tsx";
import { FieldFilter } from "./field-filter.tsx";
import "./filters.css";
import { filterMessages } from "./messages.ts";
import { YearFilter } from "./year-filter.tsx";

export interface FilterBarProps {
  readonly app: AppState;
  /** How much is existing and planned, where the view knows. */
  readonly counts?: { readonly existing: number; readonly planned: number } | undefined;
}

export function FilterBar({ app, counts }: FilterBarProps) {
  const { status: words, legend, counts: numbers } = messages.value;
  const { status } = app.filters.values.value;
  const count = (value: number | undefined) => (value === undefined ? {} : { count: numbers.number(value) });
  return (
    <div class="filter-bar" role="group" aria-label={filterMessages.value.label}>
      <Segmented
        label={legend.status}
        selected={status}
        onSelect={app.filters.setStatus}
        segments={[
          { id: "all", label: words.all },
          { id: "existing", label: words.existing, ...count(counts?.existing) },
          { id: "planned", label: words.planned, ...count(counts?.planned) },
        ]}
      />
      <FieldFilter app={app} />
      <YearFilter app={app} />
      <DocumentFilter app={app} />
    </div>
  );
}

/** Whether anything is set, and how all of it is taken back; types of the legend are the canvas's own. */
export function clearClaimFilters(app: AppState): void {
  const { entityTypesOff, relationTypesOff } = app.filters.values.peek();
  app.filters.set({ ...NO_FILTERS, entityTypesOff, relationTypesOff });
}
