/** Plays the years: what the documents had said by each, one year after the other. */
import { effect, signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type { Filters } from "./filters.ts";

/** Long enough to see what came. */
export const YEAR_MS = 1_200;

export interface Playback extends Disposable {
  readonly isPlaying: ReadonlySignal<boolean>;
  /** From the year that is set on; from the first where none or the last is. */
  play(years: readonly number[]): void;
  pause(): void;
}

export function createPlayback(filters: Pick<Filters, "values" | "setYears">): Playback {
  const isPlaying = signal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The year that was set last by playing; another one was set by the person. */
  let shown: number | null = null;

  const pause = () => {
    clearTimeout(timer);
    isPlaying.value = false;
  };
  const show = (years: readonly number[], at: number) => {
    const year = years[at]!;
    shown = year;
    const { fromYear } = filters.values.peek();
    filters.setYears(fromYear !== null && fromYear <= year ? fromYear : null, year);
    if (at === years.length - 1) pause();
    else timer = setTimeout(() => show(years, at + 1), YEAR_MS);
  };
  const dispose = effect(() => {
    const { toYear } = filters.values.value;
    if (isPlaying.peek() && toYear !== shown) pause();
  });

  return {
    isPlaying,
    play(years) {
      const sorted = [...new Set(years)].toSorted((a, b) => a - b);
      if (sorted.length === 0) return;
      pause();
      isPlaying.value = true;
      const { toYear } = filters.values.peek();
      const next = toYear === null ? 0 : sorted.findIndex((year) => year > toYear);
      show(sorted, Math.max(0, next));
    },
    pause,
    [Symbol.dispose]() {
      pause();
      dispose();
    },
  };
}
