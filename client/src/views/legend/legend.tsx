/**
 * Legend and filters in one: every type of the graph with its sign, how many
 * are in sight and how many there are. A click filters.
 */
import { ENTITY_TYPE_NAMES, RELATION_TYPE_NAMES } from "../../../../server/contract/ontology.ts";
import {
  entityTypeDescription,
  entityTypeName,
  messages,
  relationDescription,
  relationName,
} from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import type { StatusFilter } from "../../state/filters.ts";
import { loadedValue } from "../../state/resource.ts";
import { Segmented, classNames } from "../../ui/index.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { RelationLine } from "../entity/relation-line.tsx";
import { DocumentFilter } from "../filters/document-filter.tsx";
import { FieldFilter } from "../filters/field-filter.tsx";
import { filterMessages } from "../filters/messages.ts";
import { YearFilter } from "../filters/year-filter.tsx";
import { screen } from "../shell/screen.ts";
import { StylingChoices } from "../styling/styling-choices.tsx";
import { LegendRow } from "./legend-row.tsx";
import "./legend.css";

export function Legend({ app }: { readonly app: AppState }) {
  const { legend: words, counts, status: statusWords } = messages.value;
  const { filters } = app;
  const shown = filters.counts.value;
  const { entityTypesOff, relationTypesOff, status } = filters.values.value;
  const totals = loadedValue(app.overview.state.value);
  const entityTotals = new Map(totals?.entityTypes.map(({ type, count }) => [type, count]));
  const relationTotals = new Map(totals?.relationTypes.map(({ type, count }) => [type, count]));
  const segments: { id: StatusFilter; label: string; count?: string }[] = [
    { id: "all", label: statusWords.all },
    { id: "existing", label: statusWords.existing, count: counts.number(shown.existing) },
    { id: "planned", label: statusWords.planned, count: counts.number(shown.planned) },
  ];
  return (
    <div class={classNames("legend", app.styling.choices.value.color !== "type" && "legend--recoloured")}>
      <section class="legend__section" aria-labelledby="legend-entities">
        <header class="legend__head">
          <h2 id="legend-entities">{words.entities}</h2>
          <span>{ofTotal(sum(shown.entities), totals?.counts.entities)}</span>
        </header>
        <ul>
          {ENTITY_TYPE_NAMES.map((type) => (
            <LegendRow
              key={type}
              sign={<EntityMark type={type} />}
              name={entityTypeName(type)}
              description={entityTypeDescription(type)}
              shown={shown.entities.get(type) ?? 0}
              total={entityTotals.get(type)}
              isOff={entityTypesOff.has(type)}
              onToggle={() => filters.toggleEntityType(type)}
              onOnly={() => filters.onlyEntityType(type)}
            />
          ))}
        </ul>
      </section>
      <section class="legend__section" aria-labelledby="legend-relations">
        <header class="legend__head">
          <h2 id="legend-relations">{words.relations}</h2>
          <span>{ofTotal(sum(shown.relations), totals?.counts.relations)}</span>
        </header>
        <ul>
          {RELATION_TYPE_NAMES.map((type) => (
            <LegendRow
              key={type}
              sign={<RelationLine type={type} />}
              name={relationName(type)}
              description={relationDescription(type)}
              shown={shown.relations.get(type) ?? 0}
              total={relationTotals.get(type)}
              isOff={relationTypesOff.has(type)}
              onToggle={() => filters.toggleRelationType(type)}
              onOnly={() => filters.onlyRelationType(type)}
            />
          ))}
        </ul>
      </section>
      <section class="legend__section" aria-labelledby="legend-status">
        <header class="legend__head">
          <h2 id="legend-status">{words.status}</h2>
        </header>
        <Segmented label={words.status} segments={segments} selected={status} onSelect={filters.setStatus} fill />
      </section>
      <section class="legend__section" aria-label={filterMessages.value.label}>
        <div class="legend__filters">
          <YearFilter app={app} />
          <FieldFilter app={app} />
          <DocumentFilter app={app} />
        </div>
      </section>
      {screen.value === "phone" && (
        <section class="legend__section">
          <StylingChoices app={app} />
        </section>
      )}
      <section class="legend__section legend__section--last">
        {filters.isFiltering.value ? (
          <button type="button" class="text-button" onClick={() => filters.reset()}>
            {words.reset}
          </button>
        ) : (
          <p class="legend__hint">{words.hint}</p>
        )}
      </section>
    </div>
  );
}

function sum(counts: ReadonlyMap<unknown, number>): number {
  return [...counts.values()].reduce((all, count) => all + count, 0);
}

function ofTotal(shown: number, total: number | undefined): string {
  const { number } = messages.value.counts;
  return total === undefined ? number(shown) : `${number(shown)} / ${number(total)}`;
}
