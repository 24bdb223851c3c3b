/** A document with everything that is easily lost on the way: odd names, empty and undated things, values of every kind. */
import type { DocumentGraph } from "../../server/graph/index.ts";
import { aCompany, aDocumentGraph, aRegion, aUniversity } from "./builders.ts";
import type { FactSpec } from "./builders.ts";

export function oddDocument(): DocumentGraph {
  const city = aRegion("绍兴市", "city", { aliases: ["绍兴"], code: "330600" });
  const companies = [
    "'; MATCH (n) DETACH DELETE n; //",
    '\\\' \\\\ "quoted" \t tab',
    "名\n字\r\n两行",
    "𠀀𪚥 🧪",
    " 前后空格 ",
    "a;b,c",
  ].map((name, index) =>
    aCompany(name, {
      aliases: index % 2 === 0 ? [] : [`${name}别名`, "乙,丙;丁"],
      properties: {
        founded: 1990 + index,
        share: index / 2,
        isListed: index % 2 === 0,
        products: index === 0 ? [] : ["芯片", "a\tb", ""],
        sizes: [1, 2.5, index],
        motto: index === 1 ? "" : "第一行\n第二行",
        "键 '\u0060": "值",
      },
    }),
  );
  const university = aUniversity("浙江大学", { aliases: ["浙大"] });
  return aDocumentGraph({
    origin: "../odd/'文件'\n.txt",
    title: "",
    date: null,
    publisher: null,
    url: 'https://example.org/?a=1&b="2"',
    entities: [...companies, university],
    facts: [
      ...companies.map((company): FactSpec => [company, "LOCATED_IN", city, { date: null, confidence: 1 }]),
      ...companies.map((company): FactSpec => [company, "LOCATED_IN", city, { date: "2021-05", status: "planned" }]),
      [university, "PARTNERS_WITH", city, { date: null }],
    ],
    figures: [
      { subject: city, indicator: "R&D经费", value: 3.1, unit: "%", year: null },
      { subject: city, indicator: "企业", value: -2, kind: "growth" },
    ],
  });
}
