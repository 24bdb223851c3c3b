/**
 * From found names to entities: names of one type that share a form are one
 * entity, the fullest of their canonical names names it, and a form that two
 * entities claim belongs to the one whose name it is, else to neither.
 */
import type { EntityType } from "../../../../server/contract/index.ts";
import type { EntityMention, ExtractedEntity, NamedEntities } from "../../extraction.ts";
import type { Found, Reading } from "./reading.ts";
import { partialNames } from "./same-names.ts";

const ZONE_KIND = /(?:国家级|国家|省级)?(?:高新区|高新园区|高新(?:技术)?(?:产业)?(?:开发区|园区))$/;

/** All founds of one meaning: one type, one canonical name, one list of aliases. */
interface Meaning {
  readonly type: EntityType;
  readonly name: string;
  readonly founds: Found[];
  /** Union-find: index of another that is the same entity, or its own. */
  parent: number;
}

interface Group {
  readonly type: EntityType;
  /** Canonical names with how often each was found. */
  readonly names: Map<string, number>;
  readonly forms: Set<string>;
  readonly founds: Found[];
}

export function assemble(reading: Reading): NamedEntities {
  const groups = merge([...reading.found].filter(({ pointing }) => !pointing));
  const owners = formOwners(groups);
  const entities = groups.map((group): ExtractedEntity => toEntity(group, owners));

  const indexOf = new Map<Found, number>();
  const byName = new Map<string, number>();
  groups.forEach((group, index) => {
    for (const found of group.founds) indexOf.set(found, index);
    for (const name of group.names.keys()) byName.set(`${group.type} ${name}`, index);
  });
  const mentions: EntityMention[] = [];
  for (const found of reading.found) {
    const entity = indexOf.get(found) ?? byName.get(`${found.type} ${found.name}`);
    if (entity !== undefined) mentions.push({ entity, begin: found.begin, end: found.end, rule: found.rule });
  }
  return { entities, mentions: distinct(mentions) };
}

/** Groups in the order of their first mention. */
function merge(founds: readonly Found[]): Group[] {
  const meanings = distinctMeanings(founds);
  const rootOf = (index: number): number => {
    let root = index;
    while (meanings[root]!.parent !== root) root = meanings[root]!.parent;
    meanings[index]!.parent = root;
    return root;
  };
  const unite = (a: number, b: number) => {
    const [first, second] = [rootOf(a), rootOf(b)].sort((x, y) => x - y) as [number, number];
    meanings[second]!.parent = first;
  };
  const nameOwner = new Map<string, number>();
  const formOwner = new Map<string, number>();
  meanings.forEach(({ type, name, founds }, index) => {
    const named = keyOf(type, name, founds[0]!);
    const same = nameOwner.get(named);
    if (same === undefined) nameOwner.set(named, index);
    else unite(same, index);
    if (type === "Region") return;
    for (const form of new Set([name, ...founds[0]!.aliases])) {
      const key = keyOf(type, form, founds[0]!);
      const other = formOwner.get(key);
      if (other === undefined) formOwner.set(key, index);
      else if (isTelling(type, form)) unite(other, index);
    }
  });
  unitePartial(meanings, nameOwner, unite);

  const groups = new Map<number, Group>();
  meanings.forEach(({ type, name, founds }, index) => {
    const root = rootOf(index);
    let group = groups.get(root);
    if (group === undefined) groups.set(root, (group = { type, names: new Map(), forms: new Set(), founds: [] }));
    group.names.set(name, (group.names.get(name) ?? 0) + founds.length);
    group.forms.add(name);
    for (const alias of founds[0]!.aliases) group.forms.add(alias);
    group.founds.push(...founds);
  });
  return [...groups.values()];
}

/** In the order of the text, the longer of two that begin together first. */
function distinctMeanings(founds: readonly Found[]): Meaning[] {
  const ordered = [...founds].sort((a, b) => a.begin - b.begin || b.end - a.end);
  const meanings = new Map<string, Meaning>();
  for (const found of ordered) {
    const { type, name, aliases, code } = found;
    const signature = `${type}|${name}|${code ?? ""}|${aliases.join("|")}`;
    const meaning = meanings.get(signature);
    if (meaning === undefined) meanings.set(signature, { type, name, founds: [found], parent: meanings.size });
    else meaning.founds.push(found);
  }
  return [...meanings.values()];
}

function unitePartial(
  meanings: readonly Meaning[],
  nameOwner: ReadonlyMap<string, number>,
  unite: (a: number, b: number) => void,
): void {
  const namesOf = new Map<EntityType, Set<string>>();
  for (const { type, name } of meanings) {
    if (!namesOf.has(type)) namesOf.set(type, new Set());
    namesOf.get(type)!.add(bareName(type, name));
  }
  for (const [type, names] of namesOf) {
    for (const [part, whole] of partialNames(type, names)) {
      const a = nameOwner.get(`${type} ${part}`);
      const b = nameOwner.get(`${type} ${whole}`);
      if (a !== undefined && b !== undefined) unite(a, b);
    }
  }
}

/** Regions of one name in different places are different. */
function keyOf(type: EntityType, name: string, { code }: Found): string {
  return type === "Region" ? `${type} ${name} ${code ?? ""}` : `${type} ${bareName(type, name)}`;
}

/** Zones are one under all forms of their kind: 绍兴国家高新园区 is 绍兴高新区. */
function bareName(type: EntityType, name: string): string {
  const folded = fold(name);
  return type === "HighTechZone" ? folded.replace(ZONE_KIND, "高新区") : folded;
}

/** Whether two names that share this form are one entity; short forms of bodies (高新区) are shared by many. */
function isTelling(type: EntityType, form: string): boolean {
  if (type === "Government") return form.length >= 6;
  return (
    form.length >= 4 || !/^(ResearchInstitute|Laboratory|InnovationPlatform|HighTechZone|Organization)$/.test(type)
  );
}

/** Names are compared by their characters alone: width, case, spaces and marks do not count. */
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

/** Which group each form belongs to: null where several claim it and none is named by it. */
function formOwners(groups: readonly Group[]): ReadonlyMap<string, Group | null> {
  const owners = new Map<string, Group | null>();
  for (const group of groups) for (const name of group.names.keys()) owners.set(fold(name), group);
  const named = new Set(owners.keys());
  for (const group of groups) {
    for (const form of group.forms) {
      const folded = fold(form);
      if (named.has(folded)) continue;
      const owner = owners.get(folded);
      if (owner === undefined) owners.set(folded, group);
      else if (owner !== group) owners.set(folded, null);
    }
  }
  return owners;
}

function toEntity(group: Group, owners: ReadonlyMap<string, Group | null>): ExtractedEntity {
  const { type, founds } = group;
  const name = fullestName(group);
  const aliases = [...group.forms].filter((form) => form !== name && form !== "" && owners.get(fold(form)) === group);
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
  return [...names].reduce((best, next) => (next[0].length > best[0].length ? next : best))[0];
}

/** In the order of the text, each mention once. */
function distinct(mentions: readonly EntityMention[]): EntityMention[] {
  const ordered = [...mentions].sort((a, b) => a.begin - b.begin || b.end - a.end || a.entity - b.entity);
  return ordered.filter(({ entity, begin, end }, i) => {
    const before = ordered[i - 1];
    return before === undefined || before.entity !== entity || before.begin !== begin || before.end !== end;
  });
}
