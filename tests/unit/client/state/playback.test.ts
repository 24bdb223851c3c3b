import { signal } from "@preact/signals-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { createFilters } from "../../../../client/src/state/filters.ts";
import { EMPTY_GRAPH } from "../../../../client/src/state/graph.ts";
import { YEAR_MS, createPlayback } from "../../../../client/src/state/playback.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const YEARS = [2021, 2016, 2023, 2021];

function start() {
  const filters = createFilters(signal(EMPTY_GRAPH));
  const playback = createPlayback(filters);
  const years = () => [filters.values.value.fromYear, filters.values.value.toYear];
  return { filters, playback, years };
}

describe("playing the years", () => {
  test("shows what had been said by each year in turn, and ends with the last", () => {
    const { playback, years } = start();
    playback.play(YEARS);
    expect(years()).toEqual([null, 2016]);
    vi.advanceTimersByTime(YEAR_MS);
    expect([years(), playback.isPlaying.value]).toEqual([[null, 2021], true]);
    vi.advanceTimersByTime(YEAR_MS);
    expect([years(), playback.isPlaying.value]).toEqual([[null, 2023], false]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("goes on from the year that is set, and begins anew after the last", () => {
    const { filters, playback, years } = start();
    filters.setYears(2018, 2021);
    playback.play(YEARS);
    expect(years()).toEqual([2018, 2023]);
    playback.play(YEARS);
    expect(years()).toEqual([null, 2016]);
  });

  test("pauses, and gives way to a year that the person sets", () => {
    const { filters, playback, years } = start();
    playback.play(YEARS);
    playback.pause();
    vi.advanceTimersByTime(YEAR_MS * 5);
    expect(years()).toEqual([null, 2016]);
    playback.play(YEARS);
    filters.setYears(2016, 2017);
    expect(playback.isPlaying.value).toBe(false);
    vi.advanceTimersByTime(YEAR_MS * 5);
    expect(years()).toEqual([2016, 2017]);
  });

  test("plays nothing where no year is known", () => {
    const { playback, years } = start();
    playback.play([]);
    expect([years(), playback.isPlaying.value]).toEqual([[null, null], false]);
  });
});
