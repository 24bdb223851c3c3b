import { describe, expect, test } from "vitest";

import { ApiError } from "../../../../client/src/api.ts";
import { createResource, loadedValue } from "../../../../client/src/state/resource.ts";

/** A fetch whose answers are given by hand. */
function byHand() {
  const asked: { key: string; signal: AbortSignal; resolve(value: string): void; reject(error: unknown): void }[] = [];
  const resource = createResource(
    (key: string, signal) => new Promise<string>((resolve, reject) => asked.push({ key, signal, resolve, reject })),
  );
  return { asked, resource };
}

describe("a resource", () => {
  test("is idle, loading, ready", async () => {
    const { asked, resource } = byHand();
    expect(resource.state.value).toEqual({ status: "idle" });
    const loading = resource.load("a");
    expect(resource.state.value).toEqual({ status: "loading", previous: undefined });
    asked[0]!.resolve("A");
    await loading;
    expect(resource.state.value).toEqual({ status: "ready", value: "A" });
  });

  test("gives up the older request for a newer one and never shows its answer", async () => {
    const { asked, resource } = byHand();
    const first = resource.load("a");
    const second = resource.load("b");
    expect(asked[0]!.signal.aborted).toBe(true);
    asked[1]!.resolve("B");
    asked[0]!.resolve("A");
    await Promise.all([first, second]);
    expect(resource.state.value).toEqual({ status: "ready", value: "B" });
  });

  test("shows the old value while the same thing is read again, and after that failed", async () => {
    const { asked, resource } = byHand();
    const first = resource.load("a");
    asked[0]!.resolve("A");
    await first;
    const again = resource.reload();
    expect(loadedValue(resource.state.value)).toBe("A");
    const error = new ApiError("unreachable");
    asked[1]!.reject(error);
    await again;
    expect(resource.state.value).toEqual({ status: "failed", error, previous: "A" });
  });

  test("does not show one thing while another is read", async () => {
    const { asked, resource } = byHand();
    const first = resource.load("a");
    asked[0]!.resolve("A");
    await first;
    void resource.load("b");
    expect(loadedValue(resource.state.value)).toBeUndefined();
  });

  test("makes any failure one that can be shown", async () => {
    const { asked, resource } = byHand();
    const loading = resource.load("a");
    asked[0]!.reject(new TypeError("x is not a function"));
    await loading;
    expect(resource.state.value).toMatchObject({ status: "failed", error: { code: "unexpected_answer" } });
  });

  test("is idle again when it is cleared, whatever comes then", async () => {
    const { asked, resource } = byHand();
    const loading = resource.load("a");
    resource.clear();
    asked[0]!.resolve("A");
    await loading;
    expect(resource.state.value).toEqual({ status: "idle" });
    await resource.reload();
    expect(asked).toHaveLength(1);
  });
});
