/** Matrix, the ties of its cells, and gap cards: what is counted, under which filter, in how few statements. */
import { describe, expect, test } from "vitest";

import { GapRequest, MatrixTiesRequest, MatrixRequest } from "../../../server/contract/index.ts";
import type { MatrixAnswer } from "../../../server/contract/index.ts";
import {
  aDocumentGraph,
  aRegion,
  aUniversity,
  anEntity,
  anInstitute,
  idOf,
  relationOf,
} from "../../support/builders.ts";
import type { FactSpec } from "../../support/builders.ts";
import type { OpenStore } from "../graph-store.ts";
import { sharedStore } from "./shared-store.ts";

const zju = aUniversity("浙江大学");
const sjtu = aUniversity("上海交通大学");
const idle = aUniversity("孤立大学");
const zhejiang = aRegion("浙江省", "province", { code: "330000" });
const shaoxing = aRegion("绍兴市", "city", { code: "330600" });
const xinchang = aRegion("新昌县", "county", { code: "330624" });
const zhuji = aRegion("诸暨市", "county", { code: "330681" });
const jiaxing = aRegion("嘉兴市", "city", { code: "330400" });
const lab = anEntity({ type: "Laboratory", name: "天姥实验室" });
const institute = anInstitute("浙江大学绍兴研究院");
const zoned = anInstitute("上海交通大学新昌研究院");
const nowhere = anInstitute("浙江大学某研究院");
const zone = anEntity({ type: "HighTechZone", name: "新昌高新区" });
const chips = anEntity({ type: "Industry", name: "集成电路" });

const partners: FactSpec = [zju, "PARTNERS_WITH", shaoxing, { date: "2021-05" }];
const plan: FactSpec = [sjtu, "PARTNERS_WITH", zhuji, { status: "planned", date: "2023" }];
const labBuilt: FactSpec = [lab, "CO_BUILT_WITH", zju, { date: "2022" }];
const labPlaced: FactSpec = [lab, "LOCATED_IN", xinchang];
const built: FactSpec = [institute, "CO_BUILT_WITH", zju];
const placed: FactSpec = [institute, "LOCATED_IN", shaoxing];

const FACTS: readonly FactSpec[] = [
  partners,
  plan,
  labBuilt,
  labPlaced,
  // The wider place is stated beside the narrower one, and the builder beside the place: still one tie.
  [lab, "LOCATED_IN", shaoxing],
  [lab, "CO_BUILT_WITH", xinchang],
  built,
  [institute, "AFFILIATED_WITH", zju],
  placed,
  [zoned, "AFFILIATED_WITH", sjtu],
  [zoned, "LOCATED_IN", zone],
  [zone, "LOCATED_IN", xinchang],
  [nowhere, "AFFILIATED_WITH", zju],
  [institute, "FOCUSES_ON", chips],
  [xinchang, "PART_OF", shaoxing],
  [zhuji, "PART_OF", shaoxing],
  [shaoxing, "PART_OF", zhejiang],
  [zju, "LOCATED_IN", zhejiang],
];

const COOPERATION = {
  rows: "University",
  columns: "Region",
  direct: "PARTNERS_WITH,CO_BUILT_WITH",
  through: "ResearchInstitute,Laboratory",
  near: "CO_BUILT_WITH,AFFILIATED_WITH",
  far: "LOCATED_IN,CO_BUILT_WITH",
};

export function specifyMatrix(open: OpenStore): void {
  const shared = sharedStore(open, () => [
    aDocumentGraph({ origin: "facts", facts: FACTS, entities: [jiaxing, idle] }),
    aDocumentGraph({ origin: "more", date: "2025", facts: [[zju, "PARTNERS_WITH", shaoxing, { date: "2025" }]] }),
  ]);
  const matrix = (request: Record<string, unknown> = {}) =>
    shared.store.matrix(MatrixRequest.parse({ ...COOPERATION, ...request }));
  const ties = (request: Record<string, unknown> = {}) =>
    shared.store.matrixTies(MatrixTiesRequest.parse({ ...COOPERATION, ...request }));

  describe("universities and counties", () => {
    test("each relation and each body counts once, at the finest place", async () => {
      const answer = await matrix();
      expect(cellsOf(answer)).toEqual({
        "浙江大学 绍兴市": "2 (0)",
        "浙江大学 新昌县": "1 (0)",
        "上海交通大学 新昌县": "1 (0)",
        "上海交通大学 诸暨市": "1 (1)",
      });
      expect(answer).toMatchObject({
        ties: 5,
        planned: 1,
        isSymmetric: false,
        cut: { rows: 0, columns: 0, ties: 0 },
        hidden: { rows: 1, columns: 2 },
        unplaced: { count: 1, entities: [{ name: "浙江大学某研究院" }] },
      });
      expect(answer.rows.map(({ entity, ties, planned }) => [entity.name, ties, planned])).toEqual([
        ["浙江大学", 3, 0],
        ["上海交通大学", 2, 1],
      ]);
      expect(answer.columns.map(({ parent }) => parent)).toContain(shaoxing.id);
      expect(answer.parents.map(({ name }) => name).sort()).toEqual(["浙江省", "绍兴市"].sort());
    });

    test("says of what kind the ties of a cell are", async () => {
      const answer = await matrix();
      const kinds = answer.kinds.map((kind) => (kind.kind === "direct" ? kind.relation : kind.type));
      expect(kinds).toEqual(["Laboratory", "PARTNERS_WITH", "ResearchInstitute"]);
      const shaoxingAt = answer.columns.findIndex(({ entity }) => entity.id === shaoxing.id);
      expect(answer.cells.find(({ column }) => column === shaoxingAt)?.parts).toEqual([0, 1, 1]);
    });

    test("rolls up to cities and provinces, with the same total", async () => {
      const city = await matrix({ level: "city" });
      expect(cellsOf(city)).toEqual({ "浙江大学 绍兴市": "3 (0)", "上海交通大学 绍兴市": "2 (1)" });
      // Only those that had ties: 新昌县 and 诸暨市, and the city itself.
      expect(city.columns.map(({ entity, parts }) => [entity.name, parts])).toEqual([
        ["绍兴市", 2],
        ["嘉兴市", 0],
      ]);
      expect(cellsOf(await matrix({ level: "province" }))).toEqual({
        "浙江大学 浙江省": "3 (0)",
        "上海交通大学 浙江省": "2 (1)",
      });
    });

    test("lines without ties: none, those beside others, or all", async () => {
      const names = ({ columns }: MatrixAnswer) => columns.map(({ entity }) => entity.name).sort();
      expect(names(await matrix({ empty: "none" }))).toEqual(["绍兴市", "新昌县", "诸暨市"].sort());
      const all = await matrix({ empty: "all" });
      expect(names(all)).toEqual(["嘉兴市", "新昌县", "浙江省", "绍兴市", "诸暨市"].sort());
      expect(all.rows.map(({ entity }) => entity.name)).toContain("孤立大学");
      expect(all.hidden).toEqual({ rows: 0, columns: 0 });
    });

    test("cuts, and says what it cut", async () => {
      const answer = await matrix({ maxRows: 1, maxColumns: 1, empty: "none" });
      expect(answer).toMatchObject({ ties: 5, cut: { rows: 1, columns: 2, ties: 4 } });
    });

    test("within a region", async () => {
      const answer = await matrix({ within: xinchang.id, level: "city" });
      expect(cellsOf(answer)).toEqual({ "浙江大学 新昌县": "1 (0)", "上海交通大学 新昌县": "1 (0)" });
    });
  });

  describe("under the shared filter", () => {
    test("status chooses ties", async () => {
      expect(cellsOf(await matrix({ status: "planned" }))).toEqual({ "上海交通大学 诸暨市": "1 (1)" });
      expect((await matrix({ status: "existing" })).ties).toBe(4);
    });

    test("years and documents look at the cooperation, not at where a body stands", async () => {
      // The laboratory's place is undated.
      expect(cellsOf(await matrix({ fromYear: 2022, toYear: 2022 }))).toEqual({ "浙江大学 新昌县": "1 (0)" });
      expect(cellsOf(await matrix({ fromYear: 2023 }))).toEqual({
        "上海交通大学 诸暨市": "1 (1)",
        "浙江大学 绍兴市": "1 (0)",
      });
      expect(cellsOf(await matrix({ documents: "document:more" }))).toEqual({ "浙江大学 绍兴市": "1 (0)" });
    });

    test("fields: what a body in between focuses on", async () => {
      expect(cellsOf(await matrix({ fields: chips.id }))).toEqual({ "浙江大学 绍兴市": "1 (0)" });
    });
  });

  test("any two types, by any relation that there can be", async () => {
    const answer = await shared.store.matrix(MatrixRequest.parse({ rows: "ResearchInstitute", columns: "Industry" }));
    expect(cellsOf(answer)).toEqual({ "浙江大学绍兴研究院 集成电路": "1 (0)" });
    const regions = await shared.store.matrix(MatrixRequest.parse({ rows: "Region", columns: "Region" }));
    expect(regions).toMatchObject({ isSymmetric: true, ties: 3 });
  });

  test("a cell is as many ties as a query counts", async () => {
    const { rows } = await shared.store.query({
      cypher: `MATCH (u:University)-[r:PARTNERS_WITH|CO_BUILT_WITH]-(c:Region) RETURN u.name AS u, c.name AS c, r.id AS tie
               UNION
               MATCH (u:University)-[:CO_BUILT_WITH|AFFILIATED_WITH]-(m)-[:LOCATED_IN|CO_BUILT_WITH]-(c:Region)
               WHERE (m:ResearchInstitute OR m:Laboratory)
                 AND NOT EXISTS { MATCH (m)-[:LOCATED_IN|CO_BUILT_WITH]-(d:Region)-[:PART_OF]->(c) }
               RETURN u.name AS u, c.name AS c, m.id AS tie
               UNION
               MATCH (u:University)-[:CO_BUILT_WITH|AFFILIATED_WITH]-(m:ResearchInstitute)-[:LOCATED_IN]->(:HighTechZone)-[:LOCATED_IN]->(c:Region)
               RETURN u.name AS u, c.name AS c, m.id AS tie`,
      parameters: {},
      maxRows: 100,
      timeoutMs: 20_000,
    });
    const counted = new Map<string, number>();
    for (const [u, c] of rows) counted.set(`${u} ${c}`, (counted.get(`${u} ${c}`) ?? 0) + 1);
    const cells = Object.entries(cellsOf(await matrix())).map(([key, text]) => [key, Number(text.split(" ")[0])]);
    expect(new Map(cells as [string, number][])).toEqual(counted);
  });

  describe("the ties of a cell", () => {
    test("each with its relations, best supported first", async () => {
      const page = await ties({ row: zju.id, column: shaoxing.id });
      expect(page.total).toBe(2);
      expect(page.ties).toEqual([
        {
          row: zju.id,
          column: shaoxing.id,
          through: institute.id,
          status: "existing",
          relations: expect.arrayContaining([relationOf(built), relationOf(placed)]),
        },
        { row: zju.id, column: shaoxing.id, through: null, status: "existing", relations: [relationOf(partners)] },
      ]);
      expect(page.entities.map(({ name }) => name).sort()).toEqual(["浙江大学", "浙江大学绍兴研究院", "绍兴市"].sort());
      expect(page.relations.map(({ id }) => id)).toContain(relationOf(partners));
    });

    test("of a rolled-up cell name the regions themselves, and pages leave none out", async () => {
      const whole = await ties({ level: "province", column: zhejiang.id });
      expect(whole.total).toBe(5);
      expect(new Set(whole.ties.map(({ column }) => column))).toEqual(new Set([shaoxing.id, xinchang.id, zhuji.id]));
      const pages = await Promise.all(
        [0, 2, 4].map((offset) => ties({ level: "province", column: zhejiang.id, offset, limit: 2 })),
      );
      expect(pages.flatMap((page) => page.ties)).toEqual(whole.ties);
    });

    test("over a zone, with the relation to the zone and that of the zone", async () => {
      const page = await ties({ row: sjtu.id, column: xinchang.id });
      expect(page.ties[0]?.relations).toHaveLength(3);
    });
  });

  describe("a gap card", () => {
    const gap = (request: Record<string, unknown>) =>
      shared.store.gap(GapRequest.parse({ ...COOPERATION, ...request }));

    test("says what the documents hold, who near has a tie, what is there, and the nearest path", async () => {
      const card = await gap({ row: zju.id, column: zhuji.id });
      expect(card).toMatchObject({ row: { name: "浙江大学" }, column: { name: "诸暨市" }, ties: 0 });
      expect(card.documents).toEqual({ total: 2, row: 2, column: 1, both: 1, latest: "2024-05" });
      expect(card.near.map(({ entity, ties, isNear, through }) => [entity.name, ties, isNear, through])).toEqual([
        ["绍兴市", 2, true, ["浙江大学绍兴研究院"]],
        ["新昌县", 1, true, ["天姥实验室"]],
      ]);
      expect(card.others.map(({ entity, planned }) => [entity.name, planned])).toEqual([["上海交通大学", 1]]);
      expect(card.present).toEqual([]);
      expect(card.paths.paths[0]?.entities.at(-1)).toBe(zhuji.id);
    });

    test("what is there already", async () => {
      const card = await gap({ row: idle.id, column: xinchang.id });
      expect(card.present.map(({ entity }) => entity.name)).toEqual(["新昌高新区", "天姥实验室"]);
      expect(card.paths.paths).toEqual([]);
    });

    test("of an entity that is not there", async () => {
      await expect(gap({ row: idOf("University", "无"), column: xinchang.id })).rejects.toMatchObject({
        code: "entity_not_found",
      });
    });
  });

  test("takes a fixed number of statements, and next to none when only the filter changes", async () => {
    await using opened = await open();
    await opened.store.write(aDocumentGraph({ facts: FACTS }));
    const request = (more: Record<string, unknown> = {}) => MatrixRequest.parse({ ...COOPERATION, ...more });
    const statements = async (work: () => Promise<unknown>) => {
      const before = opened.statementCount();
      await work();
      return opened.statementCount() - before;
    };
    expect(await statements(() => opened.store.matrix(request()))).toBeLessThanOrEqual(14);
    expect(await statements(() => opened.store.matrix(request({ status: "planned" })))).toBeLessThanOrEqual(4);
    expect(await statements(() => opened.store.matrix(request({ level: "city" })))).toBeLessThanOrEqual(4);
    // A write makes it be read anew.
    await opened.store.write(aDocumentGraph({ origin: "new", facts: [[idle, "PARTNERS_WITH", xinchang]] }));
    expect(cellsOf(await opened.store.matrix(request()))).toHaveProperty("孤立大学 新昌县");
  });
}

/** `ties (planned)` by the names of row and column. */
function cellsOf({ rows, columns, cells }: MatrixAnswer): Record<string, string> {
  return Object.fromEntries(
    cells.map(({ row, column, ties, planned }) => [
      `${rows[row]?.entity.name} ${columns[column]?.entity.name}`,
      `${ties} (${planned})`,
    ]),
  );
}
