/**
 * From found names to entities: names of one type that share a form are one
 * entity, the fullest of their canonical names names it, and a form that two
 * entities claim belongs to the one whose name it is, else to neither.
 */
import { ENTITY_TYPE_NAMES } from "../../../../server/contract/index.ts";
import type { EntityType } from "../../../../server/contract/index.ts";
import type { EntityMention, ExtractedEntity, NamedEntities } from "../../extraction.ts";
import type { Found, Reading } from "./reading.ts";
import { reject } from "../trace.ts";
import { partialNames } from "./same-names.ts";

const ZONE_KIND = /(?:国家级|国家|省级)?(?:高新区|高新园区|高新(?:技术)?(?:产业)?(?:开发区|园区))$/;

/** All founds of one meaning: one type, one canonical name, one list of aliases. */
interface Meaning {
  readonly type: EntityType;
  readonly name: string;
  /** Number of its folded name, and of each of its folded forms. */
  readonly nameNumber: number;
  readonly formNumbers: readonly number[];
  readonly founds: [Found, ...Found[]];
  /** Union-find: index of another that is the same entity, or its own. */
  parent: number;
}

interface Group {
  readonly type: EntityType;
  /** Canonical names with how often each was found. */
  readonly names: Map<string, number>;
  /** All forms with the numbers of the folded ones. */
  readonly forms: Map<string, number>;
  readonly founds: Found[];
}

export function assemble(reading: Reading): NamedEntities {
  const forms = new Forms();
  const groups = merge(
    [...reading.found].filter((found) => !found.pointing || isOwnRegion(reading, found)),
    forms,
  );
  const owners = formOwners(groups, forms);
  const entities = groups.map((group): ExtractedEntity => toEntity(group, owners));

  const indexOf = new Map<Found, number>();
  const byName = new Map<string, number[]>();
  groups.forEach(({ names, founds }, index) => {
    for (const found of founds) indexOf.set(found, index);
    for (const name of names.keys()) byName.set(name, [...(byName.get(name) ?? []), index]);
  });
  const mentions: EntityMention[] = [];
  for (const found of reading.found) {
    const entity =
      indexOf.get(found) ?? byName.get(found.name)?.findLast((index) => groups[index]!.type === found.type);
    const { begin, end, rule } = found;
    if (entity !== undefined) mentions.push({ entity, begin, end, rule });
    else reject(() => ({ kind: "entity", rule, why: "points at something that is named nowhere", begin, end }));
  }
  return { entities, mentions: distinct(mentions) };
}

/** 我市 of a page whose city stands in its title or publisher alone names that city. */
function isOwnRegion({ document }: Reading, { type, name }: Found): boolean {
  return type === "Region" && name === document.frame.region?.name;
}

/** Groups in the order of their first mention. */
function merge(founds: readonly Found[], forms: Forms): Group[] {
  const meanings = distinctMeanings(founds, forms);
  const rootOf = (index: number): number => {
    let root = index;
    while (meanings[root]!.parent !== root) root = meanings[root]!.parent;
    meanings[index]!.parent = root;
    return root;
  };
  const unite = (a: number, b: number) => {
    const [first, second] = [rootOf(a), rootOf(b)];
    meanings[Math.max(first, second)]!.parent = Math.min(first, second);
  };
  const nameOwner = new Map<number, number>();
  const formOwner = new Map<number, number>();
  meanings.forEach(({ type, name, nameNumber, formNumbers, founds: [{ aliases }] }, index) => {
    const named = keyOf(type, nameNumber);
    const same = nameOwner.get(named);
    if (same === undefined) nameOwner.set(named, index);
    else unite(same, index);
    if (type === "Region") return;
    formNumbers.forEach((number, i) => {
      const key = keyOf(type, number);
      const other = formOwner.get(key);
      if (other === undefined) formOwner.set(key, index);
      else if (other !== index && isTelling(type, i === 0 ? name : aliases[i - 1]!)) unite(other, index);
    });
  });
  unitePartial(meanings, nameOwner, unite, forms);

  const groups = new Map<number, Group>();
  meanings.forEach(({ type, name, founds }, index) => {
    const root = rootOf(index);
    let group = groups.get(root);
    if (group === undefined) groups.set(root, (group = { type, names: new Map(), forms: new Map(), founds: [] }));
    group.names.set(name, (group.names.get(name) ?? 0) + founds.length);
    for (const form of [name, ...founds[0].aliases]) {
      if (!group.forms.has(form)) group.forms.set(form, forms.numberOf(form));
    }
    group.founds.push(...founds);
  });
  return [...groups.values()];
}

/** In the order of the text, the longer of two that begin together first. */
function distinctMeanings(founds: readonly Found[], forms: Forms): Meaning[] {
  const ordered = [...founds].sort((a, b) => a.begin - b.begin || b.end - a.end);
  const meanings: Meaning[] = [];
  const byName = new Map<string, Meaning[]>();
  for (const found of ordered) {
    const { type, name, aliases, code } = found;
    const ofName = byName.get(name) ?? [];
    const meaning = ofName.find(({ founds: [first] }) => meansSame(first, found));
    if (meaning !== undefined) {
      meaning.founds.push(found);
      continue;
    }
    const added: Meaning = {
      type,
      name,
      // Regions of one name in different places are different.
      nameNumber: type === "Region" ? forms.numberOf(`${name} ${code ?? ""}`) : forms.bareNumberOf(type, name),
      formNumbers:
        type === "Region"
          ? []
          : [forms.bareNumberOf(type, name), ...aliases.map((alias) => forms.bareNumberOf(type, alias))],
      founds: [found],
      parent: meanings.length,
    };
    meanings.push(added);
    byName.set(name, [...ofName, added]);
  }
  return meanings;
}

/** Of two founds of one name. */
function meansSame(a: Found, b: Found): boolean {
  return (
    a.type === b.type &&
    (a.code ?? "") === (b.code ?? "") &&
    (a.aliases === b.aliases ||
      (a.aliases.length === b.aliases.length && a.aliases.every((alias, i) => alias === b.aliases[i])))
  );
}

function unitePartial(
  meanings: readonly Meaning[],
  nameOwner: ReadonlyMap<number, number>,
  unite: (a: number, b: number) => void,
  forms: Forms,
): void {
  const namesOf = new Map<EntityType, Set<string>>();
  for (const { type, nameNumber } of meanings) {
    if (!namesOf.has(type)) namesOf.set(type, new Set());
    namesOf.get(type)!.add(forms.folded(nameNumber));
  }
  for (const [type, names] of namesOf) {
    for (const [part, whole] of partialNames(type, names)) {
      const a = nameOwner.get(keyOf(type, forms.numberOf(part)));
      const b = nameOwner.get(keyOf(type, forms.numberOf(whole)));
      if (a !== undefined && b !== undefined) unite(a, b);
    }
  }
}

const TYPE_NUMBERS = new Map(ENTITY_TYPE_NAMES.map((type, number) => [type, number]));

/** One number for a type and a folded form. */
function keyOf(type: EntityType, number: number): number {
  return number * ENTITY_TYPE_NAMES.length + TYPE_NUMBERS.get(type)!;
}

const BODIES: ReadonlySet<EntityType> = new Set<EntityType>([
  "ResearchInstitute",
  "Laboratory",
  "InnovationPlatform",
  "HighTechZone",
  "Organization",
]);

/** Whether two names that share this form are one entity; short forms of bodies (高新区) are shared by many. */
function isTelling(type: EntityType, form: string): boolean {
  if (type === "Government") return form.length >= 6;
  return form.length >= 4 || !BODIES.has(type);
}

/**
 * The forms of a document's names, each with the number of what it is folded to:
 * names are compared by their characters alone, without width, case, spaces and marks.
 */
class Forms {
  readonly #folded: string[] = [];
  readonly #numberOfFolded = new Map<string, number>();
  readonly #numberOf = new Map<string, number>();
  readonly #bareZones = new Map<number, number>();

  numberOf(form: string): number {
    let number = this.#numberOf.get(form);
    if (number === undefined) {
      number = this.#numberFor(fold(form));
      this.#numberOf.set(form, number);
    }
    return number;
  }

  /** Zones are one under all forms of their kind: 绍兴国家高新园区 is 绍兴高新区. */
  bareNumberOf(type: EntityType, form: string): number {
    const number = this.numberOf(form);
    if (type !== "HighTechZone") return number;
    let bare = this.#bareZones.get(number);
    if (bare === undefined) {
      bare = this.#numberFor(this.folded(number).replace(ZONE_KIND, "高新区"));
      this.#bareZones.set(number, bare);
    }
    return bare;
  }

  folded(number: number): string {
    return this.#folded[number]!;
  }

  #numberFor(folded: string): number {
    let number = this.#numberOfFolded.get(folded);
    if (number === undefined) {
      number = this.#folded.push(folded) - 1;
      this.#numberOfFolded.set(folded, number);
    }
    return number;
  }
}

function fold(form: string): string {
  for (let i = 0; i < form.length; i++) {
    const code = form.charCodeAt(i);
    if (code < 0x4e00 || code > 0x9fff)
      return form
        .normalize("NFKC")
        .toLowerCase()
        .replace(/[\s\p{P}\p{S}]/gu, "");
  }
  return form;
}

/** By its number the group that each folded form belongs to: null where several claim it and none is named by it. */
function formOwners(groups: readonly Group[], forms: Forms): ReadonlyMap<number, Group | null> {
  const owners = new Map<number, Group | null>();
  for (const group of groups) for (const name of group.names.keys()) owners.set(forms.numberOf(name), group);
  const named = new Set(owners.keys());
  for (const group of groups) {
    for (const number of group.forms.values()) {
      if (named.has(number)) continue;
      const owner = owners.get(number);
      if (owner === undefined) owners.set(number, group);
      else if (owner !== group) owners.set(number, null);
    }
  }
  return owners;
}

function toEntity(group: Group, owners: ReadonlyMap<number, Group | null>): ExtractedEntity {
  const { type, founds } = group;
  const name = fullestName(group);
  const aliases: string[] = [];
  for (const [form, number] of group.forms) {
    if (form !== name && form !== "" && owners.get(number) === group) aliases.push(form);
  }
  const [first] = founds;
  return {
    type,
    name,
    aliases,
    ...(first!.level === undefined ? {} : { level: first!.level }),
    ...(first!.code === undefined ? {} : { code: first!.code }),
  };
}

function fullestName({ names }: Group): string {
  let fullest = "";
  for (const name of names.keys()) if (name.length > fullest.length) fullest = name;
  return fullest;
}

/** In the order of the text, each mention once. */
function distinct(mentions: readonly EntityMention[]): EntityMention[] {
  const ordered = [...mentions].sort((a, b) => a.begin - b.begin || b.end - a.end || a.entity - b.entity);
  return ordered.filter(({ entity, begin, end }, i) => {
    const before = ordered[i - 1];
    return before === undefined || before.entity !== entity || before.begin !== begin || before.end !== end;
  });
}
