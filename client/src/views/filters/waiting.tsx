/** What is being read: bars, a failure with a way to try again, or what it is for. */
import type { ComponentChildren } from "preact";

import { loadedValue } from "../../state/resource.ts";
import type { Loaded } from "../../state/resource.ts";
import { Skeleton } from "../../ui/index.ts";
import { Failure } from "../shell/failure.tsx";

export interface WaitingProps<T> {
  readonly state: Loaded<T>;
  readonly onRetry: () => void;
  readonly lines?: readonly number[];
  readonly children: (value: T) => ComponentChildren;
}

export function Waiting<T>({ state, onRetry, lines = [60, 80, 70], children }: WaitingProps<T>) {
  const value = loadedValue(state);
  if (value !== undefined) return <>{children(value)}</>;
  if (state.status === "failed") return <Failure error={state.error} onRetry={onRetry} compact />;
  return <Skeleton lines={lines} lineHeight={28} />;
}
