/** What is left to people: pairs that no rule is sure of, as they are after everything that is sure. */
import { DOUBT_KINDS } from "../../../server/contract/index.ts";
import type { Doubt, DoubtedEntity, EntityId } from "../../../server/contract/index.ts";
import { findRegions, parentRegion, regionByCode } from "../../lexicon/index.ts";
import type { Region } from "../../lexicon/index.ts";
import type { DoubtfulPair } from "./candidates.ts";
import type { DecidedParts } from "./decided-parts.ts";
import type { Part } from "./name-corpus.ts";
import type { Target } from "./resolve-names.ts";

/** Names that the dictionaries have for several places, and names that documents put in several. */
export function ambiguousPlaces(parts: readonly Part[]): DoubtfulPair[] {
  const doubts: DoubtfulPair[] = [];
  const divided = new Map<EntityId, Part[]>();
  for (const part of parts) {
    if (part.type === "Region" && part.code === undefined && candidatesOf(part).length > 1) {
      doubts.push({ kind: "which-region", parts: [part] });
    }
    if (part.contested.length > 0) doubts.push({ kind: "two-places", parts: [part] });
    if (part.city !== undefined) divided.set(part.ownId, []);
  }
  for (const part of parts) divided.get(part.ownId)?.push(part);
  for (const group of divided.values()) {
    const isOpen = group.some(({ city }) => city === undefined);
    if (group.length > 1 && (isOpen || group[0]!.type === "Person")) doubts.push({ kind: "two-places", parts: group });
  }
  return doubts;
}

function candidatesOf({ name }: Part): readonly Region[] {
  return findRegions(name).filter((region) => region.name === name && region.code !== null);
}

/** Those that nobody has decided and that no rule has settled, each about the entities as they are now. */
export function toDoubts(
  pairs: readonly DoubtfulPair[],
  targets: ReadonlyMap<string, Target>,
  decided: DecidedParts,
): readonly Doubt[] {
  const doubts = new Map<string, Doubt>();
  for (const { kind, parts } of pairs) {
    const [first, ...others] = parts as [Part, ...Part[]];
    const open = others.filter((other) => !decided.areApart(first, other));
    const entities = new Map<EntityId, Part[]>();
    for (const part of [first, ...open]) {
      const id = targets.get(part.key)?.id ?? part.id;
      const known = entities.get(id);
      if (known === undefined) entities.set(id, [part]);
      else known.push(part);
    }
    const [own] = entities.values();
    if (kind === "which-region" && targets.has(first.key)) continue;
    if (others.length > 0 && (entities.size < 2 || own!.length > 1)) continue;
    const doubted = [...entities].map(([id, members]) => toDoubted(id, members, targets));
    const about = [...entities.keys()].sort().join(" ");
    if (!doubts.has(about)) doubts.set(about, { kind, entities: doubted });
  }
  return [...doubts.values()].sort(
    (a, b) =>
      DOUBT_KINDS.indexOf(a.kind) - DOUBT_KINDS.indexOf(b.kind) ||
      compare(a.entities[0]!.name, b.entities[0]!.name) ||
      compare(a.entities[0]!.id, b.entities[0]!.id),
  );
}

function toDoubted(id: EntityId, parts: readonly Part[], targets: ReadonlyMap<string, Target>): DoubtedEntity {
  const [first] = parts as [Part, ...Part[]];
  const { type, name } = targets.get(first.key) ?? first;
  const codes = new Set(parts.flatMap(({ places, homes }) => [...(places.size > 0 ? places : homes)]));
  const places = type === "Region" ? candidatesOf(first).map(parentName) : [...codes].sort().map(nameOf);
  return {
    id,
    type,
    name,
    places: [...new Set(places)].filter((place) => place !== ""),
    documents: new Set(parts.flatMap(({ documents }) => [...documents])).size,
  };
}

function parentName(region: Region): string {
  return parentRegion(region)?.name ?? "";
}

function nameOf(code: string): string {
  return regionByCode(code)?.name ?? "";
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
