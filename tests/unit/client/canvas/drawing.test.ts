import cytoscape from "cytoscape";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { toElements } from "../../../../client/src/canvas/elements.ts";
import { createFrameWork } from "../../../../client/src/canvas/frames.ts";
import { drawLines } from "../../../../client/src/canvas/line-layer.ts";
import type { LineFacts } from "../../../../client/src/canvas/line-layer.ts";
import { SHAPES } from "../../../../client/src/canvas/node-shapes.ts";
import { createScene } from "../../../../client/src/canvas/scene.ts";
import type { Scene } from "../../../../client/src/canvas/scene.ts";
import { createStillness } from "../../../../client/src/canvas/stillness.ts";
import { isInside } from "../../../../client/src/canvas/territories.ts";
import { PLAIN_TOKENS } from "../../../../client/src/canvas/tokens.ts";
import { entity, relation } from "../world.ts";
import type { Facts } from "../world.ts";

test("the border of each shape is where its outline is, in every direction", () => {
  for (const { points, halfWidth, halfHeight, border } of SHAPES.values()) {
    if (points === undefined) {
      expect([border(1, 0), border(0, 1)]).toEqual([halfWidth, halfHeight]);
      continue;
    }
    const outline = Array.from({ length: points.length / 2 }, (_, at) => ({
      x: points[at * 2]! * halfWidth,
      y: points[at * 2 + 1]! * halfHeight,
    }));
    fc.assert(
      fc.property(fc.double({ min: 0, max: 6.28, noNaN: true }), (angle) => {
        const [x, y] = [Math.cos(angle), Math.sin(angle)];
        const reach = border(x, y);
        expect(isInside(outline, { x: x * reach * 0.99, y: y * reach * 0.99 })).toBe(true);
        expect(isInside(outline, { x: x * reach * 1.01, y: y * reach * 1.01 })).toBe(false);
      }),
    );
  }
});

describe("work in frames", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["performance"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const frames = () => {
    const waiting: (() => void)[] = [];
    const work = createFrameWork((go) => {
      waiting.push(go);
      return () => void waiting.splice(waiting.indexOf(go), 1);
    });
    return { work, waiting };
  };
  /** Steps of 3 ms each. */
  function* slow(done: number[], count: number) {
    for (let step = 0; step < count; step += 1) {
      vi.advanceTimersByTime(3);
      done.push(step);
      yield;
    }
  }

  test("ends at once when there is room for all of it", () => {
    const { work, waiting } = frames();
    const end = vi.fn<() => void>();
    work.run([1, 2, 3].values(), end);
    expect([end.mock.calls.length, work.isRunning, waiting.length]).toEqual([1, false, 0]);
  });

  test("goes on in the next frames when there is not, step by step", () => {
    const { work, waiting } = frames();
    const done: number[] = [];
    const end = vi.fn<() => void>();
    work.run(slow(done, 7), end);
    expect(done).toEqual([0, 1]);
    expect([work.isRunning, end.mock.calls.length]).toEqual([true, 0]);
    while (waiting.length > 0) waiting.shift()!();
    expect(done).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect([work.isRunning, end.mock.calls.length]).toEqual([false, 1]);
  });

  test("stops for good when it is called off", () => {
    const { work, waiting } = frames();
    work.run(slow([], 7), () => expect.unreachable());
    work[Symbol.dispose]();
    expect([work.isRunning, waiting.length]).toEqual([false, 0]);
  });
});

describe("stillness", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("requestAnimationFrame", (work: () => void) => setTimeout(work, 16));
    vi.stubGlobal("cancelAnimationFrame", (frame: ReturnType<typeof setTimeout>) => clearTimeout(frame));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  test("is no rest where a frame takes long and the next one moves on", () => {
    const rests = vi.fn<() => void>();
    const stillness = createStillness(rests);
    stillness.note(1, { x: 0, y: 0 });
    stillness.note(1, { x: 1, y: 0 });
    vi.advanceTimersByTime(130);
    stillness.note(1, { x: 2, y: 0 });
    vi.advanceTimersByTime(100);
    expect([stillness.isPanning, rests.mock.calls.length]).toEqual([true, 0]);
    vi.advanceTimersByTime(60);
    expect([stillness.isPanning, rests.mock.calls.length]).toEqual([false, 1]);
  });

  test("ends with a change of the view and comes back some time after the last", () => {
    const rests = vi.fn<() => void>();
    const stillness = createStillness(rests);
    stillness.note(1, { x: 0, y: 0 });
    expect(stillness.isMoving).toBe(false);
    for (let x = 1; x <= 5; x += 1) {
      stillness.note(1, { x, y: 0 });
      vi.advanceTimersByTime(50);
      expect([stillness.isMoving, rests.mock.calls.length]).toEqual([true, 0]);
    }
    vi.advanceTimersByTime(200);
    stillness.note(1, { x: 5, y: 0 });
    expect([stillness.isMoving, rests.mock.calls.length]).toEqual([false, 1]);
  });

  test("tells a view that is moved as a whole from one that is zoomed or moves in itself", () => {
    const stillness = createStillness(() => undefined);
    stillness.note(1, { x: 0, y: 0 });
    expect(stillness.isPanning).toBe(false);
    stillness.note(1, { x: 1, y: 0 });
    expect(stillness.isPanning).toBe(true);
    stillness.note(2, { x: 2, y: 0 });
    expect(stillness.isPanning).toBe(false);
    stillness.note(2, { x: 3, y: 0 });
    stillness.start();
    expect(stillness.isPanning).toBe(false);
    stillness.note(2, { x: 4, y: 0 });
    vi.advanceTimersByTime(200);
    expect([stillness.isPanning, stillness.isMoving]).toEqual([false, false]);
  });
});

/** Paths as lists of points, for a canvas without a page. */
class RecordedPath {
  readonly points: (readonly [number, number])[] = [];
  closed = 0;
  moveTo(x: number, y: number) {
    this.points.push([x, y]);
  }
  lineTo(x: number, y: number) {
    this.points.push([x, y]);
  }
  quadraticCurveTo(_x: number, _y: number, x: number, y: number) {
    this.points.push([x, y]);
  }
  closePath() {
    this.closed += 1;
  }
}

describe("lines", () => {
  beforeEach(() => {
    vi.stubGlobal("Path2D", RecordedPath);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  const sceneOf = (
    { entities, relations }: Facts,
    places: Readonly<Record<string, readonly [number, number]>>,
  ): Scene => {
    const elements = toElements({
      entities: new Map(entities.map((one) => [one.id, one])),
      relations: new Map(relations.map((one) => [one.id, one])),
    });
    const cy = cytoscape({
      headless: true,
      layout: { name: "preset" },
      elements: entities.map(({ id }) => ({ data: { id }, position: { x: places[id]![0], y: places[id]![1] } })),
    });
    return createScene(cy, elements);
  };
  const draw = (scene: Scene, changes: Partial<LineFacts> = {}) => {
    const strokes: { path: RecordedPath; width: number; dash: readonly number[]; color: string }[] = [];
    const fills: RecordedPath[] = [];
    let dash: readonly number[] = [];
    const context = {
      lineWidth: 0,
      strokeStyle: "",
      fillStyle: "",
      globalAlpha: 1,
      lineCap: "butt",
      setLineDash(next: readonly number[]) {
        dash = next;
      },
      stroke(path: RecordedPath) {
        strokes.push({ path, width: context.lineWidth, dash, color: context.strokeStyle });
      },
      fill: (path: RecordedPath) => void fills.push(path),
    };
    const view = { zoom: 1, pan: { x: 0, y: 0 }, width: 800, height: 600 };
    const facts = { scene, view, isFar: false, isMoving: false, farScale: 1, haloed: new Set<never>(), haloReach: 12 };
    drawLines(context as unknown as CanvasRenderingContext2D, { ...facts, selected: null, ...changes }, PLAIN_TOKENS);
    return { strokes, fills };
  };
  const two = (type: Parameters<typeof relation>[2], more = {}) =>
    sceneOf(
      { entities: [entity("a"), entity("b", "Region")], relations: [relation("a", "b", type, more)] },
      { a: [100, 100], b: [400, 100] },
    );

  test("lie between the shapes, not on them", () => {
    const [stroke] = draw(two("PARTNERS_WITH")).strokes;
    const [[fromX, fromY], [toX, toY]] = stroke!.path.points as [[number, number], [number, number]];
    expect([fromY, toY]).toEqual([100, 100]);
    // Both have one relation: a radius of ten and, for a region, thirteen.
    expect(fromX).toBeCloseTo(100 + 10.3 + 3, 0);
    expect(toX).toBeCloseTo(400 - 13 - 4, 0);
  });

  test("have an end mark at what they lead to, and end before it", () => {
    const { strokes, fills } = draw(two("LOCATED_IN"));
    expect(fills).toHaveLength(1);
    const tips = fills[0]!.points.map(([x]) => x);
    expect(Math.max(...tips)).toBeCloseTo(400 - 13 - 4, 0);
    expect(strokes[0]!.path.points[1]![0]).toBeLessThanOrEqual(Math.min(...tips) + 0.01);
  });

  test("of plans are dashed, partnerships of founders double", () => {
    expect(draw(two("PARTNERS_WITH", { status: "planned" })).strokes[0]!.dash).toEqual([7, 5]);
    const [outer, paper] = draw(two("CO_BUILT_WITH")).strokes;
    expect(outer!.width).toBeGreaterThan(paper!.width);
    expect(outer!.path).toBe(paper!.path);
  });

  test("run from middle to middle without marks from afar", () => {
    const { strokes, fills } = draw(two("LOCATED_IN"), { isFar: true });
    expect(strokes[0]!.path.points).toEqual([
      [100, 100],
      [400, 100],
    ]);
    expect(fills).toEqual([]);
  });

  test("out of view are not drawn, and long ones not far beyond it", () => {
    const facts = { entities: [entity("a"), entity("b")], relations: [relation("a", "b")] };
    expect(draw(sceneOf(facts, { a: [-900, 0], b: [-800, 500] })).strokes).toEqual([]);
    const [stroke] = draw(sceneOf(facts, { a: [100, 100], b: [90_000, 100] })).strokes;
    expect(stroke!.path.points[1]![0]).toBeLessThan(900);
  });

  test("that leave the view are stubs while a large picture moves, and whole when it rests", () => {
    const entities = Array.from({ length: 602 }, (_, at) => entity(`n${at}`));
    const relations = Array.from({ length: 601 }, (_, at) => relation("n0", `n${at + 1}`));
    const places = Object.fromEntries(
      entities.map(({ id }, at) => [id, at < 2 ? [100 + at * 300, 300] : [at * 9, 5_000]]),
    );
    const scene = sceneOf({ entities, relations }, places as Record<string, [number, number]>);
    const lengths = (isMoving: boolean) =>
      draw(scene, { isMoving }).strokes.flatMap(({ path: { points } }) =>
        Array.from({ length: points.length / 2 }, (_, at) =>
          Math.hypot(points[at * 2 + 1]![0] - points[at * 2]![0], points[at * 2 + 1]![1] - points[at * 2]![1]),
        ),
      );
    expect(lengths(false).filter((length) => length > 100)).toHaveLength(601);
    expect(lengths(true).filter((length) => length > 100)).toHaveLength(1);
    expect(lengths(true)).toHaveLength(601);
  });

  test("that are selected lie on a band of yellow, over the others", () => {
    const scene = two("PARTNERS_WITH");
    const plain = draw(scene).strokes.length;
    const { strokes } = draw(scene, { selected: scene.lines[0]!.element.relations[0]!.id });
    expect(strokes.length).toBe(plain + 2);
    expect(strokes.at(-2)!.width).toBeGreaterThan(strokes.at(-1)!.width);
  });
});
