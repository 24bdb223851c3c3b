import { describe, expect, test } from "vitest";

import { OBSERVATION_RULES } from "../../../../../../ingest/extract/text/05-observations/rules.ts";
import type { ObservationRule } from "../../../../../../ingest/extract/text/05-observations/rules.ts";
import { toldIn } from "./a-document.ts";

const rules: [string, ObservationRule][] = Object.entries(OBSERVATION_RULES);

describe.each(rules)("%s", (id, { examples, counterexamples }) => {
  const found = (text: string) => toldIn(text).flatMap(({ rule, told }) => (rule === id ? [told] : []));

  test.each(examples.map(({ text, finds }) => [text, finds] as const))("reads %s", (text, finds) => {
    expect(found(text)).toEqual(finds);
  });

  test.each(counterexamples)("finds nothing in %s", (text) => {
    expect(found(text)).toEqual([]);
  });
});
