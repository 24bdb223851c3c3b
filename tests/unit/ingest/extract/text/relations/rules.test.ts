/** Every rule keeps its own examples: what it proposes for each, and that its counter-examples stay silent. */
import { describe, expect, test } from "vitest";

import type { RelationClaim } from "../../../../../../ingest/extract/extraction.ts";
import { RULES, SENTENCE_RULES } from "../../../../../../ingest/extract/text/04-relations/catalogue.ts";
import { readDocument } from "../../../../../../ingest/extract/text/04-relations/reading.ts";
import type { Example, Rule } from "../../../../../../ingest/extract/text/04-relations/rule.ts";
import { Said, concerns } from "../../../../../../ingest/extract/text/04-relations/rule.ts";
import { settle } from "../../../../../../ingest/extract/text/04-relations/settle.ts";
import { annotatedText } from "../../../../../support/annotated-text.ts";

describe.each(RULES.map((rule) => ({ id: rule.id, rule })))("$id", ({ rule }) => {
  test.each(rule.examples.map((example) => ({ text: example.text, example })))("$text", ({ example }) => {
    expect(propose(rule, example)).toEqual([...example.relations].sort());
  });

  test("has an example and a counter-example", () => {
    expect(rule.examples.some(({ relations }) => relations.length > 0)).toBe(true);
    expect(rule.examples.some(({ relations }) => relations.length === 0)).toBe(true);
  });
});

test("no two rules share an id", () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
});

/** What this rule alone proposes; a document rule hears what all sentences said. */
function propose(rule: Rule, { text, region, mode }: Example): string[] {
  const { document, named } = annotatedText(text, { region, mode });
  const reading = readDocument(document, named);
  const said = new Said();
  for (const it of rule.scope === "sentence" ? [rule] : SENTENCE_RULES) {
    for (const statement of reading.statements) {
      if (!concerns(it, statement)) continue;
      for (const draft of it.match(statement, reading)) said.add(draft, it);
    }
  }
  const own =
    rule.scope === "sentence" ? said.all : [...rule.match(reading, said)].map((draft) => ({ ...draft, rule }));
  const nameOf = (entity: number) => named.entities[entity]!.name;
  const print = ({ type, from, to, status }: RelationClaim) =>
    `${type} ${nameOf(from)} -> ${nameOf(to)}${status === "planned" ? " (planned)" : ""}`;
  return [...new Set(settle(reading, own).map(print))].sort();
}
