import { expect, test } from "vitest";

import { Slots } from "../../../../../server/graph/embedded/slots.ts";
import { QueryCancelledError } from "../../../../../server/graph/index.ts";

test("lets so many through at once, in order, whoever asks for more places too", async () => {
  const slots = new Slots(2);
  const order: string[] = [];
  const enter = async (name: string, places = 1) => {
    const release = await slots.take(places);
    order.push(name);
    return release;
  };
  const [a, b] = [await enter("a"), await enter("b")];
  const waiting = [enter("both", 2), enter("c")];
  expect([order, slots.taken]).toEqual([["a", "b"], 2]);
  a();
  a();
  await Promise.resolve();
  expect(order).toEqual(["a", "b"]);
  b();
  const both = await waiting[0]!;
  expect(order).toEqual(["a", "b", "both"]);
  both();
  (await waiting[1]!)();
  expect([order, slots.taken]).toEqual([["a", "b", "both", "c"], 0]);
});

test("forgets who no longer wants to wait", async () => {
  const slots = new Slots(1);
  const release = await slots.take(1);
  const controller = new AbortController();
  const [impatient, patient] = [slots.take(1, controller.signal), slots.take(1)];
  controller.abort();
  await expect(impatient).rejects.toThrow(QueryCancelledError);
  await expect(slots.take(1, AbortSignal.abort())).rejects.toThrow(QueryCancelledError);
  release();
  (await patient)();
  expect(slots.taken).toBe(0);
});
