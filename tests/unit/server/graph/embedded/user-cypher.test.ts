import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { isWord, positionAt, tokenize } from "../../../../../server/graph/cypher-tokens.ts";
import { NODE, PATH, RAW, RELATION, SCALAR } from "../../../../../server/graph/embedded/entity-flow.ts";
import { prepareUserCypher } from "../../../../../server/graph/embedded/user-cypher.ts";

describe("tokens", () => {
  test("cover every character that is neither space nor comment", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        let end = 0;
        for (const token of [...tokenize(text), { begin: text.length, end: text.length }]) {
          const between = text.slice(end, token.begin).trim();
          expect(between === "" || between.startsWith("//") || between.startsWith("/*")).toBe(true);
          end = token.end;
        }
      }),
    );
  });

  test("keep strings, names and comments whole", () => {
    const texts = tokenize(
      "MATCH (学校:`高 校` {name: 'it\\'s // no'}) /* RETURN */ WHERE 学校.x >= $p RETURN 1.5e3 // end",
    ).map(({ text }) => text);
    expect(texts).toEqual([
      "MATCH",
      "(",
      "学校",
      ":",
      "高 校",
      "{",
      "name",
      ":",
      "'it\\'s // no'",
      "}",
      ")",
      "WHERE",
      "学校",
      ".",
      "x",
      ">=",
      "$p",
      "RETURN",
      "1.5e3",
    ]);
    expect(isWord(tokenize("`RETURN`")[0], "RETURN")).toBe(false);
  });

  test("have places", () => expect(positionAt("a\n学校 b", 5)).toEqual({ line: 2, column: 4 }));
});

describe("what is run", () => {
  const run = (text: string) => prepareUserCypher(text, 10).cypher;

  test("names each column that has no name, and limits the last RETURN", () => {
    expect(run("MATCH (n) RETURN n, count(*), n.a + 1 AS b")).toBe(
      "MATCH (n) RETURN n, count(*) AS `column 2`, n.a + 1 AS b\nLIMIT 11",
    );
    expect(run("MATCH (n) RETURN DISTINCT n.name ORDER BY n.name ; // done")).toBe(
      "MATCH (n) RETURN DISTINCT n.name AS `column 1` ORDER BY n.name\nLIMIT 11",
    );
    expect(run("RETURN 1 AS a LIMIT 5")).toBe("RETURN 1 AS a LIMIT 5");
    expect(run("RETURN 1 UNION RETURN 1")).toBe("RETURN 1 AS `column 1` UNION RETURN 1 AS `column 1`");
    expect(run("MATCH (n) RETURN *")).toBe("MATCH (n) RETURN *\nLIMIT 11");
    expect(run("CALL db.labels()")).toBe("CALL db.labels()");
  });

  test("leaves subqueries alone", () => {
    expect(run("CALL { MATCH (n) RETURN n LIMIT 3 } RETURN n")).toBe(
      "CALL { MATCH (n) RETURN n LIMIT 3 } RETURN n\nLIMIT 11",
    );
    expect(run("MATCH (n) WHERE EXISTS { MATCH (n)-->(m) } RETURN n.a")).toContain("RETURN n.a AS `column 1`");
  });

  test("does not take a name for a keyword", () => {
    expect(run("MATCH (n) WHERE n.name STARTS WITH 'x' AND n.limit > 1 RETURN n.`return`")).toBe(
      "MATCH (n) WHERE n.name STARTS WITH 'x' AND n.limit > 1 RETURN n.`return` AS `column 1`\nLIMIT 11",
    );
  });

  test("is without EXPLAIN or PROFILE, in the same places", () => {
    const { mode, original } = prepareUserCypher(" explain\nMATCH (n) RETURN n", 10);
    expect([mode, original]).toEqual(["explain", "        \nMATCH (n) RETURN n"]);
    expect(prepareUserCypher("PROFILE RETURN 1", 1).mode).toBe("profile");
  });
});

describe("what columns may hold", () => {
  const kinds = (text: string) => prepareUserCypher(text, 10).columns?.map(({ kind }) => kind);
  const M = "MATCH p = (a)-[r]->(b) ";

  test.each([
    [`${M}RETURN a, r, p, a.name, 1, 'x', null`, [NODE, RELATION, PATH, SCALAR, SCALAR, 0, 0]],
    [`${M}RETURN count(a), size([a]), id(a), a = b, a:X, labels(a)`, [SCALAR, SCALAR, SCALAR, SCALAR, SCALAR, SCALAR]],
    [`${M}RETURN coalesce(a, b), coalesce(a, 1), coalesce(a.x, 1)`, [NODE | RAW, NODE | SCALAR | RAW, SCALAR]],
    [`${M}RETURN CASE WHEN a.x = 1 THEN a ELSE null END, CASE a WHEN b THEN 1 END`, [NODE | RAW, SCALAR]],
    [
      `${M}RETURN [x IN nodes(p) | x], [x IN nodes(p) | x.y], [x IN [1] | x], [(a)-->(c) | c]`,
      [NODE | RAW, SCALAR, SCALAR, NODE],
    ],
    [`${M}RETURN [a] + [b], [a, b], {x: a}, nodes(p)[0], relationships(p)`, [NODE | RAW, NODE, NODE, NODE, RELATION]],
    [
      `${M}WITH coalesce(a, b) AS x, collect(r) AS rs UNWIND rs AS s RETURN x, s, {y: x}`,
      [NODE | RAW, RELATION, NODE | RAW],
    ],
    [`${M}CALL { WITH a RETURN max(a) AS m } RETURN m`, [NODE | RAW]],
    [`${M}RETURN reduce(s = 0, x IN nodes(p) | s + x.n), reduce(s = null, x IN nodes(p) | x)`, [SCALAR, NODE | RAW]],
    [`${M}RETURN a UNION ${M}RETURN coalesce(a, 1) AS a`, [NODE | SCALAR | RAW]],
    [`MATCH (a) WHERE (a)-->(:X) RETURN a {.*, self: a}, a {.name}`, [NODE | SCALAR, SCALAR]],
  ])("%s", (text, expected) => expect(kinds(text)).toEqual(expected));
});
