/** Generated graphs: the same every time, of the size that was asked for, and shaped as real ones are. */
import { describe, expect, test } from "vitest";

import { relationId } from "../../../server/graph/index.ts";
import { checkDocumentGraph } from "../../../server/graph/writing/check-document-graph.ts";
import { documentCount, generateDocuments } from "../../bench/generate-graph.ts";

describe.each([60, 1_000, 6_000])("of %i entities", (entities) => {
  const documents = [...generateDocuments({ entities, seed: 3 })];

  test("every document may be written as it is, and no two share an id", () => {
    for (const graph of documents) checkDocumentGraph(graph);
    expect(documents.length).toBe(documentCount({ entities }));
    const ids = documents.flatMap(({ document, passages }) => [document.id, ...passages.map(({ id }) => id)]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("all entities are told of, each by one name, with about four relations an entity", () => {
    const names = new Map(documents.flatMap((graph) => graph.entities.map(({ id, name }) => [id, name] as const)));
    expect(names.size).toBe(entities);
    const relations = new Set(
      documents.flatMap(({ claims }) => claims.map(({ type, from, to }) => relationId(type, from, to))),
    );
    expect(relations.size / entities).toBeGreaterThan(3.5);
    expect(relations.size / entities).toBeLessThan(4.2);
  });

  test("the same seed gives the same documents, from any place on, and another seed others", () => {
    const last = documents.length - 1;
    expect([...generateDocuments({ entities, seed: 3 }, last)]).toEqual([documents[last]]);
    expect([...generateDocuments({ entities, seed: 4 }, last)]).not.toEqual([documents[last]]);
  });
});

test("few entities have most of the relations, and few relations most of the passages", () => {
  const degrees = new Map<string, number>();
  const support = new Map<string, number>();
  for (const { claims } of generateDocuments({ entities: 10_000 })) {
    for (const { type, from, to } of claims) {
      const id = relationId(type, from, to);
      if (!support.has(id)) for (const end of [from, to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
      support.set(id, (support.get(id) ?? 0) + 1);
    }
  }
  const sorted = [...degrees.values()].sort((a, b) => b - a);
  expect(sorted[0]).toBeGreaterThan(800);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(8);
  const supported = [...support.values()].sort((a, b) => b - a);
  expect(supported[0]).toBeGreaterThan(20);
  expect(supported[Math.floor(supported.length / 2)]).toBe(1);
});
