/** LOCATED_IN of what lies along several places: 某科创走廊串联甲区、乙县. */
import { pattern } from "../notation.ts";
import { entitiesOf, matches, pairs } from "../rule.ts";
import type { SentenceRule } from "../rule.ts";

const ALONG = pattern(
  `{body:PZ}(?:建设)?(?:,)?{~8}(?:串联|串起|贯穿|贯通|横跨|纵贯|途经|沿线(?:有|包括)|连接|覆盖|涵盖|涉及|范围包括|空间范围为)(?:了|起)?{~6}{places:R+}`,
  /串联|串起|贯穿|贯通|横跨|纵贯|途经|沿线|连接|覆盖|涵盖|涉及|范围/,
);
/** Only what is drawn along places; a park that serves several is in one. */
const LONG_BODY = /走廊|廊道|创新带|产业带|经济带|创新圈|都市圈|大道|示范区|试验区/;

export const SPANNING_RULES: readonly SentenceRule[] = [
  {
    id: "located-along",
    scope: "sentence",
    about: "PZ",
    description: "A corridor or belt is in every place that it joins: 某科创走廊串联甲区、乙县.",
    confidence: 0.85,
    cue: /串联|串起|贯穿|贯通|横跨|纵贯|途经|沿线|连接|覆盖|涵盖|涉及|范围/,
    examples: [
      {
        text: "[嘉陵江科创走廊|P],串联[顺庆区|R]、[高坪区|R]和[嘉陵区|R]。",
        relations: [
          "LOCATED_IN 嘉陵江科创走廊 -> 顺庆区",
          "LOCATED_IN 嘉陵江科创走廊 -> 高坪区",
          "LOCATED_IN 嘉陵江科创走廊 -> 嘉陵区",
        ],
      },
      { text: "[嘉陵江科技城|P]覆盖[顺庆区|R]、[高坪区|R]的服务。", relations: [] },
    ],
    *match(statement, reading) {
      for (const match of matches(statement, ALONG)) {
        const bodies = entitiesOf(match.marks("body", "PZ")).filter((body) =>
          LONG_BODY.test(reading.entities[body]!.name),
        );
        const { begin, end } = match;
        for (const [from, to] of pairs(bodies, entitiesOf(match.marks("places", "R"))))
          yield { type: "LOCATED_IN", from, to, statement, begin, end };
      }
    },
  },
];
