/** How wide the screen is, in the steps at which the layout changes. */
import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

/**
 * `wide`: all panels docked. `medium`: the left panel becomes a button.
 * `narrow`: the right panel becomes a sheet from the right. `phone`: everything
 * comes from the bottom.
 */
export type Screen = "wide" | "medium" | "narrow" | "phone";

export function screenOf(width: number): Screen {
  if (width < 720) return "phone";
  if (width < 1024) return "narrow";
  return width < 1280 ? "medium" : "wide";
}

const current = signal<Screen>(screenOf(globalThis.innerWidth ?? 1440));

export const screen: ReadonlySignal<Screen> = current;

/** Follows the window for as long as it is not disposed. */
export function followScreen(window: Window): Disposable {
  const read = () => {
    current.value = screenOf(window.innerWidth);
  };
  read();
  window.addEventListener("resize", read);
  return { [Symbol.dispose]: () => window.removeEventListener("resize", read) };
}
