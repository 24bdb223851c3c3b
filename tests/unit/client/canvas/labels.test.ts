import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { badgeBox, labelBox, layoutBadges, layoutLabels, overlap } from "../../../../client/src/canvas/label-layout.ts";
import type { LabelledNode } from "../../../../client/src/canvas/label-layout.ts";
import { labelLines, widthOf } from "../../../../client/src/canvas/label-text.ts";

describe("names as lines", () => {
  test.each([
    ["浙江大学", ["浙江大学"]],
    ["浙江大学绍兴研究院", ["浙江大学绍兴研究院"]],
    ["清华大学光波技术研究院", ["清华大学", "光波技术研究院"]],
    ["天津大学浙江国际创新设计与智造研究院", ["天津大学浙江国际", "创新设计与智造研究院"]],
    ["浙江大学-新昌联合创新中心", ["浙江大学-新昌", "联合创新中心"]],
    ["Massachusetts Institute", ["Massachusetts", "Institute"]],
    ["Zhejiang University", ["Zhejiang University"]],
  ])("%s", (name, lines) => {
    expect(labelLines(name)).toEqual(lines);
  });

  test("what is too long is cut in the middle and keeps its tail", () => {
    const lines = labelLines("关于加快推进绍兴科创大走廊高质量建设发展的若干政策意见实施细则");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^关于加快.*…$/);
    expect(lines[1]).toMatch(/实施细则$/);
  });

  test("are at most two, none wider than ten characters, and nothing is lost but the middle", () => {
    const words = fc.constantFrom("浙江", "大学", "研究院", "Joint", "Lab", " ", "（绍兴）", "-", "2024", "实验室");
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (parts) => {
        const name = parts.join("").trim();
        fc.pre(name !== "");
        const lines = labelLines(name);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(10);
        if (!lines[0]!.endsWith("…")) expect(lines.join("").replaceAll(" ", "")).toBe(name.replaceAll(" ", ""));
      }),
    );
  });
});

const anyNode = (id: number): fc.Arbitrary<LabelledNode> =>
  fc.record({
    id: fc.constant(`n${id}`),
    x: fc.integer({ min: 0, max: 500 }),
    y: fc.integer({ min: 0, max: 400 }),
    halfWidth: fc.integer({ min: 3, max: 28 }),
    halfHeight: fc.integer({ min: 3, max: 28 }),
    isFirm: fc.boolean(),
    width: fc.constantFrom(0, 40, 90),
    height: fc.constantFrom(16, 32),
    weight: fc.integer({ min: 0, max: 50 }),
    isForced: fc.constant(false),
    badgeWidth: fc.constantFrom(0, 26),
  });
const anyNodes = fc
  .integer({ min: 1, max: 40 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, id) => anyNode(id))));

describe("names on the picture", () => {
  const plain = { limit: Infinity, lastSides: new Map() };

  test("never lie on each other, on a shape or on their own badge", () => {
    fc.assert(
      fc.property(anyNodes, (nodes) => {
        const labels = layoutLabels(nodes, plain);
        const byId = new Map(nodes.map((node) => [node.id, node]));
        const boxes = labels.map(({ id, side }) => ({ id, box: labelBox(byId.get(id)!, side) }));
        boxes.forEach(({ id, box }, at) => {
          for (const other of boxes.slice(at + 1)) expect(overlap(box, other.box)).toBe(false);
          for (const node of nodes) {
            if (node.badgeWidth > 0 && node.id === id) expect(overlap(box, badgeBox(node))).toBe(false);
            if (node.id === id || !node.isFirm) continue;
            const { x, y, halfWidth, halfHeight } = node;
            const shape = { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
            expect(overlap(box, shape)).toBe(false);
          }
        });
      }),
    );
  });

  test("make badges give way, which lie on no name, shape or other badge", () => {
    fc.assert(
      fc.property(anyNodes, (nodes) => {
        const byId = new Map(nodes.map((node) => [node.id, node]));
        const labels = layoutLabels(nodes, plain).map(({ id, side }) => labelBox(byId.get(id)!, side));
        const badges = layoutBadges(nodes, labels, Infinity).map((id) => badgeBox(byId.get(id)!));
        badges.forEach((box, at) => {
          for (const other of [...labels, ...badges.slice(at + 1)]) expect(overlap(box, other)).toBe(false);
        });
      }),
    );
  });

  const lone: LabelledNode = {
    id: "a",
    x: 100,
    y: 100,
    halfWidth: 10,
    halfHeight: 10,
    isFirm: true,
    width: 60,
    height: 16,
    weight: 1,
    isForced: false,
    badgeWidth: 0,
  };

  test("stand below when there is room", () => {
    expect(layoutLabels([lone], plain)).toEqual([{ id: "a", side: "below", x: 70, y: 113 }]);
  });

  test("keep their side while they can", () => {
    expect(layoutLabels([lone], { ...plain, lastSides: new Map([["a", "left"]]) })[0]?.side).toBe("left");
  });

  test("turn into the picture at its border", () => {
    const view = { left: 0, top: 0, right: 400, bottom: 120 };
    expect(layoutLabels([lone], { ...plain, view })[0]?.side).toBe("right");
  });

  test("have room beside a shape with a badge", () => {
    const below = { ...lone, id: "b", y: 128, width: 0 };
    expect(layoutLabels([{ ...lone, badgeWidth: 26 }, below], plain)[0]?.side).toBe("right");
  });

  test("go to the weightiest when they are few", () => {
    const nodes = [lone, { ...lone, id: "b", x: 300, weight: 9 }, { ...lone, id: "c", x: 500, weight: 5 }];
    expect(layoutLabels(nodes, { ...plain, limit: 2 }).map(({ id }) => id)).toEqual(["b", "c"]);
  });

  test("of what is selected are shown whatever is in the way", () => {
    const crowd = Array.from({ length: 9 }, (_, at) => ({
      ...lone,
      id: `c${at}`,
      x: 100 + 30 * ((at % 3) - 1),
      y: 100 + 30 * (Math.floor(at / 3) - 1),
      halfWidth: 14,
      halfHeight: 14,
    }));
    const labels = layoutLabels(
      crowd.map((node) => ({ ...node, isForced: node.id === "c4" })),
      { ...plain, limit: 0 },
    );
    expect(labels.map(({ id }) => id)).toEqual(["c4"]);
  });
});
