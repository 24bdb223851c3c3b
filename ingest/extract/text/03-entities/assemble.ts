/**
 * From found names to entities: names of one type that share a form are one
 * entity, the fullest of their canonical names names it, and a form that two
 * entities claim belongs to the one whose name it is, else to neither.
 */
import type { EntityType } from "../../../../server/contract/index.ts";
import type { EntityMention, ExtractedEntity, NamedEntities } from "../../extraction.ts";
import type { Found, Reading } from "./reading.ts";
import { partialNames } from "./same-names.ts";

interface Group {
  readonly type: EntityType;
  readonly names: Map<string, number>;
  readonly forms: Set<string>;
  readonly founds: Found[];
}

export function assemble(reading: Reading): NamedEntities {
  const founds = reading.found.filter(({ pointing }) => !pointing);
  const groups = merge(founds);
  const owners = formOwners(groups);
  const entities = groups.map((group): ExtractedEntity => toEntity(group, owners));

  const indexOf = new Map<Found, number>();
  groups.forEach((group, index) => group.founds.forEach((found) => indexOf.set(found, index)));
  const byName = new Map<string, number>();
  groups.forEach((group, index) => group.forms.forEach((form) => byName.set(`${group.type} ${form}`, index)));
  const mentions: EntityMention[] = [];
  for (const found of reading.found) {
    const entity = indexOf.get(found) ?? byName.get(`${found.type} ${found.name}`);
    if (entity !== undefined) mentions.push({ entity, begin: found.begin, end: found.end, rule: found.rule });
  }
  return { entities, mentions: distinct(mentions) };
}

/** Groups in the order of their first mention. */
function merge(founds: readonly Found[]): Group[] {
  const partial = partialNames(founds);
  const ordered = [...founds].sort((a, b) => a.begin - b.begin || b.end - a.end);
  const groupOf = new Map<string, Group>();
  const groups: Group[] = [];
  for (const found of ordered) {
    const whole = partial.get(`${found.type} ${found.name}`);
    const forms = [found.name, ...found.aliases, ...(whole === undefined ? [] : [whole])];
    // The canonical name first: an alias may be shared by several (高新区).
    let group =
      groupOf.get(key(found.type, found.name)) ??
      (whole === undefined ? undefined : groupOf.get(key(found.type, whole)));
    if (group === undefined) {
      for (const form of found.aliases) {
        const other = groupOf.get(key(found.type, form));
        if (other !== undefined && isSame(other, found, form)) {
          group = other;
          break;
        }
      }
    }
    if (group === undefined) {
      group = { type: found.type, names: new Map(), forms: new Set(), founds: [] };
      groups.push(group);
    }
    group.names.set(found.name, (group.names.get(found.name) ?? 0) + 1);
    group.founds.push(found);
    for (const form of forms) {
      group.forms.add(form);
      if (!groupOf.has(key(found.type, form))) groupOf.set(key(found.type, form), group);
    }
  }
  return groups;
}

/** A region is one by its code; other names of two characters that merely share a short form stay apart. */
function isSame(group: Group, found: Found, form: string): boolean {
  if (found.type === "Region") return group.founds[0]!.code === found.code && group.founds[0]!.name === found.name;
  if (found.type === "Government") return group.names.has(form);
  return (
    form.length >= 3 ||
    found.type === "Company" ||
    found.type === "University" ||
    found.type === "Person" ||
    found.type === "Programme" ||
    found.type === "Industry"
  );
}

function key(type: EntityType, form: string): string {
  return `${type} ${form.replace(/[“”‘’"()〈〉]/g, "")}`;
}

const fold = (form: string) =>
  form
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, "");

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

function distinct(mentions: readonly EntityMention[]): EntityMention[] {
  const seen = new Set<string>();
  return [...mentions]
    .sort((a, b) => a.begin - b.begin || b.end - a.end)
    .filter(({ entity, begin, end }) => {
      const id = `${entity} ${begin} ${end}`;
      return !seen.has(id) && seen.add(id) !== undefined;
    });
}
