import { expect, test } from "vitest";

import type { AnnotatedFile } from "../../../../ingest/evaluate/annotated-file.ts";
import { parseAnnotatedFile } from "../../../../ingest/evaluate/annotated-file.ts";
import { evaluate } from "../../../../ingest/evaluate/score.ts";

/** A file of the institute of a university in a zone of a city; parts may be replaced. */
function aFile(parts: Partial<Record<"entities" | "relations" | "observations", unknown[]>> = {}): AnnotatedFile {
  return parseAnnotatedFile(
    {
      doc: "a.txt",
      title: "",
      date: null,
      region: "株洲市",
      entities: [
        { type: "Region", name: "株洲市", aliases: ["株洲"] },
        { type: "University", name: "中南大学", aliases: [] },
        { type: "HighTechZone", name: "株洲高新区" },
        { type: "ResearchInstitute", name: "中南大学株洲研究院", aliases: ["中大株洲院"] },
      ],
      relations: [
        { type: "LOCATED_IN", from: "中南大学株洲研究院", to: "株洲高新区" },
        { type: "LOCATED_IN", from: "株洲高新区", to: "株洲市" },
        { type: "AFFILIATED_WITH", from: "中南大学株洲研究院", to: "中南大学" },
      ],
      observations: [{ region: "株洲市", indicator: "国家高新技术企业总数", year: 2023, value: 573, unit: "家" }],
      ...parts,
    },
    "the test",
  );
}

function compare(gold: AnnotatedFile, predicted: AnnotatedFile) {
  return evaluate([{ document: "a", gold, predicted }]);
}

test("what is predicted as annotated is all right", () => {
  const { measures, errors } = compare(aFile(), aFile());
  expect(Object.values(measures).map(({ f1 }) => f1)).toEqual([1, 1, 1, 1, 1, 1, 1]);
  expect(errors).toEqual([]);
});

test("an entity is right by any of its names, whatever the width, case and punctuation", () => {
  const predicted = aFile({
    entities: [
      { type: "Region", name: "株洲" },
      { type: "University", name: "中南大学" },
      { type: "HighTechZone", name: "株洲 “高新区”" },
      { type: "ResearchInstitute", name: "中大株洲院" },
    ],
    relations: [],
  });
  expect(compare(aFile(), predicted).measures.entities).toMatchObject({ gold: 4, predicted: 4, right: 4 });
});

test("a wrong type is an error for entities and none for entities of any type", () => {
  const predicted = aFile({ entities: [{ type: "Organization", name: "中南大学" }] });
  const { measures, errors } = compare(aFile(), predicted);
  expect(measures.entities.right).toBe(0);
  expect(measures["entities (any type)"].right).toBe(1);
  expect(errors).toContainEqual({ document: "a", kind: "extra", what: "entity Organization 中南大学" });
});

test("the status of a relation is reported apart", () => {
  const [first, ...others] = aFile().relations;
  const { measures } = compare(aFile(), aFile({ relations: [{ ...first, status: "planned" }, ...others] }));
  expect(measures.relations.f1).toBe(1);
  expect(measures["relation status"]).toMatchObject({ gold: 3, right: 2 });
});

test("a wider place that follows from a narrower one counts neither way", () => {
  const wider = { type: "LOCATED_IN", from: "中南大学株洲研究院", to: "株洲市" };
  const plain = aFile();
  const stated = aFile({ relations: [...plain.relations, wider] });
  expect(compare(plain, stated).measures.relations).toMatchObject({ gold: 3, predicted: 3, right: 3 });
  expect(compare(stated, plain).measures.relations).toMatchObject({ gold: 3, predicted: 3, right: 3 });
});

test("a wider place does not stand in for a narrower one that was missed", () => {
  const wider = { type: "LOCATED_IN", from: "中南大学株洲研究院", to: "株洲市" };
  const { measures, errors } = compare(aFile(), aFile({ relations: [wider, ...aFile().relations.slice(1)] }));
  expect(measures.relations).toMatchObject({ gold: 3, predicted: 2, right: 2 });
  expect(errors.map(({ what }) => what)).toEqual(["LOCATED_IN 中南大学株洲研究院 -> 株洲高新区"]);
});

test("an observation needs the figure, the year and a like indicator", () => {
  const [observation] = aFile().observations;
  const rightWith = (change: object) =>
    compare(aFile(), aFile({ observations: [{ ...observation, ...change }] })).measures.observations.right;
  expect(rightWith({ indicator: "高新技术企业总数" })).toBe(1);
  expect(rightWith({ indicator: "科技型中小企业" })).toBe(0);
  expect(rightWith({ year: 2024 })).toBe(0);
  expect(rightWith({ kind: "target" })).toBe(0);
  expect(rightWith({ value: 573.5 })).toBe(0);
});

test("a gold file that is not in the form is refused by its name", () => {
  expect(() => parseAnnotatedFile({ ...aFile(), entities: [{ type: "Planet", name: "火星" }] }, "gold/a.json")).toThrow(
    /gold\/a\.json is not in the form of a gold file[^]*entities\[0\]\.type/,
  );
});
