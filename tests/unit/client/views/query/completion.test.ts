/** What completion knows of a text without its grammar. */
import { expect, test } from "vitest";

import { labelsOf, openString } from "../../../../../client/src/views/query/editor/completion.ts";

test("an open string is found with the property that it is compared with", () => {
  expect(openString("MATCH (u {name: 'shao")).toEqual({ quote: "'", text: "shao", property: "name" });
  expect(openString('WHERE r.status <> "pl')).toMatchObject({ text: "pl", property: "status" });
  expect(openString("WHERE o.indicator IN ['a', 'R&")).toMatchObject({ text: "R&", property: "indicator" });
  expect(openString("WHERE e.name STARTS WITH '浙")).toMatchObject({ text: "浙", property: "name" });
  expect(openString("RETURN 'x")).toMatchObject({ text: "x", property: undefined });
});

test("a string that is closed, a comment and an escaped quote open none", () => {
  for (const text of ["RETURN 'a'", "// it's\nMATCH (", "RETURN 'it\\'s'", "// it's"])
    expect(openString(text)).toBeUndefined();
  expect(openString("RETURN 'it\\'s")?.text).toBe("it\\'s");
});

test("labels of a variable are read from the patterns of the text", () => {
  const text = "MATCH (u:University)-[r:PARTNERS_WITH|LEADS*1..2]->(c:Region&City {name: 'x'}) WHERE u:Entity";
  expect([labelsOf(text, "u"), labelsOf(text, "r"), labelsOf(text, "c"), labelsOf(text, "")]).toEqual([
    ["University"],
    ["PARTNERS_WITH", "LEADS"],
    ["Region", "City"],
    [],
  ]);
});
