import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { SEARCH_PAUSE_MS, createSearch } from "../../../../client/src/state/search.ts";
import { createWorld, entity, turns } from "../world.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start() {
  const world = createWorld({
    entities: ["浙江大学", "浙江工业大学", "绍兴市"].map((name) => entity(name)),
    relations: [],
  });
  return { world, search: createSearch(world.api) };
}

const names = (search: ReturnType<typeof start>["search"]) =>
  search.answer.value?.results.map((result) => result.entity.name);

describe("search as you type", () => {
  test("asks once the typing pauses, for what was typed last", async () => {
    const { world, search } = start();
    for (const text of ["浙", "浙江", "浙江大"]) search.type(text);
    await vi.advanceTimersByTimeAsync(SEARCH_PAUSE_MS - 1);
    expect(world.calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(world.calls).toEqual(["search 浙江大"]);
    expect(names(search)).toEqual(["浙江大学"]);
    expect(search.active.value).toBe(0);
  });

  test("never shows the answer of an older query over that of a newer one", async () => {
    const { world, search } = start();
    world.hold();
    search.type("浙江");
    await vi.runAllTimersAsync();
    search.type("绍兴");
    await vi.runAllTimersAsync();
    await world.letGo([1, 0]);
    await turns();
    expect(names(search)).toEqual(["绍兴市"]);
    expect(search.answeredQuery.value).toBe("绍兴");
  });

  test("keeps the last answer in sight until the next one comes", async () => {
    const { world, search } = start();
    search.type("浙江");
    await vi.runAllTimersAsync();
    world.hold();
    search.type("绍兴");
    await vi.runAllTimersAsync();
    expect(names(search)).toEqual(["浙江大学", "浙江工业大学"]);
    await world.letGo();
    expect(names(search)).toEqual(["绍兴市"]);
  });

  test("asks at once when it is submitted, and not twice", async () => {
    const { world, search } = start();
    search.type("绍兴");
    await search.submit();
    await search.submit();
    await vi.runAllTimersAsync();
    expect(world.calls).toEqual(["search 绍兴"]);
  });

  test("goes round the results by arrow keys", async () => {
    const { search } = start();
    search.type("浙江");
    await vi.runAllTimersAsync();
    search.moveActive(1);
    expect(search.active.value).toBe(1);
    search.moveActive(1);
    expect(search.active.value).toBe(0);
    search.moveActive(-1);
    expect(search.active.value).toBe(1);
  });

  test("asks nothing for blanks, and forgets the answer", async () => {
    const { world, search } = start();
    search.type("浙江");
    await vi.runAllTimersAsync();
    search.type("  ");
    await vi.runAllTimersAsync();
    expect(world.calls).toHaveLength(1);
    expect(search.answer.value).toBeUndefined();
    expect(search.query.value).toBe("  ");
  });

  test("says what failed", async () => {
    const { world, search } = start();
    world.failNext();
    search.type("浙江");
    await vi.runAllTimersAsync();
    expect(search.state.value).toMatchObject({ status: "failed", error: { code: "store_unavailable" } });
  });
});
