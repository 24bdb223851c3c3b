/** Orders of a matrix: nothing is lost by ordering, groups stay together, and similar lines come together. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { ORDERS, arrangeMatrix } from "../../../../../client/src/state/matrix/arrange-lines.ts";
import { similarityScores } from "../../../../../client/src/state/matrix/similarity.ts";
import type { Entity, EntityId, MatrixAnswer, MatrixLine, RegionLevel } from "../../../../../server/contract/index.ts";
import { entity } from "../../world.ts";

const line = (of: Entity, parent: string | null = null): MatrixLine => ({
  entity: of,
  ties: 0,
  planned: 0,
  parent: parent as EntityId | null,
  parts: 0,
});

/** `links[row][column]`; columns are counties of two cities, and the first city itself. */
function answerOf(links: readonly (readonly number[])[]): MatrixAnswer {
  const region = (name: string, level: RegionLevel) => entity(name, "Region", { level });
  const columns = [
    line(region("绍兴市", "city"), "浙江省"),
    line(region("新昌县", "county"), "绍兴市"),
    line(region("诸暨市", "county"), "绍兴市"),
    line(region("海宁市", "county"), "嘉兴市"),
    line(region("长三角", "area")),
  ];
  const rows = links.map((_, at) => line(entity(`大学${at}`)));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    rows: rows.map((row, at) => ({ ...row, ties: sum(links[at]!) })),
    columns: columns.map((column, at) => ({ ...column, ties: sum(links.map((own) => own[at] ?? 0)) })),
    cells: links.flatMap((own, row) =>
      own.flatMap((ties, column) => (ties === 0 ? [] : [{ row, column, ties, planned: 0, parts: [ties] }])),
    ),
    kinds: [{ kind: "direct", relation: "PARTNERS_WITH" }],
    parents: [region("嘉兴市", "city"), region("浙江省", "province"), region("绍兴市", "city")],
    ties: sum(links.map(sum)),
    planned: 0,
    isSymmetric: false,
    cut: { rows: 0, columns: 0, ties: 0 },
    hidden: { rows: 0, columns: 0 },
    unplaced: { count: 0, entities: [] },
  };
}

const anyLinks = fc.array(fc.array(fc.nat(4), { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 7 });
const names = (lines: readonly { readonly entity: Entity }[]) => lines.map((own) => own.entity.name);

describe("an arranged matrix", () => {
  test("has every line and every cell of the answer, in any order", () => {
    fc.assert(
      fc.property(anyLinks, fc.constantFrom(...ORDERS), (links, order) => {
        const answer = answerOf(links);
        const { rows, columns, cellAt } = arrangeMatrix(answer, order, "county");
        expect(names(rows).sort()).toEqual(names(answer.rows).sort());
        expect(names(columns).sort()).toEqual(names(answer.columns).sort());
        for (const row of rows) {
          for (const column of columns) expect(cellAt(row, column)?.ties ?? 0).toBe(links[row.at]![column.at]);
        }
      }),
    );
  });

  test("keeps the columns of a city together, the city itself first, and adds them up", () => {
    fc.assert(
      fc.property(anyLinks, fc.constantFrom(...ORDERS), (links, order) => {
        const { groups } = arrangeMatrix(answerOf(links), order, "county");
        const byParent = new Map(groups.map((group) => [group.parent?.name, group]));
        expect(names(byParent.get("绍兴市")!.lines)[0]).toBe("绍兴市");
        expect(byParent.get("绍兴市")!.lines.map(({ isOwn }) => isOwn)).toEqual([true, false, false]);
        expect(names(byParent.get("嘉兴市")!.lines)).toEqual(["海宁市"]);
        // What lies in no region of its own comes last.
        expect(groups.at(-1)?.parent).toBeNull();
        for (const group of groups) {
          expect(group.ties).toBe(group.lines.reduce((sum, { ties }) => sum + ties, 0));
        }
      }),
    );
  });

  test("by ties: most first; by name: by pinyin", () => {
    const links = [
      [0, 1, 0, 0, 0],
      [1, 0, 5, 0, 0],
    ];
    expect(names(arrangeMatrix(answerOf(links), "ties", "county").rows)).toEqual(["大学1", "大学0"]);
    expect(names(arrangeMatrix(answerOf(links), "ties", "county").groups[0]!.lines)).toEqual([
      "绍兴市",
      "诸暨市",
      "新昌县",
    ]);
    expect(names(arrangeMatrix(answerOf(links), "name", "county").groups[1]!.lines)).toEqual([
      "绍兴市",
      "新昌县",
      "诸暨市",
    ]);
  });

  test("rolled up to cities, the province heads their group", () => {
    const { groups } = arrangeMatrix(answerOf([[1, 0, 0, 0, 0]]), "ties", "city");
    expect(groups.find(({ lines }) => names(lines).includes("绍兴市"))?.parent?.name).toBe("浙江省");
  });
});

describe("similarity", () => {
  test("brings together what is linked to the same others, whatever the order it came in", () => {
    const blocks = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(blocks, (order) => {
        // Rows 0-2 share columns 0 and 1, rows 3-5 columns 2 and 3; one link joins the two blocks.
        const block = [
          [3, 2, 0, 0, 0],
          [2, 3, 0, 0, 0],
          [3, 3, 1, 0, 0],
          [0, 0, 3, 2, 0],
          [0, 0, 2, 3, 0],
          [0, 0, 3, 3, 0],
        ];
        const { rows } = similarityScores(answerOf(order.map((at) => block[at]!)));
        const sorted = order.map((at, place) => ({ at, score: rows[place]! })).sort((a, b) => a.score - b.score);
        const first = sorted.slice(0, 3).map(({ at }) => at);
        expect([first.sort().join(), "0,1,2", "3,4,5"]).toContain(first.sort().join());
        expect(["0,1,2", "3,4,5"]).toContain(first.sort().join());
      }),
    );
  });

  test("has no score for a line without links, and a number for every other", () => {
    fc.assert(
      fc.property(anyLinks, (links) => {
        const answer = answerOf(links);
        const { rows, columns } = similarityScores(answer);
        answer.rows.forEach(({ ties }, at) => expect(Number.isFinite(rows[at] ?? Number.NaN)).toBe(ties > 0));
        answer.columns.forEach(({ ties }, at) => expect(Number.isFinite(columns[at] ?? Number.NaN)).toBe(ties > 0));
      }),
    );
  });
});
