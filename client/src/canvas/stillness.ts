/** Knows whether the picture moves, and tells when it has come to rest. */
import type { Position } from "../state/graph.ts";

/** Without a change for so long, it rests. */
const REST_MS = 120;

export interface Stillness extends Disposable {
  readonly isMoving: boolean;
  /** It moves as a whole: nothing in it does, and it is not zoomed. */
  readonly isPanning: boolean;
  /** Where the picture is now: it moves when that is elsewhere than it was. */
  note(zoom: number, pan: Position): void;
  /** It moves, whatever `note` finds: something in it does. */
  start(): void;
}

export function createStillness(onRest: () => void): Stillness {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let last: { readonly zoom: number; readonly x: number; readonly y: number } | undefined;
  let isPanning = false;
  const rest = () => {
    timer = undefined;
    isPanning = false;
    onRest();
  };
  const start = () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    timer = setTimeout(() => {
      // Where frames take longer than that, what moves it may wait for the next one: it is heard there, and drawn after.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(rest);
      });
    }, REST_MS);
  };
  return {
    get isMoving() {
      return timer !== undefined;
    },
    get isPanning() {
      return isPanning;
    },
    note(zoom, { x, y }) {
      const isSame = last === undefined || (last.zoom === zoom && last.x === x && last.y === y);
      if (!isSame) {
        isPanning = last?.zoom === zoom;
        start();
      }
      last = { zoom, x, y };
    },
    start() {
      isPanning = false;
      start();
    },
    [Symbol.dispose]() {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    },
  };
}
