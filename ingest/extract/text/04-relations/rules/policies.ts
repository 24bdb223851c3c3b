/** ISSUED: the body that a sentence names as the issuer of a policy, else the document's own. */
import type { EntityIndex } from "../../../extraction.ts";
import { pattern } from "../notation.ts";
import { isDenied } from "../polarity.ts";
import type { PlacedMark, Reading } from "../reading.ts";
import { entitiesOf, matches, pairs } from "../rule.ts";
import type { DocumentRule, Draft, SentenceRule } from "../rule.ts";
import { clauseIndexAt } from "../statement.ts";
import type { Mark, Statement } from "../statement.ts";

const ISSUERS = "RGOZUILPC";
const ISSUING =
  "(?:出台|印发|发布|制定|编制|修订|公布|下发|颁布|起草|推出|签发|审议通过|转发|拟定|草拟|编写|编印|发文|下达|形成|初步完成)";
const ISSUED_BY = pattern(`${ISSUING}(?:了|的|实施)?{~12}{policies:D+}`);
const ISSUED_OF = pattern(`{who:${ISSUERS}+}${ISSUING}(?:的){~4}{policies:D+}`);
const NOTICE_OF = pattern(`{who:GRO+}{等}(?:关于)?(?:印发|转发|发布){policies:D+}(?:的通知|的公告)?`, /印发|转发|发布/);
const PASSIVE = pattern(
  `{policies:D+}(?:,)?(?:已|正式|均|业已)?(?:由|经){who:${ISSUERS}+}{~8}(?:印发|出台|发布|公布|审议|批复|通过|制定)`,
  /由|经/,
);
const RIGHT_BEFORE = pattern(`{who:GR}(?:的)?{policies:D+}`);
const BEING_ISSUED = new RegExp(ISSUING, "u");
const UNFINISHED = /初步完成|起草|草拟|拟定|拟制|征求意见/;
/** Names the policy to follow it; who issued it is not said. */
const OBEYING = /(?:根据|按照|依据|依照|贯彻|学习|对照|响应|列入|纳入|符合|遵循|执行|对接|遵守)[^,;。]{0,10}$/;

export const POLICY_RULES: readonly (SentenceRule | DocumentRule)[] = [
  {
    id: "issued-stated",
    scope: "sentence",
    about: "D",
    description: "The body that acts, or stands right before the policy: 甲局印发《乙》, 《乙》由甲发布, 甲省《丙》.",
    confidence: 0.93,
    examples: [
      {
        text: "[随州市人民政府|G]印发《[随州市专用车产业政策|D]》。",
        relations: ["ISSUED 随州市人民政府 -> 随州市专用车产业政策"],
      },
      {
        text: "《[随州市专用车产业政策|D]》由[随州市经济和信息化局|G]发布。",
        relations: ["ISSUED 随州市经济和信息化局 -> 随州市专用车产业政策"],
      },
      { text: "在[随州市|R]开展《[随州市专用车产业政策|D]》宣讲。", relations: [] },
    ],
    *match(statement, reading) {
      const taken = new Set<number>();
      for (const match of matches(statement, NOTICE_OF, PASSIVE, ISSUED_OF, ISSUED_BY, RIGHT_BEFORE)) {
        const before = statement.masked.slice(Math.max(0, match.begin - 3), match.begin);
        if (/(?:在|与|和|对|向|为|以|被|入|[^,;。]于)$/.test(before)) continue;
        const policies = match.marks("policies", "D").filter(({ at }) => !taken.has(at));
        const agents = match.has("who") ? undefined : reading.subjects.agents(statement, match.begin, ISSUERS);
        if (agents?.source === "default") continue;
        const isAside =
          agents?.source === "carried" && !agents.marks.some(({ type }) => type === "Government" || type === "Region");
        if (isAside) continue;
        for (const { at } of policies) taken.add(at);
        const issuers = issuersAmong(agents?.marks ?? match.marks("who", ISSUERS));
        for (const [from, to] of pairs(entitiesOf(issuers), entitiesOf(policies))) {
          if (reading.regions.level(from) === "area") continue;
          const span = { statement, begin: match.begin, end: match.end };
          const isNotice = /^.?关于/.test(statement.masked.slice(match.begin + 1));
          yield { type: "ISSUED", from, to, ...span, ...(isNotice ? { status: "existing" as const } : {}) };
        }
      }
    },
  },
  {
    id: "issued-by-default",
    scope: "document",
    description:
      "A policy for which no sentence names an issuer: the one that its name tells, else the document's region; nobody for national law.",
    confidence: 0.85,
    examples: [
      {
        text: "出台《[随州市氢能产业发展规划|D]》。",
        region: "随州市",
        relations: ["ISSUED 随州市 -> 随州市氢能产业发展规划"],
      },
      { text: "根据《[中华人民共和国科学技术进步法|D]》。", region: "随州市", relations: [] },
    ],
    *match(reading, said) {
      for (const [policy, { type }] of reading.entities.entries()) {
        if (type !== "Policy") continue;
        if (said.from("ISSUED", policy, "to").length > 0) continue;
        const marks = reading.marksOf(policy).filter(({ statement, mark }) => !isDenied(statement, mark.at));
        const best = marks.find(({ statement, mark }) => !obeys(statement, mark)) ?? marks[0];
        if (best) yield* byDefault(reading, policy, best);
      }
    },
  },
];

/** 市委、市政府 issue together; a region beside its government only says where. */
function issuersAmong(marks: readonly Mark[]): readonly Mark[] {
  const governments = marks.filter(({ type }) => type === "Government");
  return governments.length > 0 ? governments : marks;
}

function* byDefault(reading: Reading, policy: EntityIndex, { statement, mark }: PlacedMark): Generator<Draft> {
  const { begin } = statement.clauses[clauseIndexAt(statement, mark.at)]!;
  const before = statement.masked.slice(begin, mark.at);
  // 落实《…》, 见《…》: it is there; only 出台, 制定 can still be to come.
  const isBeingIssued = BEING_ISSUED.test(before) && !/废止|施行/.test(statement.masked.slice(mark.at));
  const status = !isBeingIssued ? "existing" : UNFINISHED.test(before) ? "planned" : undefined;
  const draft = (from: EntityIndex): Draft => ({
    type: "ISSUED",
    from,
    to: policy,
    statement,
    begin,
    end: mark.at + 1,
    ...(status === undefined ? {} : { status }),
  });
  const named = namedIssuers(reading, policy);
  if (named === "nobody" || /(?:国家|中央|国务院)《?$/.test(before)) return;
  if (named.length > 0) {
    for (const issuer of named) yield draft(issuer);
    return;
  }
  if (obeys(statement, mark)) return;
  for (const issuer of reading.subjects.agents(statement, mark.at, ISSUERS).entities) {
    const { type } = reading.entities[issuer]!;
    // A park's plan comes from those who govern it.
    const isTopic = issuer === reading.subjects.topic && type !== "InnovationPlatform";
    const isPlain = type === "Region" || type === "Government" || isTopic;
    yield draft(isPlain || reading.home === undefined ? issuer : reading.home);
  }
}

function obeys(statement: Statement, mark: Mark): boolean {
  const clause = statement.clauses[clauseIndexAt(statement, mark.at)]!;
  return OBEYING.test(statement.masked.slice(clause.begin, mark.at));
}

/** Issuers that the policy's own name leads with; nobody for national law. */
function namedIssuers(reading: Reading, policy: EntityIndex): readonly EntityIndex[] | "nobody" {
  const { name } = reading.entities[policy]!;
  // Those who sign an agreement issue nothing.
  if (/(?:协议|协议书|合同|备忘录|倡议书)$/.test(name)) return "nobody";
  const leaders = reading.leadersOfName(name).filter((leader) => {
    const { type, level } = reading.entities[leader]!;
    return (
      type === "Government" || type === "University" || (type === "Region" && level !== "area" && level !== "country")
    );
  });
  const isFull = (leader: EntityIndex) => name.includes(reading.entities[leader]!.name);
  // 广州南沙…方案 is 南沙区's alone, 甘肃省兰州…条例 is 甘肃省's.
  const isCovered = (leader: EntityIndex, other: EntityIndex) =>
    isFull(leader) === isFull(other)
      ? reading.regions.isWithin(other, leader)
      : isFull(other) && (reading.regions.isWithin(leader, other) || reading.regions.isWithin(other, leader));
  const issuers = leaders.filter((leader) => !leaders.some((other) => other !== leader && isCovered(leader, other)));
  if (issuers.length > 0) return issuers;
  return /^(?:中华人民共和国|国家|中国|全国|中共中央|国务院|中央)/.test(name) ? "nobody" : [];
}
