/** A page that only says 全市 and 我市: the city of its publisher speaks, and where none is known, nobody. */
import { expect, test } from "vitest";

import { extractTextDocument } from "../../../../../../ingest/extract/index.ts";

function read(publisher: string | null) {
  const { entities, observations, relations } = extractTextDocument({
    kind: "text",
    origin: "a.html",
    sha256: "0".repeat(64),
    mediaType: "text/html",
    metadata: { title: "2023年科技工作情况", publisher, date: null, url: null },
    text: "2023年,全市高新技术企业达到512家。我市与江西理工大学签署合作协议。全年技术合同成交额达到68.4亿元。",
  }).extraction;
  return {
    subjects: observations.map(({ subject }) => entities[subject]!.name),
    partners: relations.filter(({ type }) => type === "PARTNERS_WITH").map(({ to }) => entities[to]!.name),
  };
}

test("the publisher's city has the figures and the partners", () => {
  expect(read("宜春市科学技术局")).toEqual({ subjects: ["宜春市", "宜春市"], partners: ["宜春市"] });
});

test("a university that the text names has none of them", () => {
  expect(read(null)).toEqual({ subjects: [], partners: [] });
});
