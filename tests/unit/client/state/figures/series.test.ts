import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { measuresOf, peersOf, runsOf, seriesOf, targetGaps } from "../../../../../client/src/state/figures/series.ts";
import { OBSERVATION_KINDS } from "../../../../../server/contract/index.ts";
import type {
  Document,
  DocumentId,
  Entity,
  EntityId,
  FiguresAnswer,
  Observation,
  SourcedFigure,
} from "../../../../../server/contract/index.ts";

type Told = readonly [
  subject: string,
  year: number | null,
  value: number,
  kind?: Observation["kind"],
  unit?: string,
  document?: string,
];

function figure(
  [subject, year, value, kind = "level", unit = "%", document = "2023"]: Told,
  index: number,
): SourcedFigure {
  return {
    observation: {
      id: `o${index}`,
      subjectId: subject,
      indicator: "研发投入强度",
      value,
      unit,
      year,
      kind,
      passageId: `p${index}`,
    },
    passage: { id: `p${index}`, documentId: document, kind: "sentence", index, begin: 0, end: 1, text: "" },
    documentId: document,
  } as unknown as SourcedFigure;
}

/** Documents are named by their dates. */
function answerOf(told: readonly Told[]): FiguresAnswer {
  const figures = told.map(figure);
  return {
    indicator: "研发投入强度",
    figures,
    subjects: [...new Set(told.map(([subject]) => subject))].map((id) => ({ id, name: id }) as unknown as Entity),
    documents: [...new Set(figures.map(({ documentId }) => documentId))].map(
      (id) => ({ id, date: id }) as unknown as Document,
    ),
    total: figures.length,
    truncated: false,
  };
}

const LEVEL = { unit: "%", kind: "level" } as const;

describe("series", () => {
  test("never hold two units or kinds; targets of the unit stand beside levels", () => {
    const answer = answerOf([
      ["a", 2022, 2.98],
      ["a", 2022, 6, "rank", "位"],
      ["a", 2022, 0.1, "growth"],
      ["a", 2023, 3.1, "target"],
      ["a", 2022, 100, "level", "亿元"],
    ]);
    const [series] = seriesOf(answer, LEVEL);
    expect(series?.points.map(({ year, value }) => [year, value])).toEqual([[2022, 2.98]]);
    expect(series?.targets.map(({ year, value }) => [year, value])).toEqual([[2023, 3.1]]);
    expect(seriesOf(answer, { unit: "位", kind: "rank" })[0]?.targets).toEqual([]);
  });

  test("where documents differ on a year, the newest one's value is drawn and all are kept", () => {
    const [series] = seriesOf(
      answerOf([
        ["a", 2022, 2.9, "level", "%", "2022"],
        ["a", 2022, 2.98, "level", "%", "2024"],
      ]),
      LEVEL,
    );
    expect(series?.points).toHaveLength(1);
    expect(series?.points[0]).toMatchObject({ year: 2022, value: 2.98 });
    expect(series?.points[0]?.figures.map(({ observation }) => observation.value)).toEqual([2.98, 2.9]);
  });

  test("every figure is in the series of exactly one measure, or is a target of one", () => {
    const told = fc.tuple(
      fc.constantFrom("a", "b", "c"),
      fc.option(fc.integer({ min: 2015, max: 2025 })),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(...OBSERVATION_KINDS),
      fc.constantFrom("%", "家"),
    );
    fc.assert(
      fc.property(fc.array(told, { maxLength: 30 }), (all) => {
        const answer = answerOf(all);
        const seen = measuresOf(answer.figures).flatMap((measure) =>
          seriesOf(answer, measure).flatMap(({ points, targets, undated }) => [
            ...[...points, ...targets].flatMap((point) => point.figures),
            ...undated,
          ]),
        );
        expect(seen.map(({ observation }) => observation.id).toSorted()).toEqual(
          answer.figures.map(({ observation }) => observation.id).toSorted(),
        );
      }),
    );
  });
});

test("a line is whole only over years that follow one another", () => {
  const points = [2016, 2017, 2019, 2021, 2022].map((year) => ({ year, value: 1, figures: [] }));
  expect(runsOf(points).map((run) => run.map(({ year }) => year))).toEqual([[2016, 2017], [2019], [2021, 2022]]);
  expect(runsOf([])).toEqual([]);
});

describe("distance to a target", () => {
  const gapsOf = (told: readonly Told[]) =>
    targetGaps(seriesOf(answerOf(told), LEVEL)).map(({ target, reached, difference }) => [
      target.value,
      reached?.value,
      difference,
    ]);

  test("is measured from the newest level up to the year of the target, without noise of fractions", () => {
    expect(
      gapsOf([
        ["a", 2021, 2.8],
        ["a", 2022, 2.98],
        ["a", 2024, 3.3],
        ["a", 2023, 3.1, "target"],
      ]),
    ).toEqual([[3.1, 2.98, -0.12]]);
  });

  test("is not known where the documents have no level until then", () => {
    expect(
      gapsOf([
        ["a", 2024, 3.3],
        ["a", 2023, 3.1, "target"],
      ]),
    ).toEqual([[3.1, undefined, undefined]]);
  });
});

test("the first subjects are those that most is told of", () => {
  const answer = answerOf([
    ["a", 2021, 1],
    ["b", 2021, 1],
    ["b", 2022, 1],
    ["c", 2021, 1],
  ]);
  expect(peersOf(answer, 2)).toEqual(["b" as EntityId, "a" as EntityId]);
  expect(new Set(answer.documents.map(({ id }) => id))).toEqual(new Set(["2023" as DocumentId]));
});
