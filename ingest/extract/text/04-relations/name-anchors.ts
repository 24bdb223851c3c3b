/**
 * The entities inside names: 浙江大学绍兴研究院 holds 浙江大学 and 绍兴.
 *
 * Only entities of the same document can be anchors, by any of their names, the
 * longest first, so that the 浙江 of 浙江大学 is no place of its own.
 */
import type { EntityType } from "../../../../server/contract/index.ts";
import type { EntityIndex, ExtractedEntity } from "../../extraction.ts";
import { AnchorIndex, SHORTEST_ANCHOR } from "./anchor-index.ts";

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

const CANNOT_ANCHOR: ReadonlySet<EntityType> = new Set(["Policy", "Programme", "Person"]);

export interface NameIndex {
  /** By entity: the anatomy of each of its names, its canonical name first, names without anchors left out. */
  readonly anatomies: readonly (readonly NameAnatomy[])[];
  /** The entities that a name begins with, one after the other (省委省政府关于…). */
  leadersOf(name: string): readonly EntityIndex[];
}

export function indexNames(entities: readonly ExtractedEntity[]): NameIndex {
  const anchors = new AnchorIndex();
  const forms = entities.map(formsOf);
  // What the document calls a place goes before what it might be called: 昌吉 is 昌吉州 where it is read so.
  entities.forEach(({ type }, at) => {
    if (!CANNOT_ANCHOR.has(type)) for (const form of forms[at]!.written) anchors.add(form, at);
  });
  entities.forEach(({ type }, at) => {
    if (!CANNOT_ANCHOR.has(type)) for (const form of forms[at]!.derived) anchors.add(form, at);
  });

  const anatomies = entities.map((entity, index) => {
    if (CANNOT_ANCHOR.has(entity.type) || entity.type === "Region" || entity.type === "Industry") return [];
    const anatomies: NameAnatomy[] = [];
    const { written, derived } = forms[index]!;
    for (const form of derived.length === 0 ? written : [...written, ...derived]) {
      const inside: NameAnchor[] = [];
      for (let begin = 0; begin + SHORTEST_ANCHOR <= form.length;) {
        const found = anchors.longestAt(form, begin, index);
        if (found) {
          const end = begin + found.length;
          inside.push({ entity: found.entity, type: entities[found.entity]!.type, begin, end });
          begin = end;
        } else begin++;
      }
      if (inside.length > 0) anatomies.push({ form, anchors: inside });
    }
    return anatomies;
  });
  const leadersOf = (name: string) => {
    const form = fold(name);
    const leaders: EntityIndex[] = [];
    for (let begin = 0; ;) {
      const found = anchors.longestAt(form, begin, -1);
      if (!found) return leaders;
      leaders.push(found.entity);
      begin += found.length;
    }
  };
  return { anatomies, leadersOf };
}

/** The folded names of an entity, each once. */
interface Forms {
  readonly written: readonly string[];
  /** What it might be called as well. */
  readonly derived: readonly string[];
}

function formsOf({ type, name, aliases }: ExtractedEntity): Forms {
  const written = new Set<string>([fold(name)]);
  for (const alias of aliases) written.add(fold(alias));
  const short = type === "Region" ? shortName(name).map(fold) : [];
  return { written: [...written], derived: short.filter((form) => !written.has(form)) };
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
  if (isHan(name) || !FOLDED.test(name)) return name;
  return name
    .replace(/[“”‘’"'\s]/g, "")
    .replace(/[（〈]/g, "(")
    .replace(/[）〉]/g, ")");
}

function isHan(name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if (code < 0x4e00 || code > 0x9fff) return false;
  }
  return true;
}
