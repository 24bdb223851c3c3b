/** Numbers, dates and plurals by Intl, one formatter a language. */

const numberFormats = new Map<string, Intl.NumberFormat>();
const pluralRules = new Map<string, Intl.PluralRules>();

function cached<T>(cache: Map<string, T>, language: string, create: () => T): T {
  const found = cache.get(language);
  if (found !== undefined) return found;
  const created = create();
  cache.set(language, created);
  return created;
}

/** `1234` as `1,234`; years are never passed here. */
export function numberText(language: string, value: number): string {
  return cached(
    numberFormats,
    language,
    () => new Intl.NumberFormat(language, { maximumFractionDigits: 4, useGrouping: true }),
  ).format(value);
}

/** `3 relations`; the form is chosen by the plural rules of the language. */
export function counted(
  language: string,
  count: number,
  forms: { readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>,
): string {
  const rule = cached(pluralRules, language, () => new Intl.PluralRules(language)).select(count);
  return `${numberText(language, count)} ${forms[rule] ?? forms.other}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** A moment as `2024-12-09 13:06` in the person's own time zone. */
export function momentText(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
