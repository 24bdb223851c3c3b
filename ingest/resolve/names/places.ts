/** Places by their codes: whether two bodies may be one, by where documents put them. */
import { findRegions } from "../../lexicon/index.ts";
import type { Region } from "../../lexicon/index.ts";

/** 北京, 天津, 上海 and 重庆 are provinces and cities at once. */
const MUNICIPALITY = /^(?:11|12|31|50)/;

/** The code of the city that a place is in or is; of a province its own. */
export function cityOf(code: string): string {
  return MUNICIPALITY.test(code) ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`;
}

export function isProvince(code: string): boolean {
  return code.endsWith("0000") && !MUNICIPALITY.test(code);
}

export type Nearness = "same city" | "unknown" | "apart";

/** How near two sets of places are; a province around the other's place says too little to tell. */
export function nearness(a: Iterable<string>, b: Iterable<string>): Nearness {
  let isKnown = false;
  const others = [...b];
  for (const one of a) {
    for (const other of others) {
      if (isProvince(one) || isProvince(other)) {
        if (one.slice(0, 2) === other.slice(0, 2)) return "unknown";
        isKnown = true;
      } else if (cityOf(one) === cityOf(other)) return "same city";
      else isKnown = true;
    }
  }
  return isKnown ? "apart" : "unknown";
}

/**
 * The one region that a name means by itself, full name or short; undefined
 * where several could be meant. 长沙 is the city before its county.
 */
export function onlyRegion(name: string): Region | undefined {
  const found = findRegions(name);
  const full = found.filter((region) => region.name === name);
  const candidates = full.length > 0 ? full : found;
  const [first, second] = candidates;
  if (second === undefined) return first;
  return first?.level === "city" && second.level === "county" && full.length === 0 ? first : undefined;
}
