/** Indicators over regions and years, under all the names that documents give them. */
import { expect, test } from "vitest";

import { FiguresRequest } from "../../../server/contract/index.ts";
import { aDocumentGraph, aRegion } from "../../support/builders.ts";
import type { OpenStore } from "../graph-store.ts";
import { sharedStore } from "./shared-store.ts";

const shaoxing = aRegion("绍兴市", "city");
const jiaxing = aRegion("嘉兴市", "city");
const xinchang = aRegion("新昌县");

export function specifyIndicators(open: OpenStore): void {
  const shared = sharedStore(open, () => [
    aDocumentGraph({
      origin: "shaoxing",
      figures: [
        { subject: shaoxing, indicator: "全社会R&D经费支出占GDP的比重", value: 2.98, unit: "%", year: 2022 },
        {
          subject: shaoxing,
          indicator: "全社会R&D经费支出占GDP的比重",
          value: 6,
          unit: "位",
          year: 2022,
          kind: "rank",
        },
        { subject: shaoxing, indicator: "研发投入强度", value: 3.1, unit: "%", year: 2023, kind: "target" },
        { subject: shaoxing, indicator: "专利申请量", value: 7.2, unit: "万件", year: null },
      ],
    }),
    aDocumentGraph({
      origin: "others",
      figures: [
        { subject: jiaxing, indicator: "研发投入强度", value: 3.56, unit: "%", year: 2023 },
        { subject: xinchang, indicator: "研发经费支出占地区生产总值比重", value: 4.42, unit: "%", year: 2022 },
      ],
    }),
  ]);
  const figuresOf = (request: Partial<FiguresRequest> & { readonly indicator: string }) =>
    shared.store.figures({ ...FiguresRequest.parse({ indicator: request.indicator }), ...request });

  test("figures of one indicator come together whatever its wording; units and kinds stay apart", async () => {
    const { indicators } = await shared.store.indicators();
    expect(indicators).toEqual([
      {
        name: "研发投入强度",
        names: ["全社会R&D经费支出占GDP的比重", "研发投入强度", "研发经费支出占地区生产总值比重"],
        subjects: 3,
        figures: 5,
        series: [
          { unit: "%", kind: "level", figures: 3, subjects: 3, fromYear: 2022, toYear: 2023 },
          { unit: "%", kind: "target", figures: 1, subjects: 1, fromYear: 2023, toYear: 2023 },
          { unit: "位", kind: "rank", figures: 1, subjects: 1, fromYear: 2022, toYear: 2022 },
        ],
      },
      {
        name: "专利申请量",
        names: ["专利申请量"],
        subjects: 1,
        figures: 1,
        series: [{ unit: "万件", kind: "level", figures: 1, subjects: 1, fromYear: null, toYear: null }],
      },
    ]);
  });

  test("the figures of an indicator have their sentences, subjects and documents", async () => {
    const answer = await figuresOf({ indicator: "R&D经费支出占GDP比重" });
    expect(answer.indicator).toBe("研发投入强度");
    expect(answer.subjects.map(({ name }) => name).toSorted()).toEqual(["嘉兴市", "新昌县", "绍兴市"]);
    expect(answer.documents.map(({ origin }) => origin).toSorted()).toEqual(["others", "shaoxing"]);
    expect(answer).toMatchObject({ total: 5, truncated: false });
    for (const { observation, passage, documentId } of answer.figures) {
      expect(passage.id).toBe(observation.passageId);
      expect(passage.documentId).toBe(documentId);
      expect(passage.text).toContain(String(observation.value));
    }
    const ofShaoxing = answer.figures.filter(({ observation }) => observation.subjectId === shaoxing.id);
    expect(ofShaoxing.map(({ observation: { year, kind, value } }) => [year, kind, value])).toEqual([
      [2022, "level", 2.98],
      [2022, "rank", 6],
      [2023, "target", 3.1],
    ]);
  });

  test.each([
    ["a unit", { unit: "%" }, 4],
    ["a kind", { kind: "rank" as const }, 1],
    ["subjects", { subjects: [jiaxing.id, xinchang.id] }, 2],
    ["years", { fromYear: 2023 }, 2],
    ["years on both sides", { fromYear: 2022, toYear: 2022 }, 3],
    ["documents", { documents: ["document:others"] }, 2],
    ["all of them", { unit: "%", kind: "level" as const, subjects: [shaoxing.id], toYear: 2022 }, 1],
    ["what nothing has", { unit: "亿元" }, 0],
  ])("asks for figures by %s", async (_, filter, total) => {
    const answer = await figuresOf({ indicator: "研发投入强度", ...filter });
    expect(answer.total).toBe(total);
    expect(answer.figures).toHaveLength(total);
  });

  test("undated figures are in no span of years", async () => {
    expect((await figuresOf({ indicator: "专利申请量" })).total).toBe(1);
    expect((await figuresOf({ indicator: "专利申请量", fromYear: 1990 })).total).toBe(0);
  });

  test("an indicator that no document tells of has no figures", async () => {
    expect(await figuresOf({ indicator: "幸福指数" })).toEqual({
      indicator: "幸福指数",
      figures: [],
      subjects: [],
      documents: [],
      total: 0,
      truncated: false,
    });
  });

  test("takes as many statements for many figures as for one", async () => {
    const many = await shared.statementsOf((store) =>
      store.figures(FiguresRequest.parse({ indicator: "研发投入强度" })),
    );
    const one = await shared.statementsOf((store) => store.figures(FiguresRequest.parse({ indicator: "专利申请量" })));
    expect(many).toBe(one);
  });
}
