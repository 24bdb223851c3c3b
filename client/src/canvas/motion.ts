/** Moves nodes to their places in one sweep; a new sweep takes over from where the nodes are. */
import type { Core } from "cytoscape";

import type { Position } from "../state/graph.ts";

const DURATION_MS = 320;
/** Redrawing more than this for 20 frames costs more time than the motion explains. */
const MAX_MOVING = 300;

export interface Motion extends Disposable {
  readonly isRunning: boolean;
  /** Where a node is going, or nothing when it rests. */
  goalOf(id: string): Position | undefined;
  move(goals: ReadonlyMap<string, Position>, animate: boolean): void;
  /** Leaves nodes where they are: the person has taken hold of them. */
  release(ids: Iterable<string>): void;
}

export function createMotion(cy: Core, onEnd: () => void): Motion {
  let starts = new Map<string, Position>();
  let goals = new Map<string, Position>();
  let startedAt = 0;
  let frame: number | undefined;

  const place = (share: number) =>
    cy.batch(() => {
      for (const [id, goal] of goals) {
        const start = starts.get(id)!;
        cy.getElementById(id).position({
          x: start.x + (goal.x - start.x) * share,
          y: start.y + (goal.y - start.y) * share,
        });
      }
    });
  const finish = () => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    frame = undefined;
    place(1);
    goals = new Map();
    onEnd();
  };
  const step = (now: number) => {
    const share = Math.min(1, (now - startedAt) / DURATION_MS);
    if (share === 1) return finish();
    place(ease(share));
    frame = requestAnimationFrame(step);
  };

  return {
    get isRunning() {
      return frame !== undefined;
    },
    goalOf: (id) => goals.get(id),
    move(next, animate) {
      goals = new Map([...goals, ...next]);
      starts = new Map([...goals.keys()].map((id) => [id, { ...cy.getElementById(id).position() }]));
      if (!animate || goals.size > MAX_MOVING) return finish();
      startedAt = performance.now();
      frame ??= requestAnimationFrame(step);
    },
    release(ids) {
      for (const id of ids) goals.delete(id);
    },
    [Symbol.dispose]() {
      if (frame !== undefined) cancelAnimationFrame(frame);
      frame = undefined;
    },
  };
}

/** Fast at first, then slowing down: close to cubic-bezier(.2, 0, 0, 1). */
const ease = (share: number) => 1 - (1 - share) ** 4;
