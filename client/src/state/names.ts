/**
 * Names that are one entity: which were brought together, which may be one, and
 * what people have decided. Decisions are everybody's; each change is made to
 * the list as it is at that moment, and can be taken back on this page.
 */
import { batch, signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type { Api, ApiError } from "../api.ts";
import type { DecisionEntry, DecisionsOutcome, DoubtsPage, MergesPage } from "../../../server/contract/index.ts";
import { createResource, toApiError, tracked } from "./resource.ts";
import type { Resource } from "./resource.ts";

type Decided = readonly DecisionEntry[];

export interface Names extends Disposable {
  readonly doubts: Resource<number, DoubtsPage>;
  readonly merges: Resource<number, MergesPage>;
  readonly decisions: Resource<"decisions", Decided>;
  readonly isBusy: ReadonlySignal<boolean>;
  /** Why the last decision was not taken; nothing was changed then. */
  readonly error: ReadonlySignal<ApiError | undefined>;
  /** What came of the last change; undefined before one, and after a failure. */
  readonly outcome: ReadonlySignal<DecisionsOutcome | undefined>;
  readonly canUndo: ReadonlySignal<boolean>;
  /** Loads all three; `limit` is of the lists. */
  load(limit: number): Promise<void>;
  decide(decision: DecisionEntry): Promise<void>;
  /** @param number from 1, as merges name it */
  revoke(number: number): Promise<void>;
  /** Puts back the decisions as they were before the last change of this page. */
  undo(): Promise<void>;
}

export function createNames(
  api: Pick<Api, "doubts" | "merges" | "decisions" | "putDecisions">,
  onChanged: () => void = () => undefined,
): Names {
  const doubts = createResource((limit: number, abort) => api.doubts(limit, abort), { keepsOld: true });
  const merges = createResource((limit: number, abort) => api.merges(limit, abort), { keepsOld: true });
  const decisions = createResource(async (_: "decisions", abort): Promise<Decided> => read(await api.decisions(abort)));
  const isBusy = signal(false);
  const error = signal<ApiError | undefined>(undefined);
  const outcome = signal<DecisionsOutcome | undefined>(undefined);
  const before = signal<readonly Decided[]>([]);
  const canUndo = signal(false);

  const put = async (next: Decided, former: readonly Decided[]) => {
    const answer = await api.putDecisions(next);
    batch(() => {
      outcome.value = answer;
      before.value = former;
      canUndo.value = former.length > 0;
    });
    await Promise.all([doubts.reload(), merges.reload(), decisions.load("decisions")]);
    onChanged();
  };
  const attempt = async (work: () => Promise<void>) => {
    if (isBusy.peek()) return;
    batch(() => {
      isBusy.value = true;
      error.value = undefined;
      outcome.value = undefined;
    });
    try {
      await tracked(work());
    } catch (caught) {
      error.value = toApiError(caught);
    } finally {
      isBusy.value = false;
    }
  };
  const change = (to: (now: Decided) => Decided) =>
    attempt(async () => {
      const now = read(await api.decisions());
      await put(to(now), [...before.peek(), now]);
    });

  return {
    doubts,
    merges,
    decisions,
    isBusy,
    error,
    outcome,
    canUndo,
    async load(limit) {
      await Promise.all([doubts.load(limit), merges.load(limit), decisions.load("decisions")]);
    },
    decide: (decision) => change((now) => [...now, decision]),
    revoke: (number) => change((now) => now.filter((_, index) => index !== number - 1)),
    undo: () =>
      attempt(async () => {
        const former = before.peek();
        const last = former.at(-1);
        if (last !== undefined) await put(last, former.slice(0, -1));
      }),
    [Symbol.dispose]() {
      for (const part of [doubts, merges, decisions]) part[Symbol.dispose]();
    },
  };
}

/** The server has checked their form when it took them. */
const read = ({ decisions }: { readonly decisions: readonly unknown[] }) => decisions as Decided;
