/** The brief of figures: the chart, and each value with the sentences that state it. */
import type { DocumentId } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { latestPoint } from "../../state/figures/series.ts";
import type { Series } from "../../state/figures/series.ts";
import { loadedValue } from "../../state/resource.ts";
import { figuresOf } from "../figures/figures-list.tsx";
import { measureText } from "../figures/figures-view.tsx";
import { figuresMessages } from "../figures/messages.ts";
import { valueText } from "../figures/trend-chart.tsx";
import { barsFigure } from "./bars-figure.ts";
import type { Brief, BriefGroup } from "./brief.ts";
import { briefFacts } from "./brief-facts.ts";
import type { MakeOptions } from "./canvas-brief.ts";
import { figuresQuery } from "./figures-query.ts";
import { filterWords } from "./filter-words.ts";
import { briefMessages } from "./messages.ts";
import { createSourceList } from "./sources.ts";
import { viewFigure } from "./view-figure.ts";

/** Sentences that state the same value. */
const SENTENCES = 3;

export async function figuresBrief(app: AppState, { signal }: MakeOptions): Promise<Brief> {
  const words = briefMessages.peek();
  const { figures } = app;
  const { observationKinds, inspector } = messages.peek();
  const series = figures.series.peek();
  const measure = figures.measure.peek()!;
  const documents = new Map(
    (loadedValue(figures.answer.peek())?.documents ?? []).map((document) => [document.id, document] as const),
  );
  const list = createSourceList();
  const groups = series.map((own): BriefGroup => ({
    heading: own.subject.name,
    items: figuresOf(own).map((stated) => {
      const { observation } = stated[0];
      const known = stated.flatMap(({ passage, documentId }) => {
        const document = documents.get(documentId as DocumentId);
        return document === undefined ? [] : [{ passage, document }];
      });
      const shown = known.slice(0, SENTENCES);
      const year = String(observation.year ?? inspector.undated);
      return {
        text: words.yearOf(year, valueText(observation.value, measure), observationKinds[observation.kind]),
        sources: shown.map((one) => list.number(one)).toSorted((a, b) => a - b),
        more: known.length > shown.length ? known.length : 0,
      };
    }),
  }));
  const indicator = figures.indicator.peek() ?? "";
  return {
    title: words.title(indicator),
    facts: await briefFacts(app),
    filters: [measureText(measure), figuresMessages.peek().rule, ...(await filterWords(app, signal))],
    figure: viewFigure(".trend-chart svg") ?? barsFigure(barsOf(series, figures.choice.peek().year), measure),
    groups,
    sources: list.sources,
    query: figuresQuery(series.flatMap((own) => figuresOf(own).flat())),
  };
}

/** The year that is looked at, or the newest of each. */
function barsOf(series: readonly Series[], year: number | null) {
  return series.map(({ subject, points, targets }) => ({
    name: subject.name,
    point: year === null ? latestPoint(points, null) : points.find((point) => point.year === year),
    target: latestPoint(targets, null),
  }));
}
