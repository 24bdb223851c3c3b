/** The gap finder: what it asks of the server, and the address that brings a question back. */
import { signal } from "@preact/signals-core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { CHOICES_OF, FIRST_GAP_CHOICE, QUESTIONS, createGaps } from "../../../../client/src/state/gaps.ts";
import type { EntityId, EntityType, GapsAnswer, GapsSummary } from "../../../../server/contract/index.ts";
import { GAP_QUESTIONS } from "../../../../server/contract/gaps.ts";
import { entity, turns } from "../world.ts";

const id = (text: string) => text as EntityId;

function start(home: EntityId | null = null) {
  const asked: unknown[] = [];
  const kept = signal(home);
  const gaps = createGaps({
    api: {
      gaps: async (question, request) => {
        asked.push({ question, ...request });
        return { question, items: [] } as unknown as GapsAnswer;
      },
      gapsSummary: async (region) => {
        asked.push({ summary: region });
        return { region: entity(region ?? "绍兴市", "Region"), questions: [] } as GapsSummary;
      },
    },
    home: kept,
  });
  return { asked, gaps, home: kept };
}

describe("the gap finder", () => {
  test("knows the questions of the server", () => {
    expect(QUESTIONS).toEqual(GAP_QUESTIONS);
  });

  test("asks of the region that the documents say most of, until the person says which is theirs", async () => {
    const { asked, gaps, home } = start();
    const stop = gaps.follow();
    await turns(40);
    expect(asked).toEqual([
      { summary: null },
      expect.objectContaining({ question: "zone-without-body", region: "绍兴市" }),
    ]);
    home.value = id("嘉兴市");
    await turns(40);
    expect(asked.slice(2)).toEqual([
      { summary: "嘉兴市" },
      expect.objectContaining({ question: "zone-without-body", region: "嘉兴市" }),
    ]);
    stop();
    gaps.ask("beside-peers");
    await turns();
    expect(asked).toHaveLength(4);
  });

  test("asks anew only for what the question looks at", async () => {
    const { asked, gaps } = start(id("绍兴市"));
    gaps.follow();
    await turns(40);
    const before = asked.length;
    // Years are no part of this question.
    gaps.choose({ until: 2020 });
    await turns();
    expect(asked).toHaveLength(before);
    gaps.choose({ plannedCounts: true });
    gaps.ask("plan-unconfirmed");
    await turns();
    expect(asked.slice(before)).toEqual([
      expect.objectContaining({ question: "zone-without-body", planned: "counts" }),
      expect.objectContaining({ question: "plan-unconfirmed", until: 2020, planned: "ignored" }),
    ]);
  });

  test("peers of one region are not those of another", () => {
    const { gaps } = start(id("绍兴市"));
    gaps.choose({ peers: [id("嘉兴市")], least: 1 });
    gaps.choose({ region: id("宁波市") });
    expect(gaps.choice.value).toMatchObject({ region: "宁波市", peers: [], least: null });
  });

  test("settings written into an address bring the question and its choices back", () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,12}$/), { maxLength: 3 });
    const anyChoice = fc.record({
      region: fc.option(fc.stringMatching(/^[a-z0-9-]{1,12}$/).map(id)),
      peers: ids.map((own) => own.map(id)),
      level: fc.constantFrom("county" as const, "city" as const, "province" as const),
      bodies: fc.subarray<EntityType>(["ResearchInstitute", "Laboratory"]),
      plannedCounts: fc.boolean(),
      least: fc.option(fc.integer({ min: 1, max: 20 })),
      until: fc.option(fc.integer({ min: 1990, max: 2030 })),
    });
    fc.assert(
      fc.property(fc.constantFrom(...QUESTIONS), anyChoice, (question, choice) => {
        const [one, other] = [start().gaps, start().gaps];
        one.ask(question);
        one.choose(choice);
        // Of another region peers are forgotten: they are chosen for it.
        one.choose({ peers: choice.peers, least: choice.least });
        other.restore(one.settings.value);
        expect(other.question.value).toBe(question);
        for (const looked of CHOICES_OF[question]) {
          expect(other.choice.value[looked], looked).toEqual(one.choice.value[looked]);
        }
      }),
    );
    expect(FIRST_GAP_CHOICE.region).toBeNull();
  });
});
