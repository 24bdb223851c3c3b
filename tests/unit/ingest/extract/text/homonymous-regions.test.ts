/** Counties share names (six 鼓楼区): which is meant is read from the document, or left open, never guessed. */
import { expect, test } from "vitest";

import { extractTextDocument } from "../../../../../ingest/extract/index.ts";
import type { TextSource } from "../../../../../ingest/read/index.ts";

function districts(text: string, name: string): readonly (string | undefined)[] {
  const source: TextSource = {
    kind: "text",
    origin: "a.txt",
    sha256: "0".repeat(64),
    mediaType: "text/plain",
    metadata: { title: null, publisher: null, date: null, url: null },
    text,
  };
  return extractTextDocument(source)
    .extraction.entities.filter((entity) => entity.type === "Region" && entity.name === name)
    .map(({ code }) => code);
}

test.each<[string, string, string | undefined]>([
  ["its city stands before it", "福州市鼓楼区聚焦集成电路，建设软件园。", "350102"],
  ["its city stands before it elsewhere in the text", "鼓楼区建设软件园。福州市鼓楼区聚焦集成电路。", "350102"],
  ["the document is its city's", "# 徐州市2023年工作总结\n\n鼓楼区新认定高新技术企业30家。", "320302"],
  ["the document is its own", "# 南京鼓楼区2023年工作\n\n全区新增企业30家。", "320106"],
  ["the text names its city", "福州市与浙江大学签约合作。鼓楼区建设软件园。", "350102"],
  ["nothing tells", "鼓楼区与浙江大学签约合作。鼓楼区建设软件园。", undefined],
  ["two cities are named that have one", "福州市与南京市签约合作。鼓楼区建设软件园。", undefined],
])("%s", (_, text, code) => {
  expect(districts(text, "鼓楼区")).toEqual([code]);
});
