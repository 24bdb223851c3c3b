/** Both languages say the same things, each in its own letters. */
import { describe, expect, test } from "vitest";

import { en } from "../../../../client/src/i18n/en.ts";
import { pseudoMessages } from "../../../../client/src/i18n/pseudo.ts";
import type { ViewMessages } from "../../../../client/src/i18n/view-messages.ts";
import { zhCN } from "../../../../client/src/i18n/zh-CN.ts";

interface Leaf {
  readonly path: string;
  readonly text: string;
  readonly arity: number | undefined;
}

/** Functions are called with arguments that are letters of no language: numbers, and a sign for texts. */
function leaves(value: unknown, path = ""): Leaf[] {
  if (typeof value === "string") return [{ path, text: value, arity: undefined }];
  if (typeof value === "function") {
    const call = value as (...parameters: unknown[]) => string;
    return [
      { path: `${path}(numbers)`, text: call(1_234, 5_678, 9, 4), arity: call.length },
      { path: `${path}(texts)`, text: call("@", "@", 9, 4), arity: call.length },
    ];
  }
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, path === "" ? key : `${path}.${key}`));
}

/** The texts that stand beside their views, by the path of their file. */
const ofViews = Object.entries(
  import.meta.glob<Record<string, ViewMessages<object>>>("../../../../client/src/views/**/messages.ts", {
    eager: true,
  }),
).flatMap(([path, exports]) => Object.values(exports).map((texts) => [path.replace(/^.*views\//, ""), texts] as const));

const english = [...leaves(en), ...ofViews.flatMap(([path, { languages }]) => leaves(languages.en, path))];
const chinese = [...leaves(zhCN), ...ofViews.flatMap(([path, { languages }]) => leaves(languages.zhCN, path))];

/** Names that stay in Latin letters in a Chinese text. */
const LATIN_NAMES =
  /Cypher|JSON Lines|JSON|Gephi|NetworkX|igraph|PNG|SVG|EXPLAIN|PROFILE|GraphML|GEXF|NDJSON|Parquet|null|count|Neo4j|NEO4J_USER|NEO4J_PASSWORD|LIMIT|CREATE|MERGE|SET|DELETE|Markdown|HTML|CSV|Excel|Word|PDF|UTF-8|GB18030|MB|Alt|Shift|Tab|Enter|Ctrl|city|NaN|PageRank|Louvain|Brandes|Brin|Page|Batagelj|Zaveršnik|Guimerà|Amaral|Blondel|Adamic|Adar/g;

describe("Chinese", () => {
  test("has the same keys as English, and functions of the same number of arguments", () => {
    expect(chinese.map(({ path }) => path)).toEqual(english.map(({ path }) => path));
    const needs = new Map(english.map(({ path, arity }) => [path, arity]));
    expect(chinese.filter(({ path, arity }) => (arity ?? 0) > (needs.get(path) ?? 0))).toEqual([]);
  });

  test("leaves no Latin text but names", () => {
    const left = chinese
      .filter(({ path }) => !path.startsWith("language."))
      .map(({ path, text }) => ({ path, rest: text.replace(LATIN_NAMES, "") }))
      .filter(({ rest }) => /[A-Za-z]{2,}/.test(rest));
    expect(left).toEqual([]);
  });

  test("uses full-width marks, no space beside them, and neither 请 nor an exclamation", () => {
    const wrong = chinese.filter(
      ({ path, text }) =>
        !path.startsWith("language.") &&
        (/\p{Script=Han}[,;:!?]|[,;:!?]\p{Script=Han}/u.test(text) ||
          / [，。；：、“”（）]|[，。；：、（] /.test(text) ||
          /[！!]|请(?!求)/.test(text)),
    );
    expect(wrong).toEqual([]);
  });

  test("puts a space between Chinese and figures or Latin letters", () => {
    // Names that are put in are Chinese more often than not: only what we wrote ourselves counts.
    const wrong = chinese.filter(
      ({ path, text }) =>
        !/^language\.|\(numbers\)$/.test(path) && /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(text),
    );
    expect(wrong).toEqual([]);
  });

  test("calls things by the words of the project", () => {
    const avoided = /节点|连边|证据链|现状态|不存在(?!。)|下钻|短板|历史栈|脚本/;
    expect(chinese.filter(({ text }) => avoided.test(text) && !/不等于不存在/.test(text))).toEqual([]);
  });
});

describe("English", () => {
  test("leaves no Chinese but the name of the language and an example", () => {
    const allowed = /^(language\.|query\.parametersHint)/;
    expect(english.filter(({ path, text }) => !allowed.test(path) && /\p{Script=Han}/u.test(text))).toEqual([]);
  });

  test("has neither please nor an exclamation, and no word that the project avoids", () => {
    const avoided = /please|!|\bnodes?\b|\bedges?\b|\bprune|drill|\bTBD\b|\bKPI/i;
    expect(english.filter(({ text }) => avoided.test(text))).toEqual([]);
  });

  test("counts one and many", () => {
    expect(en.counts.entities(1)).toBe("1 entity");
    expect(en.counts.entities(1_234)).toBe("1,234 entities");
  });
});

test("the language of development marks every text", () => {
  const texts = leaves(pseudoMessages()).filter(({ path }) => !/^counts\.(number|separator|sentenceBreak)/.test(path));
  expect(texts.filter(({ text }) => !text.startsWith("[!!!"))).toEqual([]);
});
