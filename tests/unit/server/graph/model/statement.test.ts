import fc from "fast-check";
import { expect, test } from "vitest";

import type { DocumentId } from "../../../../../server/contract/index.ts";
import { addStatement, mergeStatements } from "../../../../../server/graph/model/statement.ts";
import type { Statement } from "../../../../../server/graph/model/statement.ts";
import { aRegion } from "../../../../support/builders.ts";

const statement = fc
  .record({
    documentId: fc.constantFrom("a", "b", "c", "d"),
    documentDate: fc.constantFrom(null, "2020", "2020-05", "2024"),
    name: fc.constantFrom("新昌县", "浙江省新昌县"),
    aliases: fc.subarray(["新昌", "石城", "新昌县"]),
    level: fc.constantFrom(undefined, "county" as const, "town" as const),
    properties: fc.dictionary(fc.constantFrom("area", "people"), fc.constantFrom(1, 2, "很多"), { maxKeys: 2 }),
  })
  .map(({ documentId, documentDate, level, ...rest }): Statement => {
    const { level: _, ...region } = aRegion("新昌县");
    return {
      documentId: documentId as DocumentId,
      documentDate,
      entity: { ...region, ...rest, ...(level === undefined ? {} : { level }) },
    };
  });
const statements = fc.uniqueArray(statement, { selector: ({ documentId }) => documentId, minLength: 1 });

test("what follows from statements does not depend on their order", () => {
  fc.assert(
    fc.property(
      statements.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      ([list, shuffled]) => {
        expect(mergeStatements(shuffled)).toEqual(mergeStatements(list));
      },
    ),
  );
});

test("to add one that contradicts nothing is to merge all of them", () => {
  fc.assert(
    fc.property(statements, (list) => {
      fc.pre(list.length > 1);
      const added = addStatement(mergeStatements(list.slice(1)), list[0]!.entity);
      if (added !== undefined) expect(added).toEqual(mergeStatements(list));
    }),
    { numRuns: 500 },
  );
});
