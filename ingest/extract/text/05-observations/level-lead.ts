/**
 * What the words before a figure hold besides its metric: names of a list and
 * how many they are, who acted, and what only describes; and what a metric takes
 * from the one before by its kind (在校生 of 普通高中招生).
 */
import { isBare } from "./indicator.ts";
import { endsWithGoverningVerb, leadingVerbs } from "./verbs.ts";

const CONTAINS = /^(?:下?设有?|[建拥现]有)$/;
/** 甲交易所、乙市场|促成技术合同登记: bodies that were not known by name, and what they did. */
const ACTOR_ENDS =
  /(?<=[所院]|中心|实验室|园|市场|公司|大学|联盟|集团|总部|平台|基地|银行|协会|飞地|综合体|学[院校]|基金|社区|医院)(?=[\u4e00-\u9fa5])/g;
/** A、B、C三个|国家级孵化器孵化面积: what the names are, told behind how many. */
const SUM_OF_NAMES = /(?:[二两三四五六七八九十]|\d{1,2})[个家所座](?=[\u4e00-\u9fa5]{4,}$)/;

const MAX_DESCRIBING = 9;
const STUDENTS = /(?:招生|在校(?:学)?生|毕业生|结业生|在园幼儿|在学研究生)(?:人?数)?$/;

/** 普通高中招生23万人,|在校生71万人; R&D人员23万人,|经费支出400亿元: of the same schools or activity. */
export function ofSchool(lead: string, { indicator, unit }: { indicator: string; unit: string }): string {
  const whole = STUDENTS.exec(lead)?.[0];
  const stem = whole === lead ? indicator.replace(STUDENTS, "") : indicator;
  if (stem !== indicator && stem.length >= 2) return stem + lead;
  const activity =
    unit.endsWith("人") && /^经费(?:支出|投入)?$/.test(lead) ? /^(.{2,})人员$/.exec(indicator)?.[1] : undefined;
  return activity === undefined ? "" : activity + lead;
}

/** What governs a list before a figure: 首批成员 of 首批成员包括…, nothing of 下设A、B…. */
export function governingOf(lead: string): string {
  const contained = /^(.{2,8})(?:包括|涵盖|含)/.exec(lead)?.[1];
  if (contained !== undefined) return contained;
  const verbs = leadingVerbs(lead);
  if (CONTAINS.test(verbs)) return "";
  // What is left of names that were not known in full governs nothing.
  if (lead.includes("、") || !endsWithGoverningVerb(lead)) return verbs;
  return lead.replace(/^.*(?:下设|设有|建有|拥有|现有|设立)$/, "");
}

/** 组建体系化、任务型的创新联合体 → 组建创新联合体; a short head keeps what describes it. */
export function shorten(indicator: string): string {
  const head = indicator.slice(indicator.lastIndexOf("的") + 1);
  const isMeasure = isBare(head.replace(/\([^()]*\)/g, ""));
  const described = indicator.slice(leadingVerbs(indicator).length, indicator.length - head.length);
  if (described.length <= MAX_DESCRIBING && !described.includes("、")) return indicator;
  return head !== indicator && head.length >= 5 && !isMeasure ? leadingVerbs(indicator) + head : indicator;
}

/** What stands behind several names and their sum; the whole lead where it has none. */
export function withoutSummedNames(lead: string): string {
  const comma = lead.lastIndexOf("、");
  if (comma === -1 || lead.includes(",")) return lead;
  const behind = lead.slice(comma + 1);
  const sum = SUM_OF_NAMES.exec(behind);
  return sum === null ? lead : behind.slice(sum.index + sum[0].length);
}

const ACT_LENGTH = 5;

/** What stands behind the last of several bodies; empty where it is no act. */
export function whatActorsDid(lead: string): string {
  const comma = lead.indexOf("、", 2);
  if (comma === -1) return "";
  const ends = Array.from(lead.matchAll(ACTOR_ENDS), ({ index }) => index);
  const end = ends.findLast((at) => at > comma && lead.length - at >= ACT_LENGTH);
  return end === undefined ? "" : lead.slice(end);
}
