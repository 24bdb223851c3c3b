/** What is asked of the browser beside the page: its storage and its theme. */
import { signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

/** Undefined where the browser keeps nothing (some private windows throw on the first touch). */
export function browserStorage(): Pick<Storage, "getItem" | "setItem"> | undefined {
  try {
    localStorage.getItem("");
    return {
      getItem: (key) => localStorage.getItem(key),
      setItem(key, value) {
        try {
          localStorage.setItem(key, value);
        } catch {
          // Full: the preference lasts until the page is closed.
        }
      },
    };
  } catch {
    return undefined;
  }
}

export function systemIsDark(): ReadonlySignal<boolean> {
  const wish = matchMedia("(prefers-color-scheme: dark)");
  const isDark = signal(wish.matches);
  wish.addEventListener("change", () => {
    isDark.value = wish.matches;
  });
  return isDark;
}
