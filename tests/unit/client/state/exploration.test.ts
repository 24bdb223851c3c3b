import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { createExploration } from "../../../../client/src/state/exploration.ts";
import { countNotShown, countShownNeighbors } from "../../../../client/src/state/graph.ts";
import { createHistory } from "../../../../client/src/state/history.ts";
import { createNotices } from "../../../../client/src/state/notices.ts";
import type { EntityId, NeighborsPage } from "../../../../server/contract/index.ts";
import { anyFacts, createWorld, entity, relation } from "../world.ts";
import type { Facts } from "../world.ts";

const id = (name: string) => name as EntityId;

const TOWN: Facts = {
  entities: ["浙江大学", "绍兴市", "新昌县", "天姥实验室"].map((name) => entity(name)),
  relations: [
    relation("浙江大学", "绍兴市"),
    relation("天姥实验室", "浙江大学", "CO_BUILT_WITH"),
    relation("天姥实验室", "新昌县", "LOCATED_IN"),
    relation("新昌县", "绍兴市", "PART_OF"),
  ],
};

function start(facts: Facts = TOWN) {
  const world = createWorld(facts);
  const history = createHistory();
  const notices = createNotices();
  const exploration = createExploration({ api: world.api, history, notices });
  const shown = () => ({
    entities: [...history.present.value.entities.keys()].sort(),
    relations: [...history.present.value.relations.keys()].sort(),
  });
  return { world, history, notices, exploration, shown };
}

describe("exploring", () => {
  test("shows every relation among the entities, in whatever order they came", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFacts().chain((facts) =>
          fc.record({ facts: fc.constant(facts), order: fc.shuffledSubarray(facts.entities.map((one) => one.id)) }),
        ),
        async ({ facts, order }) => {
          const { exploration, shown } = start(facts);
          for (const [at, one] of order.entries()) {
            if (at % 2 === 0 || at === 0) await exploration.add([one]);
            else await exploration.expand(order[at - 1]!, [one]);
          }
          expect(shown()).toEqual({
            entities: order.toSorted(),
            relations: facts.relations
              .filter(({ from, to }) => order.includes(from) && order.includes(to))
              .map((one) => one.id)
              .sort(),
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  test("completes the relations between what two commands brought at the same time", async () => {
    const { exploration, shown } = start();
    await Promise.all([exploration.add([id("浙江大学")]), exploration.add([id("绍兴市")])]);
    expect(shown().relations).toEqual(["浙江大学-PARTNERS_WITH-绍兴市"]);
  });

  test("collapsing what was expanded is as if it had not been", async () => {
    const { exploration, shown } = start();
    await exploration.add([id("浙江大学")]);
    const before = shown();
    await exploration.expand(id("浙江大学"), [id("绍兴市"), id("天姥实验室")], { type: "Region" });
    expect(exploration.canCollapse(id("浙江大学"))).toBe(true);
    exploration.collapse(id("浙江大学"));
    expect(shown()).toEqual(before);
    expect(exploration.canCollapse(id("浙江大学"))).toBe(false);
  });

  test("repeated expansion brings each neighbour once, the badge counts down to nothing, and collapsing gives the graph back", async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts(), fc.integer({ min: 1, max: 4 }), async (facts, pageSize) => {
        const { world, history, exploration, shown } = start(facts);
        const source = facts.entities[0]!.id;
        await exploration.add([source]);
        const before = shown();
        const { totals } = await world.api.neighborTotals([source]);
        const notShown = () => {
          const graph = history.present.peek();
          const around = countShownNeighbors(graph).get(source) ?? 0;
          return countNotShown(graph, source, totals[0]!.neighbors, around);
        };
        const others = new Set(
          facts.relations
            .filter(({ from, to }) => from === source || to === source)
            .map(({ from, to }) => (from === source ? to : from)),
        );
        // Twice over all pages: what is there already comes no second time.
        for (let round = 0; round < 2; round += 1) {
          for (let cursor: string | null | undefined; cursor !== null;) {
            const page: NeighborsPage = await world.api.neighbors(source, { limit: pageSize, cursor });
            await exploration.expand(
              source,
              page.entities.map((one) => one.id),
            );
            expect(notShown()).toBe([...others].filter((one) => !history.present.peek().entities.has(one)).length);
            cursor = page.cursor;
          }
        }
        expect(shown().entities).toEqual([...new Set([source, ...others])].toSorted());
        expect(notShown()).toBe(0);
        exploration.collapse(source);
        expect(shown()).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  test("names the steps", async () => {
    const { exploration, history } = start();
    await exploration.add([id("浙江大学")], { query: "浙大", match: "alias" });
    await exploration.expand(id("浙江大学"), [id("天姥实验室")], { relation: "CO_BUILT_WITH", type: "Laboratory" });
    expect(history.steps.value.map(({ step }) => step)).toEqual([
      {
        id: 2,
        kind: "expand",
        names: ["浙江大学"],
        count: 1,
        relation: "CO_BUILT_WITH",
        type: "Laboratory",
        added: { entities: 1, relations: 1 },
        removed: { entities: 0, relations: 0 },
      },
      {
        id: 1,
        kind: "add",
        names: ["浙江大学"],
        count: 1,
        search: { query: "浙大", match: "alias" },
        added: { entities: 1, relations: 0 },
        removed: { entities: 0, relations: 0 },
      },
    ]);
  });

  test("makes no step of adding what is there", async () => {
    const { exploration, history } = start();
    await exploration.add([id("浙江大学")]);
    await exploration.add([id("浙江大学")]);
    expect(history.steps.value).toHaveLength(1);
  });

  test("says what failed, changes nothing, and goes on", async () => {
    const { world, exploration, notices, shown } = start();
    world.failNext();
    expect(await exploration.add([id("浙江大学")])).toBe(false);
    expect(shown().entities).toEqual([]);
    expect(notices.list.value).toEqual([{ id: 1, kind: "error", code: "store_unavailable" }]);
    expect(await exploration.add([id("浙江大学")])).toBe(true);
    expect(exploration.isBusy.value).toBe(false);
  });

  test("opens a link in place of what was there, and tells what is gone", async () => {
    const { exploration, shown, history } = start();
    await exploration.add([id("天姥实验室")]);
    const places = new Map([[id("浙江大学"), { x: 5, y: 6 }]]);
    const missing = await exploration.open([id("浙江大学"), id("绍兴市"), id("旧校")], places, [id("绍兴市")]);
    expect(missing).toEqual(["旧校"]);
    expect(shown().entities).toEqual(["浙江大学", "绍兴市"]);
    expect(history.present.value.positions).toEqual(places);
    expect([...history.present.value.hidden]).toEqual(["绍兴市"]);
    history.undo();
    expect(shown().entities).toEqual(["天姥实验室"]);
  });

  test("moves by hand as a step and lays out without one", async () => {
    const { exploration, history } = start();
    await exploration.add([id("浙江大学")]);
    exploration.place(new Map([[id("浙江大学"), { x: 1, y: 1 }]]));
    exploration.move(new Map([[id("浙江大学"), { x: 9, y: 9 }]]));
    expect(history.steps.value.map(({ step }) => step.kind)).toEqual(["move", "add"]);
    history.undo();
    expect(history.present.value.positions.get(id("浙江大学"))).toEqual({ x: 1, y: 1 });
  });
});
