import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { documentId, entityId, observationId, passageId } from "../../../../ingest/resolve/index.ts";

describe("the id of an entity", () => {
  test("does not change between releases: stored graphs depend on it", () => {
    expect(entityId("University", ["浙江大学"])).toBe("university-kqppxj3b72jb");
    expect(entityId("ResearchInstitute", ["浙江大学绍兴研究院"])).toBe("research-institute-kxyrm2vhyrcz");
    expect(entityId("Region", ["绍兴市", "330600"])).toBe("region-nufofxsmwmuu");
  });

  test("is the same for spellings that differ only in case, width or spacing", () => {
    expect(entityId("Company", ["ＡＢＢ 公司"])).toBe(entityId("Company", ["abb公司"]));
  });

  test("differs between types, names, codes, and splits of the same text", () => {
    const ids = [
      entityId("University", ["浙江大学"]),
      entityId("Company", ["浙江大学"]),
      entityId("University", ["浙江", "大学"]),
      entityId("Region", ["鼓楼区", "320106"]),
      entityId("Region", ["鼓楼区", "320302"]),
      entityId("Region", ["鼓楼区"]),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("is safe in an address, whatever the name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        expect(entityId("HighTechZone", [name])).toMatch(/^high-tech-zone-[a-z2-7]{12}$/);
      }),
    );
  });
});

test("documents, passages and observations have ids of their place and content", () => {
  const document = documentId("data/briefs/a.md");
  expect(document).toBe("document-7yc3zvs3ulvr");
  expect(documentId("data/briefs/b.md")).not.toBe(document);
  expect(passageId(document, 12)).toBe("passage-7yc3zvs3ulvr-12");
  expect(observationId(passageId(document, 12), ["专利", "3"])).toMatch(/^observation-[a-z2-7]{12}$/);
  expect(observationId(passageId(document, 12), ["专利", "3"])).not.toBe(
    observationId(passageId(document, 12), ["专", "利3"]),
  );
});
