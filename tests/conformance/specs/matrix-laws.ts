/** The law of the matrix, asked of the store itself: its cells are the relations in the filter, at every level. */
import fc from "fast-check";
import { expect, test } from "vitest";

import { MatrixRequest, MatrixTiesRequest, ROLL_UP_LEVELS } from "../../../server/contract/index.ts";
import type { MatrixAnswer, RelationId, RelationStatus, RollUpLevel } from "../../../server/contract/index.ts";
import { aDocumentGraph, aRegion, aUniversity, relationOf } from "../../support/builders.ts";
import type { FactSpec } from "../../support/builders.ts";
import type { OpenStore } from "../graph-store.ts";

const RUNS = 6;
const TIMEOUT_MS = 240_000;

const UNIVERSITIES = ["浙江大学", "清华大学", "复旦大学"].map((name) => aUniversity(name));
const province = aRegion("浙江省", "province", { code: "330000" });
const shaoxing = aRegion("绍兴市", "city", { code: "330600" });
const xinchang = aRegion("新昌县", "county", { code: "330624" });
const jiaxing = aRegion("嘉兴市", "city", { code: "330400" });
const nanhu = aRegion("南湖区", "county", { code: "330402" });
/** In no city that the documents name. */
const lonely = aRegion("长三角", "area");
const REGIONS = [province, shaoxing, xinchang, jiaxing, nanhu, lonely];
const TREE: readonly FactSpec[] = [
  [xinchang, "PART_OF", shaoxing],
  [nanhu, "PART_OF", jiaxing],
  [shaoxing, "PART_OF", province],
  [jiaxing, "PART_OF", province],
];

const anyFact = fc
  .record({
    university: fc.constantFrom(...UNIVERSITIES),
    region: fc.constantFrom(...REGIONS),
    type: fc.constantFrom("PARTNERS_WITH" as const, "CO_BUILT_WITH" as const),
    status: fc.constantFrom<RelationStatus>("existing", "planned"),
    year: fc.option(fc.integer({ min: 2019, max: 2023 })),
  })
  .map(({ university, region, type, status, year }): FactSpec => [
    university,
    type,
    region,
    { status, date: year === null ? null : String(year) },
  ]);

const anyFilter = fc.record({
  status: fc.option(fc.constantFrom<RelationStatus>("existing", "planned"), { nil: undefined }),
  fromYear: fc.option(fc.integer({ min: 2018, max: 2022 }), { nil: undefined }),
});
type Filter = typeof anyFilter extends fc.Arbitrary<infer T> ? T : never;

/** What the filter says, counted from the documents themselves. */
function relationsIn(facts: readonly FactSpec[], { status, fromYear }: Filter): ReadonlySet<RelationId> {
  const statuses = new Map<RelationId, RelationStatus[]>();
  for (const fact of facts) {
    const { date = null, status: own = "existing" } = fact[3] ?? {};
    if (fromYear !== undefined && (date === null || Number(date) < fromYear)) continue;
    const id = relationOf(fact);
    statuses.set(id, [...(statuses.get(id) ?? []), own]);
  }
  const passing = [...statuses].filter(([, all]) => {
    const is = all.includes("existing") ? "existing" : "planned";
    return status === undefined || status === is;
  });
  return new Set(passing.map(([id]) => id));
}

const sumOf = ({ cells }: MatrixAnswer) => cells.reduce((sum, { ties }) => sum + ties, 0);

export function specifyMatrixLaws(open: OpenStore): void {
  test(
    "the sum of the cells is the relations in the filter, at every level of roll-up",
    { timeout: TIMEOUT_MS },
    async () => {
      await using opened = await open();
      const { store } = opened;
      const axes = { rows: "University", columns: "Region", direct: "PARTNERS_WITH,CO_BUILT_WITH" };
      await fc.assert(
        fc.asyncProperty(fc.array(anyFact, { maxLength: 14 }), anyFilter, async (facts, filter) => {
          await store.write(aDocumentGraph({ origin: "facts", facts: [...facts, ...TREE], entities: REGIONS }));
          const expected = relationsIn(facts, filter);
          const request = { ...axes, ...filter };
          for (const level of ROLL_UP_LEVELS) {
            const answer = await store.matrix(MatrixRequest.parse({ ...request, level, empty: "all" }));
            expect(sumOf(answer), level).toBe(expected.size);
            expect(answer.ties, level).toBe(expected.size);
            for (const lines of [answer.rows, answer.columns]) {
              expect(
                lines.reduce((sum, { ties }) => sum + ties, 0),
                level,
              ).toBe(expected.size);
            }
            await expectTiesOf(level, answer, expected);
          }
          /** Each cell opens to as many ties as it says, and together they are the relations in the filter. */
          async function expectTiesOf(level: RollUpLevel, answer: MatrixAnswer, all: ReadonlySet<RelationId>) {
            const opened: RelationId[] = [];
            for (const { row, column, ties } of answer.cells) {
              const page = await store.matrixTies(
                MatrixTiesRequest.parse({
                  ...request,
                  level,
                  row: answer.rows[row]!.entity.id,
                  column: answer.columns[column]!.entity.id,
                  limit: 100,
                }),
              );
              expect(page.total).toBe(ties);
              opened.push(...page.ties.flatMap(({ relations }) => relations));
            }
            expect(opened.toSorted()).toEqual([...all].toSorted());
          }
        }),
        { numRuns: RUNS },
      );
    },
  );
}
