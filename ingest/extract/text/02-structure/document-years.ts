/**
 * The years that a document reports on and plans for, from its title, its
 * headings, its text, and its date: what an undated figure or goal belongs to.
 */
import type { Sentence, TextDocument } from "../text-document.ts";
import { everyMatch } from "../matches.ts";

export interface DocumentYears {
  readonly reportYear: number | null;
  readonly planYear: number | null;
}

const REPORT_WORDS = /总结|情况|报告|年报|公报|成效|回顾|亮点|统计|工作完成/;
const PLAN_WORDS = /计划|思路|打算|要点|安排|重点任务|目标任务|工作部署|行动方案|实施方案/;
const YEAR = /(20\d{2})\s*年/g;
/** 2025年,我市科技工作的总体要求是: the text itself says that it plans. */
const PLAN_LEAD =
  /(20\d{2})年[^。\n]{0,24}(?:总体要求|总体思路|工作思路|主要目标|预期目标|工作目标|目标任务|重点工作|重点任务)/;

export function documentYears({ frame, sentences, clean }: TextDocument): DocumentYears {
  const textOf = (sentence: Sentence) => clean.text.slice(sentence.begin, sentence.end);
  const titled = titleYears(frame.title ?? "");
  const headings = sentences
    .filter(({ block }) => block === "heading")
    .map(textOf)
    .map(titleYears);
  const ownYear = frame.date === null ? null : Number(frame.date.slice(0, 4));
  const body = sentences.filter(({ block }) => block !== "boilerplate" && block !== "meta");

  const lead = PLAN_LEAD.exec(clean.text)?.[1];
  const leadPlan = lead === undefined ? null : Number(lead);
  const reported = mostFrequent(
    body.filter(({ mode }) => mode === "report").flatMap((s) => yearsIn(textOf(s)).filter((y) => y !== leadPlan)),
    ownYear,
  );
  const reportYear = titled.report ?? headings.find(({ report }) => report !== null)?.report ?? reported;
  const planned = mostFrequent(
    body.filter(({ mode }) => mode === "plan").flatMap((s) => yearsIn(textOf(s)).filter((y) => y > (reportYear ?? 0))),
    null,
  );
  const hasPlan = body.some(({ mode }) => mode === "plan");
  const planYear =
    titled.plan ??
    headings.find(({ plan }) => plan !== null)?.plan ??
    leadPlan ??
    planned ??
    (hasPlan && reportYear !== null && titled.report !== null ? reportYear + 1 : null);
  return { reportYear, planYear };
}

/** 2016年工作总结和2017年工作思路: each year with the kind of the words that follow it. */
function titleYears(title: string): TitleYears {
  let report: number | null = null;
  let plan: number | null = null;
  const years = everyMatch(title, YEAR);
  years.forEach((match, i) => {
    const words = title.slice(match.index + match[0].length, years[i + 1]?.index ?? title.length);
    if (years.length === 1 && GOVERNMENT_REPORT.test(words)) {
      report = Number(match[1]) - 1;
      plan = Number(match[1]);
      return;
    }
    if (PLAN_WORDS.test(words) && !REPORT_WORDS.test(words)) plan ??= Number(match[1]);
    else if (REPORT_WORDS.test(words)) report ??= Number(match[1]);
  });
  return { report, plan };
}

/** 2023年…政府工作报告 is given early in 2023: it looks back on 2022 and ahead on 2023. */
const GOVERNMENT_REPORT = /^[^年]{0,20}政府工作报告/;

interface TitleYears {
  readonly report: number | null;
  readonly plan: number | null;
}

function yearsIn(text: string): number[] {
  // 到2025年 is a goal, 2021-2025年 a plan, 比2015年 a comparison: none is what a report describes.
  return everyMatch(text, YEAR)
    .filter(({ index }) => !/[到至—\-~比较由从自]\s*$/.test(text.slice(Math.max(0, index - 3), index)))
    .map((match) => Number(match[1]));
}

/** The later one where two are as frequent; none after `latest`. */
function mostFrequent(years: readonly number[], latest: number | null): number | null {
  const counts = new Map<number, number>();
  for (const year of years) if (latest === null || year <= latest) counts.set(year, (counts.get(year) ?? 0) + 1);
  let best: number | null = null;
  for (const [year, count] of counts) {
    const bestCount = best === null ? 0 : counts.get(best)!;
    if (count > bestCount || (count === bestCount && year > best!)) best = year;
  }
  return best;
}
