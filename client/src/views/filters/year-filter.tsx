/** Years of what the sentences say: a bar for each, with its plans dashed, and a span to choose. */
import { useRef } from "preact/hooks";

import type { Facets } from "../../../../server/contract/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Button, classNames, pauseIcon, playIcon } from "../../ui/index.ts";
import { FilterButton } from "./filter-button.tsx";
import { Waiting } from "./waiting.tsx";
import { filterMessages } from "./messages.ts";

export function YearFilter({ app }: { readonly app: AppState }) {
  const words = filterMessages.value;
  return (
    <FilterButton
      name={words.years}
      value={yearsText(app)}
      onClear={() => app.filters.setYears(null, null)}
      onOpen={() => void app.facets.load("facets")}
    >
      <Waiting state={app.facets.state.value} onRetry={() => void app.facets.load("facets")}>
        {(facets) => <Years app={app} facets={facets} />}
      </Waiting>
    </FilterButton>
  );
}

export function yearsText(app: AppState): string | undefined {
  const words = filterMessages.value;
  const { fromYear, toYear } = app.filters.values.value;
  if (fromYear !== null && toYear !== null) {
    return fromYear === toYear ? String(fromYear) : words.yearsSpan(String(fromYear), String(toYear));
  }
  if (fromYear !== null) return words.yearsFrom(String(fromYear));
  return toYear === null ? undefined : words.yearsTo(String(toYear));
}

function Years({ app, facets }: { readonly app: AppState; readonly facets: Facets }) {
  const words = filterMessages.value;
  const { fromYear, toYear } = app.filters.values.value;
  const drag = useRef<number | null>(null);
  if (facets.years.length === 0) return <p class="filter-popover__note">{words.noYears}</p>;
  const years = allYears(facets);
  const most = Math.max(1, ...years.map(({ existing, planned }) => existing + planned));
  const isIn = (year: number) => (fromYear === null || year >= fromYear) && (toYear === null || year <= toYear);
  const choose = (from: number, to: number) => app.filters.setYears(Math.min(from, to), Math.max(from, to));
  return (
    <div class="year-filter">
      <p class="filter-popover__note">{words.histogram}</p>
      <div class="year-filter__bars" role="group" aria-label={words.histogram}>
        {years.map(({ year, existing, planned }) => (
          <button
            key={year}
            type="button"
            class={classNames("year-filter__year", isIn(year) && "year-filter__year--in")}
            aria-pressed={isIn(year) && (fromYear !== null || toYear !== null)}
            aria-label={words.bar(String(year), existing + planned, planned)}
            data-tip={words.bar(String(year), existing + planned, planned)}
            onPointerDown={() => {
              drag.current = year;
            }}
            onPointerEnter={(event) => {
              if (drag.current !== null && event.buttons === 1) choose(drag.current, year);
            }}
            onClick={() => {
              if (drag.current === null || drag.current === year) choose(year, year);
              drag.current = null;
            }}
          >
            <span class="year-filter__bar year-filter__bar--planned" style={{ height: `${(planned / most) * 72}px` }} />
            <span class="year-filter__bar" style={{ height: `${(existing / most) * 72}px` }} />
          </button>
        ))}
      </div>
      <div class="year-filter__ends" aria-hidden="true">
        <span>{years[0]?.year}</span>
        <span>{years.at(-1)?.year}</span>
      </div>
      <div class="year-filter__span">
        <YearSelect
          label={words.from}
          years={years}
          value={fromYear}
          onValue={(year) =>
            app.filters.setYears(year, year !== null && toYear !== null && year > toYear ? year : toYear)
          }
        />
        <YearSelect
          label={words.to}
          years={years}
          value={toYear}
          onValue={(year) =>
            app.filters.setYears(year !== null && fromYear !== null && year < fromYear ? year : fromYear, year)
          }
        />
        <PlayButton app={app} facets={facets} />
        <Button
          size="small"
          disabled={fromYear === null && toYear === null}
          onClick={() => app.filters.setYears(null, null)}
        >
          {words.clear}
        </Button>
      </div>
      {facets.undated > 0 && <p class="filter-popover__note">{words.undated(facets.undated)}</p>}
    </div>
  );
}

/** What the documents had said by each year, one after the other. */
function PlayButton({ app, facets }: { readonly app: AppState; readonly facets: Facets }) {
  const words = filterMessages.value;
  const { playback } = app;
  const isPlaying = playback.isPlaying.value;
  return (
    <Button
      size="small"
      icon={isPlaying ? pauseIcon : playIcon}
      onClick={() => (isPlaying ? playback.pause() : playback.play(facets.years.map(({ year }) => year)))}
    >
      {isPlaying ? words.pause : words.play}
    </Button>
  );
}

interface YearSelectProps {
  readonly label: string;
  readonly years: readonly { readonly year: number }[];
  readonly value: number | null;
  readonly onValue: (year: number | null) => void;
}

function YearSelect({ label, years, value, onValue }: YearSelectProps) {
  const known = years.some(({ year }) => year === value);
  return (
    <label class="year-filter__select">
      <span>{label}</span>
      <select
        value={value === null ? "" : String(value)}
        onChange={(event) => onValue(event.currentTarget.value === "" ? null : Number(event.currentTarget.value))}
      >
        <option value="">{filterMessages.value.anyYear}</option>
        {value !== null && !known && <option value={String(value)}>{value}</option>}
        {years.map(({ year }) => (
          <option key={year} value={String(year)}>
            {year}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Years between the first and the last, those without a relation too: a gap is to be seen. */
function allYears({ years }: Facets): Facets["years"] {
  const [first, last] = [years[0]!.year, years.at(-1)!.year];
  const known = new Map(years.map((entry) => [entry.year, entry]));
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const year = first + at;
    return known.get(year) ?? { year, existing: 0, planned: 0 };
  });
}
