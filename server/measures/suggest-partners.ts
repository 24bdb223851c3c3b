/**
 * Pairs without a relation, by the neighbours that they share: one that has few
 * others says more.
 *
 * [Reference] L. A. Adamic, E. Adar, Friends and neighbors on the Web, 2003.
 */
import type { EntityType, PartnerSuggestion } from "../contract/index.ts";
import type { ChosenGraph } from "../graph/index.ts";

const MOST = 100;
const MOST_COMMON = 10;
/** Who has more neighbours than these joins everybody and says nothing of two of them. */
const HUB = 500;

export function suggestPartners(
  { entities }: ChosenGraph,
  neighbors: readonly (readonly number[])[],
  { from, to }: { readonly from: EntityType; readonly to: EntityType },
): { readonly suggestions: readonly PartnerSuggestion[]; readonly total: number } {
  const related = neighbors.map((list) => new Set(list));
  const pairs = new Map<number, { a: number; b: number; score: number; common: number[] }>();
  neighbors.forEach((around, middle) => {
    if (around.length < 2 || around.length > HUB) return;
    const weight = 1 / Math.log(around.length);
    for (const a of around) {
      if (entities[a]!.type !== from) continue;
      for (const b of around) {
        if (a === b || entities[b]!.type !== to || related[a]!.has(b) || (from === to && a > b)) continue;
        const key = a * entities.length + b;
        const pair = pairs.get(key) ?? { a, b, score: 0, common: [] };
        pair.score += weight;
        pair.common.push(middle);
        pairs.set(key, pair);
      }
    }
  });
  const best = [...pairs.values()].sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b).slice(0, MOST);
  const fewest = (x: number, y: number) => neighbors[x]!.length - neighbors[y]!.length || x - y;
  return {
    suggestions: best.map(({ a, b, score, common }) => ({
      from: entities[a]!.id,
      to: entities[b]!.id,
      score,
      common: common
        .sort(fewest)
        .slice(0, MOST_COMMON)
        .map((at) => entities[at]!.id),
      commonTotal: common.length,
    })),
    total: pairs.size,
  };
}
