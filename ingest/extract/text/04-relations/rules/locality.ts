/** LOCATED_IN by a local document's own claim: what its region builds, hosts or supports is there. */
import type { EntityType } from "../../../../../server/contract/index.ts";
import type { EntityIndex } from "../../../extraction.ts";
import { isEnclave, isInnerUnit } from "../heads.ts";
import { isDenied } from "../polarity.ts";
import type { PlacedMark, Reading } from "../reading.ts";
import type { DocumentRule, Draft, SaidDraft } from "../rule.ts";
import { clauseIndexAt } from "../statement.ts";

const CARRIERS: ReadonlySet<EntityType> = new Set([
  "ResearchInstitute",
  "Laboratory",
  "HighTechZone",
  "InnovationPlatform",
  "Organization",
]);
const NATIONAL = /^(?:国家|中国|中华|全国)/;
const SUPPORTED = /(?:支持|推动|推进|鼓励|引导|指导|帮助|助力)[^,;。]{0,3}$/;
const OUTSIDER =
  /(?:与|和|同|向|对接|赴|到|来自|走访|邀请|学习|联合|会同|参加|参与|加入|列入|入选|经|获|由)[^,;。]{0,4}$/;

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
        relations: ["LOCATED_IN 云龙湖实验室 -> 徐州市", "LOCATED_IN 淮海科技大市场 -> 徐州市"],
      },
      { text: "积极对接[云龙湖实验室|L]。", region: "徐州市", relations: [] },
      { text: "没有类似[云龙湖实验室|L]的平台。", region: "徐州市", relations: [] },
    ],
    *match(reading, said) {
      const host = hostOf(reading);
      if (host === undefined) return;
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
    ],
    *match(reading, said) {
      const host = hostOf(reading);
      if (host === undefined) return;
      for (const [entity, { type, name }] of reading.entities.entries()) {
        const isOwned = said.some((draft) => draft.type === "AFFILIATED_WITH" && draft.from === entity);
        if (type !== "InnovationPlatform" || !isEnclave(name) || isOwned) continue;
        const placed = reading.marksOf(entity)[0];
        if (!placed || isDenied(placed.statement, placed.mark.at)) continue;
        const { at } = placed.mark;
        yield {
          type: "AFFILIATED_WITH",
          from: entity,
          to: host,
          statement: placed.statement,
          begin: at,
          end: at + 1,
          status: "existing",
        };
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

function claim(
  reading: Reading,
  entity: EntityIndex,
  host: EntityIndex,
  said: readonly SaidDraft[],
): Draft | undefined {
  const { type, name } = reading.entities[entity]!;
  const isSupportedUniversity = type === "University";
  if (!CARRIERS.has(type) && !isSupportedUniversity) return undefined;
  if (entity === host) {
    if (reading.home === undefined || host === reading.home) return undefined;
    return located(reading.marksOf(entity)[0], entity, reading.home);
  }
  const own = said.filter((draft) => draft.from === entity || draft.to === entity);
  if (own.some((draft) => draft.from === entity && draft.type === "LOCATED_IN" && isNarrow(reading, draft.to, host)))
    return undefined;
  if (own.some((draft) => draft.from === entity && draft.type === "PART_OF")) return undefined;
  if (isEnclave(name) || (isInnerUnit(name) && own.some(({ type }) => type === "PART_OF"))) return undefined;
  const isNational = NATIONAL.test(name);
  for (const placed of reading.marksOf(entity)) {
    const agent = hostAt(reading, placed, entity, host, isSupportedUniversity || isNational, said);
    if (agent !== undefined) return located(placed, entity, agent);
  }
  return undefined;
}

/** Whether a stated place already says more than the host, or something else. */
function isNarrow(reading: Reading, place: EntityIndex, host: EntityIndex): boolean {
  const { type, level } = reading.entities[place]!;
  if (type !== "Region") return true;
  if (level === "area") return true;
  return place === host || !reading.regions.isWithin(host, place);
}

/** The place that one mention claims the body for; undefined where it speaks of it as somebody else's. */
function hostAt(
  reading: Reading,
  { statement, mark }: PlacedMark,
  entity: EntityIndex,
  host: EntityIndex,
  needsSupport: boolean,
  said: readonly SaidDraft[],
): EntityIndex | undefined {
  if (statement.sentence.block === "meta" || isDenied(statement, mark.at)) return undefined;
  const clause = statement.clauses[clauseIndexAt(statement, mark.at)]!;
  const before = statement.masked.slice(clause.begin, mark.at);
  if (
    needsSupport &&
    !SUPPORTED.test(before.replace(/[\ue000-\ue00c、和与]+$/u, "")) &&
    !/(?:围绕|争创|创建|获批|建设|成立|设立|入列)/.test(before)
  )
    return undefined;
  if (needsSupport && reading.entities[entity]!.type === "University" && !SUPPORTED.test(before)) return undefined;
  if (OUTSIDER.test(before.replace(/[\ue000-\ue00c、和与等]+$/u, ""))) return undefined;
  const isPartner = said.some(
    (draft) =>
      draft.statement === statement &&
      ((draft.type === "PARTNERS_WITH" && (draft.from === entity || draft.to === entity)) ||
        (draft.type === "CO_BUILT_WITH" && draft.to === entity) ||
        (draft.type === "MEMBER_OF" && draft.to === entity)),
  );
  if (isPartner) return undefined;
  const agents = reading.subjects.agents(statement, mark.at);
  if (agents.source === "default") return placeOf(reading, agents.entities[0], host);
  if (agents.entities.includes(entity)) return host;
  // Several places that act together: the document's own.
  for (const agent of agents.entities) {
    const place = placeOf(reading, agent, host);
    if (place !== undefined) return place;
  }
  return SUPPORTED.test(statement.masked.slice(clause.begin, agents.marks[0]?.at ?? clause.begin)) ? host : undefined;
}

/** The acting region or zone where it is the host's own or in it; the host for its government. */
function placeOf(reading: Reading, agent: EntityIndex | undefined, host: EntityIndex): EntityIndex | undefined {
  if (agent === undefined) return undefined;
  if (agent === host) return host;
  const { type } = reading.entities[agent]!;
  if (type === "Government") return host;
  if (type === "Region") return reading.regions.isWithin(agent, host) ? agent : undefined;
  if (type === "HighTechZone") return agent;
  return undefined;
}

function located(placed: PlacedMark | undefined, from: EntityIndex, to: EntityIndex): Draft | undefined {
  if (!placed) return undefined;
  const { statement, mark } = placed;
  return { type: "LOCATED_IN", from, to, statement, begin: mark.at, end: mark.at + 1, status: "existing" };
}
