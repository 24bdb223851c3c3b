/** Every rule's examples are its tests: what it finds in them, and what it leaves alone. */
import { describe, expect, test } from "vitest";

import { findEntities } from "../../../../../../ingest/extract/text/03-entities/find-entities.ts";
import { ENTITY_RULES } from "../../../../../../ingest/extract/text/03-entities/rules.ts";
import { documentOf } from "./document.ts";

function namesIn(text: string, region: string | undefined, title: string | undefined): Set<string> {
  const { entities } = findEntities(documentOf(text, region, title));
  return new Set(entities.flatMap(({ type, name, aliases }) => [name, ...aliases].map((form) => `${type} ${form}`)));
}

describe.each(ENTITY_RULES)("rule $id", ({ examples }) => {
  test.each(examples)("reads $text", ({ text, region, title, finds = [], not = [] }) => {
    const names = namesIn(text, region, title);
    expect({
      missed: finds.filter((name) => !names.has(name)),
      wrong: not.filter((name) => names.has(name)),
    }).toEqual({ missed: [], wrong: [] });
  });
});

test("rules have ids of their own, and each has something to find and something to leave alone", () => {
  expect(new Set(ENTITY_RULES.map(({ id }) => id)).size).toBe(ENTITY_RULES.length);
  const bare = ENTITY_RULES.filter(
    ({ examples }) =>
      !examples.some(({ finds }) => finds !== undefined) || !examples.some(({ not }) => not !== undefined),
  );
  expect(bare.map(({ id }) => id)).toEqual([]);
});
