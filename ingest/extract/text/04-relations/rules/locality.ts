/** LOCATED_IN by a local document's own claim: what its region builds, hosts or supports is there. */
import type { EntityType } from "../../../../../server/contract/index.ts";
import { findBody, findRegions, isWithin, regionByCode } from "../../../../lexicon/index.ts";
import type { Region } from "../../../../lexicon/index.ts";
import type { EntityIndex } from "../../../extraction.ts";
import { isEnclave, isPlace } from "../heads.ts";
import { ANY_MARK, marksOfTypes } from "../notation.ts";
import { isDenied } from "../polarity.ts";
import type { PlacedMark, Reading } from "../reading.ts";
import type { DocumentRule, Draft, Said } from "../rule.ts";
import { seatOf } from "../seats.ts";
import { clauseIndexAt } from "../statement.ts";

const CARRIERS: ReadonlySet<EntityType> = new Set<EntityType>([
  "ResearchInstitute",
  "Laboratory",
  "HighTechZone",
  "InnovationPlatform",
  "Organization",
]);
const NATIONAL = /^(?:国家|中国|中华|全国|国际(?!.{0,6}(?:园|城|谷|港|小镇)))/;
const SUPPORTING = /(?:支持|推动|推进|鼓励|引导|指导|帮助|助力|发挥|依托)[^,;。]{0,3}$/;
const FOUNDING =
  /(?:围绕|争取|争创|创建|获批|建设|成立|设立|入列|引进|落户|打造|谋划|布局|建成|支持|推进|推动|建有|拥有|认定)/;
const OUTSIDE =
  /(?:与|和|同|向|赴|来自|联合|会同|经|获|由)$|(?:对接|邀请|学习|参加|参与|加入|列入|入选|拜访|用好)[^,;。\ue000-\uecff]{0,4}$/u;
/** A delegation's visit: to whom, not to which park of the region that it came to. */
const VISITED = /(?:到|走访|考察|调研|参观|走进|来到)[^,;。\ue000-\uecff]{0,4}$/;
const OWN_UNIVERSITY = /(?:支持|推动|引导)[^,;。]{0,3}$|(?:建成|创办|新建|筹建|建有|拥有)[^,;。]{0,3}$/;
/** 甲大学某研究院 speaks of the institute, whether or not it is an entity. */
const WHOLE_UNIVERSITY =
  /^(?:[,;。、)等和与]|$|开展|建设|创|谋划|组建|申报|打造|提升|发展|加快|推进|实施|承担|牵头|深化|完善|做|设立|成立)/;
/** 推动甲大学在乙市设立…: it comes from elsewhere. */
const GOING_ELSEWHERE = /^(?:[、和与\ue000-\uecff])*(?:等[^,;。]{0,12}?)?(?:在|与|到|来)(?:[\ue000-\ue0ff]|我)/u;
/** 甲大学城与开发区一路之隔: beside it, not in it. */
const BESIDE = /^[^,;。]{0,16}(?:[之相]隔|毗邻|相邻|相望|接壤|环绕)/;
/** A part of a city that others build in, as against a platform that acts. */
const PARK = /(?:科技城|科学城|创新区|科教城|大学城|科创城|知识城)$/;
const HEADED_BY_PERSON = new RegExp(
  `^[^,;。${ANY_MARK}]{0,10}(?:长|书记|主任|院士|教授|研究员|专家|董事|助理|组长|师)[${marksOfTypes("N")}]`,
  "u",
);
const LIST_BEFORE = /[\ue000-\uecff、和与等]+$/u;

export const LOCALITY_RULES: readonly DocumentRule[] = [
  {
    id: "local-claim",
    scope: "document",
    description:
      "A carrier that a local document speaks of as its own is in the document's region, or in the part of it that acts; not partners, parents, national bodies, what is elsewhere or denied.",
    confidence: 0.82,
    examples: [
      {
        text: "推进[云龙湖实验室|L]、[淮海科技大市场|P]等平台建设。",
        region: "徐州市",
        relations: ["LOCATED_IN 云龙湖实验室 -> 徐州市 (planned)", "LOCATED_IN 淮海科技大市场 -> 徐州市 (planned)"],
      },
      { text: "积极对接[云龙湖实验室|L]。", region: "徐州市", relations: [] },
      { text: "依托[徐州市石墨烯研究院|I]在[徐州市|R]建设平台。", region: "沛县", relations: [] },
      { text: "服务[雄安新区|Z]建设。", region: "徐州市", relations: [] },
      {
        text: "[徐州高新区|Z]成立于2010年。[云龙大学城|P]与园区一路之隔。",
        region: "徐州市",
        relations: ["LOCATED_IN 徐州高新区 -> 徐州市"],
      },
      { text: "没有类似[云龙湖实验室|L]的平台。", region: "徐州市", relations: [] },
    ],
    *match(reading, said) {
      const host = hostOf(reading);
      for (const entity of reading.entities.keys()) {
        const draft = claim(reading, entity, host, said);
        if (draft) yield draft;
      }
    },
  },
  {
    id: "enclave-of-home",
    scope: "document",
    description: "An enclave outside the document's region is run by it.",
    confidence: 0.85,
    examples: [
      {
        text: "布局[上海徐州国际飞地|P],在[上海市|R]。",
        region: "徐州市",
        relations: ["AFFILIATED_WITH 上海徐州国际飞地 -> 徐州市"],
      },
      { text: "建成[云龙湖国际社区|P]。", region: "徐州市", relations: [] },
    ],
    *match(reading, said) {
      const host = hostOf(reading);
      if (host === undefined) return;
      for (const [entity, { type, name }] of reading.entities.entries()) {
        const [placed] = reading.marksOf(entity);
        if (type !== "InnovationPlatform" || !isEnclave(name) || !placed) continue;
        if (said.from("AFFILIATED_WITH", entity).length > 0 || isDenied(placed.statement, placed.mark.at)) continue;
        yield { ...draftAt(placed, entity, host), type: "AFFILIATED_WITH" };
      }
    },
  },
];

/** Where undeclared bodies are: the zone that the document is a profile of, else its region; nowhere for an institute's own page. */
function hostOf({ subjects, entities, home }: Reading): EntityIndex | undefined {
  const { topic } = subjects;
  if (topic === undefined) return home;
  const { type } = entities[topic]!;
  return type === "HighTechZone" || type === "InnovationPlatform" ? topic : undefined;
}

function claim(reading: Reading, entity: EntityIndex, host: EntityIndex | undefined, said: Said): Draft | undefined {
  const { type, name } = reading.entities[entity]!;
  const { home, subjects } = reading;
  if (home === undefined || (!CARRIERS.has(type) && type !== "University")) return undefined;
  const [first] = reading.marksOf(entity);
  const places = said.from("LOCATED_IN", entity).map(({ to }) => to);
  if (entity === subjects.topic) return first && places.length === 0 ? draftAt(first, entity, home) : undefined;
  // A park on an institute's page is still somewhere in the region.
  const around =
    host ?? (type === "HighTechZone" || (type === "InnovationPlatform" && isPlace(name)) ? home : undefined);
  if (around === undefined || entity === around || isEnclave(name)) return undefined;
  // A park is in a zone, and not the other way round.
  if (type === "HighTechZone" && reading.entities[around]!.type === "InnovationPlatform") return undefined;
  if (places.some((place) => isElsewhere(reading, place, around))) return undefined;
  const wholes = said.from("PART_OF", entity).filter(({ rule }) => rule.id !== "owner-in-name");
  if (wholes.some(({ to }) => !spansMany(reading, to, said))) return undefined;
  if (isOfArea(reading, entity, said) || isOfProvince(reading, entity, places)) return undefined;
  if (isOfCityAbove(reading, entity, places)) return undefined;

  if (isGuest(reading, entity, around, said)) return undefined;

  const builder = builderPlace(reading, entity, around, said);
  for (const placed of reading.marksOf(entity)) {
    const place = hostAt(reading, placed, entity, around, said);
    if (place === undefined) continue;
    const narrower = place === around ? (builder ?? place) : place;
    return places.includes(narrower) ? undefined : draftAt(placed, entity, narrower);
  }
  if (builder !== undefined && first) return places.includes(builder) ? undefined : draftAt(first, entity, builder);
  // A park or zone that something local settles in.
  const isDestination = (type === "HighTechZone" || isPlace(name)) && said.from("LOCATED_IN", entity, "to").length > 0;
  return isDestination && places.length === 0 ? draftIn(reading, entity, around) : undefined;
}

/** An institute from elsewhere that works with the region, and of which nothing else is said here. */
function isGuest({ entities, home }: Reading, entity: EntityIndex, around: EntityIndex, said: Said): boolean {
  const { type } = entities[entity]!;
  if (type !== "ResearchInstitute" && type !== "Laboratory") return false;
  const isPartner = said.from("PARTNERS_WITH", entity).some(({ to }) => to === around || to === home);
  return isPartner && said.from("CO_BUILT_WITH", entity).length === 0 && said.from("PART_OF", entity).length === 0;
}

/** Belongs to a corridor over many cities, and so to none of them. */
function isOfArea(reading: Reading, entity: EntityIndex, said: Said): boolean {
  return said.from("AFFILIATED_WITH", entity).some(({ to }) => spansMany(reading, to, said));
}

/** A platform of a whole area: what is a part of it still is in its own city. */
function spansMany({ regions }: Reading, platform: EntityIndex, said: Said): boolean {
  return said.from("LOCATED_IN", platform).some(({ to }) => regions.level(to) === "area");
}

/** 湖南省技术产权交易所 is the province's, wherever it has its office. */
function isOfProvince({ entities, regions }: Reading, entity: EntityIndex, places: readonly EntityIndex[]): boolean {
  const { type, name } = entities[entity]!;
  if (type !== "Organization") return false;
  return places.some((place) => regions.level(place) === "province" && name.startsWith(entities[place]!.name));
}

/** 三明市甲研究院 in a document of a county of 三明市: the city's, wherever it has its house. */
function isOfCityAbove(
  { entities, home, regions }: Reading,
  entity: EntityIndex,
  places: readonly EntityIndex[],
): boolean {
  const { type, name } = entities[entity]!;
  if (type !== "ResearchInstitute" && type !== "Laboratory" && type !== "Organization") return false;
  return places.some(
    (place) => place !== home && regions.level(place) === "city" && name.startsWith(entities[place]!.name),
  );
}

/** Whether a stated place is narrower than the host, or somewhere else. */
function isElsewhere(reading: Reading, place: EntityIndex, host: EntityIndex): boolean {
  const { type, level } = reading.entities[place]!;
  if (type !== "Region" || level === "area") return true;
  if (reading.entities[host]!.type !== "Region")
    return reading.home === undefined || !reading.regions.isWithin(reading.home, place);
  return place !== host && !reading.regions.isWithin(host, place);
}

/** A county or zone of the region that builds the body with others has it. */
function builderPlace(reading: Reading, entity: EntityIndex, host: EntityIndex, said: Said): EntityIndex | undefined {
  const builders = said.from("CO_BUILT_WITH", entity);
  if (builders.some(({ to }) => to === host)) return undefined;
  for (const { to } of builders) {
    const { type } = reading.entities[to]!;
    const place =
      type === "Government" ? seatOf(reading, to) : type === "Region" || type === "HighTechZone" ? to : undefined;
    if (place === undefined || place === host) continue;
    const isInside = reading.entities[place]!.type === "Region" ? reading.regions.isWithin(place, host) : true;
    if (isInside) return place;
  }
  return undefined;
}

/** The place that one mention claims the body for; undefined where it speaks of it as somebody else's. */
function hostAt(
  reading: Reading,
  { statement, mark }: PlacedMark,
  entity: EntityIndex,
  host: EntityIndex,
  said: Said,
): EntityIndex | undefined {
  if (statement.sentence.block === "meta" || isDenied(statement, mark.at)) return undefined;
  const clause = statement.clauses[clauseIndexAt(statement, mark.at)]!;
  const before = statement.masked.slice(clause.begin, mark.at).replace(LIST_BEFORE, "");
  const { type, name } = reading.entities[entity]!;
  const ahead = statement.masked.slice(mark.at + 1, mark.at + 40);
  if (type === "University" && !(OWN_UNIVERSITY.test(before) && WHOLE_UNIVERSITY.test(ahead))) return undefined;
  if (GOING_ELSEWHERE.test(ahead) || BESIDE.test(ahead)) return undefined;
  if (isKnownElsewhere(reading, name)) return undefined;
  if (NATIONAL.test(name) && !isPlace(name) && !FOUNDING.test(before)) return undefined;
  // 嘉宾有甲研究所所长某某: whose head came as a guest.
  if ((type === "ResearchInstitute" || type === "Laboratory") && HEADED_BY_PERSON.test(ahead)) return undefined;
  if (VISITED.test(before)) return type === "InnovationPlatform" || type === "HighTechZone" ? host : undefined;
  if (OUTSIDE.test(before) || isPartnerHere(reading, entity, statement, said)) return undefined;
  if (reading.subjects.isSubject(statement, mark)) {
    if (SUPPORTING.test(before)) return placeOfAgent(before.length);
    // 【甲区】乙产业园引进…: in the part of the host that the paragraph is about.
    const around = reading.subjects.defaultOf(statement);
    // One of several zones, each with its own paragraph, is in none of the others.
    const isOneOfThem = around !== undefined && reading.entities[around]!.type === type;
    return isOneOfThem ? host : (placeOf(reading, around, host) ?? host);
  }
  return placeOfAgent(before.length);

  function placeOfAgent(length: number): EntityIndex | undefined {
    const agents = reading.subjects.agents(statement, clause.begin + length);
    for (const agent of agents.entities) {
      const place = placeOf(reading, agent, host);
      if (place !== undefined) return place;
    }
    if (agents.source === "carried") return host;
    if (said.from("CO_BUILT_WITH", entity).length > 0 || said.from("LEADS", entity, "to").length > 0) return host;
    const isCompany = (agent: EntityIndex) => reading.entities[agent]!.type === "Company";
    if (agents.entities.length > 0 && agents.entities.every(isCompany)) return host;
    // 支持甲大学建设乙园: the region's own doing, by way of 甲大学.
    const opening = statement.masked.slice(clause.begin, agents.marks[0]?.at ?? clause.begin);
    return SUPPORTING.test(opening) ? host : undefined;
  }
}

/** 雄安新区 in a document of 天津市: everybody knows that it is in 河北省. */
function isKnownElsewhere({ home, entities }: Reading, name: string): boolean {
  const own = home === undefined ? undefined : regionByCode(entities[home]!.code ?? "");
  if (own !== undefined && isZoneElsewhere(name, own)) return true;
  const place = findRegions(findBody(name)?.place ?? "")[0];
  return place !== undefined && own !== undefined && !isWithin(place, own) && !isWithin(own, place);
}

/** 重庆高新区 in a document of 绵阳市: a zone is in the city that its name begins with. */
function isZoneElsewhere(name: string, own: Region): boolean {
  if (!/(?:高新|开发|经开|新)区$/.test(name)) return false;
  const cities = [name.slice(0, 3), name.slice(0, 2)]
    .flatMap((form) => findRegions(form))
    .filter(({ level }) => level === "city" || level === "province");
  return cities.length > 0 && !cities.some((city) => isWithin(city, own) || isWithin(own, city));
}

function isPartnerHere(
  { entities }: Reading,
  entity: EntityIndex,
  statement: PlacedMark["statement"],
  said: Said,
): boolean {
  const outside = new Set(["PARTNERS_WITH", "CO_BUILT_WITH"]);
  // What the region itself joins is elsewhere; its own alliance has others for members.
  const isJoined = ({ type, from }: Draft) =>
    type === "MEMBER_OF" && (entities[from]!.type === "Region" || entities[from]!.type === "Government");
  return (
    said
      .of(entity, "to")
      .some((draft) => draft.statement === statement && (outside.has(draft.type) || isJoined(draft))) ||
    said.of(entity).some((draft) => draft.statement === statement && draft.type === "PARTNERS_WITH")
  );
}

/** The acting region or zone where it is the host's own or in it; the host for its government. */
function placeOf(reading: Reading, agent: EntityIndex | undefined, host: EntityIndex): EntityIndex | undefined {
  if (agent === undefined) return undefined;
  if (agent === host) return host;
  const { type } = reading.entities[agent]!;
  if (type === "Government") return host;
  if (type === "Region") return reading.regions.isWithin(agent, host) ? agent : undefined;
  const isPark = type === "InnovationPlatform" && PARK.test(reading.entities[agent]!.name);
  return type === "HighTechZone" || isPark ? agent : undefined;
}

function draftIn(reading: Reading, from: EntityIndex, to: EntityIndex): Draft {
  return {
    type: "LOCATED_IN",
    from,
    to,
    statement: reading.sentenceNaming(from),
    begin: 0,
    end: 1,
    status: "existing",
  };
}

function draftAt({ statement, mark }: PlacedMark, from: EntityIndex, to: EntityIndex): Draft {
  return { type: "LOCATED_IN", from, to, statement, begin: mark.at, end: mark.at + 1, status: "existing" };
}
