/** LEADS and MEMBER_OF: who heads a body or a programme, and who takes part in one. */
import type { EntityIndex } from "../../../extraction.ts";
import { distribute } from "../distribute.ts";
import { isCorridor } from "../heads.ts";
import { pattern, typesOf } from "../notation.ts";
import type { Reading } from "../reading.ts";
import { entitiesOf, matches, pairs } from "../rule.ts";
import type { Draft, Match, SentenceRule } from "../rule.ts";
import { seatOf } from "../seats.ts";
import { clauseIndexAt } from "../statement.ts";
import type { Mark, Statement } from "../statement.ts";
import { opensClause } from "../clause-subjects.ts";
import type { Agents } from "../subjects.ts";

const ACTORS = "RUILZPCGO";
const HEADS =
  "(?:党委书记|党组书记|党工委书记|书记|院长|校长|所长|主任|理事长|会长|董事长|总经理|总裁|首席科学家|首席执行官|总工程师|负责人|局长|厅长|部长|主席|秘书长|创始人|掌门人|站长|行长|首席专家|带头人)";
const DEPUTY = /副|前任|原|名誉|助理|代表/;
/** 学术委员会主任 heads the council of a body, not the body. */
const OF_COUNCIL = /(?:学术|专家|咨询|技术|顾问|战略|指导|科学|评审)委员会|专家组|咨委会|学委会|支部|工会/;
const LEADING = "(?:牵头|领衔|主导(?=的|建设|组建)|(?<!联合|共同)发起成立|(?<!联合|共同)发起组建)";

const LEADS_STATED = pattern(`(?<verb>${LEADING})(?:的|了)?`);
const LEADS_PROGRAMME = pattern(`(?<verb>牵头|领衔)(?:组织)?(?:实施|开展)?(?:了)?{target:S+}`);
const LED_BY = pattern(`由{who:${ACTORS}N+}{等}{~8}(?:牵头|领衔|负责|主持|领导|带领)(?!{~20}{UILPO})`);

const SCHOLAR = "(?:院士|教授|研究员|博士|先生|女士|同志)?";
const TITLED = pattern(
  `{org:UILPCGOZ}(?<title>{~10}${HEADS}(?:、{~10}${HEADS})*)(?:由|为|是|:)?(?:、{~8})?${SCHOLAR}{person:N}`,
  /书记|长|主任|总|首席|负责人|主席|创始人|带头人/,
);
/** 甲所所长、乙院院长某某: heads both. */
const TITLED_TWICE = pattern(
  `{org:UILPCGOZ}(?<title>{~10}${HEADS})(?:、|兼|,){*14}${HEADS}(?:、{~8})?${SCHOLAR}{person:N}`,
  /书记|长|主任|总|首席|负责人|主席|创始人|带头人/,
);
const APPOINTED = pattern(
  `{person:N}${SCHOLAR}{~6}(?:担任|出任|兼任|任|为|当选|受聘为|被聘为|受聘担任|执掌|领衔)(?:了)?{org:UILPCGO}(?<title>{~8}${HEADS})`,
);
const OFFICE_GIVEN = pattern(`(?<title>{~6}${HEADS})(?:由|为|是|:){=24}{person:N}${SCHOLAR}(?<given>担任|兼任|出任)?`);
/** 该院某某院长 */
const OFFICE_BEHIND = pattern(`该[院校所中心公司企]+{person:N}(?<title>(?:副|原)?${HEADS})`);
const OFFICE_TAKEN = pattern(`{person:N}${SCHOLAR}{~4}(?<takes>担任|出任|兼任|任)(?<title>{~6}${HEADS})`);
const HEAD_OF_GOVERNMENT = pattern(`(?<before>{R}?.?)(?<unit>[省市县区州])长{person:N}`);

const JOINS = pattern(`(?:加入|参加|参与|纳入|入选)(?!的){~4}{org:OPS}(?<tail>{~8})`);
const AS_MEMBER = pattern(
  `(?:作为|成为|当选|是){~4}{org:OPR}(?:的)?{~10}(?:成员|理事单位|会员|节点城市|组成城市|参建单位)`,
);
const MADE_OF = pattern(
  `{org:OP}(?:,)?(?:是)?(?:由|包括|成员(?:单位)?(?:包括|有|为)?|涵盖|汇聚了?|联合了?){~6}{who:RUILZCGON+}{等}(?!{~6}秘书){~12}(?:组成|参与|参加|加入|构成|成员|单位|城市)`,
  /由|包括|成员|涵盖|汇聚|联合/,
);
const MEMBERS = pattern(
  `{org:OP}(?:的)?{~4}(?:成员城市|成员单位|理事单位|会员单位|沿线城市|[一二三四五六七八九十\\d]+城)`,
  /成员|理事|会员|沿线|城/,
);
const MEMBER_LIST = pattern(
  `(?:(?:首批|创始|发起)?(?:成员|会员|理事|参建|参与)(?:单位|企业|高校|城市)?(?:包括|有|为|涵盖|:){who:${ACTORS}N+}|(?:吸纳|吸收|吸引|汇聚|邀请){who2:${ACTORS}N+}{等}(?:{~6}(?:成员|会员|理事|单位)|{*24}(?:参加|参与|加入|加盟)(?=[,;。]|$)))`,
);

export const LEADERSHIP_RULES: readonly SentenceRule[] = [
  {
    id: "leads-stated",
    scope: "sentence",
    about: "ILPOS",
    description: "A牵头组建Y, 由A牵头, A牵头的Y.",
    confidence: 0.88,
    cue: /牵头|领衔|主导|发起|负责|主持|领导|带领/,
    examples: [
      {
        text: "[柳工集团|C]牵头组建[工程机械创新联合体|O]。",
        relations: ["LEADS 柳工集团 -> 工程机械创新联合体"],
      },
      {
        text: "牵头成立[西江流域科创联盟|O]。",
        region: "梧州市",
        relations: ["LEADS 梧州市 -> 西江流域科创联盟"],
      },
      { text: "[柳工集团|C]加入[工程机械创新联合体|O]。", relations: [] },
    ],
    *match(statement, reading) {
      const { subjects } = reading;
      const taken = new Set<number>();
      for (const match of matches(statement, LEADS_PROGRAMME, LEADS_STATED)) {
        const named = match.has("target") ? match.marks("target", "S") : ledAfter(statement, match.end);
        const targets = named.filter(({ at }) => !taken.has(at));
        if (targets.length === 0) continue;
        for (const { at } of targets) taken.add(at);
        const { marks, entities } = leadersAt(reading, statement, match.begin);
        const all = marks.length > 0 ? distribute(statement, marks, targets) : pairs(entities, entitiesOf(targets));
        yield* leads(match, all);
      }
      for (const match of matches(statement, LED_BY)) {
        const bodies = subjects.bearers(statement, match.begin, "ILPO").entities;
        yield* leads(match, pairs(entitiesOf(match.marks("who", `${ACTORS}N`)), bodies));
      }
    },
  },
  {
    id: "leads-by-office",
    scope: "sentence",
    about: "N",
    description: "A person in the office that heads a body: 甲大学校长某某, 某某任乙研究院院长; never a deputy.",
    confidence: 0.9,
    cue: /书记|长|主任|总裁|总经理|首席|负责人|主席|总工|创始人|带头人/,
    examples: [
      { text: "[广西大学|U]校长[韦启明|N]出席。", relations: ["LEADS 韦启明 -> 广西大学"] },
      { text: "[韦启明|N]院士任[西江新材料研究院|I]院长。", relations: ["LEADS 韦启明 -> 西江新材料研究院"] },
      {
        text: "[贵港市人民政府|G]市委副书记、市长[韦启明|N]出席。[贵港市|R]",
        region: "梧州市",
        relations: ["LEADS 韦启明 -> 贵港市人民政府"],
      },
      {
        text: "[西江新材料研究院|I]成立于2018年。与该院[韦启明|N]院长座谈。",
        relations: ["LEADS 韦启明 -> 西江新材料研究院"],
      },
      {
        text: "[广西大学|U]校长、[西江新材料研究院|I]院长[韦启明|N]出席。",
        relations: ["LEADS 韦启明 -> 广西大学", "LEADS 韦启明 -> 西江新材料研究院"],
      },
      { text: "[贵港市科学技术局|G]总工程师[韦启明|N]出席。", relations: [] },
      { text: "[广西大学|U]副校长[韦启明|N]出席。", relations: [] },
      { text: "[中国共产党贵港市委员会|G]常委、秘书长[韦启明|N]出席。", relations: [] },
      { text: "[广西大学|U]医学部主任[韦启明|N]出席。", relations: [] },
      { text: "[西江新材料研究院|I]学术委员会主任为[韦启明|N]院士。", relations: [] },
    ],
    *match(statement, reading) {
      for (const match of matches(statement, TITLED, TITLED_TWICE, APPOINTED)) {
        if (isLesser(match.text("title"))) continue;
        const orgs = match.marks("org", "UILPCGOZ").filter(({ entity }) => isHeadedBy(reading, entity, match));
        for (const [from, to] of pairs(entitiesOf(match.marks("person", "N")), entitiesOf(orgs))) {
          yield { type: "LEADS", from, to, statement, begin: match.begin, end: match.end, status: "existing" };
        }
      }
      for (const match of matches(statement, OFFICE_GIVEN, OFFICE_TAKEN, OFFICE_BEHIND)) {
        // 副校长某某兼任理事长: the deputy's other office is the one that counts.
        const lead = match.has("takes") ? "" : statement.masked.slice(Math.max(0, match.begin - 2), match.begin);
        if (isLesser(lead + match.text("title"))) continue;
        const agents = reading.subjects.agents(statement, match.begin, "UILPO").entities;
        const before = agents.length > 0 ? undefined : reading.subjects.bodyBefore(statement);
        const orgs = before === undefined ? agents : [before];
        const isNamed = statement.marks.some(({ at, type }) => at === match.begin - 1 && type !== "Person");
        if (isNamed && !match.has("given")) continue;
        for (const [from, to] of pairs(entitiesOf(match.marks("person", "N")), orgs)) {
          yield { type: "LEADS", from, to, statement, begin: match.begin, end: match.end };
        }
      }
      for (const match of matches(statement, HEAD_OF_GOVERNMENT)) {
        if (/[副原前]/.test(match.text("before"))) continue;
        const government = governmentOf(reading, statement, match.text("unit"), match.marks("before", "R")[0]?.entity);
        if (government === undefined) continue;
        for (const [from, to] of pairs(entitiesOf(match.marks("person", "N")), [government])) {
          yield { type: "LEADS", from, to, statement, begin: match.begin, end: match.end, status: "existing" };
        }
      }
    },
  },
  {
    id: "member-stated",
    scope: "sentence",
    about: "OPR",
    description: "A加入Y, 作为Y成员, Y由A、B等组成.",
    confidence: 0.85,
    cue: /加入|参加|参与|纳入|吸纳|吸引|作为|成为|当选|是|由|包括|成员|涵盖|汇聚|联合|城/,
    examples: [
      {
        text: "[玉柴集团|C]加入[西江绿色船舶联盟|O]。",
        relations: ["MEMBER_OF 玉柴集团 -> 西江绿色船舶联盟"],
      },
      {
        text: "作为[西江科创走廊|P]成员城市,[贵港市|R]举办交流活动。",
        relations: ["MEMBER_OF 贵港市 -> 西江科创走廊"],
      },
      {
        text: "[西江绿色船舶联盟|O]由[玉柴集团|C]、[广西大学|U]等12家单位组成。",
        relations: ["MEMBER_OF 广西大学 -> 西江绿色船舶联盟", "MEMBER_OF 玉柴集团 -> 西江绿色船舶联盟"],
      },
      { text: "[玉柴集团|C]与[西江绿色船舶联盟|O]相比规模较小。", relations: [] },
      { text: "[西江绿色船舶联盟|O]由[玉柴集团|C]、[广西大学|U]共同发起。", relations: [] },
      { text: "积极参与[贵港科技城|P]等平台建设。", region: "贵港市", relations: [] },
    ],
    *match(statement, reading) {
      for (const match of matches(statement, MADE_OF)) {
        for (const [from, to] of pairs(
          entitiesOf(match.marks("who", `${ACTORS}N`)),
          entitiesOf(match.marks("org", "OP")),
        )) {
          yield { type: "MEMBER_OF", from, to, statement, begin: match.begin, end: match.end };
        }
      }
      for (const match of matches(statement, MEMBER_LIST)) {
        const orgs = alliancesAt(reading, statement, match.begin);
        const members = [...match.marks("who", `${ACTORS}N`), ...match.marks("who2", `${ACTORS}N`)];
        for (const [from, to] of pairs(entitiesOf(members), orgs)) {
          yield { type: "MEMBER_OF", from, to, statement, begin: match.begin, end: match.end };
        }
      }
      for (const match of matches(statement, JOINS, AS_MEMBER, MEMBERS)) {
        // One joins an alliance or a corridor, not a park.
        const orgs = match
          .marks("org", "OPR")
          .filter(({ type, entity }) => type !== "InnovationPlatform" || isCorridor(reading.entities[entity]!.name));
        if (match.has("tail") && /会|赛|论坛|活动|建设|规划|计划|目录|名单|清单/.test(match.text("tail"))) continue;
        const agents = membersHere(reading, match);
        for (const [from, to] of pairs(agents, entitiesOf(orgs))) {
          yield { type: "MEMBER_OF", from, to, statement, begin: match.begin, end: match.end };
        }
      }
    },
  },
];

/** 医学部主任 heads the faculty, not the university. */
const OF_UNIT =
  /(?:学部|学院|事业部|分院|分公司|研究所|研究院|实验室|中心|部门|办公室|委员会|[处系科室所]|(?<![院校厂局])部)[^书、]{0,4}(?:主任|院长|所长|部长|总经理|处长|科长|书记|负责人)/;
/** Which offices head a body of this kind; others are of its inner units or of somebody else. */
const OFFICE_OF: readonly (readonly [name: RegExp, office: RegExp])[] = [
  [/^(?:中国共产党|中共).*委员会$|党工委$/, /书记/],
  [/人民政府$/, /[省市县区州盟旗镇乡]长|^主席|政府主席/],
  [/人民政治协商会议/, /主席/],
  [/人民代表大会/, /主任/],
  [/(?:局|厅|部)$/, /局长|厅长|部长|主任|书记/],
  [/(?:大学|学院)$/, /校长|院长|书记|负责人/],
];

/** Whether the office between a body and a person is one that heads the body. */
function isHeadedBy(reading: Reading, entity: EntityIndex, match: Match): boolean {
  const { name } = reading.entities[entity]!;
  const title = match.text("title");
  if (OF_UNIT.test(title)) return false;
  return OFFICE_OF.every(([of, office]) => !of.test(name) || office.test(title));
}

function isLesser(title: string): boolean {
  return DEPUTY.test(title) || OF_COUNCIL.test(title);
}

function* leads(
  { statement, begin, end }: Match,
  all: Iterable<readonly [EntityIndex, EntityIndex]>,
): Generator<Draft> {
  for (const [from, to] of all) yield { type: "LEADS", from, to, statement, begin, end };
}

/** Whoever acts; the document's region only where nothing else stands before the verb. */
function leadersAt({ subjects }: Reading, statement: Statement, at: number): Pick<Agents, "marks" | "entities"> {
  const agents = subjects.agents(statement, at, `${ACTORS}N`);
  const { begin } = statement.clauses[clauseIndexAt(statement, at)]!;
  const isPlain = agents.source === "stated" || opensClause(statement.masked.slice(begin, at));
  return isPlain ? agents : { marks: [], entities: [] };
}

const LED = /(?:成立|组建|建设|创建|打造|筹建|发起|设立|推进|搭建|共建|创办|建成)(?:了|的)?[^,;。]{0,14}$/;
const LED_TYPES = typesOf("ILPO");

/** 牵头联合A、B组建Y: not the first names behind the verb, but the first that something is done to. */
function ledAfter(statement: Statement, at: number): readonly Mark[] {
  const clause = statement.clauses[clauseIndexAt(statement, at)]!;
  const next = statement.clauses[clauseIndexAt(statement, at) + 1];
  const goesOn = next && /^[^,;。]{0,4}(?:联合|会同|携手)/.test(statement.masked.slice(next.begin, next.end));
  const end = goesOn ? next.end : clause.end;
  const marks = statement.marks.filter((mark) => mark.at >= at && mark.at < end);
  const first = marks.findIndex((mark, i) => {
    const before = statement.masked.slice(i > 0 ? marks[i - 1]!.at + 1 : at, mark.at);
    return LED_TYPES.has(mark.type) && (LED.test(before) || (i === 0 && before === ""));
  });
  if (first < 0) return [];
  const rest = marks.slice(first);
  const stop = rest.findIndex(
    (mark, i) => i > 0 && !/^[、和与]?$/.test(statement.masked.slice(rest[i - 1]!.at + 1, mark.at)),
  );
  return rest.slice(0, stop < 0 ? rest.length : stop).filter(({ type }) => LED_TYPES.has(type));
}

/** 牵头组建甲联盟,吸纳乙…: the alliance that the sentence named last, else whose members are told of. */
function alliancesAt(reading: Reading, statement: Statement, at: number): readonly EntityIndex[] {
  const named = statement.marks.findLast((mark) => mark.at < at && mark.type === "Organization");
  return named ? [named.entity] : reading.subjects.bearers(statement, at, "OP").entities;
}

/** 作为Y成员,A…: the subject may follow. */
function membersHere(reading: Reading, { statement, begin, end }: Match): readonly EntityIndex[] {
  const agents = reading.subjects.agents(statement, begin, ACTORS);
  if (agents.source !== "default") return agents.entities;
  const next = statement.marks.find(({ at }) => at >= end && at <= end + 3);
  return next && next.type !== "Person" ? [next.entity] : agents.entities;
}

/** 市长某某 heads the people's government that the sentence names, else that of the document's region. */
function governmentOf(
  reading: Reading,
  statement: Statement,
  unit: string,
  named: EntityIndex | undefined,
): EntityIndex | undefined {
  const isOf = (entity: EntityIndex, region: string) => {
    const { type, name } = reading.entities[entity]!;
    return type === "Government" && name.endsWith(`${region}人民政府`);
  };
  // 甲区区长某某: of that district, where the document names its government.
  if (named !== undefined) {
    const { name } = reading.entities[named]!;
    const own = [...reading.entities.keys()].find((index) => isOf(index, name));
    if (own !== undefined || !name.endsWith(unit)) return own;
  }
  for (const { entity } of statement.marks) {
    const seat = isOf(entity, "") ? seatOf(reading, entity) : undefined;
    if (seat !== undefined && reading.entities[seat]!.name.endsWith(unit)) return entity;
  }
  for (let region = reading.home; region !== undefined; region = reading.regions.parent(region)) {
    const { name } = reading.entities[region]!;
    if (!name.endsWith(unit)) continue;
    for (const index of reading.entities.keys()) if (isOf(index, name)) return index;
  }
  return undefined;
}
