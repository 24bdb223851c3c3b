/** Work in steps, as many a frame as have room in it. */

/** Of a frame of a sixtieth of a second, which the drawing needs too. */
const BUDGET_MS = 5;

export interface FrameWork extends Disposable {
  readonly isRunning: boolean;
  /** Begins at once; `onEnd` is called after the last step, at once too when all have room. One work at a time. */
  run(steps: Iterator<unknown>, onEnd: () => void): void;
}

/** Calls back before the next frame is drawn; answers how to call that off. */
export type NextFrame = (go: () => void) => () => void;

export const animationFrame: NextFrame = (go) => {
  const frame = requestAnimationFrame(go);
  return () => cancelAnimationFrame(frame);
};

export function createFrameWork(nextFrame: NextFrame): FrameWork {
  let isRunning = false;
  let cancel: (() => void) | undefined;

  const go = (steps: Iterator<unknown>, onEnd: () => void) => {
    const begin = performance.now();
    do {
      if (steps.next().done === true) {
        isRunning = false;
        onEnd();
        return;
      }
    } while (performance.now() - begin < BUDGET_MS);
    cancel = nextFrame(() => go(steps, onEnd));
  };
  return {
    get isRunning() {
      return isRunning;
    },
    run(steps, onEnd) {
      isRunning = true;
      go(steps, onEnd);
    },
    [Symbol.dispose]() {
      isRunning = false;
      cancel?.();
    },
  };
}
