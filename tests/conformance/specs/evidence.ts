/** Evidence: every passage with its document and the entities in it; documents as they were read. */
import { describe, expect, test } from "vitest";

import type { DocumentId, EntityId, RelationId } from "../../../server/contract/index.ts";
import {
  DocumentNotFoundError,
  EntityNotFoundError,
  InvalidCursorError,
  RelationNotFoundError,
} from "../../../server/graph/index.ts";
import { aDocumentGraph, anInstitute, aRegion, aUniversity, relationOf } from "../../support/builders.ts";
import type { FactSpec } from "../../support/builders.ts";
import type { OpenStore } from "../graph-store.ts";
import { sharedStore } from "./shared-store.ts";

const zju = aUniversity("浙江大学", {
  aliases: ["浙大"],
  properties: { founded: 1897, sites: ["紫金港", "玉泉"], double: true },
});
const institute = anInstitute("浙江大学绍兴研究院");
const shaoxing = aRegion("绍兴市", "city", { code: "330600" });

const CO_BUILT: FactSpec = [institute, "CO_BUILT_WITH", zju, { text: "绍兴市与浙江大学共建浙江大学绍兴研究院。" }];
const LOCATED: FactSpec = [institute, "LOCATED_IN", shaoxing];
const AFFILIATED: FactSpec = [institute, "AFFILIATED_WITH", zju];

const graphs = () => [
  aDocumentGraph({
    origin: "2021.txt",
    title: "2021年工作",
    date: "2021",
    publisher: "绍兴市科技局",
    url: "https://example.org/1",
    region: "绍兴市",
    facts: [CO_BUILT, LOCATED],
    figures: [
      { subject: shaoxing, indicator: "R&D经费占比", value: 3.05, unit: "%", year: 2021 },
      { subject: shaoxing, indicator: "R&D经费占比", value: 3.5, unit: "%", year: 2025, kind: "target" },
      { subject: zju, indicator: "教师", value: 4_557, unit: "人", year: null },
    ],
  }),
  aDocumentGraph({ origin: "2024.txt", title: "2024年工作", date: "2024-05", facts: [CO_BUILT, AFFILIATED] }),
  aDocumentGraph({ origin: "undated.txt", title: "无日期", date: null, facts: [CO_BUILT] }),
];

export function specifyEvidence(open: OpenStore): void {
  const shared = sharedStore(open, graphs);

  test("a relation opens its passages, newest first, with document and mentions", async () => {
    const { passages, others } = await shared.store.relation(relationOf(CO_BUILT));
    expect(passages.map(({ document }) => document.title)).toEqual(["2024年工作", "2021年工作", "无日期"]);
    const [first] = graphs();
    expect(passages[1]).toEqual({
      passage: first!.passages[0],
      document: first!.document,
      mentions: [
        { entityId: zju.id, passageId: "document:2021.txt/0", surface: "浙江大学", begin: 4, end: 8 },
        { entityId: institute.id, passageId: "document:2021.txt/0", surface: "浙江大学绍兴研究院", begin: 10, end: 19 },
      ],
      status: "existing",
      confidence: 0.9,
      method: "a-rule",
      date: null,
    });
    expect(others.map(({ id }) => id)).toEqual([relationOf(AFFILIATED)]);
  });

  test("many relations open their newest passages at once, each as it opens by itself", async () => {
    const ids = [LOCATED, CO_BUILT].map(relationOf);
    const answer = await shared.store.evidence({ relations: [...ids, "无", ids[0]!], perRelation: 2 });
    expect(answer.relations.map(({ id, total }) => [id, total])).toEqual([
      [relationOf(LOCATED), 1],
      [relationOf(CO_BUILT), 3],
    ]);
    for (const { id, passages } of answer.relations) {
      expect(passages).toEqual((await shared.store.relation(id)).passages.slice(0, 2));
    }
    const statements = await shared.statementsOf((store) => store.evidence({ relations: ids, perRelation: 2 }));
    expect(statements).toBeLessThanOrEqual(6);
  });

  test("an unknown or malformed relation id is not found", async () => {
    for (const id of [
      "",
      "x",
      "CO_BUILT_WITH.a.b",
      relationOf([zju, "LOCATED_IN", shaoxing]),
      `${relationOf(CO_BUILT)}.x`,
    ]) {
      await expect(shared.store.relation(id as RelationId), id).rejects.toThrow(new RelationNotFoundError(id));
    }
  });

  test("an entity has its properties, figures and number of documents", async () => {
    const { entity, documents, observations } = await shared.store.entity(shaoxing.id);
    expect(entity).toEqual({ ...shaoxing, degree: 1 });
    expect(documents).toBe(1);
    expect(observations).toEqual(graphs()[0]!.observations.filter(({ subjectId }) => subjectId === shaoxing.id));
    expect(await shared.store.entity(zju.id)).toMatchObject({
      entity: { ...zju, degree: 2 },
      documents: 3,
      observations: [{ value: 4_557, year: null }],
    });
  });

  describe("the passages of an entity", () => {
    test("come newest first, in pages that hold each once", async () => {
      const ids: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = await shared.store.entityPassages(institute.id, {
          limit: 2,
          ...(cursor === undefined ? {} : { cursor }),
        });
        expect(page.total).toBe(5);
        ids.push(...page.passages.map(({ passage }) => passage.id));
        cursor = page.cursor;
      }
      expect(ids).toEqual([
        "document:2024.txt/0",
        "document:2024.txt/1",
        "document:2021.txt/0",
        "document:2021.txt/1",
        "document:undated.txt/0",
      ]);
    });

    test("are an error for an entity that is not there and for a cursor that is not theirs", async () => {
      const nobody = "无" as EntityId;
      await expect(shared.store.entityPassages(nobody, { limit: 5 })).rejects.toThrow(new EntityNotFoundError(nobody));
      const { cursor } = await shared.store.entityPassages(institute.id, { limit: 1 });
      await expect(shared.store.entityPassages(zju.id, { limit: 1, cursor: cursor! })).rejects.toThrow(
        new InvalidCursorError(cursor!),
      );
    });
  });

  describe("documents", () => {
    test("come newest first, undated last, with what was found in them", async () => {
      const { documents, total, cursor } = await shared.store.documents({ limit: 2 });
      expect([total, documents.map(({ document }) => document.origin)]).toEqual([3, ["2024.txt", "2021.txt"]]);
      expect(documents[1]).toEqual({ document: graphs()[0]!.document, entities: 3, relations: 2, observations: 3 });
      const rest = await shared.store.documents({ limit: 2, cursor: cursor! });
      expect(rest.documents.map(({ document }) => document.origin)).toEqual(["undated.txt"]);
      expect(rest.cursor).toBeNull();
      await expect(shared.store.documents({ limit: 2, cursor: "x" })).rejects.toThrow(new InvalidCursorError("x"));
    });

    test("open with their passages, mentions, entities, relations and figures", async () => {
      const [graph] = graphs();
      const detail = await shared.store.document(graph!.document.id);
      expect(detail.document).toEqual(graph!.document);
      expect(detail.passages).toEqual(graph!.passages);
      expect(new Set(detail.mentions)).toEqual(new Set(graph!.mentions));
      expect(detail.entities.map(({ id }) => id).toSorted()).toEqual([institute.id, shaoxing.id, zju.id].toSorted());
      expect(detail.relations.map(({ relation, passages }) => [relation.id, relation.evidenceCount, passages])).toEqual(
        [
          [relationOf(CO_BUILT), 3, ["document:2021.txt/0"]],
          [relationOf(LOCATED), 1, ["document:2021.txt/1"]],
        ],
      );
      expect(detail.observations).toEqual(graph!.observations);
    });

    test("that are unknown are not found", async () => {
      await expect(shared.store.document("x" as DocumentId)).rejects.toThrow(new DocumentNotFoundError("x"));
    });

    test("are listed by origin for those who read them again", async () => {
      expect(await shared.store.origins()).toEqual(
        graphs().map(({ document: { id, origin, sha256 } }) => ({ id, origin, sha256 })),
      );
    });
  });

  test("nothing asks once a row", async () => {
    await using opened = await open();
    const cost = async (work: () => Promise<unknown>) => {
      const before = opened.statementCount();
      await work();
      return opened.statementCount() - before;
    };
    const { store } = opened;
    const costs = async () => ({
      write: await cost(() => store.write(many(3))),
      rewrite: await cost(() => store.write(many(60))),
      forget: await cost(() => store.forget(many(1).document.origin)),
      writeAgain: await cost(() => store.write(many(60))),
      document: await cost(() => store.document(many(1).document.id)),
      entity: await cost(() => store.entity(zju.id)),
      passages: await cost(() => store.entityPassages(zju.id, { limit: 100 })),
      relation: await cost(() => store.relation(relationOf([anInstitute("研究院0"), "CO_BUILT_WITH", zju]))),
    });
    for (const [name, count] of Object.entries(await costs())) {
      const most = ["write", "rewrite", "writeAgain", "forget"].includes(name) ? 30 : 7;
      expect(count, name).toBeLessThanOrEqual(most);
    }
  });
}

/** `count` institutes of one university, and as many figures of it. */
const many = (count: number) =>
  aDocumentGraph({
    facts: Array.from({ length: count }, (_, n): FactSpec => [anInstitute(`研究院${n}`), "CO_BUILT_WITH", zju]),
    figures: Array.from({ length: count }, (_, n) => ({ subject: zju, indicator: `指标${n}`, value: n })),
  });
