import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { EMPTY_LINK, formatLink, parseLink } from "../../../../client/src/state/location.ts";
import { NO_FILTERS } from "../../../../client/src/state/filters.ts";
import type { Link } from "../../../../client/src/state/location.ts";
import { VIEW_IDS } from "../../../../client/src/state/session.ts";
import type { DocumentId, EntityId, PassageId, RelationId } from "../../../../server/contract/index.ts";
import { ENTITY_TYPE_NAMES, RELATION_TYPE_NAMES } from "../../../../server/contract/ontology.ts";

/** Any text, with the signs that a link itself uses. */
const anyId = fc.oneof(
  fc.string({ minLength: 1, unit: "grapheme" }),
  fc.constantFrom("a,b", "a@b", "a=b&c", "100%", "县#/?"),
);
const anyPlace = fc.record({ x: fc.integer({ min: -9999, max: 9999 }), y: fc.integer({ min: -9999, max: 9999 }) });

const anyLink: fc.Arbitrary<Link> = fc
  .record({
    view: fc.constantFrom(...VIEW_IDS),
    language: fc.constantFrom("zh" as const, "en" as const, null),
    placed: fc.uniqueArray(fc.tuple(anyId, fc.option(anyPlace)), { selector: ([id]) => id, maxLength: 8 }),
    hidden: fc.uniqueArray(anyId, { maxLength: 3 }),
    entityTypesOff: fc.subarray([...ENTITY_TYPE_NAMES]),
    relationTypesOff: fc.subarray([...RELATION_TYPE_NAMES]),
    status: fc.constantFrom("all" as const, "existing" as const, "planned" as const),
    selected: fc.option(
      fc.oneof(
        anyId.map((id) => ({ kind: "entity" as const, id: id as EntityId })),
        anyId.map((id) => ({ kind: "relation" as const, id: id as RelationId })),
        fc.tuple(anyId, anyId).map(([id, documentId]) => ({
          kind: "passage" as const,
          id: id as PassageId,
          documentId: documentId as DocumentId,
        })),
      ),
    ),
    fromYear: fc.option(fc.integer({ min: 1949, max: 2099 })),
    toYear: fc.option(fc.integer({ min: 1949, max: 2099 })),
    documents: fc.uniqueArray(anyId, { maxLength: 3 }),
    fields: fc.uniqueArray(anyId, { maxLength: 3 }),
    document: fc.option(anyId),
    passage: fc.option(anyId),
    saved: fc.option(anyId),
    dataVersion: fc.option(anyId),
    settings: fc.dictionary(fc.stringMatching(/^[a-z0-9]{1,8}$/), anyId, { maxKeys: 4, noNullPrototype: true }),
  })
  .map(({ placed, hidden, entityTypesOff, relationTypesOff, document, passage, ...rest }) => {
    const { status, fromYear, toYear, documents, fields, ...others } = rest;
    return {
      ...others,
      entities: placed.map(([id]) => id as EntityId),
      positions: new Map(placed.flatMap(([id, place]) => (place === null ? [] : [[id as EntityId, place]]))),
      hidden: hidden as EntityId[],
      filters: {
        entityTypesOff: new Set(entityTypesOff),
        relationTypesOff: new Set(relationTypesOff),
        status,
        fromYear,
        toYear,
        documents: documents as DocumentId[],
        fields: fields as EntityId[],
      },
      document: document as DocumentId | null,
      passage: passage as PassageId | null,
    };
  });

describe("a link", () => {
  test("read back is the view it was made from", () => {
    fc.assert(
      fc.property(anyLink, (link) => {
        expect(parseLink(formatLink(link))).toEqual(link);
      }),
    );
  });

  test("is a plain fragment of an address", () => {
    fc.assert(
      fc.property(anyLink, (link) => {
        const address = new URL(formatLink(link), "http://127.0.0.1/");
        expect(address.hash).toBe(formatLink(link));
      }),
    );
  });

  test("of an empty canvas is short", () => {
    expect(formatLink({ ...EMPTY_LINK, view: "canvas" })).toBe("#/canvas");
  });

  test("keeps places in whole units", () => {
    const id = "a" as EntityId;
    const link = { ...EMPTY_LINK, entities: [id], positions: new Map([[id, { x: 1.6, y: -2.4 }]]) };
    expect(formatLink(link)).toBe("#/overview?e=a@2@-2");
  });

  test.each(["", "#", "#canvas", "#/nowhere", "#/canvas?e=%E6%B5", "/canvas"])("%s is none", (fragment) => {
    expect(parseLink(fragment)).toBeUndefined();
  });

  test("leaves out what it does not know", () => {
    expect(parseLink("#/canvas?lang=fr&status=maybe&off=Nothing,Region&sel=thing@x&new=1&e=a@x@y")).toEqual({
      ...EMPTY_LINK,
      view: "canvas",
      entities: ["a"],
      filters: { ...NO_FILTERS, entityTypesOff: new Set(["Region"]) },
    });
  });
});
