/**
 * The entities of a generated graph, each computed from its number alone, so
 * that a graph of any size needs no memory: what kind it is, what it is called
 * and where it is at home.
 *
 * Real regions, universities, industries and programmes come first; where a
 * graph wants more, names are made up.
 */
import { INDUSTRIES, parentRegion, PROGRAMMES, REGIONS, UNIVERSITIES } from "../../ingest/lexicon/index.ts";
import type { Region } from "../../ingest/lexicon/index.ts";
import { entityId } from "../../ingest/resolve/ids.ts";
import type { EntityId, EntityType } from "../../server/contract/index.ts";
import type { StatedEntity } from "../../server/graph/index.ts";

/** Of a thousand entities; what is rounded away is companies. */
const SHARES: Readonly<Record<EntityType, number>> = {
  Region: 50,
  University: 3,
  ResearchInstitute: 80,
  Laboratory: 60,
  HighTechZone: 4,
  InnovationPlatform: 100,
  Company: 560,
  Government: 30,
  Organization: 30,
  Policy: 40,
  Programme: 6,
  Industry: 2,
  Person: 35,
};
const FEWEST: Partial<Record<EntityType, number>> = { Region: 8, University: 6, Industry: 6 };

const SYLLABLES = [..."安宁泰康永新海明东升华瑞德和江源清远光辉长乐嘉兴金台温绍衢丽湖舟余慈中正天成"];
const FIELDS = ["智能", "光电", "生物", "医药", "材料", "芯片", "能源", "环保", "数控", "软件", "纺织", "航空"];
const TAILS: Readonly<Record<EntityType, readonly string[]>> = {
  Region: ["镇", "街道", "乡"],
  University: ["大学", "学院", "职业技术学院"],
  ResearchInstitute: ["研究院", "研究所", "技术研究中心"],
  Laboratory: ["重点实验室", "实验室", "联合实验室"],
  HighTechZone: ["高新技术产业开发区", "经济技术开发区"],
  InnovationPlatform: ["创新中心", "孵化器", "产业园", "众创空间"],
  Company: ["科技有限公司", "股份有限公司", "集团有限公司"],
  Government: ["科学技术局", "经济和信息化局", "发展和改革局"],
  Organization: ["产业联盟", "行业协会", "创新联合体"],
  Policy: ["科技创新若干政策", "产业发展规划", "人才引进办法"],
  Programme: ["揭榜挂帅计划", "双高行动", "领雁专项"],
  Industry: ["产业", "制造"],
  Person: [""],
};

/** Regions from the top down, province by province, so that the first few hang together. */
const KNOWN_REGIONS: readonly Region[] = orderRegions();

export class GeneratedEntities {
  readonly count: number;
  /** How many there are of each type. */
  readonly counts: Readonly<Record<EntityType, number>>;
  readonly #starts: readonly (readonly [type: EntityType, start: number])[];
  readonly #remembered = new Map<number, StatedEntity>();

  constructor(count: number) {
    this.count = count;
    const counts = Object.fromEntries(
      Object.entries(SHARES).map(([type, share]) => [
        type,
        Math.max(FEWEST[type as EntityType] ?? 2, Math.floor((count * share) / 1000)),
      ]),
    ) as Record<EntityType, number>;
    const others = Object.values(counts).reduce((sum, n) => sum + n, 0) - counts.Company;
    counts.Company = Math.max(2, count - others);
    this.counts = counts;
    let start = 0;
    this.#starts = (Object.keys(SHARES) as EntityType[]).map((type) => {
      const entry = [type, start] as const;
      start += counts[type];
      return entry;
    });
  }

  /** The number of the `ordinal`-th entity of a type. */
  numberOf(type: EntityType, ordinal: number): number {
    return (this.#starts.find(([name]) => name === type)?.[1] ?? 0) + ordinal;
  }

  typeOf(number: number): EntityType {
    return this.#startOf(number)[0];
  }

  at(number: number): StatedEntity {
    const known = this.#remembered.get(number);
    if (known !== undefined) return known;
    const [type, start] = this.#startOf(number);
    const entity = toEntity(type, number - start);
    // The most popular ones come first within their type, and again and again.
    if (number - start < 20_000) this.#remembered.set(number, entity);
    return entity;
  }

  /** A region's wider region; undefined for the widest. */
  parentOf(number: number): number | undefined {
    const ordinal = number - this.numberOf("Region", 0);
    const region = KNOWN_REGIONS[ordinal];
    if (region === undefined) return this.numberOf("Region", ordinal % KNOWN_REGIONS.length);
    const parent = parentRegion(region);
    const at = parent === undefined ? -1 : KNOWN_REGIONS.indexOf(parent);
    return at < 0 || at >= this.counts.Region ? undefined : this.numberOf("Region", at);
  }

  #startOf(number: number): readonly [EntityType, number] {
    return this.#starts.findLast(([, start]) => start <= number)!;
  }
}

function toEntity(type: EntityType, ordinal: number): StatedEntity {
  const plain = (name: string, aliases: readonly string[] = []): StatedEntity => ({
    id: entityId(type, [name]),
    type,
    name,
    aliases,
    properties: {},
  });
  if (type === "Region") return toRegion(ordinal);
  if (type === "University") {
    const known = UNIVERSITIES[ordinal];
    if (known !== undefined) return plain(known.name, known.aliases.slice(0, 3));
  }
  if (type === "Industry" || type === "Programme") {
    const known = (type === "Industry" ? INDUSTRIES : PROGRAMMES)[ordinal];
    if (known !== undefined) return plain(known.name, known.aliases.slice(0, 3));
  }
  const name = madeUpName(type, ordinal);
  const entity = plain(name, type === "Company" ? [name.replace(/(?:科技|股份|集团)?有限公司$/, "")] : []);
  return type === "Company" || type === "ResearchInstitute"
    ? { ...entity, properties: { founded: 1978 + (ordinal % 46) } }
    : entity;
}

function toRegion(ordinal: number): StatedEntity {
  const region = KNOWN_REGIONS[ordinal];
  if (region === undefined) {
    const name = madeUpName("Region", ordinal);
    return { id: entityId("Region", [name]), type: "Region", name, aliases: [], level: "town", properties: {} };
  }
  const { name, level, code, short } = region;
  return {
    id: entityId("Region", [code ?? name]) as EntityId,
    type: "Region",
    name,
    aliases: short,
    level,
    ...(code === null ? {} : { code }),
    properties: {},
  };
}

/** No two of a type are alike: the number is written in syllables. */
function madeUpName(type: EntityType, ordinal: number): string {
  const tails = TAILS[type];
  let rest = Math.floor(ordinal / tails.length);
  let place = "";
  for (let digit = 0; digit < 2 || rest > 0; digit += 1) {
    place += SYLLABLES[(rest + 7 * digit) % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  }
  const field = type === "Region" || type === "Person" ? "" : FIELDS[ordinal % FIELDS.length];
  return `${place}${field}${tails[ordinal % tails.length]}`;
}

function orderRegions(): readonly Region[] {
  const coded = REGIONS.filter(({ code }) => code !== null).sort((a, b) => (a.code! < b.code! ? -1 : 1));
  const first = coded.filter(({ code }) => code!.startsWith("33"));
  return [...first, ...coded.filter((region) => !first.includes(region))];
}
