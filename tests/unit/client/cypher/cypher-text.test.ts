/** Cypher as text: statements, parameters, places, names and values. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  cypherLiteral,
  cypherName,
  parametersOf,
  placeOf,
  statementAt,
  statementsOf,
  titleOf,
} from "../../../../client/src/cypher/cypher-text.ts";

describe("parameters", () => {
  test("are found once each, in order, and not in strings, comments and quoted names", () => {
    const text =
      '// $no\nMATCH (n {name: $city, `$no`: \'$no\', x: "\\"$no"}) /* $no */ WHERE n.a = $`two words` RETURN $city, $市';
    expect(parametersOf(text)).toEqual(["city", "two words", "市"]);
  });
});

describe("statements", () => {
  test("are parted by semicolons, without those in strings and comments", () => {
    const text = "RETURN 'a;b' AS x; // one; two\nRETURN 2 ;\n /* ; */ ;\n";
    expect(statementsOf(text).map((statement) => statement.text)).toEqual([
      "RETURN 'a;b' AS x",
      "// one; two\nRETURN 2",
    ]);
  });

  test("stand in the text where they say", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("RETURN 1", ";", " ", "\n", "'a;'", "// c;\n", "/*;*/", "`q;`"), { maxLength: 12 }),
        (parts) => {
          const text = parts.join("");
          for (const { text: own, begin, end } of statementsOf(text)) expect(text.slice(begin, end)).toBe(own);
        },
      ),
    );
  });

  test("are found by where the cursor stands", () => {
    const text = "RETURN 1;\nRETURN 2;\n";
    expect([0, 8, 11, 99].map((offset) => statementAt(text, offset)?.text)).toEqual([
      "RETURN 1",
      "RETURN 1",
      "RETURN 2",
      "RETURN 2",
    ]);
    expect(statementAt(" ; // nothing", 0)).toBeUndefined();
  });
});

test("a place that a store names is the word in the text of the tab", () => {
  const text = "RETURN 1;\nMATCH (n)\nRETRUN n";
  const statement = statementsOf(text)[1]!;
  const at = (line: number, column: number) => {
    const { from, to } = placeOf(text, statement, { line, column });
    return text.slice(from, to);
  };
  expect([at(2, 1), at(1, 1), at(9, 99)]).toEqual(["RETRUN", "MATCH", "n"]);
  expect(placeOf(text, statement, null)).toEqual({ from: 10, to: 15 });
});

test("a query is called by its first comment, else its first line", () => {
  expect(titleOf("// 高校与院所\nMATCH (n) RETURN n")).toBe("高校与院所");
  expect(titleOf("\n  MATCH (n)\nRETURN n")).toBe("MATCH (n)");
});

test("names and values are written as Cypher reads them", () => {
  expect([cypherName("University"), cypherName("高校"), cypherName("a b`c")]).toEqual([
    "University",
    "高校",
    "`a b``c`",
  ]);
  expect(cypherLiteral({ name: "O'Neil\\", n: [1, null, true], "a b": "x\ny" })).toBe(
    "{name: 'O\\'Neil\\\\', n: [1, null, true], `a b`: 'x\\ny'}",
  );
});
