/** CO_BUILT_WITH: several build one body together: 与B共建Y, Y由A、B共同组建. */
import type { EntityType } from "../../../../../server/contract/index.ts";
import type { EntityIndex } from "../../../extraction.ts";
import { pattern, TYPE_LETTERS } from "../notation.ts";
import { leadingOwners } from "../owners.ts";
import type { Reading } from "../reading.ts";
import { entitiesOf, matches } from "../rule.ts";
import type { Draft, Match, SentenceRule } from "../rule.ts";
import { clauseIndexAt, withoutPlacesBefore } from "../statement.ts";
import type { Mark, Statement } from "../statement.ts";
import { BEFORE_BODY, BODIES, BUILDERS, BUILDING, JOINTLY, builtBy } from "./builders.ts";

export const WITH = pattern(
  `(?:{first:${BUILDERS}+}等{~12},)?(?:(?<join>与|和|同|跟|及|联合|会同|携手|联手|牵手|引进|引入)(?:来自)?(?:{RZ}的)?)?{partners:${BUILDERS}+}{等}{,24}(?:在{RZP+}{~6})?(?<verb>${JOINTLY})${BEFORE_BODY}{body:${BODIES}+}`,
  /[共合]建|合办|[共合]设|共同|联合|合作|携手|联手|牵手|协同|合力|抱团/,
);
const JOINING = pattern(
  `(?<join>联合|会同|携手|联手|牵手)(?:了)?{partners:${BUILDERS}+}{等}{~12}(?:,)?(?:在{*12})?(?<verb>${BUILDING})${BEFORE_BODY}{body:${BODIES}+}`,
  /联合|会同|携手|联手|牵手/,
);
/** 与甲公司合作,在乙港建设丙基地 */
const COOPERATING = pattern(
  `(?<join>与|和|同|跟){partners:UICOLP+}{等}{~2}合作,(?:在{*12})?{~4}(?<verb>${BUILDING})${BEFORE_BODY}{body:${BODIES}+}`,
  /合作,/,
);
/** 依托甲院与乙大学联合建设 */
const ON_SEVERAL = pattern(
  `依托{partners:${BUILDERS}+}{等}{~4}(?<verb>(?:联合|共同|合作|协同)(?:建设|组建|共建|申报|筹建))(?!{~10}{${BODIES}})`,
  /依托/,
);
export const PASSIVE = pattern(
  `由{partners:${BUILDERS}+}{等}(?:,)?(?:(?:联合|会同|携手){others:${BUILDERS}+}{等})?(?<how>{~18})(?<verb>${JOINTLY}|${BUILDING}|发起|投资|出资)(?!的{~10}{${BODIES}})`,
  /由/,
);
const LED_JOINTLY = pattern(
  `{leader:${BUILDERS}}{~4}(?:牵头|领衔|主导)(?:,)?{~4}(?:(?:联合|会同|携手){partners:${BUILDERS}+}{等}(?:,)?{~12}(?:${JOINTLY}|${BUILDING})|{others:${BUILDERS}+}{等}{~6}(?:共同|联合|合作|参与)(?:建设|组建|共建|打造))(?:了|的)?(?:{~12}{body:${BODIES}+})?`,
  /牵头|领衔|主导/,
);
const BUILDER_LIST = pattern(
  `(?:(?:首批|主要)?(?:参建|共建|联合建设)(?:单位|高校|企业)(?:包括|有|为|是|:){who:${BUILDERS}+}|(?:{leader:${BUILDERS}}{~2}(?:牵头|领衔)(?:建设)?,)?{who2:${BUILDERS}+}{等}(?:为|是|作为)(?:参建|共建|联合建设)(?:单位|方))`,
  /单位|高校|企业|建方/,
);
/** 由甲、乙共建,丙、丁参与共建 */
const TAKING_PART = pattern(`{who:UICOG+}{等}(?:共同)?参与(?:共建|建设|组建)(?=[,;。]|$)`, /参与/);

export const CO_BUILDING_RULES: readonly SentenceRule[] = [
  {
    id: "co-built-with-partner",
    scope: "sentence",
    about: "ILPZUO",
    description: "A joins B, or A with B, in building a body: 与B共建, A、B联合成立, 联合B组建.",
    confidence: 0.92,
    cue: /[共合]建|合办|[共合]设|联合|共同|合作|携手|联手|牵手|会同|协同|合力|抱团/,
    examples: [
      {
        text: "[绵阳市|R]与[西南科技大学|U]共建[涪江先进材料研究院|I]。",
        relations: ["CO_BUILT_WITH 涪江先进材料研究院 -> 绵阳市", "CO_BUILT_WITH 涪江先进材料研究院 -> 西南科技大学"],
      },
      {
        text: "与[扬州大学|U]合作共建了[里下河农业技术创新中心|P]。",
        region: "泰州市",
        relations: [
          "CO_BUILT_WITH 里下河农业技术创新中心 -> 扬州大学",
          "CO_BUILT_WITH 里下河农业技术创新中心 -> 泰州市",
        ],
      },
      {
        text: "[锐捷机床|C]联合[燕山大学|U]成立[北戴河重型装备实验室|L]。",
        relations: ["CO_BUILT_WITH 北戴河重型装备实验室 -> 锐捷机床", "CO_BUILT_WITH 北戴河重型装备实验室 -> 燕山大学"],
      },
      {
        text: "[锐捷机床|C]与[燕山大学|U]合作,在海港建设[北戴河重型装备实验室|L]。",
        relations: ["CO_BUILT_WITH 北戴河重型装备实验室 -> 燕山大学", "CO_BUILT_WITH 北戴河重型装备实验室 -> 锐捷机床"],
      },
      {
        text: "[泰州市|R]牵手[扬州大学|U],组建[粮食实验室|L]。",
        relations: ["CO_BUILT_WITH 粮食实验室 -> 扬州大学", "CO_BUILT_WITH 粮食实验室 -> 泰州市"],
      },
      {
        text: "[泰州市人民政府|G]与[扬州大学|U]签署协议,共建[扬州大学泰州研究院|I]。",
        relations: [
          "CO_BUILT_WITH 扬州大学泰州研究院 -> 扬州大学",
          "CO_BUILT_WITH 扬州大学泰州研究院 -> 泰州市人民政府",
        ],
      },
      {
        text: "[扬州大学|U]、[南通大学|U]分别与[里下河集团|C]、[姜堰生物|C]签约,共建[粮食实验室|L]和[蛋白实验室|L]。",
        relations: [
          "CO_BUILT_WITH 粮食实验室 -> 扬州大学",
          "CO_BUILT_WITH 粮食实验室 -> 里下河集团",
          "CO_BUILT_WITH 蛋白实验室 -> 南通大学",
          "CO_BUILT_WITH 蛋白实验室 -> 姜堰生物",
        ],
      },
      {
        text: "与[扬州大学|U]共建的[粮食实验室|L]、与[南通大学|U]合作建设的[蛋白实验室|L]投入运行。",
        region: "泰州市",
        relations: [
          "CO_BUILT_WITH 粮食实验室 -> 扬州大学",
          "CO_BUILT_WITH 粮食实验室 -> 泰州市",
          "CO_BUILT_WITH 蛋白实验室 -> 南通大学",
          "CO_BUILT_WITH 蛋白实验室 -> 泰州市",
        ],
      },
      {
        text: "[扬州大学|U]、[里下河集团|C]共同发起[里下河农机产业联盟|O]。",
        relations: ["CO_BUILT_WITH 里下河农机产业联盟 -> 扬州大学", "CO_BUILT_WITH 里下河农机产业联盟 -> 里下河集团"],
      },
      { text: "与[扬州大学|U]在人才培养方面开展合作,建设人才队伍。", region: "泰州市", relations: [] },
      { text: "没有类似[燕山大学|U]共建的[北戴河重型装备实验室|L]那样的平台。", region: "泰州市", relations: [] },
    ],
    *match(statement, reading) {
      const led = [...matches(statement, LED_JOINTLY)];
      const taken = new Set<number>();
      for (const match of matches(statement, WITH, JOINING, COOPERATING)) {
        const verb = match.at("verb");
        if (taken.has(verb) || led.some(({ begin, end }) => begin < match.begin && match.begin < end)) continue;
        taken.add(verb);
        yield* builtWith(match, reading);
      }
    },
  },
  {
    id: "co-built-by",
    scope: "sentence",
    about: "ILPZUO",
    description: "A body is built by several, named after 由: Y由A、B共同组建, Y位于甲市,由A牵头,联合B建设.",
    confidence: 0.93,
    cue: /由|依托|牵头|领衔|主导|参建|共建单位|共建方|联合建设/,
    examples: [
      {
        text: "[涪江先进材料研究院|I]成立于2019年,由[绵阳市人民政府|G]、[西南科技大学|U]和[长虹电器|C]三方共建。",
        relations: [
          "CO_BUILT_WITH 涪江先进材料研究院 -> 绵阳市人民政府",
          "CO_BUILT_WITH 涪江先进材料研究院 -> 西南科技大学",
          "CO_BUILT_WITH 涪江先进材料研究院 -> 长虹电器",
        ],
      },
      {
        text: "[涪江先进材料研究院|I]由[绵阳市|R]、[西南科技大学|U]共建,[长虹电器|C]参与共建。",
        relations: [
          "CO_BUILT_WITH 涪江先进材料研究院 -> 绵阳市",
          "CO_BUILT_WITH 涪江先进材料研究院 -> 西南科技大学",
          "CO_BUILT_WITH 涪江先进材料研究院 -> 长虹电器",
        ],
      },
      {
        text: "由[长虹电器|C]牵头,联合[西南科技大学|U]、[绵阳师范学院|U]等16家单位组建的[涪江显示创新联合体|O]。",
        relations: [
          "CO_BUILT_WITH 涪江显示创新联合体 -> 长虹电器",
          "CO_BUILT_WITH 涪江显示创新联合体 -> 西南科技大学",
          "CO_BUILT_WITH 涪江显示创新联合体 -> 绵阳师范学院",
        ],
      },
      {
        text: "由[长虹电器|C]牵头,联合[西南科技大学|U],组建[涪江显示创新联合体|O]。",
        relations: ["CO_BUILT_WITH 涪江显示创新联合体 -> 长虹电器", "CO_BUILT_WITH 涪江显示创新联合体 -> 西南科技大学"],
      },
      {
        text: "[涪江先进材料研究院|I]由[绵阳市人民政府|G]、[西南科技大学|U]联合[长虹电器|C]于2012年共同组建。",
        relations: [
          "CO_BUILT_WITH 涪江先进材料研究院 -> 绵阳市人民政府",
          "CO_BUILT_WITH 涪江先进材料研究院 -> 西南科技大学",
          "CO_BUILT_WITH 涪江先进材料研究院 -> 长虹电器",
        ],
      },
      {
        text: "[涪江实验室|L]依托[西南科技大学|U]与[绵阳师范学院|U]联合建设。",
        relations: ["CO_BUILT_WITH 涪江实验室 -> 绵阳师范学院", "CO_BUILT_WITH 涪江实验室 -> 西南科技大学"],
      },
      { text: "[涪江先进材料研究院|I]由[西南科技大学|U]建设。", relations: [] },
      { text: "[涪江显示创新联合体|O]由[长虹电器|C]、[西南科技大学|U]等12家单位组成。", relations: [] },
    ],
    *match(statement, reading) {
      for (const match of matches(statement, BUILDER_LIST)) {
        const builders = entitiesOf([
          ...match.marks("who", BUILDERS),
          ...match.marks("leader", BUILDERS),
          ...match.marks("who2", BUILDERS),
        ]);
        yield* builtBy(reading, match, reading.subjects.bearers(statement, match.begin, BODIES).entities, builders);
      }
      for (const match of matches(statement, TAKING_PART)) {
        const before = statement.clauses[clauseIndexAt(statement, match.begin) - 1];
        if (!before) continue;
        const body = reading.subjects.bearers(statement, before.end, "ILP").entities;
        const isBuilt = /共建|共同|联合/.test(statement.masked.slice(before.begin, before.end));
        if (isBuilt && body.length === 1) yield* builtBy(reading, match, body, entitiesOf(match.marks("who", "UICOG")));
      }
      for (const match of matches(statement, LED_JOINTLY, PASSIVE, ON_SEVERAL)) {
        const builders = entitiesOf([
          ...match.marks("leader", BUILDERS),
          ...withoutPlacesBefore(match.marks("partners", BUILDERS)),
          ...match.marks("others", BUILDERS),
        ]);
        const isJoint = builders.length > 1 || /共|合|联|携/.test(match.text("verb") + match.text("how"));
        if (!isJoint) continue;
        const named = entitiesOf(match.marks("body", BODIES));
        const bodies = named.length > 0 ? named : reading.subjects.bearers(statement, match.begin, BODIES).entities;
        yield* builtBy(reading, match, bodies, builders);
      }
    },
  },
];

const SCHOLARLY: ReadonlySet<EntityType> = new Set<EntityType>(["University", "ResearchInstitute"]);

/** Partners named with 与 or 联合 join whoever acts; a list that stands alone is all of the builders. */
function* builtWith(match: Match, reading: Reading): Generator<Draft> {
  const { statement } = match;
  const marks = withoutPlacesBefore([
    // 甲院等机构运行良好,与乙共建…: what comes before 与 is another matter.
    ...(match.has("join") || isBroughtIn(match) ? [] : match.marks("first", BUILDERS)),
    ...sinceLastBody(statement, match.marks("partners", BUILDERS)),
  ]);
  const partners = entitiesOf(marks);
  if (partners.length === 0) return;
  const isJoined = match.has("join");
  // 双方将在甲园共建乙: where it is built.
  if (!isJoined && /[在于到]$/.test(statement.masked.slice(0, marks[0]!.at))) return;
  const apart = builtApart(match, reading, marks);
  if (apart !== undefined) {
    for (const [body, builders] of apart) yield* builtBy(reading, match, [body], builders);
    return;
  }
  // 一行到甲市考察,并就共建…: the place is no builder.
  if (!isJoined && partners.length === 1 && /,/.test(statement.masked.slice(match.begin, match.at("verb")))) return;
  const others = isJoined || partners.length === 1 ? agentsBesides(match, reading, partners) : [];
  const builders = [...partners, ...others];
  // 甲大学共建乙研究院, with nobody else, is left to the rules of belonging.
  if (builders.length < 2 && !isJoined) return;
  const isLoose = /,/.test(statement.masked.slice(match.begin, match.at("verb")));
  const bodies = match.marks("body", BODIES).filter((mark) => mark.type !== "University" || isWhole(statement, mark));
  for (const body of entitiesOf(bodies)) {
    // 与甲大学、乙大学签订协议,共建甲大学某研究院: built with the one whose name it bears.
    const owners = isLoose ? leadingOwners(reading, body).filter((owner) => partners.includes(owner)) : [];
    // 与白银市共建的中科院白银产业园, where nobody else is named: its owner by name.
    if (isJoined && owners.length === 0 && others.length === 0) {
      yield* builtBy(reading, match, [body], [...builders, ...leadingOwners(reading, body)]);
      continue;
    }
    const isOtherScholar = (builder: EntityIndex) =>
      partners.includes(builder) && !owners.includes(builder) && SCHOLARLY.has(reading.entities[builder]!.type);
    const kept = owners.length > 0 ? builders.filter((builder) => !isOtherScholar(builder)) : builders;
    yield* builtBy(reading, match, [body], kept);
  }
}

/** 引进甲、乙等企业,丙与丁共建…: those brought in build nothing. */
function isBroughtIn({ statement, begin }: Match): boolean {
  return /(?:引进|招引|集聚|拥有|建有|汇聚|引育|依托)[^,;。]{0,4}$/.test(
    statement.masked.slice(Math.max(0, begin - 8), begin),
  );
}

/** 甲大学与乙集团组建的丙中心、丁大学与戊公司共建的己基地: 丙 is no builder of 己. */
function sinceLastBody({ masked }: Statement, marks: readonly Mark[]): readonly Mark[] {
  const last = marks.findLastIndex(
    ({ type, at }, i) => i < marks.length - 1 && /^[ILP]/.test(letterOf(type)) && masked[at - 1] === "的",
  );
  return marks.slice(last + 1);
}

const letterOf = (type: Mark["type"]): string => TYPE_LETTERS[type];

/** 甲、乙分别与丙、丁签约,共建戊和己; 与丙、丁分别共建戊和己: each body with its own builders. */
function builtApart(
  match: Match,
  reading: Reading,
  partners: readonly Mark[],
): readonly (readonly [EntityIndex, readonly EntityIndex[]])[] | undefined {
  const { statement } = match;
  const bodies = entitiesOf(match.marks("body", BODIES));
  if (!match.has("join") || bodies.length < 2 || bodies.length !== partners.length) return undefined;
  const { marks, entities } = reading.subjects.agents(statement, match.at("join"));
  const isApart = /分别|依次/.test(statement.masked.slice(marks.at(-1)?.at ?? match.begin, match.at("verb") + 2));
  if (!isApart) return undefined;
  return bodies.map((body, i) => [
    body,
    [partners[i]!.entity, ...(marks.length === bodies.length ? [marks[i]!.entity] : entities)],
  ]);
}

/** 共建甲大学某试验站 builds the station, which is none of the document's entities. */
function isWhole({ masked }: Statement, { at }: Mark): boolean {
  return /^(?:[,;。、)等的和]|$)/.test(masked.slice(at + 1, at + 2));
}

function agentsBesides(match: Match, reading: Reading, partners: readonly EntityIndex[]): readonly EntityIndex[] {
  const begin = match.has("join") ? match.at("join") : match.begin;
  // 与甲共建的乙、与丙共建的丁: whoever built 乙 with 甲 goes on, not 乙.
  if (match.statement.masked[begin - 1] === "、") {
    const own = reading.subjects.defaultOf(match.statement);
    return own === undefined || partners.includes(own) ? [] : [own];
  }
  const { marks, entities, source } = reading.subjects.agents(match.statement, begin);
  // 甲院、乙院等机构运行良好,与丙共建…: the report goes on with what its region does.
  const isReview = source === "carried" && marks.length > 1;
  const own = reading.subjects.defaultOf(match.statement);
  const agents = isReview && own !== undefined ? [own] : entities;
  return agents.filter((entity) => !partners.includes(entity));
}
