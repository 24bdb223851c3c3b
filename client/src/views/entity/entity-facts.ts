/** Short texts about an entity: its type, its shortest other name, its values. */
import type { Entity, PropertyValue } from "../../../../server/contract/index.ts";
import { entityTypeName, messages } from "../../i18n/index.ts";

/** Regions are called by their level (市, 区县), all else by its type. */
export function kindOf(entity: Pick<Entity, "type" | "level">): string {
  const level = entity.level === undefined ? undefined : messages.value.regionLevels[entity.level];
  return level === undefined ? entityTypeName(entity.type) : level;
}

/**
 * Whether `alias` is `name` with characters left out, as 浙大 is of 浙江大学: a
 * short name rather than another one. A single character is a mark of it at most.
 */
export function isShortName(name: string, alias: string): boolean {
  const letters = [...alias];
  if (letters.length < 2 || letters.length >= [...name].length) return false;
  let at = 0;
  for (const letter of name) if (letter === letters[at]) at += 1;
  return at === letters.length;
}

/** The short name that people use, where one is known. */
export function shortName({ name, aliases }: Pick<Entity, "name" | "aliases">): string | undefined {
  const short = aliases.filter((alias) => isShortName(name, alias));
  return short.toSorted((a, b) => a.length - b.length || a.localeCompare(b, "zh-CN"))[0];
}

export function propertyName(key: string): string {
  const known: Readonly<Record<string, string>> = messages.value.properties;
  return known[key] ?? key;
}

export function propertyText(value: PropertyValue): string {
  const { number, separator } = messages.value.counts;
  if (Array.isArray(value)) return value.map(String).join(separator);
  return typeof value === "number" ? number(value) : String(value);
}
