/** Paths: what is asked for two and for several, and the address that brings them back. */
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";

import { locale } from "../../../../client/src/i18n/index.ts";
import { HUB_DEGREES, MAX_ENDS, createPaths } from "../../../../client/src/state/paths.ts";
import { pathSentence } from "../../../../client/src/views/paths/path-sentence.ts";
import type { CommonAnswer, EntityId, PathsAnswer } from "../../../../server/contract/index.ts";
import { RELATION_TYPE_NAMES } from "../../../../server/contract/ontology.ts";
import { entity, relation, turns } from "../world.ts";

const id = (text: string) => text as EntityId;

function start() {
  const asked: Record<string, unknown>[] = [];
  const paths = createPaths({
    api: {
      paths: async (request) => {
        asked.push(request);
        return { paths: [], entities: [], relations: [], leftOut: [], truncated: false } satisfies PathsAnswer;
      },
      common: async (request) => {
        asked.push(request);
        return { shared: [], entities: [], relations: [], leftOut: [], total: 0 } satisfies CommonAnswer;
      },
    },
  });
  return { asked, paths };
}

describe("paths", () => {
  test("of fewer than two there is nothing to ask", async () => {
    const { asked, paths } = start();
    paths.open([id("浙大")]);
    paths.open([id("浙大"), id("浙大")]);
    await turns();
    expect(asked).toEqual([]);
    expect(paths.isOpen.value).toBe(false);
  });

  test("between every two of several, with what all of them share; hubs are left out at first", async () => {
    const { asked, paths } = start();
    paths.open([id("a"), id("b"), id("c")]);
    await turns();
    expect(asked.map(({ from, to, ids }) => ids ?? [from, to])).toEqual([
      ["a", "b", "c"],
      ["a", "b"],
      ["a", "c"],
      ["b", "c"],
    ]);
    expect(asked.every(({ maxDegree, relations }) => maxDegree === 100 && relations === undefined)).toBe(true);
    expect(paths.found.value).toMatchObject({ status: "ready", value: { pairs: { length: 3 } } });
  });

  test("over some relations alone, and without what was left out by hand until other ends are chosen", async () => {
    const { asked, paths } = start();
    paths.open([id("a"), id("b")]);
    paths.choose({ relationsOff: ["LOCATED_IN"], without: [id("浙江省")], maxDegree: null });
    await turns();
    expect(asked.at(-1)).toMatchObject({
      without: ["浙江省"],
      relations: RELATION_TYPE_NAMES.filter((type) => type !== "LOCATED_IN"),
      maxDegree: undefined,
    });
    paths.open([id("a"), id("c")]);
    expect(paths.choice.value.without).toEqual([]);
  });

  test("closed, they are no part of the address; open, the address brings them back", () => {
    expect(start().paths.settings.value).toEqual({});
    const anyId = fc.oneof(fc.stringMatching(/^[a-z0-9-]{1,10}$/), fc.constantFrom("a,b", "100%", "县")).map(id);
    const anyChoice = fc.record({
      ends: fc.uniqueArray(anyId, { minLength: 2, maxLength: MAX_ENDS }),
      order: fc.constantFrom("short" as const, "supported" as const),
      maxLength: fc.integer({ min: 1, max: 6 }),
      maxDegree: fc.constantFrom(...HUB_DEGREES),
      without: fc.uniqueArray(anyId, { maxLength: 3 }),
      relationsOff: fc.subarray([...RELATION_TYPE_NAMES]),
      reach: fc.constantFrom(1 as const, 2 as const),
    });
    fc.assert(
      fc.property(anyChoice, (choice) => {
        const [one, other] = [start().paths, start().paths];
        one.choose(choice);
        other.restore(one.settings.value);
        expect(other.choice.value).toEqual(one.choice.value);
      }),
    );
  });
});

describe("a path as a sentence", () => {
  afterEach(() => {
    locale.value = "zh-CN";
  });
  const entities = new Map(["研究院", "浙大", "绍兴"].map((name) => [id(name), entity(name)]));
  const steps = [
    relation("研究院", "浙大", "CO_BUILT_WITH"),
    relation("研究院", "绍兴", "LOCATED_IN", { status: "planned" }),
  ];

  test("says each relation in its own direction, whichever way the path goes, and what is planned", () => {
    expect(pathSentence(steps, entities)).toBe("研究院由浙大共建；研究院位于绍兴（规划）。");
    locale.value = "en";
    expect(pathSentence(steps, entities)).toBe("研究院 was co-built with 浙大; 研究院 is in 绍兴 (planned).");
  });

  test("there is a clause for every type of relation", () => {
    for (const type of RELATION_TYPE_NAMES) {
      expect(pathSentence([relation("浙大", "绍兴", type)], entities)).toMatch(/^浙大.*绍兴.*。$/);
    }
  });
});
