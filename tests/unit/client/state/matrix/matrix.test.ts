/** The matrix's state: what it asks, what it keeps, and the address that brings it back. */
import { signal } from "@preact/signals-core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { MatrixQuestion } from "../../../../../client/src/api.ts";
import { ORDERS } from "../../../../../client/src/state/matrix/arrange-lines.ts";
import { FIRST_CHOICE, LEVELS, createMatrix } from "../../../../../client/src/state/matrix/matrix.ts";
import { waysBetween } from "../../../../../client/src/state/matrix/ways.ts";
import { createSelection } from "../../../../../client/src/state/selection.ts";
import { NO_CLAIM_FILTER } from "../../../../../server/contract/index.ts";
import type { ClaimFilter, EntityId, MatrixAnswer, MatrixRequest } from "../../../../../server/contract/index.ts";
import { ENTITY_TYPE_NAMES } from "../../../../../server/contract/ontology.ts";
import { turns } from "../../world.ts";

function start() {
  const asked: MatrixQuestion<MatrixRequest>[] = [];
  const filter = signal<ClaimFilter>(NO_CLAIM_FILTER);
  const selection = createSelection();
  const matrix = createMatrix({
    api: {
      matrix: async (request) => {
        asked.push(request);
        return { rows: [], columns: [], ties: asked.length } as unknown as MatrixAnswer;
      },
    },
    filter,
    selection,
  });
  return { asked, filter, selection, matrix };
}

const id = (text: string) => text as EntityId;

describe("the matrix", () => {
  test("asks while it is followed, and again when its question or the shared filter changes", async () => {
    const { asked, filter, matrix } = start();
    filter.value = { ...NO_CLAIM_FILTER, fromYear: 2020 };
    expect(asked).toEqual([]);
    const stop = matrix.follow();
    await turns();
    expect(asked).toMatchObject([{ rows: "University", columns: "Region", level: "county", fromYear: 2020 }]);
    filter.value = { ...NO_CLAIM_FILTER, status: "planned" };
    matrix.choose({ level: "city" });
    await turns();
    expect(asked.at(-1)).toMatchObject({ level: "city", status: "planned" });
    expect(asked.at(-1)).not.toHaveProperty("fromYear");
    const before = asked.length;
    // The order is the client's own.
    matrix.choose({ order: "name" });
    stop();
    matrix.choose({ level: "province" });
    await turns();
    expect(asked).toHaveLength(before);
  });

  test("keeps the old answer until the new one is there", async () => {
    const { matrix } = start();
    matrix.follow();
    await turns();
    matrix.choose({ level: "city" });
    expect(matrix.answer.value).toMatchObject({ status: "loading", previous: { ties: 1 } });
    await turns();
    expect(matrix.answer.value).toMatchObject({ status: "ready", value: { ties: 2 } });
  });

  test("a cell that is opened is selected everywhere", () => {
    const { matrix, selection } = start();
    matrix.openCell({ row: id("浙大"), column: id("绍兴") });
    expect([...selection.entities.value]).toEqual(["浙大", "绍兴"]);
    matrix.openCell({ row: null, column: id("新昌") });
    expect([...selection.entities.value]).toEqual(["新昌"]);
  });

  test("turned round, the open cell stays open", () => {
    const { matrix } = start();
    matrix.openCell({ row: id("浙大"), column: id("绍兴") });
    matrix.swap();
    expect(matrix.choice.value).toMatchObject({ rows: "Region", columns: "University" });
    expect(matrix.cell.value).toEqual({ row: "绍兴", column: "浙大" });
  });

  test("other types have other ways, and other levels other cells", () => {
    const { matrix } = start();
    matrix.choose({ way: "PARTNERS_WITH" });
    matrix.openCell({ row: id("浙大"), column: id("绍兴") });
    matrix.choose({ order: "similar" });
    expect(matrix.cell.value).not.toBeNull();
    matrix.choose({ level: "city" });
    expect(matrix.cell.value).toBeNull();
    matrix.choose({ columns: "Industry" });
    expect(matrix.way.value.id).toBe("any");
  });

  test("settings written into an address bring the same matrix back", () => {
    const anyChoice = fc
      .record({
        rows: fc.constantFrom(...ENTITY_TYPE_NAMES),
        columns: fc.constantFrom(...ENTITY_TYPE_NAMES),
        level: fc.constantFrom(...LEVELS),
        order: fc.constantFrom(...ORDERS),
        empty: fc.constantFrom("none" as const, "near" as const, "all" as const),
        within: fc.option(fc.string({ minLength: 1 }).map(id)),
        way: fc.nat(),
        cell: fc.option(fc.record({ row: fc.string({ minLength: 1 }), column: fc.string({ minLength: 1 }) })),
      })
      .map(({ way, cell, ...choice }) => {
        const ways = waysBetween(choice.rows, choice.columns);
        return { cell, choice: { ...choice, way: ways[way % ways.length]!.id } };
      });
    fc.assert(
      fc.property(anyChoice, ({ choice, cell }) => {
        const [one, other] = [start().matrix, start().matrix];
        one.choose(choice);
        if (cell !== null) one.openCell({ row: id(cell.row), column: id(cell.column) });
        other.restore(one.settings.value);
        expect(other.choice.value).toEqual(one.choice.value);
        expect(other.cell.value).toEqual(one.cell.value);
      }),
    );
  });

  test("as it is at first it needs no settings, and what is not known is left out", () => {
    const { matrix } = start();
    expect(matrix.settings.value).toEqual({});
    matrix.restore({ rows: "Dragon", level: "moon", way: "teleport", order: "", new: "1" });
    expect(matrix.choice.value).toEqual(FIRST_CHOICE);
  });
});
