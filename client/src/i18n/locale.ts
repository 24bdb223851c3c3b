/** The language in use. Chinese unless the person chose otherwise. */
import { computed, signal } from "@preact/signals";

import { en } from "./en.ts";
import type { Messages } from "./en.ts";
import { pseudoMessages } from "./pseudo.ts";
import { zhCN } from "./zh-CN.ts";

export const LOCALES = ["zh-CN", "en"] as const;
/** `pseudo` is for development: no menu offers it. */
export type Locale = (typeof LOCALES)[number] | "pseudo";
export const DEFAULT_LOCALE: Locale = "zh-CN";

export const locale = signal<Locale>(DEFAULT_LOCALE);

/** The texts of the language in use; reading `.value` in a component follows a change of language. */
export const messages = computed<Messages>(() => messagesOf(locale.value));

export function messagesOf(locale: Locale): Messages {
  if (locale === "en") return en;
  if (locale === "pseudo") return pseudoMessages();
  return zhCN;
}

export function isLocale(value: unknown): value is Locale {
  return value === "zh-CN" || value === "en" || value === "pseudo";
}

/** What `<html lang>` says; the pseudo-language is made of English. */
export function languageTag(locale: Locale): string {
  return locale === "pseudo" ? "en" : locale;
}
