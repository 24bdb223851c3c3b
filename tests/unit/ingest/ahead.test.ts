/** What comes next is begun ahead of its turn, in order, and within limits. */
import { expect, test } from "vitest";

import { ahead } from "../../../ingest/ahead.ts";

async function run(weights: readonly number[], limits: { items: number; weight: number }) {
  const events: string[] = [];
  let isLeft = false;
  async function* items() {
    try {
      yield* weights.entries();
    } finally {
      isLeft = true;
    }
  }
  const begun = ahead(
    items(),
    async ([i]) => {
      events.push(`begin ${i}`);
      return i;
    },
    { ...limits, weightOf: ([, weight]) => weight },
  );
  for await (const i of begun) events.push(`use ${i}`);
  return { events, isLeft };
}

test("as many as may be begun at once", async () => {
  const { events, isLeft } = await run([1, 1, 1], { items: 2, weight: Infinity });
  expect(events).toEqual(["begin 0", "begin 1", "use 0", "begin 2", "use 1", "use 2"]);
  expect(isLeft).toBe(true);
});

test("as heavy as they may be, and a heavy one alone", async () => {
  const { events } = await run([1, 9, 1, 1], { items: 9, weight: 5 });
  expect(events).toEqual(["begin 0", "begin 1", "use 0", "use 1", "begin 2", "begin 3", "use 2", "use 3"]);
});

test("leaving early leaves the items too", async () => {
  let isLeft = false;
  async function* items() {
    try {
      yield* [0, 1, 2];
    } finally {
      isLeft = true;
    }
  }
  for await (const i of ahead(items(), async (item) => item, { items: 2, weight: 9, weightOf: () => 1 })) {
    if (i === 0) break;
  }
  expect(isLeft).toBe(true);
});
