/**
 * The canonical entity behind a name in a table, where the dictionaries know
 * it: full official name, level and code; the name as written becomes an alias.
 */
import type { EntityType, RegionLevel } from "../../../server/contract/index.ts";
import { REGION_LEVELS } from "../../../server/contract/index.ts";
import { findBody, findIndustry, findRegions, findUniversity, isWithin, regionByCode } from "../../lexicon/index.ts";
import type { Region } from "../../lexicon/index.ts";
import type { ExtractedEntity } from "../extraction.ts";

export interface NamedInTable {
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly level?: string;
  readonly code?: string;
  /** Name of a wider region. */
  readonly within?: string;
}

/** @param nearby regions that the table is about, to choose among regions of one name */
export function canonicalEntity(named: NamedInTable, nearby: readonly Region[] = []): ExtractedEntity {
  const { type, name, aliases } = named;
  if (type === "Region") return canonicalRegion(named, nearby);
  const canonical = canonicalName(type, name);
  return { type, name: canonical, aliases: withoutName([name, ...aliases], canonical) };
}

function canonicalName(type: EntityType, name: string): string {
  if (type === "University") return findUniversity(name)?.name ?? name;
  if (type === "Industry") return findIndustry(name)?.name ?? name;
  const body = findBody(name);
  return body?.type === type ? body.name : name;
}

function canonicalRegion(
  { name, aliases, level, code, within }: NamedInTable,
  nearby: readonly Region[],
): ExtractedEntity {
  const region = code === undefined ? chooseRegion(name, level, within, nearby) : regionByCode(code);
  const knownLevel = region?.level ?? REGION_LEVELS.find((known) => known === level);
  const knownCode = region?.code ?? code;
  const canonical = region?.name ?? name;
  return {
    type: "Region",
    name: canonical,
    aliases: withoutName([name, ...aliases], canonical),
    ...(knownLevel === undefined ? {} : { level: knownLevel satisfies RegionLevel }),
    ...(knownCode === undefined || knownCode === null ? {} : { code: knownCode }),
  };
}

/** Undefined where several regions have the name and nothing tells which is meant. */
export function chooseRegion(
  name: string,
  level: string | undefined,
  within: string | undefined,
  nearby: readonly Region[],
): Region | undefined {
  const outer = within === undefined ? [] : findRegions(within);
  const candidates = findRegions(name).filter(
    (region) =>
      (level === undefined || region.level === level) &&
      (outer.length === 0 || outer.some((wider) => isWithin(region, wider))),
  );
  const full = candidates.filter((region) => region.name === name);
  const chosen = full.length > 0 ? full : candidates;
  if (chosen.length <= 1) return chosen[0];
  const near = chosen.filter((region) =>
    nearby.some((other) => other.code !== null && region.code?.startsWith(other.code.slice(0, 4))),
  );
  if (near.length === 1) return near[0];
  // A city and its province or its own district may share a short name: the widest is meant.
  const [widest, next] = chosen;
  return widest!.level !== next!.level && full.length === 0 ? widest : undefined;
}

function withoutName(names: readonly string[], name: string): string[] {
  return [...new Set(names)].filter((other) => other !== name && other !== "");
}
