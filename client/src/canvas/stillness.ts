/** Knows whether the picture moves, and tells when it has come to rest. */
import type { Position } from "../state/graph.ts";

/** Without a change for so long, it rests. */
const REST_MS = 120;

export interface Stillness extends Disposable {
  readonly isMoving: boolean;
  /** Where the picture is now: it moves when that is elsewhere than it was. */
  note(zoom: number, pan: Position): void;
  /** It moves, whatever `note` finds: something in it does. */
  start(): void;
}

export function createStillness(onRest: () => void): Stillness {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: { readonly zoom: number; readonly x: number; readonly y: number } | undefined;
  const rest = () => {
    timer = undefined;
    onRest();
  };
  const start = () => {
    clearTimeout(timer);
    timer = setTimeout(rest, REST_MS);
  };
  return {
    get isMoving() {
      return timer !== undefined;
    },
    note(zoom, { x, y }) {
      if (last !== undefined && (last.zoom !== zoom || last.x !== x || last.y !== y)) start();
      last = { zoom, x, y };
    },
    start,
    [Symbol.dispose]: () => clearTimeout(timer),
  };
}
