/** A file of decisions is checked whole, and what is wrong is told so that a person can mend it. */
import { describe, expect, test } from "vitest";

import { InvalidDecisionsError } from "../../../../ingest/index.ts";
import { checkDecisions } from "../../../../ingest/resolve/decisions/check-decisions.ts";
import { parseDecisions } from "../../../../ingest/resolve/decisions/decisions.ts";

function problemsOf(text: string): readonly string[] {
  try {
    checkDecisions(parseDecisions(text, "decisions.json"), "decisions.json");
    return [];
  } catch (error) {
    if (!(error instanceof InvalidDecisionsError)) throw error;
    expect(error.message).toContain('"decisions.json"');
    return error.problems;
  }
}
const problems = (...decisions: readonly unknown[]) => problemsOf(JSON.stringify(decisions));

describe("the form of the file", () => {
  test("is a list of decisions, each of one of four kinds", () => {
    expect(
      problems(
        { decide: "same", type: "Company", names: ["甲公司", "甲"], because: "年报", documents: ["reports/"] },
        {
          decide: "different",
          type: "Region",
          names: [
            { name: "鼓楼区", within: "福州市" },
            { name: "鼓楼区", code: "320106" },
          ],
        },
        { decide: "rename", type: "University", name: "浙江科技学院", to: "浙江科技大学" },
        { decide: "type", type: "Company", name: "创谱", to: "InnovationPlatform" },
        {
          decide: "same",
          type: "Laboratory",
          names: ["天姥实验室", { name: "联合创新中心", type: "InnovationPlatform" }],
        },
      ),
    ).toEqual([]);
    expect(problems()).toEqual([]);
    expect(problemsOf("\uFEFF[]")).toEqual([]);
  });

  test.each<[string, string, RegExp]>([
    ["no JSON", "{ same", /^it is not JSON: /],
    ["no list", '{"decide":"same"}', /^it is no list/],
    ["an unknown kind", '[{"decide":"merge","type":"Company","names":["甲","乙"]}]', /^decision 1, decide: /],
    ["an unknown type", '[{"decide":"same","type":"Firm","names":["甲","乙"]}]', /^decision 1, type: /],
    ["one name", '[{"decide":"same","type":"Company","names":["甲"]}]', /^decision 1, names: /],
    ["a blank name", '[{"decide":"same","type":"Company","names":["甲"," "]}]', /^decision 1, names.1: /],
    [
      "a word that nobody reads",
      '[{"decide":"type","type":"Company","name":"甲","to":"University","why":"x"}]',
      /^decision 1: .*why/,
    ],
    [
      "a code that is none",
      '[{"decide":"rename","type":"Region","name":{"name":"甲","code":"33"},"to":"乙"}]',
      /six digits/,
    ],
  ])("%s is told", (_, text, message) => {
    expect(problemsOf(text)).toEqual([expect.stringMatching(message)]);
  });

  test("everything that is wrong is told at once", () => {
    expect(
      problems({ decide: "same", type: "Company", names: [] }, { decide: "rename", type: "Company", name: "甲" }),
    ).toEqual([expect.stringMatching(/^decision 1, names/), expect.stringMatching(/^decision 2, to/)]);
  });
});

describe("decisions that cannot hold", () => {
  const same = (...names: readonly unknown[]) => ({ decide: "same", type: "Laboratory", names });
  const different = (...names: readonly unknown[]) => ({ decide: "different", type: "Laboratory", names });

  test.each<[string, readonly unknown[], string]>([
    ["a name twice", [same("甲", "甲")], 'decision 1: it names "甲" twice'],
    [
      "a code of no region",
      [same({ name: "甲", type: "Region", code: "999999" }, "乙")],
      "decision 1: no region has the code 999999",
    ],
    [
      "a code of what is no region",
      [same({ name: "甲", code: "330600" }, "乙")],
      'decision 1: only a Region has a code, and "甲" is a Laboratory',
    ],
    [
      "a place that is none",
      [same({ name: "甲", within: "月球市" }, "乙")],
      'decision 1: "月球市" is no region; write its full name (绍兴市)',
    ],
    [
      "the type that it has",
      [{ decide: "type", type: "Company", name: "甲", to: "Company" }],
      'decision 1: "甲" is a Company already',
    ],
    [
      "the type of a region",
      [{ decide: "type", type: "Company", name: "甲", to: "Region" }],
      "decision 1: what a Region is comes from the dictionary; its type cannot be decided",
    ],
    [
      "the name that it has",
      [{ decide: "rename", type: "Company", name: "甲", to: "甲" }],
      'decision 1: "甲" has this name already',
    ],
    [
      "two new names",
      [
        { decide: "rename", type: "Company", name: "甲", to: "乙" },
        { decide: "rename", type: "Company", name: "甲", to: "丙" },
      ],
      'decision 2: decision 1 gives "甲" another name, 乙',
    ],
    [
      "the same and different, by way of a third",
      [same("甲", "乙"), same("甲", "丙"), different("乙", "丙")],
      'decision 3: "乙" and "丙" are different here, and the same by decision 1 and 2',
    ],
    [
      "two first names",
      [same("甲", "丙"), same("乙", "丙")],
      'decision 2: with decision 1 it makes one entity of "甲" and "乙", and both come first. Write them as one decision: its first name stays',
    ],
  ])("%s", (_, decisions, message) => {
    expect(problems(...decisions)).toEqual([message]);
  });

  test("what holds in some documents only may differ from what holds in all", () => {
    expect(problems(same("甲", "乙"), { ...different("甲", "乙"), documents: ["reports/"] })).toEqual([]);
    expect(problems(same("甲", "乙"), same("乙", "丙"))).toEqual([]);
  });
});
