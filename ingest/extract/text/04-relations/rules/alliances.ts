/** LEADS and MEMBER_OF of alliances: A牵头、B参与的Y, A任理事长单位, B为首批成员. */
import type { EntityIndex } from "../../../extraction.ts";
import { pattern } from "../notation.ts";
import type { Reading } from "../reading.ts";
import { entitiesOf, matches, pairs } from "../rule.ts";
import type { Draft, Match, SentenceRule } from "../rule.ts";
import { withoutPlacesBefore } from "../statement.ts";

const ACTORS = "UILZPCGO";

/** 由甲公司牵头、乙大学参与的丙联盟 */
const LED_WITH_OTHERS = pattern(
  `(?:由)?{leader:${ACTORS}}(?:牵头|领衔|主导)(?:、|,){members:${ACTORS}+}{等}{~6}(?:参与|参加|协同|配合)(?:建设|组建)?(?:(?:的|,成立|,组建){~6}{org:OPL})?`,
  /牵头|领衔|主导/,
);
const HEADS_COUNCIL = pattern(
  `{who:${ACTORS}}(?:为|任|担任|当选为?|出任|是)(?:首[届任])?(?<office>理事长|会长|盟主|轮值主席)单位`,
  /单位/,
);
const ON_COUNCIL = pattern(
  `{who:${ACTORS}+}{等}(?:为|任|担任|当选为?|入选|成为|是)(?:首[届任批])?(?:副理事长|副会长|常务理事|理事|成员|会员|创始成员)(?:单位|[,;。]|$)`,
  /成员|会员|理事|会长/,
);

export const ALLIANCE_RULES: readonly SentenceRule[] = [
  {
    id: "alliance-led-with-others",
    scope: "sentence",
    about: "OPL",
    description: "One leads and others take part: 由A牵头、B参与的Y; Y由A牵头、B参与.",
    confidence: 0.9,
    cue: /牵头|领衔|主导/,
    examples: [
      {
        text: "[柳工集团|C]牵头,[广西大学|U]等单位参与的[工程机械创新联合体|O]正式揭牌。",
        relations: ["LEADS 柳工集团 -> 工程机械创新联合体", "MEMBER_OF 广西大学 -> 工程机械创新联合体"],
      },
      {
        text: "其中[桑蚕技术创新中心|P]由[桑蚕集团|C]牵头、[广西大学|U]参与。",
        relations: ["LEADS 桑蚕集团 -> 桑蚕技术创新中心", "MEMBER_OF 广西大学 -> 桑蚕技术创新中心"],
      },
      { text: "[柳工集团|C]牵头,[广西大学|U]参与攻关。", relations: [] },
    ],
    *match(statement, reading) {
      for (const match of matches(statement, LED_WITH_OTHERS)) {
        const named = entitiesOf(match.marks("org", "OPL"));
        const isPassive = statement.masked[match.begin] === "由";
        const bodies =
          named.length > 0 || !isPassive ? named : reading.subjects.bearers(statement, match.begin, "OPL").entities;
        if (bodies.length !== 1) continue;
        yield* toAlliance(match, "LEADS", entitiesOf(match.marks("leader", ACTORS)), bodies[0]!);
        yield* toAlliance(match, "MEMBER_OF", entitiesOf(match.marks("members", ACTORS)), bodies[0]!);
      }
    },
  },
  {
    id: "alliance-council",
    scope: "sentence",
    about: "UILZPCG",
    description: "The seats of an alliance that the sentence or the document is about: A为理事长单位, B为首批成员.",
    confidence: 0.88,
    cue: /理事|会长|成员|会员|盟主|轮值/,
    examples: [
      {
        text: "[西江船舶联盟|O]选举[玉柴集团|C]为理事长单位,[广西大学|U]、[柳工集团|C]等9家单位为副理事长单位。",
        relations: [
          "LEADS 玉柴集团 -> 西江船舶联盟",
          "MEMBER_OF 广西大学 -> 西江船舶联盟",
          "MEMBER_OF 柳工集团 -> 西江船舶联盟",
        ],
      },
      { text: "[玉柴集团|C]为理事长单位。", relations: [] },
    ],
    *match(statement, reading) {
      for (const match of matches(statement, HEADS_COUNCIL, ON_COUNCIL)) {
        const alliance = allianceAt(reading, match);
        if (alliance === undefined) continue;
        const who = entitiesOf(withoutPlacesBefore(match.marks("who", ACTORS)));
        yield* toAlliance(match, match.has("office") ? "LEADS" : "MEMBER_OF", who, alliance);
      }
    },
  },
];

/** The alliance that the sentence named last, else the one that the paragraph or the document is about. */
function allianceAt(reading: Reading, { statement, begin }: Match): EntityIndex | undefined {
  const named = statement.marks.findLast(({ at, type }) => at < begin && type === "Organization");
  const meant =
    named?.entity ?? reading.subjects.topic ?? reading.subjects.protagonist ?? reading.subjects.bodyBefore(statement);
  return meant !== undefined && reading.entities[meant]!.type === "Organization" ? meant : undefined;
}

function* toAlliance(
  { statement, begin, end }: Match,
  type: "LEADS" | "MEMBER_OF",
  who: readonly EntityIndex[],
  alliance: EntityIndex,
): Generator<Draft> {
  for (const [from, to] of pairs(who, [alliance])) yield { type, from, to, statement, begin, end };
}
