/**
 * A small graph that many tests know by heart: 浙江大学 and its institute in
 * 绍兴市, said by two documents, one of them a plan.
 */
import type {
  DocumentId,
  EntityId,
  EntityType,
  Mention,
  ObservationId,
  PassageId,
  RelationStatus,
  RelationType,
} from "../../server/contract/index.ts";
import type { Claim, DocumentGraph, StatedEntity } from "../../server/graph/index.ts";

export const ZJU = "university-zju" as EntityId;
export const INSTITUTE = "research-institute-zjusx" as EntityId;
export const SHAOXING = "region-shaoxing" as EntityId;
export const ZHEJIANG = "region-zhejiang" as EntityId;
export const TSINGHUA = "university-tsinghua" as EntityId;
export const CHIPS = "industry-chips" as EntityId;

const ENTITIES: readonly StatedEntity[] = [
  entity(ZJU, "University", "浙江大学", ["浙大"]),
  entity(INSTITUTE, "ResearchInstitute", "浙江大学绍兴研究院", []),
  { ...entity(SHAOXING, "Region", "绍兴市", ["绍兴"]), level: "city", code: "330600" },
  { ...entity(ZHEJIANG, "Region", "浙江省", []), level: "province", code: "330000" },
  entity(TSINGHUA, "University", "清华大学", ["清华"]),
  entity(CHIPS, "Industry", "集成电路", []),
];

export function sampleGraphs(): readonly [DocumentGraph, DocumentGraph] {
  return [
    document("report.txt", "绍兴市2021年科技工作", "2021-12-31", [
      [
        "绍兴市与浙江大学共建浙江大学绍兴研究院。",
        [ZJU, INSTITUTE, SHAOXING],
        [
          ["CO_BUILT_WITH", INSTITUTE, ZJU, "existing"],
          ["LOCATED_IN", INSTITUTE, SHAOXING, "existing"],
        ],
      ],
      [
        "绍兴市属浙江省，聚焦集成电路。",
        [SHAOXING, ZHEJIANG, CHIPS],
        [
          ["PART_OF", SHAOXING, ZHEJIANG, "existing"],
          ["FOCUSES_ON", SHAOXING, CHIPS, "existing"],
        ],
      ],
    ]),
    document("plan.txt", "绍兴市2023年科技工作要点", "2023", [
      [
        "绍兴市拟深化与清华大学的合作，支持浙江大学绍兴研究院发展。",
        [SHAOXING, TSINGHUA, INSTITUTE],
        [
          ["PARTNERS_WITH", TSINGHUA, SHAOXING, "planned"],
          ["LOCATED_IN", INSTITUTE, SHAOXING, "planned"],
        ],
      ],
    ]),
  ];
}

type Sentence = readonly [
  text: string,
  mentioned: readonly EntityId[],
  claims: readonly (readonly [RelationType, EntityId, EntityId, RelationStatus])[],
];

function document(origin: string, title: string, date: string, sentences: readonly Sentence[]): DocumentGraph {
  const id = `document-${origin}` as DocumentId;
  const passageId = (index: number) => `passage-${origin}-${index}` as PassageId;
  let offset = 0;
  const passages = sentences.map(([text], index) => {
    const begin = offset;
    offset += text.length;
    return { id: passageId(index), documentId: id, kind: "sentence" as const, index, begin, end: offset, text };
  });
  const mentioned = new Set(sentences.flatMap(([, ids]) => ids));
  return {
    document: {
      id,
      origin,
      title,
      publisher: "绍兴市科学技术局",
      date,
      url: null,
      sha256: Buffer.from(origin).toString("hex").padEnd(64, "0").slice(0, 64),
      mediaType: "text/plain",
      region: "绍兴市",
    },
    passages,
    entities: ENTITIES.filter(({ id: entityId }) => mentioned.has(entityId)),
    mentions: sentences.flatMap(([text, ids], index) =>
      ids.flatMap((entityId) => mention(text, entityId, passageId(index))),
    ),
    claims: sentences.flatMap(([, , claims], index) =>
      claims.map(([type, from, to, status]): Claim => ({
        type,
        from,
        to,
        status,
        passageId: passageId(index),
        date,
        confidence: 0.9,
        method: "sample",
      })),
    ),
    observations: [
      {
        id: `observation-${origin}` as ObservationId,
        subjectId: SHAOXING,
        indicator: "国家高新技术企业",
        value: 2207,
        unit: "家",
        year: Number(date.slice(0, 4)),
        kind: "level",
        passageId: passageId(0),
      },
    ],
  };
}

function mention(text: string, entityId: EntityId, passageId: PassageId): Mention[] {
  const surface = ENTITIES.find(({ id }) => id === entityId)?.name ?? "";
  const begin = text.lastIndexOf(surface);
  return begin < 0 ? [] : [{ entityId, passageId, surface, begin, end: begin + surface.length }];
}

function entity(id: EntityId, type: EntityType, name: string, aliases: readonly string[]): StatedEntity {
  return { id, type, name, aliases, properties: {} };
}
