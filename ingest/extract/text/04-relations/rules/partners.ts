/** PARTNERS_WITH between two sides: at which end a partnership starts, and who can be one. */
import type { EntityType } from "../../../../../server/contract/index.ts";
import type { EntityIndex } from "../../../extraction.ts";
import type { Reading } from "../reading.ts";
import type { Draft, Match } from "../rule.ts";
import { seatOf } from "../seats.ts";
import { namedInHeading } from "../statement.ts";

export const PARTIES = "UILZPCGORN";
/** What is built together is no mere partnership. */
export const BUILDING_TOGETHER =
  /共建|合建|,(?:成立|组建|建设|打造)|(?:共同|联合|合作|携手|联手)(?:建设|组建|打造|成立|设立|创建|建立|创办|发起)(?!(?:了)?[^,;。]{0,12}(?:机制|关系|团队|联系))/u;
export const IN_FIELDS = "(?:在{RZP}{~4})?(?:(?:在|就|围绕){~8}(?:{FS+}{等}{~10})?)?";

/** Where a partnership starts: with people, then universities, institutes, companies; it ends at places. */
const RANK: Readonly<Partial<Record<EntityType, number>>> = {
  Person: -1,
  University: 0,
  ResearchInstitute: 1,
  Company: 2,
  Organization: 3,
  Laboratory: 4,
  InnovationPlatform: 4,
  HighTechZone: 4,
  Government: 5,
  Region: 6,
};

const SCHOLAR_AHEAD =
  /^(?:等[^,。;]{0,10}?)?(?:、[\p{Script=Han}]{2,4}){0,4}(?:等[^,。;]{0,10}?)?(?:院士|教授|研究员|专家|博士|科学家|团队)/u;
const SCHOLAR_BEFORE = /(?:院士|教授|研究员|专家|博士|科学家|带头人)$/;

/** A mayor who signs is no partner; an academician who brings a team is. */
function isScholar(reading: Reading, person: EntityIndex): boolean {
  const { text } = reading.document.clean;
  return reading
    .marksOf(person)
    .some(
      ({ mark: { begin, end } }) =>
        SCHOLAR_AHEAD.test(text.slice(end, end + 28)) || SCHOLAR_BEFORE.test(text.slice(Math.max(0, begin - 6), begin)),
    );
}

/** The other place first, the one that the document speaks for last. */
function betweenRegions(
  { entities, home, regions }: Reading,
  one: EntityIndex,
  other: EntityIndex,
): readonly [EntityIndex, EntityIndex] | undefined {
  if (home === undefined || entities[one]!.type !== "Region" || entities[other]!.type !== "Region") return undefined;
  return regions.isWithin(one, home) ? [other, one] : [one, other];
}

/** The place of a government that is not the document's own. */
function placeElsewhere(reading: Reading, government: EntityIndex): EntityIndex | undefined {
  if (reading.entities[government]!.type !== "Government") return undefined;
  const seat = seatOf(reading, government);
  const { home, regions } = reading;
  const isElsewhere =
    seat !== undefined &&
    home !== undefined &&
    reading.entities[seat]!.type === "Region" &&
    !regions.isWithin(seat, home) &&
    !regions.isWithin(home, seat);
  return isElsewhere ? seat : undefined;
}

/** 与天津市深化对口合作: another place works with the document's own, or with one in it. */
function isTwinned({ home, regions }: Reading, from: EntityIndex, to: EntityIndex, words: string): boolean {
  if (home === undefined || !regions.isWithin(to, home) || regions.isWithin(from, home)) return false;
  const level = regions.level(from);
  if (level === "area" || level === "country" || regions.isWithin(home, from)) return false;
  return /对口|协作|结对|帮扶/.test(words);
}

export function* partnerships(
  { statement, begin, end }: Pick<Match, "statement" | "begin" | "end">,
  reading: Reading,
  left: readonly EntityIndex[],
  right: readonly EntityIndex[],
): Generator<Draft> {
  // Whom the document is about, or what the item names before its colon.
  const heading = namedInHeading(statement)?.entity;
  const isOwn = (entity: EntityIndex) =>
    entity === reading.subjects.topic || entity === reading.subjects.protagonist || entity === heading;
  const rank = (entity: EntityIndex) => RANK[reading.entities[entity]!.type] ?? 0;
  for (const a of left) {
    for (const b of right) {
      if (a === b) continue;
      // Partners come to the one whom the document is about.
      const isTurned = isOwn(a) || (!isOwn(b) && rank(a) > rank(b));
      // 甲实验室 with its city: it starts at the body that the document is about.
      const isToPlace = rank(a) < 5 && rank(b) >= 5;
      const [one, other] = isTurned && !isToPlace ? [b, a] : [a, b];
      const [start, to] = betweenRegions(reading, one, other) ?? [one, other];
      // 与南京市科技局签订协议: another place's government signs for it.
      const from = to === reading.home ? (placeElsewhere(reading, start) ?? start) : start;
      const isBetweenRegions = reading.entities[from]!.type === "Region";
      if (isBetweenRegions && from === start && !isTwinned(reading, from, to, statement.masked.slice(begin, end + 6)))
        continue;
      if ((rank(from) >= 5 && !isBetweenRegions) || (rank(from) < 0 && !isScholar(reading, from))) continue;
      yield { type: "PARTNERS_WITH", from, to, statement, begin, end };
      // A government that signs does so for its region.
      const seat = reading.entities[to]!.type === "Government" ? seatOf(reading, to) : undefined;
      if (seat !== undefined) yield { type: "PARTNERS_WITH", from, to: seat, statement, begin, end };
    }
  }
}
