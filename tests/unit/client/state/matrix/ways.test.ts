/** What can join two types follows from the ontology. */
import { describe, expect, test } from "vitest";

import { findWay, waysBetween } from "../../../../../client/src/state/matrix/ways.ts";
import { ENTITY_TYPE_NAMES, canRelate } from "../../../../../server/contract/ontology.ts";

const PAIRS = ENTITY_TYPE_NAMES.flatMap((rows) => ENTITY_TYPE_NAMES.map((columns) => [rows, columns] as const));

describe("ways between two types", () => {
  test("there is one for every pair, and each has an id of its own", () => {
    for (const [rows, columns] of PAIRS) {
      const ids = waysBetween(rows, columns).map(({ id }) => id);
      expect(ids.length, `${rows} ${columns}`).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test("no way uses a relation that there cannot be", () => {
    for (const [rows, columns] of PAIRS) {
      for (const { direct, through, near, far } of waysBetween(rows, columns)) {
        for (const type of direct) expect(canRelate(type, rows, columns) || canRelate(type, columns, rows)).toBe(true);
        for (const body of through) {
          expect(near.some((type) => canRelate(type, body, rows) || canRelate(type, rows, body))).toBe(true);
          expect(far.some((type) => canRelate(type, body, columns) || canRelate(type, columns, body))).toBe(true);
        }
      }
    }
  });

  test("universities and districts: cooperation and what was built together, not where a university stands", () => {
    const [any] = waysBetween("University", "Region");
    expect(any).toEqual({
      id: "any",
      kind: "any",
      direct: ["CO_BUILT_WITH", "PARTNERS_WITH", "AFFILIATED_WITH"],
      through: ["ResearchInstitute", "Laboratory", "InnovationPlatform"],
      near: ["CO_BUILT_WITH", "AFFILIATED_WITH"],
      far: ["LOCATED_IN", "CO_BUILT_WITH"],
    });
    expect(waysBetween("University", "Region").map(({ id }) => id)).toContain("LOCATED_IN");
  });

  test("the other way round it is the same way", () => {
    const there = findWay("University", "Region", "any");
    const back = findWay("Region", "University", "any");
    expect(back).toMatchObject({ direct: there.direct, through: there.through, near: there.far, far: there.near });
  });

  test("one that is not known is the first", () => {
    expect(findWay("University", "Region", "teleport").id).toBe("any");
  });
});
