/** The laws of the matrix on random graphs: cells add up to ties, rolling up keeps totals, status splits, nothing counts twice. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { NO_CLAIM_FILTER, ROLL_UP_LEVELS } from "../../../../../../server/contract/index.ts";
import type {
  ClaimFilter,
  Entity,
  EntityId,
  RelationId,
  RelationStatus,
  RelationType,
  RollUpLevel,
} from "../../../../../../server/contract/index.ts";
import { toTies } from "../../../../../../server/graph/reading/matrix/ties.ts";
import type { Tie } from "../../../../../../server/graph/reading/matrix/ties.ts";
import { RegionTree } from "../../../../../../server/graph/reading/matrix/region-tree.ts";
import type { MatrixSteps, StepRelation } from "../../../../../../server/graph/reading/matrix/steps.ts";
import { identityOf, lineFinder, placeTies, toTable } from "../../../../../../server/graph/reading/matrix/table.ts";
import type { Table } from "../../../../../../server/graph/reading/matrix/table.ts";

const region = (id: string, level: Entity["level"], code?: string): Entity => ({
  id: id as EntityId,
  type: "Region",
  name: id,
  aliases: [],
  ...(level === undefined ? {} : { level }),
  ...(code === undefined ? {} : { code }),
  properties: {},
  degree: 1,
});

/** Two provinces with cities and counties by code, one county whose city is only stated, and what has no place in the tree. */
const REGIONS = [
  region("浙江省", "province", "330000"),
  region("绍兴市", "city", "330600"),
  region("越城区", "county", "330602"),
  region("新昌县", "county", "330624"),
  region("嘉兴市", "city", "330400"),
  region("南湖区", "county", "330402"),
  region("江苏省", "province", "320000"),
  region("苏州市", "city", "320500"),
  region("无码县", "county"),
  region("长三角", "area"),
  region("孤县", "county"),
];
const PART_OF = [
  { part: "无码县" as EntityId, whole: "苏州市" as EntityId, evidence: 1 },
  { part: "无码县" as EntityId, whole: "长三角" as EntityId, evidence: 9 },
  { part: "苏州市" as EntityId, whole: "长三角" as EntityId, evidence: 9 },
];
const TREE = new RegionTree(REGIONS, PART_OF);
const REGION_IDS = REGIONS.map(({ id }) => id);
const UNIVERSITIES = ["浙大", "清华", "复旦"] as EntityId[];
const BODIES = ["院甲", "院乙", "院丙", "院丁"] as EntityId[];

const anyStatus = fc.constantFrom<RelationStatus>("existing", "planned");
const aStep = (type: RelationType, from: string, to: string, status: RelationStatus): StepRelation => ({
  id: `${type} ${from} ${to}` as RelationId,
  type,
  status,
  evidence: 1,
  claims: [],
});
const distinct = <T>(arbitrary: fc.Arbitrary<T>, key: (value: T) => string) =>
  fc.uniqueArray(arbitrary, { maxLength: 14, selector: key });

const anySteps: fc.Arbitrary<MatrixSteps> = fc
  .record({
    direct: distinct(
      fc.tuple(
        fc.constantFrom(...UNIVERSITIES),
        fc.constantFrom(...REGION_IDS),
        fc.constantFrom<RelationType>("PARTNERS_WITH", "CO_BUILT_WITH"),
        anyStatus,
      ),
      ([row, column, type]) => `${row} ${column} ${type}`,
    ),
    near: distinct(
      fc.tuple(
        fc.constantFrom(...BODIES),
        fc.constantFrom(...UNIVERSITIES),
        fc.constantFrom<RelationType>("CO_BUILT_WITH", "AFFILIATED_WITH"),
        anyStatus,
      ),
      ([body, end, type]) => `${body} ${end} ${type}`,
    ),
    far: distinct(
      fc.tuple(
        fc.constantFrom(...BODIES),
        fc.constantFrom(...REGION_IDS),
        fc.constantFrom<RelationType>("LOCATED_IN", "CO_BUILT_WITH"),
        anyStatus,
      ),
      ([body, end, type]) => `${body} ${end} ${type}`,
    ),
  })
  .map(({ direct, near, far }) => ({
    shape: {
      rows: "University" as const,
      columns: "Region" as const,
      direct: ["PARTNERS_WITH", "CO_BUILT_WITH"],
      through: ["ResearchInstitute"],
      near: ["CO_BUILT_WITH", "AFFILIATED_WITH"],
      far: ["LOCATED_IN", "CO_BUILT_WITH"],
    },
    direct: direct.map(([row, column, type, status]) => ({
      row,
      column,
      isForward: true,
      relation: aStep(type, row, column, status),
    })),
    near: near.map(([body, end, type, status]) => ({ body, end, relations: [aStep(type, body, end, status)] })),
    far: far.map(([body, end, type, status]) => ({ body, end, relations: [aStep(type, body, end, status)] })),
    bodies: new Map(near.map(([body]) => [body, "ResearchInstitute" as const])),
  }));

const tiesOf = (steps: MatrixSteps, filter: Partial<ClaimFilter> = {}) =>
  toTies(steps, { ...NO_CLAIM_FILTER, ...filter }, () => true, TREE).ties;

function tableOf(steps: MatrixSteps, ties: readonly Tie[], level: RollUpLevel, within?: EntityId): Table {
  const options = { shape: steps.shape, level, within, empty: "near" as const, maxRows: 100, maxColumns: 100 };
  const candidates = {
    rows: { ids: undefined, total: UNIVERSITIES.length },
    columns: { ids: REGION_IDS, total: REGION_IDS.length },
  };
  return toTable(placeTies(ties, steps.shape, lineFinder(options, TREE)), options, TREE, candidates);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("the matrix", () => {
  test("cells, rows, columns and parts each add up to the ties, at every level", () => {
    fc.assert(
      fc.property(anySteps, fc.constantFrom(...ROLL_UP_LEVELS), (steps, level) => {
        const ties = tiesOf(steps);
        const table = tableOf(steps, ties, level);
        expect(table.ties).toBe(ties.length);
        for (const key of ["ties", "planned"] as const) {
          const total = key === "ties" ? table.ties : table.planned;
          expect(sum(table.cells.map((cell) => cell[key]))).toBe(total);
          expect(sum(table.rows.map((line) => line[key]))).toBe(total);
          expect(sum(table.columns.map((line) => line[key]))).toBe(total);
        }
        for (const cell of table.cells) expect(sum(cell.parts)).toBe(cell.ties);
      }),
    );
  });

  test("rolling up moves ties and neither makes nor loses one", () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const ties = tiesOf(steps);
        const [county, city, province] = ROLL_UP_LEVELS.map((level) => tableOf(steps, ties, level));
        for (const [fine, wide, level] of [
          [county!, city!, "city"],
          [city!, province!, "province"],
        ] as const) {
          const lineOf = lineFinder({ level, within: undefined }, TREE);
          const expected = new Map<string, number>();
          for (const cell of fine.cells) {
            const row = fine.rows[cell.row]!.id;
            const column = lineOf(fine.columns[cell.column]!.id, "Region");
            expected.set(`${row} ${column}`, (expected.get(`${row} ${column}`) ?? 0) + cell.ties);
          }
          const found = wide.cells.map((cell) => [
            `${wide.rows[cell.row]!.id} ${wide.columns[cell.column]!.id}`,
            cell.ties,
          ]);
          expect(new Map(found as [string, number][])).toEqual(expected);
        }
      }),
    );
  });

  test("existing and planned ties are all ties, and none is both", () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const ids = (ties: readonly Tie[]) => ties.map((tie) => `${tie.row} ${tie.column} ${identityOf(tie, false)}`);
        const existing = ids(tiesOf(steps, { status: "existing" }));
        const planned = ids(tiesOf(steps, { status: "planned" }));
        expect([...existing, ...planned].sort()).toEqual(ids(tiesOf(steps)).sort());
      }),
    );
  });

  test("no tie counts twice: one for each relation, one for each body, row and finest place", () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const ties = tiesOf(steps);
        const direct = ties.filter(({ through }) => through === null);
        expect(direct).toHaveLength(steps.direct.length);
        const over = ties.filter(({ through }) => through !== null);
        const keys = over.map(({ row, column, through }) => `${row} ${through} ${column}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const tie of over) {
          const places = steps.far.filter(({ body }) => body === tie.through).map(({ end }) => end);
          expect(places).toContain(tie.column);
          // No place in the place that it is counted at.
          expect(places.filter((place) => place !== tie.column && TREE.isWithin(place, tie.column))).toEqual([]);
        }
        // Every body with a row and a place is somewhere.
        for (const body of BODIES) {
          const rows = new Set(steps.near.filter((step) => step.body === body).map(({ end }) => end));
          const places = steps.far.filter((step) => step.body === body).map(({ end }) => end);
          expect(over.filter(({ through }) => through === body).length).toBe(rows.size * TREE.finest(places).length);
        }
      }),
    );
  });

  test("within a region it is the same, of its own ties", () => {
    fc.assert(
      fc.property(
        anySteps,
        fc.constantFrom(...REGION_IDS),
        fc.constantFrom(...ROLL_UP_LEVELS),
        (steps, within, level) => {
          const ties = tiesOf(steps);
          const inside = ties.filter(({ column }) => TREE.isWithin(column, within));
          const table = tableOf(steps, ties, level, within);
          expect(table.ties).toBe(inside.length);
          for (const { id } of table.columns) expect(TREE.isWithin(id, within)).toBe(true);
        },
      ),
    );
  });

  test("a matrix of regions with regions is symmetric, and counts each tie once", () => {
    const anyPartners = distinct(
      fc.tuple(fc.constantFrom(...REGION_IDS), fc.constantFrom(...REGION_IDS), anyStatus).filter(([a, b]) => a !== b),
      ([a, b]) => `${a} ${b}`,
    );
    fc.assert(
      fc.property(anyPartners, fc.constantFrom(...ROLL_UP_LEVELS), (partners, level) => {
        const steps: MatrixSteps = {
          shape: { rows: "Region", columns: "Region", direct: ["PARTNERS_WITH"], through: [], near: [], far: [] },
          direct: partners.map(([row, column, status]) => ({
            row,
            column,
            isForward: true,
            relation: aStep("PARTNERS_WITH", row, column, status),
          })),
          near: [],
          far: [],
          bodies: new Map(),
        };
        const table = tableOf(steps, tiesOf(steps), level);
        expect(table.isSymmetric).toBe(true);
        expect(table.ties).toBe(partners.length);
        const named = (cell: Table["cells"][number]) => [table.rows[cell.row]!.id, table.columns[cell.column]!.id];
        const cells = new Map(table.cells.map((cell) => [named(cell).join(" "), cell.ties]));
        for (const cell of table.cells) expect(cells.get(named(cell).reverse().join(" "))).toBe(cell.ties);
        const diagonal = table.cells.filter((cell) => named(cell)[0] === named(cell)[1]);
        expect(sum(table.cells.map(({ ties }) => ties)) + sum(diagonal.map(({ ties }) => ties))).toBe(2 * table.ties);
      }),
    );
  });

  test("what the limits leave out is said", () => {
    fc.assert(
      fc.property(
        anySteps,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 3 }),
        (steps, maxRows, maxColumns) => {
          const options = { shape: steps.shape, level: "county" as const, within: undefined, empty: "none" as const };
          const ties = tiesOf(steps);
          const candidates = {
            rows: { ids: undefined, total: 3 },
            columns: { ids: REGION_IDS, total: REGION_IDS.length },
          };
          const placed = placeTies(ties, steps.shape, lineFinder(options, TREE));
          const table = toTable(placed, { ...options, maxRows, maxColumns }, TREE, candidates);
          const whole = tableOf(steps, ties, "county");
          expect(table.ties).toBe(ties.length);
          expect(sum(table.cells.map((cell) => cell.ties)) + table.cut.ties).toBe(ties.length);
          expect(table.rows.length + table.cut.rows).toBe(whole.rows.filter((line) => line.ties > 0).length);
          expect(table.columns.length + table.cut.columns + table.hidden.columns).toBe(REGION_IDS.length);
        },
      ),
    );
  });
});

describe("the tree of regions", () => {
  const line = (id: string, level: RollUpLevel) => TREE.lineOf(id as EntityId, level);

  test("goes by code, then by what is stated, and never to an area", () => {
    expect(TREE.parentOf("新昌县" as EntityId)).toBe("绍兴市");
    expect(TREE.parentOf("绍兴市" as EntityId)).toBe("浙江省");
    expect(TREE.parentOf("无码县" as EntityId)).toBe("苏州市");
    expect(TREE.parentOf("长三角" as EntityId)).toBeNull();
    expect(TREE.parentOf("孤县" as EntityId)).toBeNull();
  });

  test("rolls up as far as the level, and leaves alone what is wider", () => {
    expect(line("新昌县", "county")).toBe("新昌县");
    expect(line("新昌县", "city")).toBe("绍兴市");
    expect(line("新昌县", "province")).toBe("浙江省");
    expect(line("绍兴市", "county")).toBe("绍兴市");
    expect(line("孤县", "province")).toBe("孤县");
    expect(line("长三角", "province")).toBe("长三角");
  });

  test("takes a county that is straight below a province to it, and not beyond the level", () => {
    const tree = new RegionTree([region("湖北省", "province", "420000"), region("仙桃市", "county", "429004")], []);
    expect(tree.lineOf("仙桃市" as EntityId, "city")).toBe("仙桃市");
    expect(tree.lineOf("仙桃市" as EntityId, "province")).toBe("湖北省");
  });
});
