/** Bodies known all over the country: academies and their institutes, laboratories, companies, national authorities. */
import type { EntityType } from "../../server/contract/index.ts";
import companies from "./data/companies.json" with { type: "json" };
import government from "./data/government.json" with { type: "json" };
import institutes from "./data/institutes.json" with { type: "json" };
import organizations from "./data/organizations.json" with { type: "json" };
import platforms from "./data/platforms.json" with { type: "json" };
import zones from "./data/zones.json" with { type: "json" };
import laboratories from "./data/laboratories.json" with { type: "json" };

export interface KnownBody {
  readonly type: EntityType;
  /** Fullest official name. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** Region where it is, by full name, where that is no secret of its name: of well-known zones, platforms, laboratories. */
  readonly place?: string;
}

const CAS = "中国科学院";

/** Listed among the academies for their names, though they are of another type. */
const typeOfName = (name: string): EntityType => (name.endsWith("实验室") ? "Laboratory" : "ResearchInstitute");

function fromLine(line: string, type: (name: string) => EntityType): KnownBody {
  const words = line.split(" ").filter((word) => word !== "");
  const place = words.find((word) => word.startsWith("@"))?.slice(1);
  const [name = "", ...aliases] = words.filter((word) => !word.startsWith("@"));
  return { type: type(name), name, aliases, ...(place === undefined ? {} : { place }) };
}

/** 中国科学院宁波材料技术与工程研究所: also 中科院宁波材料所, 中科院材料所; without the academy only where a place tells it. */
function casInstitute(line: string): KnownBody {
  const [name = "", ...short] = line.split(" ");
  const own = [name, ...short];
  const bare = own.filter(
    (word) =>
      word.length >= 5 &&
      !/^..(研究院|研究所)$/.test(word) &&
      /^(上海|宁波|苏州|南京|合肥|大连|沈阳|长春|青岛|烟台|福建|武汉|广州|深圳|重庆|成都|昆明|西安|兰州|新疆|山西煤|天津|杭州医|青海|华南植物园|西双版纳热带植物园|紫金山天文台|云南天文台)/.test(
        word,
      ),
  );
  return {
    type: "ResearchInstitute",
    name: CAS + name,
    aliases: [...new Set([...own.flatMap((word) => [`中科院${word}`, CAS + word]), ...bare])].filter(
      (a) => a !== CAS + name,
    ),
  };
}

export const KNOWN_BODIES: readonly KnownBody[] = [
  ...institutes.academies.map((line) => fromLine(line, typeOfName)),
  ...institutes.cas.map(casInstitute),
  ...laboratories.map((line) => fromLine(line, () => "Laboratory")),
  ...organizations.map((line) => fromLine(line, () => "Organization")),
  ...platforms.map((line) => fromLine(line, () => "InnovationPlatform")),
  ...zones.map((line) => fromLine(line, () => "HighTechZone")),
  ...companies.map((line) => fromLine(line, () => "Company")),
  ...government.map((line) => fromLine(line, () => "Government")),
];

const byAnyName = new Map<string, KnownBody>();
for (const body of KNOWN_BODIES) {
  for (const name of [body.name, ...body.aliases]) if (!byAnyName.has(name)) byAnyName.set(name, body);
}

/** The nationally known body of this full or short name. */
export function findBody(name: string): KnownBody | undefined {
  return byAnyName.get(name);
}
