/** The figures view: which indicator is looked at, for whom, and how. */
import { batch, computed, effect, signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type { Api } from "../../api.ts";
import type { ClaimFilter } from "../../../../server/contract/claim-filter.ts";
import type { EntityId, FiguresAnswer, IndicatorsAnswer } from "../../../../server/contract/index.ts";
import type { ViewSettings } from "../location.ts";
import { createResource, loadedValue } from "../resource.ts";
import type { Loaded } from "../resource.ts";
import { isSameMeasure, measuresOf, peersOf, seriesOf } from "./series.ts";
import type { Measure, Series } from "./series.ts";

/** `trend`: lines over the years. `compare`: bars of one year. `targets`: how far each target is. */
export const FIGURE_MODES = ["trend", "compare", "targets"] as const;
export type FigureMode = (typeof FIGURE_MODES)[number];

/** So many subjects are shown before the person chooses. */
const FIRST_SUBJECTS = 6;

export interface FiguresChoice {
  /** By its usual name; null takes the one that most is told of. */
  readonly indicator: string | null;
  /** Null takes the measure with most figures. */
  readonly measure: Measure | null;
  /** Null takes those with most figures. */
  readonly subjects: readonly EntityId[] | null;
  readonly mode: FigureMode;
  /** Of the map and the bars; null takes the newest of each. */
  readonly year: number | null;
}

export const FIRST_FIGURES: FiguresChoice = {
  indicator: null,
  measure: null,
  subjects: null,
  mode: "trend",
  year: null,
};

export interface Figures extends Disposable {
  readonly choice: ReadonlySignal<FiguresChoice>;
  readonly indicators: ReadonlySignal<Loaded<IndicatorsAnswer>>;
  /** The one that is shown; null while none is known. */
  readonly indicator: ReadonlySignal<string | null>;
  readonly answer: ReadonlySignal<Loaded<FiguresAnswer>>;
  readonly measures: ReadonlySignal<readonly Measure[]>;
  readonly measure: ReadonlySignal<Measure | null>;
  /** Of all subjects. */
  readonly allSeries: ReadonlySignal<readonly Series[]>;
  /** Of the chosen subjects, in the order of their choice. */
  readonly series: ReadonlySignal<readonly Series[]>;
  choose(change: Partial<FiguresChoice>): void;
  chooseIndicator(name: string): void;
  addSubject(id: EntityId): void;
  removeSubject(id: EntityId): void;
  retry(): Promise<void>;
  /** Asks, and goes on asking while what is asked for changes, until the view is left. */
  follow(): () => void;
  readonly settings: ReadonlySignal<ViewSettings>;
  restore(settings: ViewSettings): void;
}

export interface FiguresOptions {
  readonly api: Pick<Api, "indicators" | "figures">;
  readonly filter: ReadonlySignal<ClaimFilter>;
}

interface Asked {
  readonly indicator: string;
  readonly fromYear: number | null;
  readonly toYear: number | null;
  readonly documents: string[];
}

export function createFigures({ api, filter }: FiguresOptions): Figures {
  const choice = signal<FiguresChoice>(FIRST_FIGURES);
  const indicators = createResource((_: "indicators", abort) => api.indicators(abort));
  const figures = createResource((asked: string, abort) => {
    const { fromYear, toYear, ...rest } = JSON.parse(asked) as Asked;
    return api.figures({ ...rest, fromYear: fromYear ?? undefined, toYear: toYear ?? undefined }, abort);
  });

  const indicator = computed(
    () => choice.value.indicator ?? loadedValue(indicators.state.value)?.indicators[0]?.name ?? null,
  );
  const asked = computed(() => {
    if (indicator.value === null) return null;
    const { fromYear, toYear, documents } = filter.value;
    return JSON.stringify({ indicator: indicator.value, fromYear, toYear, documents: [...documents] } satisfies Asked);
  });
  const answer = computed(() => loadedValue(figures.state.value));
  const measures = computed(() => measuresOf(answer.value?.figures ?? []));
  const measure = computed(() => {
    const wanted = choice.value.measure;
    return measures.value.find((one) => wanted !== null && isSameMeasure(one, wanted)) ?? measures.value[0] ?? null;
  });
  const allSeries = computed(() =>
    answer.value === undefined || measure.value === null ? [] : seriesOf(answer.value, measure.value),
  );
  const subjects = computed(
    () => choice.value.subjects ?? (answer.value === undefined ? [] : peersOf(answer.value, FIRST_SUBJECTS)),
  );
  const series = computed(() => {
    const known = new Map(allSeries.value.map((one) => [one.subject.id, one]));
    return subjects.value.flatMap((id) => known.get(id) ?? []);
  });
  const choose = (change: Partial<FiguresChoice>) => {
    choice.value = { ...choice.peek(), ...change };
  };

  return {
    choice,
    indicators: indicators.state,
    indicator,
    answer: figures.state,
    measures,
    measure,
    allSeries,
    series,
    choose,
    chooseIndicator: (name) => choose({ indicator: name, measure: null, subjects: null, year: null }),
    addSubject: (id) => choose({ subjects: [...subjects.peek().filter((other) => other !== id), id] }),
    removeSubject: (id) => choose({ subjects: subjects.peek().filter((other) => other !== id) }),
    async retry() {
      await Promise.all([indicators.reload(), figures.reload()]);
    },
    follow() {
      void indicators.load("indicators");
      return effect(() => {
        if (asked.value !== null) void figures.load(asked.value);
      });
    },
    settings: computed(() => formatChoice(choice.value)),
    restore(settings) {
      batch(() => {
        choice.value = parseChoice(settings);
      });
    },
    [Symbol.dispose]() {
      indicators[Symbol.dispose]();
      figures[Symbol.dispose]();
    },
  };
}

function formatChoice({ indicator, measure, subjects, mode, year }: FiguresChoice): ViewSettings {
  return {
    ...(indicator === null ? {} : { i: indicator }),
    ...(measure === null ? {} : { m: `${measure.kind} ${measure.unit}` }),
    ...(subjects === null ? {} : { s: subjects.join(" ") }),
    ...(mode === "trend" ? {} : { as: mode }),
    ...(year === null ? {} : { y: String(year) }),
  };
}

function parseChoice({ i, m, s, as, y }: ViewSettings): FiguresChoice {
  const [, kind, unit = ""] = /^(level|growth|rank) (.*)$/s.exec(m ?? "") ?? [];
  const mode = FIGURE_MODES.find((one) => one === as) ?? "trend";
  return {
    indicator: i ?? null,
    measure: kind === undefined ? null : { kind: kind as Measure["kind"], unit },
    subjects: s === undefined ? null : (s.split(" ").filter((id) => id !== "") as EntityId[]),
    mode,
    year: y !== undefined && /^\d{4}$/.test(y) ? Number(y) : null,
  };
}
