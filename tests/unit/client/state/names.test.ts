/** Decisions about names: made to the list as it is, taken back, and told when they are refused. */
import { beforeEach, expect, test } from "vitest";

import { ApiError } from "../../../../client/src/api.ts";
import { createNames } from "../../../../client/src/state/names.ts";
import type { Names } from "../../../../client/src/state/names.ts";
import { loadedValue } from "../../../../client/src/state/resource.ts";
import type { DecisionEntry } from "../../../../server/contract/index.ts";

const same = (...names: string[]): DecisionEntry => ({ decide: "same", type: "Laboratory", names });
const [A, B, OTHERS] = [same("甲实验室", "甲"), same("乙实验室", "乙"), same("丙实验室", "丙")];

let kept: readonly DecisionEntry[];
let refuses: boolean;
let changes: number;
let names: Names;
beforeEach(() => {
  kept = [];
  refuses = false;
  changes = 0;
  names = createNames(
    {
      doubts: async () => ({ doubts: [], total: 10 - kept.length, cursor: null }),
      merges: async () => ({ merges: [], total: kept.length, cursor: null }),
      decisions: async () => ({ decisions: kept }),
      putDecisions: async (decisions) => {
        if (refuses) throw new ApiError("invalid_decisions");
        kept = decisions;
        return { merges: kept.length, doubts: 10 - kept.length, rewritten: 1, unused: [] };
      },
    },
    () => changes++,
  );
});

test("a decision is added to what others have decided meanwhile, and the lists follow", async () => {
  await names.load(100);
  kept = [OTHERS];
  await names.decide(A);
  expect(kept).toEqual([OTHERS, A]);
  expect(loadedValue(names.decisions.state.value)).toEqual([OTHERS, A]);
  expect(loadedValue(names.doubts.state.value)?.total).toBe(8);
  expect([names.outcome.value?.rewritten, changes]).toEqual([1, 1]);
});

test("the steps of this page are taken back one by one, and no others", async () => {
  kept = [OTHERS];
  await names.load(100);
  await names.decide(A);
  await names.decide(B);
  await names.undo();
  expect(kept).toEqual([OTHERS, A]);
  await names.undo();
  expect([kept, names.canUndo.value]).toEqual([[OTHERS], false]);
  await names.undo();
  expect(kept).toEqual([OTHERS]);
});

test("any decision can be taken back by its number, and put in force again", async () => {
  kept = [A, B];
  await names.load(100);
  await names.revoke(1);
  expect(kept).toEqual([B]);
  await names.undo();
  expect(kept).toEqual([A, B]);
});

test("a decision that is refused changes nothing and says why", async () => {
  await names.load(100);
  refuses = true;
  await names.decide(A);
  expect([kept, names.error.value?.code, names.canUndo.value, changes]).toEqual([[], "invalid_decisions", false, 0]);
  refuses = false;
  await names.decide(A);
  expect([kept, names.error.value]).toEqual([[A], undefined]);
});
