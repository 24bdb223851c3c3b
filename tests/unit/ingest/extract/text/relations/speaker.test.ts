/** Who speaks as 我校: a university that the document names for itself, never one that only stands in another name. */
import { expect, test } from "vitest";

import { extractTextDocument } from "../../../../../../ingest/extract/index.ts";

function partnersOf(text: string): string[] {
  const { relations, entities } = extractTextDocument({
    kind: "text",
    origin: "a.txt",
    sha256: "0".repeat(64),
    mediaType: "text/plain",
    metadata: { title: null, publisher: null, date: null, url: null },
    text,
  }).extraction;
  return relations
    .filter(({ type }) => type === "PARTNERS_WITH")
    .map(({ from, to }) => `${entities[from]!.name} -> ${entities[to]!.name}`);
}

test("a university that the text names", () => {
  expect(partnersOf("江南大学赴无锡市考察。我校与宜兴市人民政府签署战略合作协议。")).toContain("江南大学 -> 宜兴市");
});

test("not one inside the name of a partner", () => {
  const partners = partnersOf("我校与宜兴市人民政府、宜兴江南大学联合创新中心签署战略合作协议。");
  expect(partners.filter((it) => it.startsWith("江南大学"))).toEqual([]);
});
