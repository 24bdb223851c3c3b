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
        const plans = graph.relations.filter(({ status, from, to }) => status === "planned" && from !== to).length;
        // One more in the key, where there are any.
        expect(file.match(/stroke-dasharray/g)?.length ?? 0).toBe(plans === 0 ? 0 : plans + 1);
      }),
    );
  });
});
