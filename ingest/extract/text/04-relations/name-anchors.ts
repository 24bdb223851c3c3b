/**
 * The entities inside names: 浙江大学绍兴研究院 holds 浙江大学 and 绍兴.
 *
 * Only entities of the same document can be anchors, by any of their names, the
 * longest first, so that the 浙江 of 浙江大学 is no place of its own.
 */
import type { EntityType } from "../../../../server/contract/index.ts";
import type { EntityIndex, ExtractedEntity } from "../../extraction.ts";

export interface NameAnchor {
  readonly entity: EntityIndex;
  readonly type: EntityType;
  /** Span of the name that holds it. */
  readonly begin: number;
  readonly end: number;
}

export interface NameAnatomy {
  /** The form of the name that was taken apart. */
  readonly form: string;
  readonly anchors: readonly NameAnchor[];
}

/** One-character names (绍, 甬) say nothing inside another name. */
const SHORTEST_ANCHOR = 2;
const CANNOT_ANCHOR: ReadonlySet<EntityType> = new Set(["Policy", "Programme", "Person"]);

export interface NameIndex {
  /** By entity: the anatomy of each of its names, its canonical name first, names without anchors left out. */
  readonly anatomies: readonly (readonly NameAnatomy[])[];
  /** The entities that a name begins with, one after the other (省委省政府关于…). */
  leadersOf(name: string): readonly EntityIndex[];
}

export function indexNames(entities: readonly ExtractedEntity[]): NameIndex {
  const entityOf = new Map<string, EntityIndex>();
  // Lengths by first characters, so that a name is taken apart in time that does not grow with the document.
  const lengthsOf = new Map<string, Set<number>>();
  const forms = entities.map(formsOf);
  const index = (form: string, entity: EntityIndex) => {
    if (form.length < SHORTEST_ANCHOR || entityOf.has(form)) return;
    entityOf.set(form, entity);
    const start = form.slice(0, SHORTEST_ANCHOR);
    const lengths = lengthsOf.get(start) ?? new Set();
    lengthsOf.set(start, lengths.add(form.length));
  };
  // What the document calls a place goes before what it might be called: 昌吉 is 昌吉州 where it is read so.
  for (const isDerived of [false, true]) {
    entities.forEach((entity, at) => {
      if (CANNOT_ANCHOR.has(entity.type)) return;
      const written = new Set([entity.name, ...entity.aliases].map(fold));
      for (const form of forms[at]!) if (written.has(form) !== isDerived) index(form, at);
    });
  }
  const descending = new Map([...lengthsOf].map(([start, lengths]) => [start, [...lengths].sort((a, b) => b - a)]));

  const longestAt = (form: string, begin: number, not: EntityIndex) => {
    for (const length of descending.get(form.slice(begin, begin + SHORTEST_ANCHOR)) ?? []) {
      if (length >= form.length) continue;
      const entity = entityOf.get(form.slice(begin, begin + length));
      if (entity !== undefined && entity !== not && begin + length <= form.length) return { entity, length };
    }
    return undefined;
  };

  const anatomies = entities.map((entity, index) => {
    if (CANNOT_ANCHOR.has(entity.type) || entity.type === "Region" || entity.type === "Industry") return [];
    const anatomies: NameAnatomy[] = [];
    for (const form of forms[index]!) {
      const anchors: NameAnchor[] = [];
      for (let begin = 0; begin + SHORTEST_ANCHOR <= form.length;) {
        const found = longestAt(form, begin, index);
        if (found) {
          const end = begin + found.length;
          anchors.push({ entity: found.entity, type: entities[found.entity]!.type, begin, end });
          begin = end;
        } else begin++;
      }
      if (anchors.length > 0) anatomies.push({ form, anchors });
    }
    return anatomies;
  });
  const leadersOf = (name: string) => {
    const form = fold(name);
    const leaders: EntityIndex[] = [];
    for (let begin = 0; ;) {
      const found = longestAt(form, begin, -1);
      if (!found) return leaders;
      leaders.push(found.entity);
      begin += found.length;
    }
  };
  return { anatomies, leadersOf };
}

function formsOf(entity: ExtractedEntity): string[] {
  const short = entity.type === "Region" ? shortName(entity.name) : [];
  return [...new Set([entity.name, ...entity.aliases, ...short].map(fold))];
}

/** 徐州市 is 徐州 in names; 鼓楼区 and other districts only by their full name. */
function shortName(name: string): string[] {
  const short = name.replace(
    /(?:[\u4e00-\u9fff]{1,3}族)?(?:自治区|自治州|自治县|特别行政区|地区|省|市|县|盟|旗)$/u,
    "",
  );
  return short.length >= SHORTEST_ANCHOR && short !== name ? [short] : [];
}

const FOLDED = /[“”‘’"'\s（〈）〉]/;

/** Quotation marks do not separate a name from its parts, and brackets have one width. */
function fold(name: string): string {
  if (!FOLDED.test(name)) return name;
  return name
    .replace(/[“”‘’"'\s]/g, "")
    .replace(/[（〈]/g, "(")
    .replace(/[）〉]/g, ")");
}
