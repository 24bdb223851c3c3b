/**
 * Keeps what the frame of the screen says true: asks for the health of the
 * server now and then, and reads the overview anew when the graph has changed.
 */
import { effect, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

import type { AppState } from "../../state/app-state.ts";
import { loadedValue } from "../../state/resource.ts";

const CALM_MS = 15_000;
/** While the bundled documents are being loaded the first screen fills before one's eyes. */
const LOADING_MS = 1_500;

export interface Liveness extends Disposable {
  readonly isOffline: ReadonlySignal<boolean>;
  /** The version of the graph that the person's canvas began with; differs from the store's when it is stale. */
  readonly isStale: ReadonlySignal<boolean>;
  /** What is shown is as new as the store from now on. */
  markCurrent(): void;
}

export function createLiveness(app: Pick<AppState, "health" | "overview">): Liveness {
  const isOffline = signal(false);
  const isStale = signal(false);
  let version: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  const ask = async () => {
    const isFirst = app.health.key.peek() === undefined;
    await (isFirst ? app.health.load("health") : app.health.reload());
    if (!isOver) timer = setTimeout(() => void ask(), isLoading() ? LOADING_MS : CALM_MS);
  };
  const isLoading = () => loadedValue(app.health.state.peek())?.status === "loading";

  const dispose = effect(() => {
    const health = app.health.state.value;
    isOffline.value = health.status === "failed" && health.error.code === "unreachable";
    if (health.status !== "ready") return;
    const { dataVersion } = health.value.store;
    if (version === dataVersion) return;
    const isFirst = version === undefined;
    const wasLoading = health.value.status === "loading";
    version = dataVersion;
    if (isFirst) void app.overview.load("overview");
    else {
      if (!wasLoading) isStale.value = true;
      void app.overview.reload();
    }
  });
  void ask();

  return {
    isOffline,
    isStale,
    markCurrent() {
      isStale.value = false;
    },
    [Symbol.dispose]() {
      isOver = true;
      clearTimeout(timer);
      dispose();
    },
  };
}
