/**
 * Graphs shaped like those that documents of a region make, at any size: every
 * body lies in a county, a few universities and fields have a large part in
 * what goes on, bodies work more with their own county than with others, and
 * all of it hangs together over the regions.
 */
import { createRandom } from "../../client/src/layout/random.ts";
import type { Entity, EntityId, EntityType, Relation, RelationId, RelationType } from "../../server/contract/index.ts";

export interface SampleGraph {
  readonly entities: readonly Entity[];
  /** No two join the same two entities. */
  readonly relations: readonly Relation[];
}

export interface SampleSize {
  readonly entities: number;
  readonly relations: number;
  readonly seed: number;
}

/** Of the bodies that are no regions, in per cent. */
const SHARES: readonly (readonly [EntityType, number])[] = [
  ["University", 6],
  ["ResearchInstitute", 17],
  ["Laboratory", 12],
  ["HighTechZone", 3],
  ["InnovationPlatform", 20],
  ["Company", 27],
  ["Government", 3],
  ["Organization", 3],
  ["Policy", 3],
  ["Programme", 2],
  ["Industry", 4],
];
const COUNTIES_PER_CITY = 8;
const SYLLABLES = [..."安宁泰康永新海明东升华瑞德和江源清远光辉长乐嘉兴金台温绍衢丽湖舟余慈"];
const FIELDS = [..."光电材料智能生物医药芯片能源环保数控软件"];
const TAILS: Readonly<Record<EntityType, string>> = {
  Region: "县",
  University: "大学",
  ResearchInstitute: "研究院",
  Laboratory: "重点实验室",
  HighTechZone: "高新技术产业开发区",
  InnovationPlatform: "创新服务平台",
  Company: "科技股份有限公司",
  Government: "科学技术局",
  Organization: "产业联盟",
  Policy: "若干政策意见",
  Programme: "行动计划",
  Industry: "产业",
  Person: "",
};

/** @throws Error when there is no room for so few relations */
export function sampleGraph({ entities: count, relations: wanted, seed }: SampleSize): SampleGraph {
  if (wanted < count - 1) throw new Error(`${count} entities need at least ${count - 1} relations to hang together.`);
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  /** The first of a list by far the most often, as the popularity of universities goes. */
  const pickPopular = <T>(list: readonly T[]): T => list[Math.floor(list.length * random() ** 2.5)]!;

  const names = new Set<string>();
  const nameOf = (type: EntityType) => {
    for (let length = 2; ; length += 1) {
      const place = Array.from({ length }, () => pick(SYLLABLES)).join("");
      const field = type === "Company" || type === "Region" || type === "University" ? "" : pick(FIELDS) + pick(FIELDS);
      const name = `${place}${field}${TAILS[type]}`;
      if (!names.has(name)) return (names.add(name), name);
    }
  };
  const bodies: { id: EntityId; type: EntityType; name: string; level?: "province" | "city" | "county" }[] = [];
  const add = (type: EntityType, level?: "province" | "city" | "county"): number => {
    const id = `${type}-${bodies.length}` as EntityId;
    bodies.push({ id, type, name: nameOf(type), ...(level !== undefined && { level }) });
    return bodies.length - 1;
  };
  const joined = new Set<number>();
  const relations: Relation[] = [];
  const join = (from: number, type: RelationType, to: number) => {
    const pair = Math.min(from, to) * count + Math.max(from, to);
    if (from === to || joined.has(pair)) return;
    joined.add(pair);
    relations.push(aRelation(relations.length, bodies[from]!.id, type, bodies[to]!.id, random));
  };

  const cityCount = Math.max(1, Math.min(11, Math.round(count / 120)));
  const province = add("Region", "province");
  const counties: number[] = [];
  for (let city = 0; city < cityCount && bodies.length < count; city += 1) {
    const at = add("Region", "city");
    join(at, "PART_OF", province);
    for (let county = 0; county < COUNTIES_PER_CITY && bodies.length < count; county += 1) {
      counties.push(add("Region", "county"));
      join(counties.at(-1)!, "PART_OF", at);
    }
  }
  const byType = new Map<EntityType, number[]>();
  const countyOf = new Map<number, number>();
  for (const type of typesInTurn(count - bodies.length)) {
    const at = add(type);
    byType.set(type, [...(byType.get(type) ?? []), at]);
    const county = counties.length === 0 ? province : pickPopular(counties);
    countyOf.set(at, county);
    if (type === "Industry") join(county, "FOCUSES_ON", at);
    else join(at, type === "Policy" ? "IMPLEMENTS" : "LOCATED_IN", county);
  }

  const all = [...countyOf.keys()];
  const byCounty = new Map<number, number[]>();
  for (const [at, county] of countyOf) byCounty.set(county, [...(byCounty.get(county) ?? []), at]);
  const universities = byType.get("University") ?? all;
  const industries = byType.get("Industry") ?? all;
  for (let tries = 0; relations.length < wanted && tries < wanted * 50; tries += 1) {
    const one = pick(all);
    const chance = random();
    if (chance < 0.35) join(one, "CO_BUILT_WITH", pickPopular(universities));
    else if (chance < 0.5) join(one, "FOCUSES_ON", pickPopular(industries));
    else if (chance < 0.8) join(one, "PARTNERS_WITH", pick(byCounty.get(countyOf.get(one)!)!));
    else if (chance < 0.9) join(pickPopular(universities), "PARTNERS_WITH", pickPopular(counties));
    else join(one, "PARTNERS_WITH", pick(all));
  }

  const degrees = new Map<string, number>();
  for (const { from, to } of relations) {
    degrees.set(from, (degrees.get(from) ?? 0) + 1);
    degrees.set(to, (degrees.get(to) ?? 0) + 1);
  }
  const entities = bodies.map((body) => ({ ...body, aliases: [], properties: {}, degree: degrees.get(body.id) ?? 0 }));
  return { entities, relations };
}

/** In an order that mixes the types, the same for every size. */
function typesInTurn(count: number): readonly EntityType[] {
  const round = SHARES.flatMap(([type, share]) =>
    Array.from({ length: share }, (_, at) => ({ type, at: (at + 0.5) / share })),
  ).sort((a, b) => a.at - b.at);
  return Array.from({ length: count }, (_, at) => round[at % round.length]!.type);
}

function aRelation(number: number, from: EntityId, type: RelationType, to: EntityId, random: () => number): Relation {
  const status = random() < 0.15 ? "planned" : "existing";
  return {
    id: `relation-${number}` as RelationId,
    type,
    from,
    to,
    status,
    hasPlanned: status === "planned",
    evidenceCount: 1 + Math.floor(random() ** 4 * 8),
    firstDate: "2021",
    lastDate: "2024",
    confidence: 0.9,
    method: "sample",
  };
}
