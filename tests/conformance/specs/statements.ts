/** What documents say of an entity: why its names are its, and where they differ. */
import { expect, test } from "vitest";

import { EntityNotFoundError } from "../../../server/graph/index.ts";
import type { EntityId } from "../../../server/contract/index.ts";
import { aDocumentGraph, aRegion, aUniversity } from "../../support/builders.ts";
import type { FigureSpec } from "../../support/builders.ts";
import type { OpenStore } from "../graph-store.ts";
import { sharedStore } from "./shared-store.ts";

const shaoxing = aRegion("绍兴市", "city", { aliases: ["绍兴"] });
const xinchang = aRegion("新昌县");
const figure = (value: number, part: Partial<FigureSpec> = {}): FigureSpec => ({
  subject: shaoxing,
  indicator: "国家高新技术企业",
  value,
  unit: "家",
  year: 2021,
  ...part,
});
const zju = (founded: number, reasons: readonly string[] = []) => ({
  ...aUniversity("浙江大学", { aliases: ["浙大"], properties: { founded, website: "https://zju.example" } }),
  reasons,
});

const graphs = () => [
  aDocumentGraph({
    origin: "old.txt",
    title: "旧文件",
    date: "2021-12",
    figures: [
      figure(2207),
      // Another year, kind, unit or indicator, and figures without a year, contradict nothing.
      figure(1800, { year: 2020 }),
      figure(2500, { kind: "target" }),
      figure(12, { unit: "%" }),
      figure(3, { year: null }),
      figure(90, { subject: xinchang }),
      figure(91, { subject: xinchang }),
    ],
    entities: [zju(1897, ["known-name: 浙大"])],
  }),
  aDocumentGraph({
    origin: "new.txt",
    title: "新文件",
    date: "2022-03",
    // The same indicator in other words.
    figures: [figure(2210, { indicator: "国家高新技术企业数" }), figure(4, { year: null })],
    entities: [zju(1928, ["known-name: 浙大", "decision: 求是书院 (校史)"])],
  }),
  aDocumentGraph({
    origin: "undated.txt",
    title: "未标日期",
    date: null,
    figures: [figure(2207)],
    entities: [zju(1897)],
  }),
];

export function specifyStatements(open: OpenStore): void {
  const shared = sharedStore(open, graphs);

  test("documents that differ about a figure are shown both, the newest first: it is used", async () => {
    const { contradictions, truncated } = await shared.store.entityStatements(shaoxing.id);
    expect(truncated).toBe(false);
    expect(contradictions).toMatchObject([{ about: "figure", name: "国家高新技术企业", year: 2021, kind: "level" }]);
    expect(contradictions[0]!.words.map(({ value, unit, document }) => [value, unit, document.title])).toEqual([
      [2210, "家", "新文件"],
      [2207, "家", "旧文件"],
    ]);
    for (const { passageId, document } of contradictions[0]!.words) {
      const { passages } = await shared.store.document(document.id);
      expect(passages.map(({ id }) => id)).toContain(passageId);
    }
  });

  test("what one document says in two ways is no contradiction between documents", async () => {
    expect((await shared.store.entityStatements(xinchang.id)).contradictions).toEqual([]);
  });

  test("documents that differ about a property are shown both; what they agree on is not", async () => {
    const { contradictions } = await shared.store.entityStatements(zju(0).id);
    expect(
      contradictions.map(({ about, name, words }) => [
        about,
        name,
        words.map(({ value, document }) => [value, document.date]),
      ]),
    ).toEqual([
      [
        "property",
        "founded",
        [
          [1928, "2022-03"],
          [1897, "2021-12"],
        ],
      ],
    ]);
  });

  test("names tell the rule or decision that made them, and for how many documents", async () => {
    expect((await shared.store.entityStatements(zju(0).id)).names).toEqual([
      { name: "浙大", rule: "known-name", documents: 2 },
      { name: "求是书院 (校史)", rule: "decision", documents: 1 },
    ]);
  });

  test("an entity that is not there is not found", async () => {
    await expect(shared.store.entityStatements("nobody" as EntityId)).rejects.toThrow(EntityNotFoundError);
  });
}
