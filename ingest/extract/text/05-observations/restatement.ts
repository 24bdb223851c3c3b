/** Figures told twice: the summary's 新增高新技术企业163家 is the section's 新认定国家高新技术企业163家. */
import type { ObservationClaim } from "../../extraction.ts";
import { reject } from "../trace.ts";

const LEVEL_WORDS = /国家|省|市|县|区|国际/g;
const SIMILAR = 0.5;
/** Small whole numbers recur by chance. */
const TELLING_VALUE = 10;
const MAX_COMPARED = 40;

/** Keeps the first of claims that tell the same figure of the same subject. */
export function dropRestatements(claims: readonly ObservationClaim[]): ObservationClaim[] {
  const byFigure = new Map<string, ObservationClaim[]>();
  return claims.filter((claim) => {
    const key = [claim.subject, claim.value, claim.unit, claim.kind, claim.year].join(" ");
    const same = byFigure.get(key);
    if (same === undefined) {
      byFigure.set(key, [claim]);
      return true;
    }
    if (same.slice(-MAX_COMPARED).some((known) => isRestated(known, claim))) {
      const { rule, indicator, value, unit, begin, end } = claim;
      const what = `${indicator} ${value}${unit}`;
      reject(() => ({ kind: "observation", rule, what, why: "told before in other words", begin, end }));
      return false;
    }
    same.push(claim);
    return true;
  });
}

/** What makes two measures of one thing two: 人均地区生产总值 is not 地区生产总值. */
const QUALIFIERS = /人均|地均|亩均|户均|年均|平均|发明|有效|高价值|新增|累计|其中|第[一二三]产业|进口|出口|申请|授权/g;

function haveSameQualifiers(a: string, b: string): boolean {
  const of = (text: string) => [...new Set(text.match(QUALIFIERS) ?? [])].sort().join();
  return of(a) === of(b);
}

function isRestated(known: ObservationClaim, claim: ObservationClaim): boolean {
  const likeness = similarity(known.indicator, claim.indicator);
  if (likeness === 1) return true;
  if (known.sentence === claim.sentence) return false;
  if (claim.kind === "growth" && !haveSameQualifiers(known.indicator, claim.indicator)) return false;
  const isTelling = claim.value >= TELLING_VALUE || !Number.isInteger(claim.value);
  return isTelling && likeness >= SIMILAR && agreeOnLevel(known.indicator, claim.indicator);
}

/** 国家级 and 省级 in two indicators make them two, one that names no level is compatible with either. */
function agreeOnLevel(a: string, b: string): boolean {
  const x: readonly string[] = a.match(LEVEL_WORDS) ?? [];
  const y: readonly string[] = b.match(LEVEL_WORDS) ?? [];
  return x.length === 0 || y.length === 0 || x.some((word) => y.includes(word));
}

/** Dice coefficient of the pairs of characters. */
function similarity(a: string, b: string): number {
  const x = pairsOf(a);
  const y = pairsOf(b);
  let shared = 0;
  for (const pair of x) if (y.has(pair)) shared++;
  return x.size + y.size === 0 ? Number(a === b) : (2 * shared) / (x.size + y.size);
}

function pairsOf(text: string): Set<string> {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, "");
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < letters.length; i++) pairs.add(letters.slice(i, i + 2));
  return pairs;
}
