import fc from "fast-check";
import { DOMParser } from "linkedom";
import { describe, expect, test } from "vitest";

import { toGexf, toGraphJson, toGraphMl } from "../../../../client/src/export/graph-files.ts";
import type { DrawnGraph } from "../../../../client/src/export/graph-files.ts";
import { toSvg } from "../../../../client/src/export/graph-svg.ts";
import type { Entity, EntityId, Relation } from "../../../../server/contract/index.ts";

const name = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
  .map((text) => text.replace(/\p{Cc}/gu, "") || "名");

const graphs = fc
  .array(fc.tuple(name, fc.constantFrom("University", "Region", "Policy", "Person", "Laboratory")), {
    minLength: 1,
    maxLength: 8,
  })
  .chain((entities) =>
    fc.record({
      entities: fc.constant(
        entities.map(
          ([text, type], index) =>
            ({ id: `e${index}`, type, name: text, aliases: [], properties: {}, degree: index }) as unknown as Entity,
        ),
      ),
      ends: fc.array(fc.tuple(fc.nat(entities.length - 1), fc.nat(entities.length - 1), fc.boolean()), {
        maxLength: 10,
      }),
    }),
  )
  .map(({ entities, ends }): DrawnGraph => ({
    entities,
    relations: ends.map(
      ([from, to, isPlanned], index) =>
        ({
          id: `r${index}`,
          type: "PARTNERS_WITH",
          from: `e${from}`,
          to: `e${to}`,
          status: isPlanned ? "planned" : "existing",
          hasPlanned: isPlanned,
          evidenceCount: 1,
          firstDate: null,
          lastDate: "2023",
          confidence: 0.9,
          method: "test",
        }) as unknown as Relation,
    ),
    groups: [],
    ends: new Map(),
    positions: new Map(entities.map(({ id }, index) => [id as EntityId, { x: index * 90 - 100, y: index * 40 }])),
  }));

const parse = (text: string) => new DOMParser().parseFromString(text, "text/xml");
/** The parser leaves the signs of attributes as they are written. */
const unescaped = (text: string) =>
  new DOMParser().parseFromString(`<t>${text}</t>`, "text/xml").documentElement.textContent;
const all = (text: string, tag: string) => [...parse(text).querySelectorAll(tag)];

describe("a drawn graph, read back by another program", () => {
  test("has the same nodes and edges in GraphML", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const file = toGraphMl(graph);
        expect(all(file, "node").map((node) => node.getAttribute("id"))).toEqual(graph.entities.map(({ id }) => id));
        expect(all(file, "node").map((node) => node.querySelector("data[key=node-name]")?.textContent)).toEqual(
          graph.entities.map((entity) => entity.name),
        );
        expect(all(file, "edge").map((edge) => [edge.getAttribute("source"), edge.getAttribute("target")])).toEqual(
          graph.relations.map(({ from, to }) => [from, to]),
        );
      }),
    );
  });

  test("has the same nodes, edges and places in GEXF", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const file = toGexf(graph);
        expect(all(file, "node").map((node) => unescaped(node.getAttribute("label") ?? ""))).toEqual(
          graph.entities.map((entity) => entity.name),
        );
        expect(all(file, "edge")).toHaveLength(graph.relations.length);
        expect(file.match(/viz:position/g)).toHaveLength(graph.entities.length);
      }),
    );
  });

  test("is itself in JSON", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const read = JSON.parse(toGraphJson(graph)) as { entities: unknown[]; relations: unknown[] };
        expect(read.relations).toEqual(graph.relations);
        expect(read.entities).toEqual(
          graph.entities.map((entity) => ({ ...entity, position: graph.positions.get(entity.id) })),
        );
      }),
    );
  });

  test("is a picture with a name for every entity, and dashes for plans alone", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const file = toSvg(graph, { type: (type) => type, planned: "planned" });
        expect(all(file, "title").map((title) => title.textContent)).toEqual(
          graph.entities.map((entity) => entity.name),
        );
        // Parallel relations are one line, solid when one of them is there.
        const lines = new Map<string, boolean>();
        for (const { from, to, status } of graph.relations) {
          const pair = [from, to].toSorted().join(" ");
          if (from !== to) lines.set(pair, (lines.get(pair) ?? true) && status === "planned");
        }
        const plans = [...lines.values()].filter((isPlanned) => isPlanned).length;
        // One more in the key, where there are any plans.
        const inKey = graph.relations.some(({ from, to, status }) => from !== to && status === "planned") ? 1 : 0;
        expect(file.match(/stroke-dasharray/g)?.length ?? 0).toBe(plans + inKey);
        const merged = [...lines.keys()].length;
        expect(file.match(/<g fill="none">/g)?.length ?? 0).toBe(merged);
      }),
    );
  });

  test("has a closed group as one node that says what it stands for, whose lines keep the ends that the graph states", () => {
    fc.assert(
      fc.property(graphs, fc.nat(7), (graph, count) => {
        const members = graph.entities.slice(0, count);
        fc.pre(members.length > 1);
        const { drawn, inside } = grouped(graph, members);
        const file = toGraphMl(drawn);
        const node = all(file, "node").find((one) => one.getAttribute("id") === "group:type:x")!;
        expect(node.querySelector("data[key=node-members]")?.textContent).toBe(String(members.length));
        expect(node.querySelector("data[key=node-memberIds]")?.textContent).toBe(
          members.map(({ id }) => id).join("; "),
        );
        expect(all(file, "node")).toHaveLength(graph.entities.length - members.length + 1);
        // Nothing is lost: each relation is a line, with its own ends where they are not drawn, or within the group.
        const lines = all(file, "edge").map((edge) => {
          const own = (key: string) => edge.querySelector(`data[key=edge-${key}]`)?.textContent;
          return [
            edge.getAttribute("id"),
            own("ofSource") ?? edge.getAttribute("source"),
            own("ofTarget") ?? edge.getAttribute("target"),
          ];
        });
        expect([...lines, ...inside.map(({ id, from, to }) => [id, from, to])].toSorted()).toEqual(
          graph.relations.map(({ id, from, to }) => [id, from, to]).toSorted(),
        );
        const json = JSON.parse(toGraphJson(drawn)) as { groups: { members: unknown[]; relations: unknown[] }[] };
        expect(json.groups[0]!.members).toEqual(members);
        expect(json.groups[0]!.relations).toEqual(inside);
        expect(all(toGexf(drawn), "node")).toHaveLength(all(file, "node").length);
      }),
    );
  });
});

/** The same graph with some of its entities drawn as one. */
function grouped(graph: DrawnGraph, members: readonly Entity[]) {
  const group = "group:type:x" as EntityId;
  const own = new Set(members.map(({ id }) => id));
  const end = (id: EntityId) => (own.has(id) ? group : id);
  const inside = graph.relations.filter(({ from, to }) => own.has(from) && own.has(to));
  const crossing = graph.relations.filter((relation) => !inside.includes(relation));
  const drawn: DrawnGraph = {
    entities: graph.entities.filter(({ id }) => !own.has(id)),
    groups: [{ entity: { ...members[0]!, id: group, name: "x" }, by: "type", members, within: inside }],
    relations: crossing.map((relation) => ({ ...relation, from: end(relation.from), to: end(relation.to) })),
    ends: new Map(
      crossing.filter(({ from, to }) => own.has(from) || own.has(to)).map(({ id, from, to }) => [id, { from, to }]),
    ),
    positions: graph.positions,
  };
  return { drawn, inside };
}
