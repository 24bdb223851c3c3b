/** CO_BUILT_WITH of the body that a sentence, an entry or its heading is about: Y,与A合作设立; Y(由A与B筹建). */
import type { Reading } from "../reading.ts";
import { leadingOwners } from "../owners.ts";
import { pattern } from "../notation.ts";
import { entitiesOf, matches } from "../rule.ts";
import type { Match, SentenceRule } from "../rule.ts";
import { withoutPlacesBefore } from "../statement.ts";
import { BUILDERS, BUILDING, JOINTLY, builtBy } from "./builders.ts";

const BUILT = "ILPO";

/** Nothing stands behind the verb: what is built was named before. */
const WITH_PARTNERS = pattern(
  `(?:^|[,;。])(?:{~8})(?:与|和|同|跟){partners:${BUILDERS}+}{等}(?:[两双三四多]方)?{~6}(?<verb>${JOINTLY})(?=[,;。]|而成|$)`,
  /[,;。]|与|和|同|跟/,
);
const IN_BRACKETS = pattern(
  `{body:${BUILT}}\\((?:拟)?由{partners:${BUILDERS}+}{等}{~8}(?<verb>${JOINTLY}|${BUILDING})\\)`,
  /\(/,
);

export const BUILT_SUBJECT_RULES: readonly SentenceRule[] = [
  {
    id: "co-built-subject",
    scope: "sentence",
    about: "ILPO",
    description: "The body that an entry is about was built with somebody: Y,与A合作设立; Y(由A与B筹建).",
    confidence: 0.88,
    cue: /[共合]建|合办|[共合]设|共同|联合|合作|携手|联手|牵手|协同|\(/,
    examples: [
      {
        text: "[涪江智能制造研究院|I],与[长虹电器|C]合作设立,入驻产业园。",
        region: "绵阳市",
        relations: ["CO_BUILT_WITH 涪江智能制造研究院 -> 长虹电器", "CO_BUILT_WITH 涪江智能制造研究院 -> 绵阳市"],
      },
      {
        text: "推动[涪江储能研究院|I](由[绵阳市人民政府|G]与[西南科技大学|U]筹建)年内挂牌。",
        relations: ["CO_BUILT_WITH 涪江储能研究院 -> 绵阳市人民政府", "CO_BUILT_WITH 涪江储能研究院 -> 西南科技大学"],
      },
      { text: "[绵阳市|R]科创走廊,与[西南科技大学|U]联合推进,成效明显。", relations: [] },
    ],
    *match(statement, reading) {
      for (const match of matches(statement, IN_BRACKETS)) {
        const builders = entitiesOf(match.marks("partners", BUILDERS));
        if (builders.length > 1) yield* builtBy(reading, match, entitiesOf(match.marks("body", BUILT)), builders);
      }
      for (const match of matches(statement, WITH_PARTNERS)) {
        const bodies = reading.subjects.bearers(statement, match.begin, BUILT).entities;
        if (bodies.length !== 1) continue;
        const partners = entitiesOf(withoutPlacesBefore(match.marks("partners", BUILDERS)));
        yield* builtBy(reading, match, bodies, [...partners, ...ownSide(reading, match, bodies[0]!)]);
      }
    },
  },
];

/** Whoever built it with them: the owner in its name, else the one that the document speaks for. */
function ownSide(reading: Reading, { statement }: Match, body: number) {
  const owners = leadingOwners(reading, body);
  const own = reading.subjects.defaultOf(statement);
  return owners.length > 0 ? owners : own === undefined || own === body ? [] : [own];
}
