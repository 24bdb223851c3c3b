import { signal } from "@preact/signals-core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { findCommunities } from "../../../../../client/src/state/roll-up/communities.ts";
import { ROLL_UPS, groupsOf, isGroupId } from "../../../../../client/src/state/roll-up/groups.ts";
import { makeRoom } from "../../../../../client/src/state/roll-up/make-room.ts";
import { drawnTogether, rollUpGraph } from "../../../../../client/src/state/roll-up/roll-up-graph.ts";
import { MAX_DRAWN, createRollUp } from "../../../../../client/src/state/roll-up/roll-up.ts";
import type { VisibleGraph } from "../../../../../client/src/state/filters.ts";
import type { EntityId } from "../../../../../server/contract/index.ts";
import { anyFacts, entity, relation } from "../../world.ts";
import type { Facts } from "../../world.ts";

const toVisible = ({ entities, relations }: Facts): VisibleGraph => ({
  entities: new Map(entities.map((one) => [one.id, one])),
  relations: new Map(relations.map((one) => [one.id, one])),
});
const groupsIn = (graph: VisibleGraph, by: (typeof ROLL_UPS)[number]) => groupsOf(graph, by, findCommunities(graph));

/** A graph, what it is grouped by, and of which groups some are open. */
const anyRollUp = fc.record({ facts: anyFacts(14), by: fc.constantFrom(...ROLL_UPS) }).chain(({ facts, by }) => {
  const graph = toVisible(facts);
  const groups = groupsIn(graph, by);
  return fc.record({
    graph: fc.constant(graph),
    groups: fc.constant(groups),
    opened: fc.subarray([...groups.keys()]).map((ids) => new Set<EntityId>(ids)),
  });
});

describe("drawing groups as one", () => {
  test("closing and opening again gives the identical graph back", () => {
    fc.assert(
      fc.property(anyRollUp, ({ graph, groups, opened }) => {
        const before = structuredClone(graph);
        rollUpGraph(graph, groups, opened);
        const { entities, relations } = rollUpGraph(graph, groups, new Set(groups.keys()));
        expect({ entities, relations }).toEqual(before);
        // Not only alike: nothing was copied or made anew.
        expect(relations).toBe(graph.relations);
      }),
    );
  });

  test("keeps every relation: it is drawn from its own ends or their groups, or counted within one group", () => {
    fc.assert(
      fc.property(anyRollUp, ({ graph, groups, opened }) => {
        const rolled = rollUpGraph(graph, groups, opened);
        const standsFor = (id: EntityId) =>
          [...rolled.closed.values()].find(({ members }) => members.some((member) => member.id === id))?.id ?? id;
        let within = 0;
        for (const [id, one] of graph.relations) {
          const [from, to] = [standsFor(one.from), standsFor(one.to)];
          const drawn = rolled.relations.get(id);
          if (drawn === undefined) {
            expect(isGroupId(from) && from === to).toBe(true);
            within += 1;
          } else expect(drawn).toEqual({ ...one, from, to });
        }
        expect([...rolled.within.values()].reduce((sum, count) => sum + count, 0)).toBe(within);
        expect(rolled.relations.size + within).toBe(graph.relations.size);
      }),
    );
  });

  test("every entity is drawn once: by itself or in one group of two or more", () => {
    fc.assert(
      fc.property(anyRollUp, ({ graph, groups, opened }) => {
        const { entities, closed } = rollUpGraph(graph, groups, opened);
        const drawn = [
          ...entities.keys(),
          ...[...closed.values()].flatMap(({ members }) => members.map(({ id }) => id)),
        ];
        expect(drawn.toSorted()).toEqual([...graph.entities.keys()].toSorted());
        for (const { members } of groups.values()) expect(members.length).toBeGreaterThan(1);
      }),
    );
  });

  test("a line opens to its parts: all that is drawn between the same two, each in one line alone", () => {
    fc.assert(
      fc.property(anyRollUp, ({ graph, groups, opened }) => {
        const rolled = rollUpGraph(graph, groups, opened);
        const lines = new Map([...rolled.relations.keys()].map((id) => [drawnTogether(rolled, id).join(" "), id]));
        const parts = [...lines.values()].flatMap((id) => drawnTogether(rolled, id));
        expect(parts.toSorted()).toEqual([...rolled.relations.keys()].toSorted());
      }),
    );
  });
});

describe("groups", () => {
  const facts: Facts = {
    entities: [
      entity("绍兴市", "Region", { level: "city" }),
      entity("柯桥区", "Region", { level: "county" }),
      entity("研究院", "ResearchInstitute"),
      entity("高新区", "HighTechZone"),
      entity("浙江省", "Region", { level: "province" }),
      entity("省实验室", "Laboratory"),
      entity("浙江大学"),
    ],
    relations: [
      relation("柯桥区", "绍兴市", "PART_OF"),
      relation("绍兴市", "浙江省", "PART_OF"),
      relation("研究院", "高新区", "LOCATED_IN"),
      relation("高新区", "柯桥区", "LOCATED_IN"),
      relation("省实验室", "浙江省", "LOCATED_IN"),
      relation("浙江大学", "绍兴市"),
    ],
  };
  const members = (by: (typeof ROLL_UPS)[number]) =>
    [...groupsIn(toVisible(facts), by).values()].map((group) => [
      group.leader.name,
      group.members.map(({ name }) => name).toSorted(),
    ]);

  test("by region hold what lies in a city by whatever steps, else in the province; a partner of a city does not", () => {
    expect(members("region")).toEqual([
      ["绍兴市", ["柯桥区", "研究院", "绍兴市", "高新区"].toSorted()],
      ["浙江省", ["浙江省", "省实验室"].toSorted()],
    ]);
  });

  test("by type hold two or more of a type", () => {
    expect(members("type")).toEqual([["柯桥区", ["柯桥区", "浙江省", "绍兴市"].toSorted()]]);
  });

  test("by community are the same whatever the order in which entities came", () => {
    fc.assert(
      fc.property(anyFacts(14), ({ entities, relations }) => {
        const one = findCommunities(toVisible({ entities, relations }));
        const other = findCommunities(toVisible({ entities: entities.toReversed(), relations }));
        expect(new Map([...other].toSorted())).toEqual(new Map([...one].toSorted()));
      }),
    );
  });
});

describe("making room", () => {
  const anyPlace = fc.record({ x: fc.integer({ min: -300, max: 300 }), y: fc.integer({ min: -300, max: 300 }) });

  test("moves only groups that lie on something, and leaves none on an entity or on another group", () => {
    fc.assert(
      fc.property(fc.array(anyPlace, { maxLength: 12 }), fc.array(anyPlace, { maxLength: 6 }), (taken, groups) => {
        const before = new Map(groups.map((place, at) => [`g${at}` as EntityId, place]));
        const moved = makeRoom(before, taken);
        const after = [...new Map([...before, ...moved]).values()];
        const distance = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y);
        for (const [at, place] of after.entries()) {
          for (const other of [...taken, ...after.slice(0, at)]) expect(distance(place, other)).toBeGreaterThan(85);
        }
        if (groups.length > 0 && taken.every((place) => distance(place, groups[0]!) >= 90)) {
          expect(moved.has("g0" as EntityId)).toBe(false);
        }
      }),
    );
  });
});

describe("where too much is in sight", () => {
  const many = (count: number) =>
    toVisible({ entities: Array.from({ length: count }, (_, at) => entity(`n${at}`)), relations: [] });

  test("groups are proposed, and a person can have each drawn all the same", async () => {
    const visible = signal(many(MAX_DRAWN));
    const rollUp = createRollUp({ visible, onFailed: () => expect.unreachable() });
    expect([rollUp.by.value, rollUp.isProposed.value]).toEqual([null, false]);
    visible.value = many(MAX_DRAWN + 1);
    expect([rollUp.by.value, rollUp.isProposed.value]).toEqual(["type", true]);
    expect(rollUp.rolled.value.entities.size).toBe(0);
    expect(rollUp.rolled.value.closed.size).toBe(1);
    await rollUp.choose("none");
    expect([rollUp.by.value, rollUp.isProposed.value]).toEqual([null, false]);
    expect(rollUp.rolled.value.entities.size).toBe(MAX_DRAWN + 1);
  });

  test("what is chosen and opened comes back from a link", async () => {
    const visible = signal(many(3));
    const rollUp = createRollUp({ visible, onFailed: () => expect.unreachable() });
    await rollUp.choose("type");
    const [group] = rollUp.groups.value.keys();
    rollUp.open(group!);
    const other = createRollUp({ visible, onFailed: () => expect.unreachable() });
    await other.restore(rollUp.settings.value);
    expect(other.settings.value).toEqual(rollUp.settings.value);
    expect(other.rolled.value.closed.size).toBe(0);
    await other.restore({});
    expect(other.by.value).toBeNull();
  });

  test("what is asked for by name stands by itself, the rest of its group stays closed", async () => {
    const rollUp = createRollUp({ visible: signal(many(4)), onFailed: () => expect.unreachable() });
    await rollUp.choose("type");
    rollUp.reveal(["n1" as EntityId, "nobody" as EntityId]);
    expect([...rollUp.rolled.value.entities.keys()]).toEqual(["n1"]);
    expect([...rollUp.rolled.value.closed.values()].map(({ members }) => members.length)).toEqual([3]);
    const other = createRollUp({ visible: signal(many(4)), onFailed: () => expect.unreachable() });
    await other.restore(rollUp.settings.value);
    expect([...other.rolled.value.entities.keys()]).toEqual(["n1"]);
    await rollUp.choose("none");
    await rollUp.choose("type");
    expect(rollUp.rolled.value.entities.size).toBe(0);
  });

  test("says when the communities cannot be had, and stays as it is", async () => {
    const failed: unknown[] = [];
    const rollUp = createRollUp({
      visible: signal(many(3)),
      onFailed: (error) => failed.push(error),
      loadCommunities: () => Promise.reject(new Error("away")),
    });
    await rollUp.choose("community");
    expect(failed).toHaveLength(1);
    expect(rollUp.by.value).toBeNull();
  });
});
