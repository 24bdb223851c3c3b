/**
 * Questions about cities' science and technology that run as they stand, on
 * both stores, with the same answers: each orders its rows to the last.
 */
import type { ParameterType } from "../../../state/query-parameters.ts";

export interface Question {
  readonly id: string;
  readonly topic: QuestionTopic;
  readonly title: { readonly zh: string; readonly en: string };
  /** What it shows, in a line. */
  readonly line: { readonly zh: string; readonly en: string };
  readonly cypher: string;
  readonly parameters?: Readonly<Record<string, { readonly type: ParameterType; readonly text: string }>>;
}

export const QUESTION_TOPICS = ["partners", "gaps", "institutes", "plans", "figures", "evidence", "network"] as const;
export type QuestionTopic = (typeof QUESTION_TOPICS)[number];

const CITY = { city: { type: "entity", text: "绍兴市" } } as const;

export const QUESTIONS: readonly Question[] = [
  {
    id: "universities-of-city",
    topic: "partners",
    title: { zh: "与一个城市合作的高校", en: "Universities that a city works with" },
    line: {
      zh: "直接合作，加上在当地共建或依托的院所",
      en: "Directly, and by institutes that were built there together",
    },
    parameters: CITY,
    cypher: `MATCH (c:Region {name: $city})
OPTIONAL MATCH (c)-[d:PARTNERS_WITH]-(u:University)
WITH c, collect(DISTINCT u.name) AS direct
OPTIONAL MATCH (c)<-[:LOCATED_IN|PART_OF*1..2]-(i:Entity)-[:CO_BUILT_WITH|AFFILIATED_WITH]-(v:University)
WITH direct, collect(DISTINCT v.name) AS built
UNWIND direct + built AS university
WITH DISTINCT university, university IN direct AS isDirect, university IN built AS isBuilt
RETURN university, isDirect, isBuilt
ORDER BY university`,
  },
  {
    id: "university-by-county",
    topic: "partners",
    title: { zh: "高校与所在区县的院所矩阵", en: "Universities against the places of their institutes" },
    line: {
      zh: "三列，可看成矩阵：哪所高校在哪里有几家院所",
      en: "Three columns that make a matrix: which university has how many institutes where",
    },
    cypher: `MATCH (u:University)-[:CO_BUILT_WITH|AFFILIATED_WITH]-(i:Entity)-[:LOCATED_IN]->(c:Region)
WHERE NOT i:University
RETURN u.name AS university, c.name AS region, count(DISTINCT i) AS institutes
ORDER BY institutes DESC, university, region`,
  },
  {
    id: "outside-universities",
    topic: "partners",
    title: { zh: "来自省外的合作高校", en: "Partner universities from other provinces" },
    line: {
      zh: "资料没有说高校在院所所在的省；所在省没有写明的留空",
      en: "Of universities that the documents do not place in the institute's province; what is not said stays empty",
    },
    cypher: `MATCH (u:University)-[:CO_BUILT_WITH|AFFILIATED_WITH]-(i:ResearchInstitute)-[:LOCATED_IN]->(c:Region)-[:PART_OF*1..2]->(p:Province)
OPTIONAL MATCH (u)-[:LOCATED_IN]->(home:Province)
WITH u, i, c, p, home
WHERE home IS NULL OR home.name <> p.name
RETURN u.name AS university, home.name AS home, i.name AS institute, c.name AS place
ORDER BY university, institute, place`,
  },
  {
    id: "partners-by-kind",
    topic: "partners",
    title: { zh: "各类关系各有多少", en: "How many relations there are of each type" },
    line: { zh: "按类型分，已有与规划分开数", en: "By type, existing and planned apart" },
    cypher: `MATCH (a:Entity)-[r]->(b:Entity)
RETURN type(r) AS relation, r.status AS status, count(*) AS relations, sum(r.evidenceCount) AS sentences
ORDER BY relations DESC, relation, status`,
  },
  {
    id: "shared-universities",
    topic: "partners",
    title: { zh: "两地共有的高校", en: "Universities that two places share" },
    line: { zh: "在两个区域都有院所的高校", en: "Those with institutes in both" },
    parameters: { one: { type: "entity", text: "绍兴市" }, other: { type: "entity", text: "嘉兴市" } },
    cypher: `MATCH (a:Region {name: $one})<-[:LOCATED_IN|PART_OF*1..2]-(i:Entity)-[:CO_BUILT_WITH|AFFILIATED_WITH|PARTNERS_WITH]-(u:University)
MATCH (b:Region {name: $other})<-[:LOCATED_IN|PART_OF*1..2]-(j:Entity)-[:CO_BUILT_WITH|AFFILIATED_WITH|PARTNERS_WITH]-(u)
RETURN u.name AS university, count(DISTINCT i) AS institutesInOne, count(DISTINCT j) AS institutesInOther
ORDER BY university`,
  },
  {
    id: "zones-without-institute",
    topic: "gaps",
    title: {
      zh: "有高新区、资料中没有共建院所的地方",
      en: "Places with a high-tech zone and no institute in the documents",
    },
    line: { zh: "资料中没有，不等于不存在", en: "Not in the documents, which is not the same as not there" },
    cypher: `MATCH (z:HighTechZone)-[:LOCATED_IN]->(c:Region)
WHERE NOT EXISTS { MATCH (c)<-[:LOCATED_IN]-(:ResearchInstitute) }
RETURN c.name AS region, collect(DISTINCT z.name) AS zones
ORDER BY region`,
  },
  {
    id: "counties-without-partner",
    topic: "gaps",
    title: { zh: "资料中没有院所的区县", en: "Counties without an institute in the documents" },
    line: {
      zh: "一个城市之下，没有院所、实验室与创新平台的区县",
      en: "Those below a city without institute, laboratory or platform",
    },
    parameters: CITY,
    cypher: `MATCH (county:County)-[:PART_OF]->(:City {name: $city})
OPTIONAL MATCH (county)<-[:LOCATED_IN]-(i:Entity)
WHERE i:ResearchInstitute OR i:Laboratory OR i:InnovationPlatform
WITH county, count(i) AS bodies
WHERE bodies = 0
RETURN county.name AS county, county.degree AS relations
ORDER BY county`,
  },
  {
    id: "industries-without-university",
    topic: "gaps",
    title: { zh: "没有高校参与的产业领域", en: "Fields in which no university takes part" },
    line: {
      zh: "有机构聚焦，但资料中没有与高校相连",
      en: "Bodies focus on them, none of which the documents tie to a university",
    },
    cypher: `MATCH (f:Industry)<-[:FOCUSES_ON]-(i:Entity)
OPTIONAL MATCH (i)-[:CO_BUILT_WITH|AFFILIATED_WITH]-(u:University)
WITH f, count(DISTINCT i) AS bodies, count(DISTINCT u) AS universities
WHERE universities = 0
RETURN f.name AS field, bodies
ORDER BY bodies DESC, field`,
  },
  {
    id: "duplicate-efforts",
    topic: "gaps",
    title: { zh: "多家机构聚焦的同一领域", en: "Fields that several bodies focus on" },
    line: { zh: "可能协同，也可能重复建设", en: "Where to join forces, or where work is done twice" },
    cypher: `MATCH (i:Entity)-[:FOCUSES_ON]->(f:Industry)
WITH f, i ORDER BY i.name
WITH f.name AS field, collect(i.name) AS bodies
WHERE size(bodies) > 1
RETURN field, size(bodies) AS count, bodies
ORDER BY count DESC, field`,
  },
  {
    id: "institutes-and-builders",
    topic: "institutes",
    title: { zh: "院所由谁共建", en: "Who built which institute" },
    line: { zh: "院所、共建方、始于何时、有几句原句", en: "Institute, builder, since when, on how many sentences" },
    cypher: `MATCH (i:ResearchInstitute)-[r:CO_BUILT_WITH]->(b:Entity)
RETURN i, r, b, r.status AS status, r.firstDate AS since, r.evidenceCount AS sentences
ORDER BY i.name, b.name
LIMIT 500`,
  },
  {
    id: "institutes-by-region",
    topic: "institutes",
    title: { zh: "各地院所、实验室与平台的数目", en: "Institutes, laboratories and platforms by region" },
    line: { zh: "可画成柱状图或地图", en: "For a bar chart or a map" },
    cypher: `MATCH (i:Entity)-[:LOCATED_IN]->(c:Region)
WHERE i:ResearchInstitute OR i:Laboratory OR i:InnovationPlatform
RETURN c.name AS region, c.code AS code, count(DISTINCT i) AS bodies
ORDER BY bodies DESC, region`,
  },
  {
    id: "fields-of-institutes",
    topic: "institutes",
    title: { zh: "机构聚焦的领域", en: "What bodies focus on" },
    line: { zh: "机构、类型、领域与所在地", en: "Body, field and place" },
    cypher: `MATCH (i:Entity)-[r:FOCUSES_ON]->(f:Industry)
OPTIONAL MATCH (i)-[:LOCATED_IN]->(c:Region)
WITH i, r, f, c ORDER BY c.name
RETURN i.name AS body, f.name AS field, r.status AS status, collect(DISTINCT c.name) AS places
ORDER BY field, body`,
  },
  {
    id: "laboratories",
    topic: "institutes",
    title: { zh: "实验室在哪里，依托谁", en: "Laboratories: where, and with whom" },
    line: { zh: "没有写明的留空", en: "What is not said stays empty" },
    cypher: `MATCH (l:Laboratory)
OPTIONAL MATCH (l)-[:LOCATED_IN]->(c:Region)
OPTIONAL MATCH (l)-[:AFFILIATED_WITH|CO_BUILT_WITH]->(o:Entity)
WITH l, c, o ORDER BY c.name, o.name
RETURN l.name AS laboratory, collect(DISTINCT c.name) AS places, collect(DISTINCT o.name) AS bodies
ORDER BY laboratory`,
  },
  {
    id: "companies",
    topic: "institutes",
    title: { zh: "企业与谁相连", en: "What companies are tied to" },
    line: { zh: "企业的每一条关系", en: "Every relation of a company" },
    cypher: `MATCH (c:Company)-[r]-(o:Entity)
RETURN c.name AS company, type(r) AS relation, o.name AS other, r.status AS status
ORDER BY company, relation, other`,
  },
  {
    id: "planned",
    topic: "plans",
    title: { zh: "只在规划中的关系", en: "What is planned and not yet there" },
    line: { zh: "没有一句原句说已有", en: "No sentence says that it exists" },
    cypher: `MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.status = 'planned'
RETURN a, type(r) AS relation, b, r.lastDate AS stated, r
ORDER BY relation, a.name, b.name
LIMIT 500`,
  },
  {
    id: "planned-then-silent",
    topic: "plans",
    title: { zh: "规划后再未提到", en: "Planned, and not mentioned since" },
    line: { zh: "最后一次提到在给定年份之前", en: "Last mentioned before a given year" },
    parameters: { year: { type: "text", text: "2024" } },
    cypher: `MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.status = 'planned' AND r.lastDate < $year
RETURN type(r) AS relation, a.name AS from, b.name AS to, r.lastDate AS lastMentioned
ORDER BY lastMentioned, relation, from, to`,
  },
  {
    id: "plan-and-fact",
    topic: "plans",
    title: { zh: "既有规划又有已成的说法", en: "Both planned and done" },
    line: { zh: "同一条关系的各句说法，按日期", en: "What each sentence says of one relation, by date" },
    cypher: `MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.hasPlanned AND r.status = 'existing'
UNWIND range(0, size(r.passages) - 1) AS i
RETURN a.name AS from, type(r) AS relation, b.name AS to, r.statuses[i] AS status, r.dates[i] AS date
ORDER BY from, relation, to, date, status`,
  },
  {
    id: "policies",
    topic: "plans",
    title: { zh: "政策与计划由谁发布、实施", en: "Who issues and carries out policies" },
    line: { zh: "主体、政策或计划、日期", en: "Body, policy or programme, date" },
    cypher: `MATCH (g:Entity)-[r:ISSUED|IMPLEMENTS]->(p:Entity)
RETURN g.name AS body, type(r) AS relation, p.name AS policy, r.status AS status, r.firstDate AS since
ORDER BY body, relation, policy`,
  },
  {
    id: "figures-of-city",
    topic: "figures",
    title: { zh: "一个区域的指标", en: "Figures of a region" },
    line: { zh: "各年的值、单位、口径与目标", en: "Values, units and targets over the years" },
    parameters: CITY,
    cypher: `MATCH (o:Observation)-[:ABOUT]->(c:Region {name: $city})
RETURN o.indicator AS indicator, o.year AS year, o.kind AS kind, o.value AS value, o.unit AS unit
ORDER BY indicator, year, kind, value`,
  },
  {
    id: "research-spending",
    topic: "figures",
    title: { zh: "各地研发投入", en: "Research spending by region" },
    line: { zh: "指标名含“研发”的水平值，可画成散点", en: "Levels of figures on research, for a scatter chart" },
    cypher: `MATCH (o:Observation)-[:ABOUT]->(c:Region)
WHERE o.indicator CONTAINS '研发' AND o.kind = 'level'
RETURN c.name AS region, o.indicator AS indicator, o.year AS year, o.value AS value, o.unit AS unit
ORDER BY region, indicator, year, value`,
  },
  {
    id: "targets",
    topic: "figures",
    title: { zh: "各项目标", en: "Targets" },
    line: { zh: "目标、年份与出处的句子", en: "Targets with their year and the sentence" },
    cypher: `MATCH (o:Observation {kind: 'target'})-[:ABOUT]->(e:Entity)
MATCH (o)-[:SUPPORTED_BY]->(p:Passage)-[:FROM]->(d:Document)
RETURN e.name AS subject, o.indicator AS indicator, o.year AS year, o.value AS value, o.unit AS unit, d.title AS source, p.text AS sentence
ORDER BY subject, indicator, year, value, source`,
  },
  {
    id: "figures-that-differ",
    topic: "figures",
    title: { zh: "同一指标同一年不同的值", en: "One figure, one year, different values" },
    line: { zh: "资料之间不一致之处", en: "Where documents disagree" },
    cypher: `MATCH (o:Observation)-[:ABOUT]->(e:Entity)
WITH e.name AS subject, o.indicator AS indicator, o.year AS year, o.kind AS kind, o.unit AS unit, o.value AS value
ORDER BY value
WITH subject, indicator, year, kind, unit, collect(DISTINCT value) AS values
WHERE size(values) > 1
RETURN subject, indicator, year, kind, unit, values
ORDER BY subject, indicator, year, kind`,
  },
  {
    id: "most-sentences",
    topic: "evidence",
    title: { zh: "原句最多的关系", en: "Relations with the most sentences" },
    line: { zh: "依据最充分的五十条", en: "The fifty that rest on most" },
    cypher: `MATCH (a:Entity)-[r]->(b:Entity)
RETURN a, type(r) AS relation, b, r.evidenceCount AS sentences, r.documentCount AS documents, r
ORDER BY sentences DESC, documents DESC, r.id
LIMIT 50`,
  },
  {
    id: "one-document",
    topic: "evidence",
    title: { zh: "只有一份资料支持的共建", en: "Building together that rests on one document" },
    line: { zh: "先核对把握小的", en: "The least certain first, to be checked" },
    cypher: `MATCH (a:Entity)-[r:CO_BUILT_WITH]->(b:Entity)
WHERE r.documentCount = 1
RETURN a.name AS institute, b.name AS builder, r.confidence AS confidence, r.method AS method
ORDER BY confidence, institute, builder`,
  },
  {
    id: "documents",
    topic: "evidence",
    title: { zh: "各份资料说了多少", en: "How much each document says" },
    line: { zh: "句子、实体、关系与指标的数目", en: "Sentences, entities, relations and figures" },
    cypher: `MATCH (d:Document)
RETURN d.title AS document, d.publisher AS publisher, d.date AS date, d.passageCount AS passages, d.entityCount AS entities, d.relationCount AS relations, d.observationCount AS figures
ORDER BY relations DESC, document, d.id`,
  },
  {
    id: "names",
    topic: "evidence",
    title: { zh: "有几个名称的实体", en: "Entities of several names" },
    line: { zh: "全称、简称与曾用名", en: "Full, short and former names" },
    cypher: `MATCH (e:Entity)
WHERE size(e.aliases) > 0
RETURN e.name AS name, size(e.aliases) AS names, e.aliases AS others
ORDER BY names DESC, name
LIMIT 200`,
  },
  {
    id: "same-sentence",
    topic: "network",
    title: { zh: "与它同句出现的实体", en: "Who is named in the same sentences" },
    line: { zh: "同句次数最多的在前", en: "The most often first" },
    parameters: { name: { type: "entity", text: "绍兴市" } },
    cypher: `MATCH (:Entity {name: $name})-[:MENTIONED_IN]->(p:Passage)<-[:MENTIONED_IN]-(e:Entity)
WHERE e.name <> $name
RETURN e.name AS name, count(DISTINCT p) AS sentences
ORDER BY sentences DESC, name
LIMIT 100`,
  },
  {
    id: "bridges",
    topic: "network",
    title: { zh: "连接多地的高校", en: "Universities that tie places together" },
    line: { zh: "院所所在的区域越多越靠前", en: "The more regions their institutes are in, the higher" },
    cypher: `MATCH (u:University)-[:CO_BUILT_WITH|AFFILIATED_WITH]-(i:Entity)-[:LOCATED_IN]->(c:Region)
WITH u, i, c ORDER BY c.name
WITH u.name AS university, collect(DISTINCT c.name) AS regions, count(DISTINCT i) AS institutes
RETURN university, size(regions) AS reach, institutes, regions
ORDER BY reach DESC, institutes DESC, university`,
  },
  {
    id: "neighbourhood",
    topic: "network",
    title: { zh: "一个实体的周围", en: "The neighbourhood of an entity" },
    line: { zh: "两步之内的路径，可在画布上打开", en: "Paths of up to two steps, to be opened on the canvas" },
    parameters: { name: { type: "entity", text: "浙江大学" } },
    cypher: `MATCH p = (e:Entity {name: $name})-[:PARTNERS_WITH|CO_BUILT_WITH|AFFILIATED_WITH|FOCUSES_ON*1..2]-(o:Entity)
WHERE o <> e
WITH p, length(p) AS steps, o.name AS reached, reduce(way = '', r IN relationships(p) | way + r.id) AS way
RETURN p, steps, reached, way
ORDER BY steps, reached, way
LIMIT 100`,
  },
  {
    id: "most-connected",
    topic: "network",
    title: { zh: "关系最多的实体", en: "The best connected entities" },
    line: { zh: "区域之外，按关系数", en: "Regions left out, by their relations" },
    cypher: `MATCH (e:Entity)
WHERE NOT e:Region
RETURN e, e.degree AS relations
ORDER BY relations DESC, e.name
LIMIT 50`,
  },
];
