/**
 * The year of figures that give none: the year that the document reports on
 * where it says so, else that of its date, else none.
 */
import type { Sentence, TextDocument } from "../text-document.ts";
import { findTimes } from "./time.ts";
import { everyMatch } from "../matches.ts";

/** A year at the beginning of a clause, where it dates what follows. */
const LEADING_YEAR = /(?:^|[,;。:\n、]|截至)(20\d{2})年(?!代)/g;
/** How long after its end a year is still reported on: where headings name it, and where only the text does. */
const MONTHS_TO_REPORT = 4;
const MONTHS_TO_TELL = 2;
const DECEMBER = 12;
/** In a text without a date, how often its year must be named. */
const ENOUGH = 2;
const YEAR_ALONE = /^(?:截[至止]到?|自|在|于)?(?:19|20)\d{2}年/;
const FIVE_YEAR_PLAN = /“?(十[二三四五六七]五)”?/;
const FIVE_YEARS = 5;
const PLAN_ENDS: Readonly<Record<string, number>> = {
  十二五: 2015,
  十三五: 2020,
  十四五: 2025,
  十五五: 2030,
  十六五: 2035,
  十七五: 2040,
};

export interface UndatedYears {
  readonly level: number | null;
  readonly goal: number | null;
  /** What 今年 means. */
  readonly current: number | null;
  /** What the document looks back on; null where it does not say. */
  readonly reported: number | null;
}

export function undatedYears(document: TextDocument): UndatedYears {
  const { date, title, reportYear, planYear } = document.frame;
  const named = `${title ?? ""} ${subtitleOf(document)}`;
  const isGovernmentReport = reportYear !== null && planYear === reportYear + 1 && /政府工作报告/.test(named);
  const titled = reportYear !== null && (isGovernmentReport || named.includes(String(reportYear))) ? reportYear : null;
  const year = date === null ? null : Number(date.slice(0, 4));
  const month = Number(date?.slice(5, 7) || 12);
  const level =
    titled ?? (year === null ? oftenNamed(document) : isOnYearBefore(document, year, month) ? year - 1 : year);
  const planEnd = PLAN_ENDS[FIVE_YEAR_PLAN.exec(named)?.[1] ?? ""];
  const planned = planYear !== null && (year === null || planYear >= year) ? planYear : null;
  const goal = planEnd ?? planned;
  const isTitledBefore = titled !== null && titled + 1 === year && month <= MONTHS_TO_REPORT;
  // A five-year plan looks back on the year before its first.
  const before = planEnd === undefined ? goal : planEnd - FIVE_YEARS;
  // 2022年…, 去年…: a text without a date calls the year that it is on 去年.
  const looksBack = date === null && level !== null && planYear === null && saysLastYearAlone(document);
  const written = looksBack ? level + 1 : (level ?? (planEnd === undefined ? null : before));
  // Its 今年 is the year that it is given in.
  const current = isGovernmentReport ? planYear : isTitledBefore ? titled : (year ?? written);
  // A plan may name only the year that it is for.
  const isOver = reportYear !== null && reportYear < Math.max(planYear ?? 0, year ?? 0);
  const reported = isOver || titled !== null ? reportYear : null;
  return { level: level ?? before, goal: goal ?? level, current, reported };
}

const SUBTITLE_WITHIN = 4;
const SUBTITLE = /^[-—]*(?:19|20)\d{2}年[^,。;]{2,30}(?:报告|公报|总结|情况|年报|概况)(?:[·(—][^,。;]{0,12})?$/;

/** ——2022年高质量发展报告, in a line of its own below the title. */
function subtitleOf({ clean, sentences }: TextDocument): string {
  const lines = sentences.slice(0, SUBTITLE_WITHIN).map(({ begin, end }) => clean.text.slice(begin, end));
  return lines.find((line) => SUBTITLE.test(line)) ?? "";
}

function saysLastYearAlone({ clean, sentences }: TextDocument): boolean {
  const bodies = sentences.filter(isBody).map(({ begin, end }) => clean.text.slice(begin, end));
  return bodies.some((text) => text.includes("去年")) && !bodies.some((text) => /今年|明年|前年/.test(text));
}

const WHOLE_YEAR = /(?:^|[,;:])(?:全年|年末)(?=[\u4e00-\u9fa5])/;
const ENOUGH_OF_YEAR = 2;

/** 全年…, 年末…, and nothing of the year that the document is of: it tells of the one before. */
function tellsWholeYear({ clean, sentences }: TextDocument, year: number): boolean {
  let told = 0;
  for (const sentence of sentences) {
    if (!isBody(sentence)) continue;
    const text = clean.text.slice(sentence.begin, sentence.end);
    if (/今年|上半年|季度/.test(text) || leadingYears(clean.text, sentence).includes(year)) return false;
    if (WHOLE_YEAR.test(text)) told++;
  }
  return told >= ENOUGH_OF_YEAR;
}

/** What a zone, a laboratory or a school says of itself is as of the day that the page is of. */
const PROFILE = /(?:简介|概况|概览|介绍|名片)$/;

/** Whether a document reports on the year before its own. */
function isOnYearBefore(document: TextDocument, year: number, month: number): boolean {
  if (PROFILE.test(document.frame.title ?? "")) return false;
  const names = (sentence: Sentence) =>
    isBody(sentence) && leadingYears(document.clean.text, sentence).includes(year - 1);
  if (month <= MONTHS_TO_TELL) return document.sentences.some(names);
  if (month < DECEMBER && tellsWholeYear(document, year)) return true;
  return (
    month <= MONTHS_TO_REPORT && document.sentences.some((sentence) => sentence.block === "heading" && names(sentence))
  );
}

/** The year that most of the dated clauses name, if it is clear. */
function oftenNamed({ clean, sentences }: TextDocument): number | null {
  const counts = new Map<number, number>();
  let all = 0;
  for (const sentence of sentences) {
    if (!isBody(sentence)) continue;
    for (const year of leadingYears(clean.text, sentence)) {
      counts.set(year, (counts.get(year) ?? 0) + 1);
      all++;
    }
  }
  for (const [year, count] of counts) if (count >= ENOUGH && count * 2 > all) return year;
  // 2022年,我市…: a text that begins so is about that year.
  const first = sentences.find(isBody);
  const opening = first === undefined ? [] : leadingYears(clean.text, { ...first, end: first.begin + 6 });
  return opening[0] ?? onlyYear({ clean, sentences });
}

/** The year that all dates of a text are of. */
function onlyYear({ clean, sentences }: Pick<TextDocument, "clean" | "sentences">): number | null {
  const years = new Set<number>();
  for (const sentence of sentences) {
    if (!isBody(sentence)) continue;
    const around = { documentYear: null, lastYear: null, topicYear: null };
    for (const { role, isGoal, year, begin, end } of findTimes(clean.text, sentence.begin, sentence.end, around)) {
      const isWhole = YEAR_ALONE.test(clean.text.slice(begin, end));
      // 今年 without a date is a year that nobody can tell.
      if (role === "dated" && year === null) return null;
      if (role === "dated" && !isGoal && isWhole) years.add(year!);
    }
  }
  const [year] = years;
  return years.size === 1 ? year! : null;
}

function leadingYears(text: string, { begin, end }: Sentence): number[] {
  return everyMatch(text.slice(begin, end), LEADING_YEAR).map((match) => Number(match[1]));
}

function isBody({ block, mode }: Sentence): boolean {
  return (block === "paragraph" || block === "item" || block === "heading") && mode !== "plan";
}
