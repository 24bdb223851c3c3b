export type { Messages } from "./en.ts";
export { counted, momentText, numberText } from "./format.ts";
export { DEFAULT_LOCALE, LOCALES, isLocale, languageTag, locale, messages, messagesOf } from "./locale.ts";
export type { Locale } from "./locale.ts";
export {
  entityTypeDescription,
  entityTypeName,
  entityTypePlural,
  relationDescription,
  relationName,
} from "./type-names.ts";
export { viewMessages } from "./view-messages.ts";
