/**
 * Industries and fields of technology in two levels, with synonyms. A general
 * word (汽车, 农业) names an industry only where the text says so: 汽车产业.
 */
import groups from "./data/industries.json" with { type: "json" };

export interface Industry {
  readonly name: string;
  readonly aliases: readonly string[];
  /** The group that it belongs to: 新一代信息技术. */
  readonly group: string;
  /** Whether the bare word is too general to be a mention by itself. */
  readonly general: boolean;
}

export const INDUSTRIES: readonly Industry[] = Object.entries(groups).flatMap(([group, lines]) =>
  lines.map((line): Industry => {
    const words = line.split(" ").filter((word) => word !== "" && word !== "~");
    return { name: words[0]!, aliases: words.slice(1), group, general: line.includes("~") };
  }),
);

const byAnyName = new Map<string, Industry>();
for (const industry of INDUSTRIES) byAnyName.set(industry.name, industry);
for (const industry of INDUSTRIES) {
  for (const alias of industry.aliases) if (!byAnyName.has(alias)) byAnyName.set(alias, industry);
}

/** The industry of this name or synonym; a trailing 产业 or 技术 does not count. */
export function findIndustry(name: string): Industry | undefined {
  return byAnyName.get(name) ?? byAnyName.get(name.replace(/(产业|行业|技术|领域)$/, ""));
}

export function industryNames(): IterableIterator<string> {
  return byAnyName.keys();
}
