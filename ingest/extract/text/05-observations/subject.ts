/**
 * Whose figure it is: the body or place that a clause begins with, else the one
 * that the statement is about, else that of the document.
 */
import type { RegionLevel } from "../../../../server/contract/index.ts";
import type { EntityIndex, EntityMention, ExtractedEntity, NamedEntities } from "../../extraction.ts";
import type { Span } from "../01-clean/edits.ts";
import type { TextDocument } from "../text-document.ts";
import type { Clause } from "./clause.ts";
import { endOfList, isListed, isListedByPlace, isSummedUp, lastListed } from "./listed.ts";
import { BEARERS, findOwn } from "./own-subject.ts";
import { SecondMentions } from "./second-mention.ts";

const ZONES: ReadonlySet<string> = new Set(["HighTechZone", "InnovationPlatform"]);

/** What stands before the subject of a clause without being it. */
const LEAD =
  /(?:[,、\s*_]|【[^【】]{1,20}】|其中|目前|同时|此外|另外|另有|尤其是?|特别是?|据统计|据悉|据介绍|据了解|记者(?:从[^,。]{2,12})?(?:了解到|获悉)|数据显示|分(?:领域|地区|区域|产业|行业|部门|活动类型|活动主体|产业部门)看|(?:本|此|这)[次批轮]|截[至止]目前|一方面|另一方面|今后|下一?步|接下来|因此|为此|与此同时|在此基础上|——|[一二三四五六七八九十]是|首先|其次|再次|最后|仅|如|而|并|且|但|让|使)/y;
const WHOLE =
  /(?:全|我|本|该)(?:市|县|区|省|州|旗|盟)(?!级|属|直(?![接达通供播营])|(?:排名)?第[\d一二三四五六七八九十]|首位|首个)|市本级|这[座个片](?:(?![,。的])[\u4e00-\u9fa5]){0,6}的?(?:城市|小城|县城|热土)|全域|双方|校地|市县(?:两级|联动|(?=联合|共同|合力))/y;
/** How many characters back 该区 can mean. */
const MAX_TO_PLACE = 300;
const PIVOT = /^(?:全力|大力|积极|加快|持续|深入|不断)?(?:推动|支持|助推|推进|促进|确保)$/;
/** Not the honours, lists and firsts that the region itself holds: 全国文明城市, 全国重点实验室. */
const WIDER =
  /^全[国省](?!率先|首|第|唯|领先|重点|统一|排|居|位|前|占|平均|范围|[国省]?级|文明|示范|先进|优秀|模范|劳动模范|劳模|道德|五一|三八|百强|百佳|双拥|卫生|科普|民族|知识产权|技术能手|青年|青少年|巾帼|绿化|法治|市域|创新型|双创|创业|科技进步|科技创新|农村创业|休闲|乡村|一村|养老|健康|学校|中小学|中小企业数字化|社科|五好|信用|森林|园林|双百|最佳|最具|最美|优质|知名)/;

/** 在全国156家高新区中位列第84位: the field that somebody ranks in. */
const RANKED_AMONG =
  /^全[国省][^,;。\d]{0,12}\d{1,4}[个家座所][^,;。]{0,40}[中里内](?:[^,;。]{0,10}[居列排位]|综合[^,;。]{0,8}第)|^全[国省][^,;。\d]{0,16}(?:百强|排名|评价|位次)[^,;。\d]{0,8}第[\d一二三四五六七八九十]/;

/** 国家杰出青年基金|获得者6人: whom or what it funds is somebody else's. */
const OF_FUNDED = /^(?:获得者|获奖|入选|资助|项目|课题|面上|青年|重点|专项|人才|奖)/;

const BUILT_BY = /^[^,;。的]*(?:共建|合建|共设|设立|建设|组建|创办|建立|成立|举办|下设)的$/;
const MAX_TO_BUILT = 48;
const SINCE = /^(?:自|从|随着).*(?:以来|之后|后|之初|起)$/;
const RANKS = /^全[国省市区县州](?:排名)?(?:第[\d一二三四五六七八九十]|首位)/;

const ONLY_SO_MANY = /^全[国省市区县](?:仅|只)(?:有|此)?[\d一二两三四五六七八九十]+[家个项所人名]/;

export interface Topic {
  readonly subject: EntityIndex | null;
  /**
   * How far it reaches: `own` is the document's region again (全市), `listed` several
   * names at once (back to the document's own), `pivot` the object of 推动 or 支持, for
   * one clause only, `entry` the head of a list entry, for all of it, and `wider` a
   * whole that the document's region is a part of (全国): not its subject at all.
   */
  readonly reach: "clauses" | "own" | "listed" | "pivot" | "entry" | "wider";
  /** The words that name it, to be left out of the indicator. */
  readonly span: Span;
}

export interface Subjects {
  /** The subject of figures that name none; null where the document is about nothing in `entities`. */
  readonly own: EntityIndex | null;
  mentionsIn(begin: number, end: number): readonly EntityMention[];
  /** Whom a heading names that is nothing but a name: 【鹿泉区】. */
  headedBy(heading: string): EntityIndex | undefined;
  isBearer(entity: EntityIndex): boolean;
  isRegion(entity: EntityIndex): boolean;
  isFirm(entity: EntityIndex): boolean;
  /** A region, a zone or a park: something with inhabitants, firms and an output. */
  isPlace(entity: EntityIndex): boolean;
  /** Whether it is somebody or somewhere, not a document, scheme or field. */
  isBody(entity: EntityIndex): boolean;
  topicOf(text: string, clause: Clause, firstFigure: number, skip: (at: number) => number): Topic | undefined;
}

export function createSubjects(document: TextDocument, named: NamedEntities): Subjects {
  const ownLevel = document.frame.region?.level;
  const mentions = outermost(named.mentions);
  const { text } = document.clean;
  const typeOf = (entity: EntityIndex): string => named.entities[entity]!.type;
  const isBearer = (entity: EntityIndex) => BEARERS.has(typeOf(entity));
  const isProvince = ownLevel === "province";
  const isRegion = (entity: EntityIndex) => typeOf(entity) === "Region";
  const own = findOwn(document, named, mentions);
  const wider = new Set(named.entities.flatMap((entity, i) => (isWider(entity, ownLevel) ? [i] : [])));
  wider.delete(own ?? -1);
  const province = named.entities.findIndex((entity, i) => wider.has(i) && entity.level === "province");

  const { region } = document.frame;
  const around =
    own === null || isRegion(own) || region === null
      ? -1
      : named.entities.findIndex(({ type, name }) => type === "Region" && name === region.name);
  const isAround = (suffix: string) => named.entities[around]!.name.endsWith(suffix);

  const firstMentionFrom = (at: number): number => {
    let low = 0;
    let high = mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (mentions[middle]!.begin < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const mentionsIn = (begin: number, end: number): EntityMention[] => {
    const found: EntityMention[] = [];
    for (let i = firstMentionFrom(begin); i < mentions.length && mentions[i]!.end <= end; i++) found.push(mentions[i]!);
    return found;
  };

  /** 全区 in a document about a city: that of a district or a zone named before. */
  const isOfAnother = (whole: string): boolean => {
    const suffix = whole.slice(1);
    return /^[全我本][区县]$/.test(whole) && own !== null && !named.entities[own]!.name.endsWith(suffix) && !isProvince;
  };

  /** 该区, 该县: the last place whose name ends so; a park or a zone is a 区 too. */
  const lastPlace = (suffix: string, at: number): EntityIndex | undefined => {
    const last = firstMentionFrom(at) - 1;
    for (let i = last; i >= 0 && at - mentions[i]!.begin <= MAX_TO_PLACE; i--) {
      const { entity } = mentions[i]!;
      const isPlace = isRegion(entity) || (suffix === "区" && ZONES.has(typeOf(entity)));
      if (isPlace && named.entities[entity]!.name.endsWith(suffix)) return entity;
    }
    return undefined;
  };

  const departmentAt = (at: number, inClause: readonly EntityMention[]): Topic | undefined => {
    let last = 0;
    while (inClause[last + 1] !== undefined && inClause[last + 1]!.begin === inClause[last]!.end) last++;
    const place = inClause.slice(0, last).findLast(({ entity }) => isRegion(entity));
    if (place === undefined || inClause[0]!.begin !== at || typeOf(inClause[last]!.entity) !== "Government")
      return undefined;
    return topic(wider.has(place.entity) ? own : place.entity, at, inClause[last]!.end);
  };

  const secondMentions = new SecondMentions(text, named.entities, mentions, own);
  const secondMention = (at: number, end: number): Topic | undefined => {
    const found = secondMentions.read(at, end);
    return found === undefined ? undefined : topic(found.entity, found.begin, found.end);
  };
  let forms: Map<string, EntityIndex> | undefined;
  /** The bearers by what they are called; of two of one form the first. */
  const byForm = (): ReadonlyMap<string, EntityIndex> => {
    if (forms !== undefined) return forms;
    forms = new Map();
    for (const [entity, { name, aliases }] of named.entities.entries()) {
      if (isBearer(entity))
        for (const form of [name, ...aliases]) if (form.length >= 2 && !forms.has(form)) forms.set(form, entity);
    }
    return forms;
  };

  /** Fields, documents and schemes head no list of subjects. */
  const isSomebody = (entity: EntityIndex) =>
    isBearer(entity) || typeOf(entity) === "Government" || typeOf(entity) === "Person";

  return {
    own,
    mentionsIn,
    headedBy(heading) {
      const at = byForm().get(heading.replace(/[【】\s:]/g, ""));
      return at === own ? undefined : at;
    },
    isBearer,
    isRegion,
    isFirm: (entity) => typeOf(entity) === "Company" || typeOf(entity) === "Organization",
    isPlace: (entity) => isRegion(entity) || ZONES.has(typeOf(entity)),
    isBody: isSomebody,
    topicOf(text, clause, firstFigure, skip) {
      let at = clause.begin;
      for (let from = -1; from !== at;) {
        from = at;
        LEAD.lastIndex = at;
        at += LEAD.exec(text)?.[0].length ?? 0;
        at = skip(at);
      }
      const which = text[at + 1] === "者" ? "前后".indexOf(text[at]!) : -1;
      const pair = which === -1 ? [] : lastListed(text, mentionsIn(Math.max(0, at - MAX_TO_PLACE), at), isBearer);
      if (pair.length >= 2) return topic((which === 0 ? pair[0]! : pair.at(-1)!).entity, at, at + 2);
      WHOLE.lastIndex = at;
      const whole = WHOLE.exec(text)?.[0];
      if (whole !== undefined && (whole.startsWith("该") || isOfAnother(whole))) {
        const meant = lastPlace(whole.slice(1), at);
        if (meant !== undefined) return topic(meant, at, at + whole.length);
      }
      // 双方合建的|某检测站已服务企业百家: whoever built it, it is about what was built.
      const built = mentionsIn(at, Math.min(clause.end, firstFigure)).find(
        ({ entity, begin, end }) =>
          isBearer(entity) &&
          !isRegion(entity) &&
          BUILT_BY.test(text.slice(Math.max(at, begin - MAX_TO_BUILT), begin)) &&
          !/^[的、和与及等,()]/.test(text.slice(end, end + 1)),
      );
      if (built !== undefined) return topic(built.entity, at, built.end);
      // 全市 on the page of a zone or a university is the city around it.
      if (whole !== undefined && around !== -1 && /^[全我本][市省州县]$/.test(whole) && isAround(whole.slice(1)))
        return topic(around, at, at + whole.length);
      if (whole !== undefined && (!whole.endsWith("省") || isProvince)) return topic(own, at, at + whole.length, "own");
      // 全省仅2家 says how rare it is.
      if (ONLY_SO_MANY.test(text.slice(at, at + 12))) return topic(null, at, at + 2, "wider");
      if (WIDER.test(text.slice(at, at + 4)) && !RANKED_AMONG.test(text.slice(at, at + 80))) {
        const whole = text[at + 1] === "省" && province !== -1 ? province : null;
        return topic(whole, at, at + 2, whole === null ? "wider" : "clauses");
      }

      // 全市第2, 全省首位: where something ranks.
      if (RANKS.test(text.slice(at, at + 6))) return undefined;
      // 自某公司成立以来,…: when, not who.
      if (SINCE.test(text.slice(clause.begin, clause.end))) return undefined;
      const inClause = mentionsIn(at, clause.end);
      // 湖北|洪山实验室: a place right before a body belongs to its name.
      if (
        inClause[1] !== undefined &&
        inClause[0]!.end === inClause[1].begin &&
        isRegion(inClause[0]!.entity) &&
        isBearer(inClause[1].entity)
      )
        inClause[0] = { ...inClause[1], begin: inClause[0]!.begin };
      // 昌华市|城东县科技局: a department is read as its place.
      const department = departmentAt(at, inClause);
      if (department !== undefined) return department;
      const [first, second] = inClause;
      const isModifier =
        first !== undefined &&
        typeOf(first.entity) === "Organization" &&
        OF_FUNDED.test(text.slice(first.end, first.end + 4));
      if (first !== undefined && first.begin === at && isSomebody(first.entity) && !isModifier) {
        if (
          isListed(text, first, second, typeOf(first.entity) === "Company") ||
          isListedByPlace(text, first, second, firstFigure, isRegion) ||
          isSummedUp(text, first.end, firstFigure)
        )
          return topic(own, at, endOfList(text, inClause), "listed");
        const after = text.slice(first.end, first.end + 2);
        if (typeOf(first.entity) === "Government" && !/^[下内现设]/.test(after))
          return topic(own, first.begin, first.end, "own");
        if ((isBearer(first.entity) || typeOf(first.entity) === "Government") && !wider.has(first.entity)) {
          const isEntry = clause.mark === ":" && isHeadOfEntry(text.slice(first.end, clause.end));
          const head = inClause.find(
            (m) => m !== first && m.begin < firstFigure && isHeadOfRelative(text, first, m, isRegion),
          );
          const bearer = head !== undefined && isBearer(head.entity) ? head : first;
          return topic(bearer.entity, bearer === first ? first.begin : at, bearer.end, isEntry ? "entry" : "clauses");
        }
      }
      for (const mention of inClause) {
        if (mention.begin >= firstFigure) break;
        if (!isBearer(mention.entity) || isRegion(mention.entity) || isListed(text, mention, undefined)) continue;
        const before = text.slice(at, mention.begin);
        if (before.length > 3 && /^[^的]*的$/.test(before) && !/^(?:坐落|位于|选址|落户|设[在于]|地处)/.test(before))
          return topic(mention.entity, at, mention.end);
        if (PIVOT.test(before)) return topic(mention.entity, at, mention.end, "pivot");
      }
      return secondMention(at, clause.end);
    },
  };
}

function topic(subject: EntityIndex | null, begin: number, end: number, reach: Topic["reach"] = "clauses"): Topic {
  return { subject, span: { begin, end }, reach };
}

/** What may stand between the name that heads a list entry and its colon. */
function isHeadOfEntry(words: string): boolean {
  return /^(?:\([^()]*\)|[*_\s])*$/.test(words);
}

/** 与A共建的B, A牵头建设的B. */
function isHeadOfRelative(
  text: string,
  first: EntityMention,
  mention: EntityMention,
  isRegion: (entity: EntityIndex) => boolean,
): boolean {
  if (text[mention.begin - 1] !== "的") return false;
  const between = text.slice(first.end, mention.begin);
  // 福安市的青拓集团.
  if (between === "的" && isRegion(first.entity) && !isRegion(mention.entity)) return true;
  // 某高新区前身为2001年设立的某园区 is about the zone.
  return /[建设立办营管牵引属有]/.test(between) && !/^(?:的)?(?:前身|原)?[为是系]|^前身|^原名/.test(between);
}

function outermost(mentions: readonly EntityMention[]): EntityMention[] {
  const sorted = [...mentions].sort((a, b) => a.begin - b.begin || b.end - a.end);
  const kept: EntityMention[] = [];
  for (const mention of sorted) {
    const last = kept.at(-1);
    if (last === undefined || mention.begin >= last.end) kept.push(mention);
  }
  return kept;
}

/** The country, or the province that the document's region lies in. */
function isWider({ type, level }: ExtractedEntity, own: RegionLevel | undefined): boolean {
  if (type !== "Region") return false;
  if (level === "country" || level === "area") return true;
  return level === "province" && own !== undefined && own !== "province" && own !== "country";
}
