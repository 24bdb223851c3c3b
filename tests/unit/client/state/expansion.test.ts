import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { createExploration } from "../../../../client/src/state/exploration.ts";
import { PAGE_SIZE, createPickList } from "../../../../client/src/state/expansion.ts";
import { createHistory } from "../../../../client/src/state/history.ts";
import { createNotices } from "../../../../client/src/state/notices.ts";
import type { EntityId } from "../../../../server/contract/index.ts";
import { createWorld, entity, relation, turns } from "../world.ts";

const HUB = "浙江大学" as EntityId;
const institutes = Array.from({ length: 60 }, (_, at) => entity(`研究院${at}`, "ResearchInstitute"));
const regions = [entity("绍兴市", "Region"), entity("新昌县", "Region")];

function start() {
  const world = createWorld({
    entities: [entity(HUB), ...institutes, ...regions],
    relations: [
      ...institutes.map(({ id }) => relation(id, HUB, "CO_BUILT_WITH")),
      ...regions.map(({ id }) => relation(HUB, id, "PARTNERS_WITH", { status: "planned", evidenceCount: 2 })),
    ],
  });
  const history = createHistory();
  const exploration = createExploration({ api: world.api, history, notices: createNotices() });
  const list = createPickList({ api: world.api, graph: history.present, exploration });
  return { world, history, exploration, list };
}

describe("the pick list", () => {
  test("says the counts first, then shows a page", async () => {
    const { list } = start();
    await list.open(HUB);
    expect(list.counts.value.map(({ relation, direction, type, count }) => [relation, direction, type, count])).toEqual(
      [
        ["CO_BUILT_WITH", "in", "ResearchInstitute", 60],
        ["PARTNERS_WITH", "out", "Region", 2],
      ],
    );
    expect(list.rows.value).toHaveLength(PAGE_SIZE);
    expect(list.total.value).toBe(62);
  });

  test("shows each neighbour once over all pages, and goes back without asking again", async () => {
    const { list, world } = start();
    await list.open(HUB);
    const seen = list.rows.value.map((row) => row.entity.id);
    while (list.hasNext.value) {
      await list.next();
      seen.push(...list.rows.value.map((row) => row.entity.id));
    }
    expect(seen).toHaveLength(62);
    expect(new Set(seen).size).toBe(62);
    const asked = world.calls.length;
    list.previous();
    list.previous();
    expect(list.page.value).toBe(0);
    expect(world.calls).toHaveLength(asked);
  });

  test("narrows to a group, keeping the counts of all", async () => {
    const { list } = start();
    await list.open(HUB);
    await list.choose({ relation: "PARTNERS_WITH", type: "Region" });
    expect(list.rows.value.map((row) => [row.entity.name, row.evidence, row.isPlanned])).toEqual([
      ["绍兴市", 2, true],
      ["新昌县", 2, true],
    ]);
    expect(list.total.value).toBe(2);
    expect(list.counts.value).toHaveLength(2);
  });

  test("adds what was picked over several pages, as one step, and closes", async () => {
    const { list, exploration, history } = start();
    await exploration.add([HUB]);
    await list.open(HUB);
    list.toggle(list.rows.value[0]!.entity.id);
    await list.next();
    list.toggle(list.rows.value[3]!.entity.id);
    await list.add();
    expect(list.source.value).toBeNull();
    expect([...history.present.value.entities.keys()]).toEqual([HUB, "研究院0", "研究院28"]);
    expect(history.steps.value).toHaveLength(2);
  });

  test("adds the page when nothing is picked", async () => {
    const { list, exploration, history } = start();
    await exploration.add([HUB]);
    await list.open(HUB);
    await list.add();
    expect(history.present.value.entities.size).toBe(1 + PAGE_SIZE);
  });

  test("knows what is on the canvas and does not pick it", async () => {
    const { list, exploration } = start();
    await exploration.add([HUB, "研究院0" as EntityId]);
    await list.open(HUB);
    expect(list.rows.value[0]!.isOnCanvas).toBe(true);
    list.toggle("研究院0" as EntityId);
    list.pickPage();
    expect(list.picked.value.has("研究院0" as EntityId)).toBe(false);
    expect(list.picked.value.size).toBe(PAGE_SIZE - 1);
  });

  test("picks all of a group over all its pages", async () => {
    const { list } = start();
    await list.open(HUB, { relation: "CO_BUILT_WITH" });
    await list.pickAll();
    expect(list.picked.value.size).toBe(60);
    list.unpickAll();
    expect(list.picked.value.size).toBe(0);
  });

  test("drops the answer for a list that was closed meanwhile", async () => {
    const { list, world } = start();
    world.hold();
    const opening = list.open(HUB);
    list.close();
    await world.letGo();
    await opening;
    expect(list.rows.value).toEqual([]);
    expect(list.isLoading.value).toBe(false);
  });

  test("drops the answer of the group before", async () => {
    const { list, world } = start();
    await list.open(HUB);
    world.hold();
    const first = list.choose({ type: "ResearchInstitute" });
    const second = list.choose({ type: "Region" });
    await world.letGo([1, 0]);
    await Promise.all([first, second]);
    expect(list.rows.value.map((row) => row.entity.type)).toEqual(["Region", "Region"]);
  });

  test("says what failed and can try again", async () => {
    const { list, world } = start();
    world.failNext();
    await list.open(HUB);
    expect(list.error.value?.code).toBe("store_unavailable");
    await list.retry();
    expect(list.error.value).toBeNull();
    expect(list.rows.value).toHaveLength(PAGE_SIZE);
  });

  describe("by name", () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    test("waits until the typing pauses, then asks once", async () => {
      const { list, world } = start();
      await list.open(HUB);
      const before = world.calls.length;
      for (const text of ["绍", "绍兴"]) list.filterByName(text);
      await vi.runAllTimersAsync();
      await turns();
      expect(world.calls).toHaveLength(before + 1);
      expect(list.rows.value.map((row) => row.entity.name)).toEqual(["绍兴市"]);
    });
  });
});
