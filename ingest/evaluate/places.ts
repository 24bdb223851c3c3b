/**
 * The rule of implied wider places: where something is in a zone and the zone
 * in a city, that it is in the city follows. Saying so is no error, and not
 * saying so no miss.
 */
import type { AnnotatedRelation } from "./annotated-file.ts";
import type { FoldedNames, NameBook } from "./names.ts";
import { shareOne } from "./names.ts";
import type { Matching } from "./match.ts";

export interface ImpliedPlaces {
  /** Positions of relations that count neither way. */
  readonly gold: ReadonlySet<number>;
  readonly predicted: ReadonlySet<number>;
}

const NESTING = new Set<AnnotatedRelation["type"]>(["LOCATED_IN", "PART_OF"]);

export function findImpliedPlaces(
  gold: { readonly book: NameBook; readonly relations: readonly AnnotatedRelation[] },
  predicted: { readonly book: NameBook; readonly relations: readonly AnnotatedRelation[] },
  { predictedFor, usedPredictions }: Matching,
): ImpliedPlaces {
  const goldKey = (name: string): string => keyOf(gold.book.namesFor(name));
  const predictedKey = (name: string): string => {
    const names = predicted.book.namesFor(name);
    return keyOf(gold.book.names.find((known) => shareOne(known, names)) ?? names);
  };

  const wider = new Map<string, Set<string>>();
  for (const { from, to } of gold.relations.filter(({ type }) => NESTING.has(type))) {
    const inner = goldKey(from);
    wider.set(inner, (wider.get(inner) ?? new Set()).add(goldKey(to)));
  }
  const placed = new Set(
    [...predictedFor.keys()]
      .map((at) => gold.relations[at]!)
      .filter(({ type }) => NESTING.has(type))
      .map(({ from }) => goldKey(from)),
  );

  return {
    gold: positions(
      gold.relations,
      ({ type, from, to }, at) =>
        type === "LOCATED_IN" &&
        !predictedFor.has(at) &&
        placed.has(goldKey(from)) &&
        isWithin(wider, goldKey(from), goldKey(to)),
    ),
    predicted: positions(
      predicted.relations,
      ({ type, from, to }, at) =>
        type === "LOCATED_IN" && !usedPredictions.has(at) && isWithin(wider, predictedKey(from), predictedKey(to)),
    ),
  };
}

/** Whether `outer` is reached from `inner` over at least one place between them. */
function isWithin(wider: ReadonlyMap<string, ReadonlySet<string>>, inner: string, outer: string): boolean {
  const seen = new Set<string>();
  const queue = [...(wider.get(inner) ?? [])].filter((place) => place !== outer);
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    if (seen.has(place)) continue;
    seen.add(place);
    for (const next of wider.get(place) ?? []) {
      if (next === outer) return true;
      queue.push(next);
    }
  }
  return false;
}

function keyOf(names: FoldedNames): string {
  return [...names].sort()[0] ?? "";
}

function positions<T>(list: readonly T[], holds: (item: T, at: number) => boolean): ReadonlySet<number> {
  return new Set(list.flatMap((item, at) => (holds(item, at) ? [at] : [])));
}
