/**
 * The words of the graph: what kinds of entities and relations there are.
 *
 * Data, not code: labels, validation, the legend and the docs derive from these
 * two tables, so adding a type is adding one entry. Colours and shapes are read
 * by the canvas too; no two types may share a shape (a test holds that).
 */

export interface EntityTypeInfo {
  readonly zh: string;
  readonly en: string;
  readonly enPlural: string;
  readonly description: { readonly zh: string; readonly en: string };
  /** Icon name in lucide (https://lucide.dev), drawn inside the shape. `ring` is drawn by us. */
  readonly icon: string;
  readonly shape: EntityShape;
  /** Fill colours; never used for text. */
  readonly color: { readonly light: string; readonly dark: string };
}

export type EntityShape =
  | "ring"
  | "circle"
  | "diamond"
  | "triangle"
  | "square"
  | "hexagon"
  | "parallelogram"
  | "pentagon"
  | "octagon"
  | "sheet"
  | "tag"
  | "triangle-down"
  | "capsule";

function entityTypes<const T extends Record<string, EntityTypeInfo>>(table: T): T {
  return table;
}

export const ENTITY_TYPES = entityTypes({
  Region: {
    zh: "区域",
    en: "Region",
    enPlural: "Regions",
    description: {
      zh: "国家、省、市、县区、乡镇，以及长三角这样的跨市区域",
      en: "A country, province, city, county or town, or a named multi-city area",
    },
    icon: "ring",
    shape: "ring",
    color: { light: "#3F4A4E", dark: "#9AA5A8" },
  },
  University: {
    zh: "高校",
    en: "University",
    enPlural: "Universities",
    description: { zh: "大学、学院本身", en: "A university or college as such" },
    icon: "graduation-cap",
    shape: "circle",
    color: { light: "#1F4FB8", dark: "#5B93EA" },
  },
  ResearchInstitute: {
    zh: "研究院所",
    en: "Research institute",
    enPlural: "Research institutes",
    description: { zh: "研究院、研究所、研究中心、科学院", en: "A named institute, research centre or academy" },
    icon: "microscope",
    shape: "diamond",
    color: { light: "#0A8CC7", dark: "#35CFF2" },
  },
  Laboratory: {
    zh: "实验室",
    en: "Laboratory",
    enPlural: "Laboratories",
    description: { zh: "有名称的实验室", en: "A named laboratory" },
    icon: "flask-conical",
    shape: "triangle",
    color: { light: "#2F8A74", dark: "#9FE3B8" },
  },
  HighTechZone: {
    zh: "高新区",
    en: "High-tech zone",
    enPlural: "High-tech zones",
    description: { zh: "高新区、经开区、新区", en: "A high-tech or development zone, or a new area" },
    icon: "factory",
    shape: "square",
    color: { light: "#BC643B", dark: "#FFBD70" },
  },
  InnovationPlatform: {
    zh: "创新平台",
    en: "Innovation platform",
    enPlural: "Innovation platforms",
    description: {
      zh: "科创走廊、科技城、产业园、创新中心、孵化器、飞地等载体",
      en: "A corridor, science park, innovation centre, incubator, enclave or another named carrier",
    },
    icon: "layers",
    shape: "hexagon",
    color: { light: "#73400C", dark: "#A8733F" },
  },
  Company: {
    zh: "企业",
    en: "Company",
    enPlural: "Companies",
    description: { zh: "有名称的企业、银行", en: "A named enterprise or bank" },
    icon: "building-2",
    shape: "parallelogram",
    color: { light: "#96206A", dark: "#D46AA0" },
  },
  Government: {
    zh: "政府部门",
    en: "Government body",
    enPlural: "Government bodies",
    description: { zh: "党委、政府及其部门、管委会", en: "A party or government body or authority" },
    icon: "landmark",
    shape: "pentagon",
    color: { light: "#9A1B20", dark: "#E07270" },
  },
  Organization: {
    zh: "组织",
    en: "Organization",
    enPlural: "Organizations",
    description: { zh: "联盟、协会、联合体、医院、基金", en: "An alliance, association, consortium, hospital or fund" },
    icon: "users",
    shape: "octagon",
    color: { light: "#765986", dark: "#AF9BC6" },
  },
  Policy: {
    zh: "政策",
    en: "Policy",
    enPlural: "Policies",
    description: { zh: "书名号里的文件、规划、条例", en: "A named document, plan or regulation" },
    icon: "scroll-text",
    shape: "sheet",
    color: { light: "#5F5838", dark: "#BDAF96" },
  },
  Programme: {
    zh: "计划",
    en: "Programme",
    enPlural: "Programmes",
    description: { zh: "计划、行动、专项、奖项、称号", en: "A programme, action, scheme, award or designation" },
    icon: "flag",
    shape: "tag",
    color: { light: "#DB5577", dark: "#FFABC6" },
  },
  Industry: {
    zh: "产业领域",
    en: "Industry",
    enPlural: "Industries",
    description: { zh: "产业或技术领域", en: "An industry or a field of technology" },
    icon: "cpu",
    shape: "triangle-down",
    color: { light: "#8E8200", dark: "#B8AE1A" },
  },
  Person: {
    zh: "人物",
    en: "Person",
    enPlural: "People",
    description: { zh: "有姓名的人", en: "A named person" },
    icon: "user",
    shape: "capsule",
    color: { light: "#7E85A0", dark: "#D6D9EA" },
  },
});

export type EntityType = keyof typeof ENTITY_TYPES;

/** Every entity type, in the order of legends and lists. */
export const ENTITY_TYPE_NAMES = Object.keys(ENTITY_TYPES) as readonly EntityType[];

/** From widest to narrowest; `area` is a named multi-city region such as 长三角. */
export const REGION_LEVELS = ["country", "area", "province", "city", "county", "town"] as const;
export type RegionLevel = (typeof REGION_LEVELS)[number];

/** Bodies that can be somewhere, belong to something and work with somebody. */
const BODIES = [
  "University",
  "ResearchInstitute",
  "Laboratory",
  "HighTechZone",
  "InnovationPlatform",
  "Company",
  "Government",
  "Organization",
] as const satisfies readonly EntityType[];

export interface RelationTypeInfo {
  readonly zh: string;
  /** Reads from -> to: "A co-built with B". */
  readonly en: string;
  /** Reads to -> from, for lists seen from the other end: 共建了, "co-builder of". */
  readonly reverse: { readonly zh: string; readonly en: string };
  readonly description: { readonly zh: string; readonly en: string };
  readonly from: readonly EntityType[];
  readonly to: readonly EntityType[];
  /** How the line ends at `to`; the line itself is styled in the canvas. */
  readonly line: RelationLine;
}

export type RelationLine =
  | "double"
  | "heavy"
  | "hollow-diamond"
  | "dot"
  | "hollow-dot"
  | "open-arrow"
  | "filled-arrow"
  | "hollow-arrow"
  | "bar"
  | "arrow-bar";

function relationTypes<const T extends Record<string, RelationTypeInfo>>(table: T): T {
  return table;
}

export const RELATION_TYPES = relationTypes({
  CO_BUILT_WITH: {
    zh: "共建",
    en: "co-built with",
    reverse: { zh: "参与共建", en: "co-builder of" },
    description: { zh: "由其共建、引进共建、联合成立", en: "Jointly founded with this builder" },
    from: ["ResearchInstitute", "Laboratory", "InnovationPlatform", "HighTechZone", "University", "Organization"],
    to: ["Region", ...BODIES, "Person"],
    line: "double",
  },
  PARTNERS_WITH: {
    zh: "合作",
    en: "partners with",
    reverse: { zh: "合作", en: "partners with" },
    description: { zh: "写明的合作、对接、签约", en: "Stated cooperation, agreement or matching" },
    from: ["Region", ...BODIES, "Person"],
    to: ["Region", ...BODIES, "Person"],
    line: "heavy",
  },
  AFFILIATED_WITH: {
    zh: "依托",
    en: "affiliated with",
    reverse: { zh: "所属机构", en: "parent of" },
    description: { zh: "依托、隶属或以其命名", en: "Belongs to, or is named after" },
    from: BODIES,
    to: ["Region", ...BODIES],
    line: "hollow-diamond",
  },
  LOCATED_IN: {
    zh: "位于",
    en: "located in",
    reverse: { zh: "辖内有", en: "hosts" },
    description: { zh: "所在的区域、园区或平台", en: "The region, zone or platform where it is" },
    from: BODIES,
    to: ["Region", "HighTechZone", "InnovationPlatform"],
    line: "dot",
  },
  PART_OF: {
    zh: "隶属",
    en: "part of",
    reverse: { zh: "下辖", en: "contains" },
    description: { zh: "区域的上级区域，或单位的上级单位", en: "The wider region, or the parent of a unit" },
    from: ["Region", ...BODIES, "Policy", "Programme"],
    to: ["Region", ...BODIES, "Policy", "Programme"],
    line: "hollow-dot",
  },
  FOCUSES_ON: {
    zh: "聚焦",
    en: "focuses on",
    reverse: { zh: "聚焦于此的", en: "focus of" },
    description: { zh: "写明或由名称可知的领域", en: "A field stated, or plain from the name" },
    from: ["Region", ...BODIES, "Person"],
    to: ["Industry"],
    line: "open-arrow",
  },
  ISSUED: {
    zh: "发布",
    en: "issued",
    reverse: { zh: "发布者", en: "issued by" },
    description: { zh: "发布、出台、印发的政策", en: "The policy that it issued" },
    from: [
      "Government",
      "Region",
      "Organization",
      "HighTechZone",
      "InnovationPlatform",
      "University",
      "ResearchInstitute",
      "Laboratory",
      "Company",
    ],
    to: ["Policy"],
    line: "filled-arrow",
  },
  IMPLEMENTS: {
    zh: "实施",
    en: "implements",
    reverse: { zh: "实施者", en: "implemented by" },
    description: { zh: "实施、试点或入选的计划", en: "A programme that it carries out, pilots or is selected for" },
    from: ["Region", ...BODIES, "Person"],
    to: ["Programme"],
    line: "hollow-arrow",
  },
  MEMBER_OF: {
    zh: "参与",
    en: "member of",
    reverse: { zh: "成员", en: "has member" },
    description: { zh: "是其成员、参与单位", en: "A member or participant" },
    from: ["Region", ...BODIES, "Person"],
    to: ["Organization", "InnovationPlatform", "Region"],
    line: "bar",
  },
  LEADS: {
    zh: "牵头",
    en: "leads",
    reverse: { zh: "牵头者", en: "led by" },
    description: { zh: "牵头、领导的机构或计划", en: "An organisation or programme that it heads" },
    from: ["Person", "Region", ...BODIES],
    to: [...BODIES, "Programme"],
    line: "arrow-bar",
  },
});

export type RelationType = keyof typeof RELATION_TYPES;
export const RELATION_TYPE_NAMES = Object.keys(RELATION_TYPES) as readonly RelationType[];

export const RELATION_STATUSES = ["existing", "planned"] as const;
export type RelationStatus = (typeof RELATION_STATUSES)[number];

/** What the method of a claim and the reason of a name begin with where a language model proposed them. */
export const SECOND_OPINION = "second-opinion";

export const OBSERVATION_KINDS = ["level", "growth", "rank", "target"] as const;
export type ObservationKind = (typeof OBSERVATION_KINDS)[number];

export function isEntityType(value: unknown): value is EntityType {
  return typeof value === "string" && Object.hasOwn(ENTITY_TYPES, value);
}

export function isRelationType(value: unknown): value is RelationType {
  return typeof value === "string" && Object.hasOwn(RELATION_TYPES, value);
}

/** Whether the schema allows a relation of `type` from an entity of type `from` to one of type `to`. */
export function canRelate(type: RelationType, from: EntityType, to: EntityType): boolean {
  const info: RelationTypeInfo = RELATION_TYPES[type];
  return info.from.includes(from) && info.to.includes(to);
}
