/** What runs through a statement from figure to figure: subject, year, goal, and the metrics told so far. */
import type { ObservationKind } from "../../../../server/contract/index.ts";
import type { EntityIndex } from "../../extraction.ts";
import type { Span } from "../01-clean/edits.ts";
import type { ObservationRuleId } from "./rules.ts";
import type { Subjects } from "./subject.ts";

/** A figure as read, before it becomes a claim. */
export interface Told extends Span {
  readonly value: number;
  readonly unit: string;
  readonly indicator: string;
  readonly subject: EntityIndex;
  readonly year: number | null;
  readonly kind: ObservationKind;
  readonly rule: ObservationRuleId;
}

/** What the place of a statement in its document says about figures that are silent about it. */
export interface Setting {
  readonly text: string;
  readonly subjects: Subjects;
  /** What 今年 means. */
  readonly documentYear: number | null;
  /** The last year that the text named: what 同年 means. */
  readonly lastYear: number | null;
  /** What undated figures and goals belong to. */
  readonly levelYear: number | null;
  readonly goalYear: number | null;
  /** The year that the document looks back on: its figures are no goals. */
  readonly reportYear: number | null;
  readonly isPlan: boolean;
  /** The document plans, though this statement may stand where it reports. */
  readonly isPlanned: boolean;
  /** A goal set by the words that lead to this statement (主要目标:). */
  readonly isGoal: boolean;
  /** The year that the statements before it in its paragraph are about; undefined where they say none. */
  readonly paragraphYear: number | null | undefined;
  /** The body that the paragraph began with; undefined where it began with none. */
  readonly paragraphSubject: EntityIndex | undefined;
  /** Whom the heading above is about, where it is a name alone. */
  readonly headingSubject: EntityIndex | undefined;
  /** The last metric that its paragraph told: what 同比增长 at the beginning of a sentence is about. */
  readonly paragraphKnown: Known | undefined;
  /** The metrics that its paragraph told so far. */
  readonly paragraphMetrics: readonly Known[];
}

/** What a figure left for those behind it: its metric, with whose and when. */
export interface Known {
  readonly indicator: string;
  readonly unit: string;
  readonly value?: number;
  readonly subject: EntityIndex | null;
  readonly year: number | null;
  readonly isGoal: boolean;
}

/** What runs through the clauses of a statement. */
export interface Flow {
  subject: EntityIndex | null;
  /** The subject is that of a list entry: no clause changes it. */
  isEntry: boolean;
  /** A body that the clause before founded or funded: 设立X基金,|首期规模…. */
  founded: EntityIndex | null;
  /** A body that the clause before used or drove: 发挥X基金作用,|累计…. */
  used: EntityIndex | null;
  /** Whose the figures are again behind a place that the clause before named in passing. */
  passing: { readonly subject: EntityIndex | null; readonly isBrief: boolean } | undefined;
  /** Whom the statement was about before 该中心 named another, up to the next semicolon. */
  base: EntityIndex | null | undefined;
  /** The subject comes from one of these two: it holds up to the next semicolon. */
  isImplied: boolean;
  /** undefined: nothing said. */
  year: number | null | undefined;
  isGoal: boolean;
  hasReached: boolean;
  /** From when and to when the statement follows its metrics: 从2019年的38亿元增至2022年的76亿元. */
  change: { readonly from: number; readonly to: number | undefined } | undefined;
  known: Known[];
  /** Where in `known` the metrics of the last clause with figures begin: what 均居全省首位 is about. */
  clauseFrom: number;
  /** Words of the clause before, where it had no figure. */
  waiting: string;
}

export function beginFlow({ subjects, headingSubject, paragraphYear, isGoal }: Setting): Flow {
  return {
    subject: headingSubject ?? subjects.own,
    isEntry: false,
    founded: null,
    used: null,
    passing: undefined,
    base: undefined,
    isImplied: false,
    year: paragraphYear,
    isGoal,
    hasReached: false,
    change: undefined,
    known: [],
    clauseFrom: 0,
    waiting: "",
  };
}

/** Whether a figure of `year` is a goal: words said so, or it stands in a plan and is not of the past. */
export function isGoalIn(flow: Flow, setting: Setting, year: number | null | undefined): boolean {
  if (flow.isGoal) return true;
  const { isPlan, goalYear, documentYear, reportYear } = setting;
  // What stands under a heading of the past (2025年工作回顾, in 2026) is past too.
  const dated = year === undefined ? goalYear : year;
  const isPast = typeof dated === "number" && dated < Math.max(goalYear ?? 0, documentYear ?? 0);
  const isReported = typeof dated === "number" && reportYear !== null && dated <= reportYear;
  return isPlan && !flow.hasReached && !isPast && !isReported;
}

/** A metric without a figure of its own. */
export function knowMetric(indicator: string, unit: string, flow: Flow, setting: Setting): Known {
  const year = flow.year === undefined ? setting.levelYear : flow.year;
  return { indicator, unit, subject: flow.subject, year, isGoal: isGoalIn(flow, setting, flow.year) };
}
