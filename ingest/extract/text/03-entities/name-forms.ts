/** The canonical name of a body and the other forms that lead to it. */
import type { EntityType } from "../../../../server/contract/index.ts";
import type { Region } from "../../../lexicon/index.ts";

export interface NameMaterial {
  readonly surface: string;
  /** Canonical name of the owner or place that leads the name, where it differs from the surface. */
  readonly lead: string;
  readonly rest: string;
  /** Region that leads the surface. */
  readonly place: Region | undefined;
  readonly type: EntityType;
  readonly head: string;
  /** The name without the place that leads it, where a brand follows: 松山湖科学城 after 东莞. */
  readonly unplaced: string | undefined;
  /** The name with the wider place before it: 成都青羊经济技术开发区. */
  readonly chained: string | undefined;
}

/** Heads that shorten an official one. */
const OFFICIAL_HEADS: Readonly<Record<string, string>> = {
  农科院: "农业科学院",
  林科院: "林业科学研究院",
  社科院: "社会科学院",
  环科院: "环境科学研究院",
  工研院: "工业技术研究院",
  产研院: "产业技术研究院",
  高研院: "高等研究院",
  经开区: "经济技术开发区",
};

export function bodyForms({ surface, lead, rest, place, type, head, unplaced, chained }: NameMaterial): {
  name: string;
  aliases: string[];
} {
  const name = tidy(lead + rest);
  const aliases = new Set([tidy(surface)]);
  if (type === "HighTechZone") for (const form of zoneForms(name, head)) aliases.add(form);
  for (const form of [name, tidy(surface)]) {
    const bare = form.replace(/[“”‘’"]/g, "");
    if (bare !== form) aliases.add(bare);
    const core = /[“‘]([^“”‘’]{2,16})[”’]/.exec(form)?.[1];
    if (core !== undefined) aliases.add(core);
    const unbracketed = bare.replace(/[()〈〉]/g, "");
    if (unbracketed !== bare) aliases.add(unbracketed);
    const unplacedEnd = bare.replace(/\([^()]{2,6}\)$/, "");
    if (unplacedEnd !== bare) aliases.add(unplacedEnd);
    const unlevelled = bare.replace(/(国家级|省级|市级|县级)/, "");
    if (unlevelled !== bare && unlevelled.length > head.length + 1) aliases.add(unlevelled);
  }
  const official = OFFICIAL_HEADS[head];
  if (official !== undefined) aliases.add(name.slice(0, -head.length) + official);
  if (place !== undefined && type !== "Company") for (const form of placeForms(name, place)) aliases.add(form);
  if (unplaced !== undefined) aliases.add(unplaced);
  if (chained !== undefined) aliases.add(tidy(chained));
  if (type === "Government" && head === "管委会") aliases.add(name.replace(/管委会$/, "管理委员会"));
  aliases.delete(name);
  return { name, aliases: [...aliases] };
}

function tidy(name: string): string {
  return name
    .replace(/\s+/g, "")
    .replace(/〈/g, "(")
    .replace(/〉/g, ")")
    .replace(/^[、,-]+/, "");
}

/** 绍兴市X is 绍兴X too, and the other way. */
function placeForms(name: string, { name: full, short }: Region): string[] {
  const [shortest] = short;
  if (shortest === undefined) return [];
  if (name.startsWith(full)) return [shortest + name.slice(full.length)];
  if (name.startsWith(shortest) && !/^[市省县区州]/.test(name.slice(shortest.length)))
    return [full + name.slice(shortest.length)];
  return [];
}

/** 绍兴高新区, 绍兴国家高新区 and 绍兴高新技术产业开发区 are one zone. */
function zoneForms(name: string, head: string): string[] {
  const stem = name.slice(0, -head.length).replace(/(国家级|国家|省级)$/, "");
  if (stem === "") return [];
  if (/^(高新区|高新园区|高新技术产业开发区|高新技术产业园区|高新开发区|高新技术开发区)$/.test(head)) {
    return [`${stem}高新区`, `${stem}高新技术产业开发区`];
  }
  if (/^(经开区|经济技术开发区|经济开发区)$/.test(head)) {
    return [`${stem}${head === "经济开发区" ? head : "经济技术开发区"}`, `${stem}经开区`, `${stem}开发区`];
  }
  return [];
}
