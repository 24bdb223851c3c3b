/**
 * From figures to what a chart draws. Two figures with different units or
 * kinds are never in one series; a target stands beside the series of its
 * indicator and unit, as a point of its own. Pure.
 */
import type {
  Entity,
  EntityId,
  FiguresAnswer,
  ObservationKind,
  SourcedFigure,
} from "../../../../server/contract/index.ts";

/** What one chart can show: all figures of one unit and kind. */
export interface Measure {
  readonly unit: string;
  readonly kind: Exclude<ObservationKind, "target">;
}

export interface Point {
  readonly year: number;
  readonly value: number;
  /** More than one where documents state different values for the year: the newest document's first. */
  readonly figures: readonly SourcedFigure[];
}

export interface Series {
  readonly subject: Entity;
  /** By year. */
  readonly points: readonly Point[];
  /** By year; of the same unit. Empty unless the measure is a level. */
  readonly targets: readonly Point[];
  readonly undated: readonly SourcedFigure[];
}

/** Measures of these figures, those with most figures first; a unit that has targets alone is a level too. */
export function measuresOf(figures: readonly SourcedFigure[]): readonly Measure[] {
  const counts = new Map<string, { measure: Measure; count: number }>();
  for (const { observation } of figures) {
    const kind = observation.kind === "target" ? "level" : observation.kind;
    const key = `${kind} ${observation.unit}`;
    const known = counts.get(key) ?? { measure: { unit: observation.unit, kind }, count: 0 };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ measure }) => measure);
}

export const isSameMeasure = (a: Measure, b: Measure) => a.unit === b.unit && a.kind === b.kind;

/** One series a subject, those with most points first. */
export function seriesOf(answer: FiguresAnswer, measure: Measure): readonly Series[] {
  const dates = new Map(answer.documents.map(({ id, date }) => [id, date ?? ""]));
  const dateOf = (figure: SourcedFigure) => dates.get(figure.documentId) ?? "";
  return answer.subjects
    .map((subject) => {
      const own = answer.figures.filter(
        ({ observation }) => observation.subjectId === subject.id && observation.unit === measure.unit,
      );
      const ofKind = own.filter(({ observation }) => observation.kind === measure.kind);
      const targets = measure.kind === "level" ? own.filter(({ observation }) => observation.kind === "target") : [];
      return {
        subject,
        points: toPoints(ofKind, dateOf),
        targets: toPoints(targets, dateOf),
        undated: [...ofKind, ...targets].filter(({ observation }) => observation.year === null),
      };
    })
    .filter(({ points, targets, undated }) => points.length + targets.length + undated.length > 0)
    .sort(
      (a, b) =>
        b.points.length - a.points.length ||
        b.targets.length - a.targets.length ||
        (a.subject.name < b.subject.name ? -1 : 1),
    );
}

function toPoints(figures: readonly SourcedFigure[], dateOf: (figure: SourcedFigure) => string): readonly Point[] {
  const byYear = new Map<number, SourcedFigure[]>();
  for (const figure of figures) {
    const { year } = figure.observation;
    if (year !== null) byYear.set(year, [...(byYear.get(year) ?? []), figure]);
  }
  return [...byYear]
    .sort(([a], [b]) => a - b)
    .map(([year, own]) => {
      const sorted = own.toSorted((a, b) => (dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : 0));
      return { year, value: sorted[0]!.observation.value, figures: sorted };
    });
}

/** The runs of points whose years follow one another; what is between two runs is not in the documents. */
export function runsOf(points: readonly Point[]): readonly (readonly Point[])[] {
  const runs: Point[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1)!.year === point.year - 1) run.push(point);
    else runs.push([point]);
  }
  return runs;
}

/** The newest point at or before a year; without a year the newest one. */
export function latestPoint(points: readonly Point[], year: number | null): Point | undefined {
  return points.findLast((point) => year === null || point.year <= year);
}

export interface TargetGap {
  readonly subject: Entity;
  readonly target: Point;
  /** Undefined where the documents have no level at or before the year of the target. */
  readonly reached: Point | undefined;
  /** Level less target, in the unit of the measure; negative while it is missed. */
  readonly difference: number | undefined;
}

/** Every target of these series with the newest level up to its year. */
export function targetGaps(series: readonly Series[]): readonly TargetGap[] {
  return series.flatMap(({ subject, points, targets }) =>
    targets.map((target) => {
      const reached = latestPoint(points, target.year);
      const difference = reached === undefined ? undefined : subtract(reached.value, target.value);
      return { subject, target, reached, difference };
    }),
  );
}

/** Without the noise of binary fractions: 3.1 - 2.98 is 0.12. */
function subtract(a: number, b: number): number {
  return Number((a - b).toPrecision(12));
}

export function peersOf(answer: FiguresAnswer, limit: number): readonly EntityId[] {
  const counts = new Map<EntityId, number>();
  for (const { observation } of answer.figures) {
    counts.set(observation.subjectId, (counts.get(observation.subjectId) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([id]) => id);
}
