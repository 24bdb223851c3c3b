/** A small graph that never changes, for the gallery and its pictures. The names are real, the sentences are ours. */
import type {
  Document,
  DocumentId,
  Entity,
  EntityId,
  EntityType,
  Mention,
  Observation,
  ObservationId,
  Passage,
  PassageId,
  RegionLevel,
  Relation,
  RelationId,
  RelationStatus,
  RelationType,
} from "../../../server/contract/index.ts";

const entities = new Map<string, Entity>();
const relations: Relation[] = [];
const passages: Passage[] = [];
const mentions: Mention[] = [];
const support = new Map<RelationId, PassageId[]>();

interface Named {
  readonly level?: RegionLevel;
  readonly aliases?: readonly string[];
  readonly code?: string;
  readonly properties?: Entity["properties"];
}

function add(type: EntityType, name: string, { level, aliases = [], code, properties = {} }: Named = {}): Entity {
  const entity: Entity = {
    id: `${type}:${name}` as EntityId,
    type,
    name,
    aliases,
    ...(level === undefined ? {} : { level }),
    ...(code === undefined ? {} : { code }),
    properties,
    degree: 0,
  };
  entities.set(name, entity);
  return entity;
}

const named = (name: string): Entity => {
  const entity = entities.get(name);
  if (entity === undefined) throw new Error(`The sample graph has no entity "${name}".`);
  return entity;
};

export const SAMPLE_DOCUMENTS: readonly Document[] = [
  sampleDocument("新昌县科技创新工作情况", "新昌县科学技术局", "2024-12-09", "新昌县"),
  sampleDocument("绍兴市建设高水平创新型城市", "绍兴市科学技术局", "2023-06", "绍兴市"),
  sampleDocument("嘉兴市科技创新年度报告", "嘉兴市科学技术局", "2024", "嘉兴市"),
  sampleDocument("浙江省高能级平台名单", null, null, "浙江省"),
];

function sampleDocument(title: string, publisher: string | null, date: string | null, region: string): Document {
  return {
    id: `document:${title}` as DocumentId,
    origin: `${title}.txt`,
    title,
    publisher,
    date,
    url: publisher === null ? null : "https://example.cn/sample.html",
    sha256: "0".repeat(64),
    mediaType: "text/plain",
    region,
  };
}

add("Region", "浙江省", { level: "province", code: "330000" });
add("Region", "绍兴市", { level: "city", aliases: ["绍兴"], code: "330600" });
add("Region", "嘉兴市", { level: "city", aliases: ["嘉兴"], code: "330400" });
add("Region", "新昌县", { level: "county", aliases: ["新昌", "我县"], code: "330624" });
add("Region", "上虞区", { level: "county", aliases: ["上虞"], code: "330604" });
add("Region", "诸暨市", { level: "county", aliases: ["诸暨"], code: "330681" });
add("Region", "柯桥区", { level: "county", aliases: ["柯桥"], code: "330603" });
add("Region", "越城区", { level: "county", aliases: ["越城"], code: "330602" });
add("Region", "嘉善县", { level: "county", aliases: ["嘉善"], code: "330421" });
add("University", "浙江大学", { aliases: ["浙大"], properties: { country: "中国", level: "双一流" } });
add("University", "清华大学", { aliases: ["清华"] });
add("University", "上海交通大学", { aliases: ["上海交大"] });
add("University", "西安交通大学", { aliases: ["西安交大"] });
add("University", "浙江工业大学", { aliases: ["浙工大"] });
add("University", "复旦大学", { aliases: ["复旦"] });
add("University", "天津大学");
add("ResearchInstitute", "浙江大学绍兴研究院");
add("ResearchInstitute", "上海交通大学绍兴研究院");
add("ResearchInstitute", "浙江清华长三角研究院", { aliases: ["清华长三角院"] });
add("ResearchInstitute", "天启研究院");
add("ResearchInstitute", "浙江工业大学绍兴研究院");
add("Laboratory", "天姥实验室", { aliases: ["浙大-新昌联合创新中心"], properties: { people: 78 } });
add("Laboratory", "鉴湖实验室");
add("Laboratory", "绍芯实验室");
add("HighTechZone", "上虞高新区");
add("HighTechZone", "新昌高新区");
add("InnovationPlatform", "绍兴科创大走廊");
add("InnovationPlatform", "通用智能机器人产业链创新中心");
add("Company", "浙江灵巧智能科技有限公司", { aliases: ["灵巧智能"] });
add("Government", "新昌县科学技术局");
add("Organization", "G60科创走廊产业联盟");
add("Policy", "《新昌通用智能机器人产业发展规划（2024—2027）》");
add("Programme", "“315”科创体系建设工程");
add("Industry", "集成电路");
add("Industry", "智能装备");
add("Person", "张明");

interface Stated {
  readonly status?: RelationStatus;
  readonly dates?: readonly [first: string, last: string];
  readonly evidence?: number;
}

function relate(from: string, type: RelationType, to: string, stated: Stated = {}): void {
  const { status = "existing", dates, evidence = 1 } = stated;
  relations.push({
    id: `relation:${from}:${type}:${to}` as RelationId,
    type,
    from: named(from).id,
    to: named(to).id,
    status,
    hasPlanned: status === "planned",
    evidenceCount: evidence,
    firstDate: dates?.[0] ?? null,
    lastDate: dates?.[1] ?? null,
    confidence: 0.94,
    method: "co-built-by",
  });
}

relate("浙江大学绍兴研究院", "CO_BUILT_WITH", "浙江大学", { dates: ["2021", "2023-06"], evidence: 2 });
relate("浙江大学绍兴研究院", "AFFILIATED_WITH", "浙江大学", { dates: ["2021", "2021"] });
relate("浙江大学绍兴研究院", "LOCATED_IN", "绍兴市", { dates: ["2021", "2023-06"] });
relate("上海交通大学绍兴研究院", "CO_BUILT_WITH", "上海交通大学", { dates: ["2021", "2021"] });
relate("上海交通大学绍兴研究院", "LOCATED_IN", "绍兴市");
relate("浙江工业大学绍兴研究院", "CO_BUILT_WITH", "浙江工业大学", { status: "planned", dates: ["2023", "2023"] });
relate("浙江工业大学绍兴研究院", "LOCATED_IN", "绍兴市", { status: "planned" });
relate("浙江清华长三角研究院", "AFFILIATED_WITH", "清华大学");
relate("浙江清华长三角研究院", "LOCATED_IN", "嘉兴市");
relate("天姥实验室", "CO_BUILT_WITH", "浙江大学", { dates: ["2024-12-09", "2024-12-09"] });
relate("天姥实验室", "CO_BUILT_WITH", "新昌县", { dates: ["2024-12-09", "2024-12-09"] });
relate("天姥实验室", "LOCATED_IN", "新昌县");
relate("天启研究院", "LOCATED_IN", "新昌县");
relate("通用智能机器人产业链创新中心", "LOCATED_IN", "新昌县");
relate("通用智能机器人产业链创新中心", "CO_BUILT_WITH", "上海交通大学");
relate("鉴湖实验室", "LOCATED_IN", "绍兴市");
relate("绍芯实验室", "FOCUSES_ON", "集成电路");
relate("绍芯实验室", "LOCATED_IN", "绍兴市");
relate("天姥实验室", "FOCUSES_ON", "智能装备");
relate("复旦大学", "PARTNERS_WITH", "绍兴市");
relate("西安交通大学", "PARTNERS_WITH", "绍兴市");
relate("天津大学", "PARTNERS_WITH", "柯桥区");
relate("清华大学", "PARTNERS_WITH", "嘉善县");
relate("上虞高新区", "LOCATED_IN", "上虞区");
relate("新昌高新区", "LOCATED_IN", "新昌县", { status: "planned" });
relate("新昌县", "PART_OF", "绍兴市");
relate("上虞区", "PART_OF", "绍兴市");
relate("诸暨市", "PART_OF", "绍兴市");
relate("柯桥区", "PART_OF", "绍兴市");
relate("越城区", "PART_OF", "绍兴市");
relate("嘉善县", "PART_OF", "嘉兴市");
relate("绍兴市", "PART_OF", "浙江省");
relate("嘉兴市", "PART_OF", "浙江省");
relate("绍兴科创大走廊", "LOCATED_IN", "绍兴市");
relate("新昌县科学技术局", "LOCATED_IN", "新昌县");
relate("新昌县", "ISSUED", "《新昌通用智能机器人产业发展规划（2024—2027）》");
relate("新昌县", "IMPLEMENTS", "“315”科创体系建设工程");
relate("嘉善县", "MEMBER_OF", "G60科创走廊产业联盟");
relate("张明", "LEADS", "天姥实验室");
relate("浙江灵巧智能科技有限公司", "LOCATED_IN", "新昌县");

for (const { from, to } of relations) {
  for (const [name, entity] of entities) {
    if (entity.id === from || entity.id === to) entities.set(name, { ...entity, degree: entity.degree + 1 });
  }
}

/** One line a paragraph; headings begin with "#". Sentences end at 。 */
const TEXTS: readonly (readonly [title: string, text: string])[] = [
  [
    "新昌县科技创新工作情况",
    `# 一、基本情况
近年来，我县把科技创新放在全局工作的首位，全面实施“315”科创体系建设工程。新昌研发经费支出占地区生产总值比重达4.42%，居全省第4。
# 二、工作成效
# （一）科创平台建设
我县与浙江大学共建天姥实验室，并建成省级新型研发机构。天姥实验室聚焦智能装备，现有科研人员78人，由张明牵头。天启研究院、通用智能机器人产业链创新中心先后在新昌落地，其中后者与上海交通大学共建。
# （二）企业创新主体
浙江灵巧智能科技有限公司等一批企业加快成长，我县计划建设新昌高新区。新昌县出台《新昌通用智能机器人产业发展规划（2024—2027）》。
# 三、下步打算
继续推动天姥实验室与浙江大学的合作，支持更多高校团队来新昌。`,
  ],
  [
    "绍兴市建设高水平创新型城市",
    `# 高校合作
绍兴持续引进大院名校，新引进共建浙江大学绍兴研究院、上海交通大学绍兴研究院。浙江工业大学绍兴研究院正在筹建。复旦大学、西安交通大学与绍兴市签订合作协议。
浙江大学绍兴研究院获批人才发展体制机制改革试点。
# 平台
绍芯实验室面向集成电路，鉴湖实验室面向现代纺织，均位于绍兴科创大走廊。`,
  ],
];

for (const [title, text] of TEXTS) readText(title, text);

function readText(title: string, text: string): void {
  const documentId = `document:${title}` as DocumentId;
  let offset = 0;
  let index = 0;
  for (const line of text.split("\n")) {
    const isHeading = line.startsWith("# ");
    const content = isHeading ? line.slice(2) : line;
    for (const sentence of isHeading ? [content] : (content.match(/[^。]+。?/g) ?? [])) {
      const id = `${documentId}#${index}` as PassageId;
      passages.push({
        id,
        documentId,
        kind: isHeading ? "heading" : "sentence",
        index,
        begin: offset,
        end: offset + sentence.length,
        text: sentence,
      });
      readMentions(id, sentence);
      offset += sentence.length;
      index += 1;
    }
    offset += 1;
  }
}

function readMentions(passageId: PassageId, text: string): void {
  const found: Mention[] = [];
  for (const entity of entities.values()) {
    for (const surface of [entity.name, ...entity.aliases]) {
      for (let begin = text.indexOf(surface); begin !== -1; begin = text.indexOf(surface, begin + 1)) {
        found.push({ entityId: entity.id, passageId, surface, begin, end: begin + surface.length });
      }
    }
  }
  const outer = found.filter((mention) => !found.some((other) => isInside(mention, other)));
  mentions.push(...outer.sort((a, b) => a.begin - b.begin));
}

function isInside(a: Mention, b: Mention): boolean {
  return a !== b && a.begin >= b.begin && a.end <= b.end;
}

for (const { id, from, to } of relations) {
  const ends = passages.filter((passage) =>
    [from, to].every((end) => mentions.some((m) => m.passageId === passage.id && m.entityId === end)),
  );
  const one = passages.find(({ id }) => mentions.some((m) => m.passageId === id && m.entityId === from));
  const supporting = ends.length > 0 ? ends.map((passage) => passage.id) : one === undefined ? [] : [one.id];
  support.set(id, supporting);
}

export const SAMPLE_ENTITIES: readonly Entity[] = [...entities.values()];
export const SAMPLE_RELATIONS: readonly Relation[] = relations;
export const SAMPLE_PASSAGES: readonly Passage[] = passages;
export const SAMPLE_MENTIONS: readonly Mention[] = mentions;
export const SAMPLE_SUPPORT: ReadonlyMap<RelationId, readonly PassageId[]> = support;

export const SAMPLE_OBSERVATIONS: readonly Observation[] = [
  figure("新昌县", "研发投入强度", 4.42, "%", 2022, "level", "占地区生产总值比重"),
  figure("新昌县", "研发投入强度", 4, "位", 2022, "rank", "占地区生产总值比重"),
  figure("天姥实验室", "科研人员", 78, "人", 2024, "level", "现有科研人员"),
];

function figure(
  name: string,
  indicator: string,
  value: number,
  unit: string,
  year: number,
  kind: Observation["kind"],
  words: string,
): Observation {
  const passage = passages.find(({ text }) => text.includes(words));
  return {
    id: `observation:${name}:${indicator}:${kind}` as ObservationId,
    subjectId: named(name).id,
    indicator,
    value,
    unit,
    year,
    kind,
    passageId: passage?.id ?? ("" as PassageId),
  };
}

export function sampleEntity(name: string): Entity {
  return named(name);
}

export function sampleRelation(from: string, type: RelationType, to: string): Relation {
  const relation = relations.find(({ id }) => id === `relation:${from}:${type}:${to}`);
  if (relation === undefined) throw new Error(`The sample graph has no relation ${from} ${type} ${to}.`);
  return relation;
}
