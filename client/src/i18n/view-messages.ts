/**
 * The texts of one view, kept beside it in a `messages.ts` and loaded with it.
 * Both languages stand in one file; Chinese that lacks a text does not compile.
 */
import { computed } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

import type { Worded } from "./en.ts";
import { locale } from "./locale.ts";
import { pseudoTexts } from "./pseudo.ts";

export interface ViewMessages<T> extends ReadonlySignal<Worded<T>> {
  /** For the tests that hold the languages against each other. */
  readonly languages: { readonly en: T; readonly zhCN: Worded<T> };
}

export function viewMessages<T extends object>(languages: { en: T; zhCN: NoInfer<Worded<T>> }): ViewMessages<T> {
  // Every text is a wording of itself, which the compiler cannot follow through a type that it does not know.
  const english = languages.en as unknown as Worded<T>;
  const inUse = computed((): Worded<T> => {
    if (locale.value === "zh-CN") return languages.zhCN;
    return locale.value === "en" ? english : pseudoTexts(english);
  });
  return Object.assign(inUse, { languages });
}
