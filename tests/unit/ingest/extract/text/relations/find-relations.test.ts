/** What holds for the relations of any document, whatever the rules say of it. */
import fc from "fast-check";
import { expect, test } from "vitest";

import type { EntityMention, ExtractedEntity } from "../../../../../../ingest/extract/extraction.ts";
import { findRelations } from "../../../../../../ingest/extract/text/04-relations/find-relations.ts";
import { TYPE_LETTERS, typesOf } from "../../../../../../ingest/extract/text/04-relations/notation.ts";
import { canRelate } from "../../../../../../server/contract/index.ts";
import { annotatedText } from "../../../../../support/annotated-text.ts";

const LETTERS = Object.values(TYPE_LETTERS).join("");
/** Pieces that the rules look for, so that random texts do reach them. */
const WORDS =
  "与 和 、 , 。 ; : ( ) 共建 联合 成立 由 牵头 落户 位于 在 依托 隶属 下设 是 的 等 分别 聚焦 产业 印发 实施 入选 推动 支持 其 双方 我市 全县 甲方 合作 签署 没有类似 与…相比 力争 建设 领域 校长 2025年 \n | # ".split(
    " ",
  );

const document = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom(..."甲乙丙丁戊己庚辛"), fc.constantFrom(...LETTERS))
          .map(([name, letter]) => `[${name}${nameOf(letter)}|${letter}]`),
      },
      {
        weight: 1,
        arbitrary: fc.string({ unit: "grapheme", maxLength: 6 }).map((text) => text.replace(/[[\]|=]/g, "")),
      },
    ),
    { maxLength: 60 },
  )
  .map((pieces) => annotatedText(pieces.join("").replaceAll("与…相比", "相比"), { region: "徐州市" }));

function nameOf(letter: string): string {
  const type = [...typesOf(letter)][0]!;
  const heads: Partial<Record<string, string>> = {
    Region: "县",
    University: "大学",
    ResearchInstitute: "大学研究院",
    Laboratory: "实验室",
    Company: "集团",
  };
  return heads[type] ?? type;
}

test("every claim joins two different entities as the schema allows, in a sentence of the document", () => {
  fc.assert(
    fc.property(document, ({ document, named }) => {
      for (const { type, from, to, sentence, confidence } of findRelations(document, named)) {
        expect(canRelate(type, named.entities[from]!.type, named.entities[to]!.type)).toBe(true);
        expect(from).not.toBe(to);
        expect(document.sentences[sentence]).toBeDefined();
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 300 },
  );
});

test("a relation is claimed once in a sentence", () => {
  fc.assert(
    fc.property(document, ({ document, named }) => {
      const keys = findRelations(document, named).map(({ type, from, to, sentence }) =>
        [type, from, to, sentence].join(" "),
      );
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: 200 },
  );
});

test("the same document gives the same claims", () => {
  fc.assert(
    fc.property(document, ({ document, named }) => {
      expect(findRelations(document, named)).toEqual(findRelations(document, named));
    }),
    { numRuns: 100 },
  );
});

test("mentions that overlap, nest or lie outside of the sentences do no harm", () => {
  const span = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const);
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
      const { document } = annotatedText(
        "与甲大学共建乙研究院,落户丙县,聚焦丁产业。由戊集团牵头实施“己”计划,出台《庚办法》。",
      );
      const entities = spans.map((_, i): ExtractedEntity => {
        const [type] = typesOf(LETTERS[i % LETTERS.length]!);
        return { type: type!, name: `名${i}`, aliases: [] };
      });
      const mentions = spans.map(([begin, end], entity): EntityMention => ({ entity, begin, end, rule: "test" }));
      expect(() => findRelations(document, { entities, mentions })).not.toThrow();
    }),
    { numRuns: 200 },
  );
});

test("a document without entities or without sentences has no relations", () => {
  const { document, named } = annotatedText("与[甲大学|U]共建[乙研究院|I]。");
  expect(findRelations(document, { entities: [], mentions: [] })).toEqual([]);
  expect(findRelations({ ...document, sentences: [] }, named)).toEqual([]);
});
