/**
 * Finds the figures that a document gives about its region and the bodies that
 * it names: statement by statement, carrying years and goals over where the
 * document does (主要目标:, 到2025年).
 */
import type { NamedEntities, ObservationClaim } from "../../extraction.ts";
import type { Sentence, TextDocument } from "../text-document.ts";
import { Carried, goalYearInHeadings, isTold, yearInHeadings } from "./carried.ts";
import { toStatements } from "./clause.ts";
import type { Statement } from "./clause.ts";
import { readStatement } from "./read-statement.ts";
import { dropRestatements } from "./restatement.ts";
import type { ObservationRuleId } from "./rules.ts";
import { readRows } from "./rows.ts";
import { undatedYears } from "./undated-year.ts";
import { createSubjects } from "./subject.ts";
import type { Subjects } from "./subject.ts";

export function findObservations(document: TextDocument, named: NamedEntities): readonly ObservationClaim[] {
  const { text } = document.clean;
  const subjects = createSubjects(document, named);
  const years = undatedYears(document);
  const claims: ObservationClaim[] = [...findInTables(document, subjects, years.level)];
  const carried = new Carried(document);
  let above = headingsAbove("", undefined, subjects);
  for (const statement of toStatements(
    text,
    document.sentences.filter((sentence) => isTold(text, sentence)),
  )) {
    const sentence = statement.sentences[0]!;
    carried.enter(sentence, text.slice(statement.begin, statement.begin + 16));
    if (FURNITURE.test(text.slice(statement.begin, statement.begin + 6))) continue;
    const section = [...carried.headings, ...sentence.headings].join("\n");
    // Most statements stand under the headings of the one before.
    if (section !== above.section) above = headingsAbove(section, sentence.headings.at(-1), subjects);
    const headingYear = above.year;
    const reading = readStatement(statement, {
      text,
      subjects,
      documentYear: years.current,
      lastYear: carried.lastYear,
      levelYear: headingYear ?? years.level,
      goalYear: carried.goalYear ?? above.goalYear ?? years.goal,
      reportYear: years.reported,
      isPlan: carried.isPlan,
      isGoal: carried.isGoal,
      paragraphYear: carried.year,
      paragraphSubject: carried.subject,
      headingSubject: above.subject,
      paragraphKnown: carried.known,
      paragraphMetrics: carried.metrics,
    });
    for (const { subject, indicator, value, unit, year, kind, rule, begin, end } of reading.told) {
      const at = sentenceAt(statement, begin);
      claims.push({ value, unit, indicator, subject, year, kind, rule, begin, end, sentence: at });
    }
    carried.leave(text, statement, reading);
  }
  return dropRestatements(claims.sort((a, b) => a.begin - b.begin));
}

/** What the headings of a section, one a line, say of its figures. */
function headingsAbove(section: string, innermost: string | undefined, subjects: Subjects) {
  const headings = section.split("\n");
  return {
    section,
    year: yearInHeadings(headings),
    goalYear: goalYearInHeadings(headings),
    subject: innermost === undefined ? undefined : subjects.headedBy(innermost),
  };
}

/** Links to other pages, and how many copies were printed. */
const FURNITURE = /^[(【[]?(?:相关|延伸|推荐|热点|共印|编辑|责任编辑|注[::])/;

/** Rows that follow each other are a table; the words right above it say its year and unit. */
function findInTables(
  { clean: { text }, sentences }: TextDocument,
  subjects: Subjects,
  year: number | null,
): ObservationClaim[] {
  const claims: ObservationClaim[] = [];
  for (let i = 0; i < sentences.length; i++) {
    if (sentences[i]!.block !== "row") continue;
    const from = i;
    while (sentences[i + 1]?.block === "row" || isRuleLine(text, sentences[i + 1])) i++;
    const above = sentences[from - 1];
    const caption = above === undefined ? "" : text.slice(above.begin, above.end);
    const figures = readRows(sentences.slice(from, i + 1), {
      text,
      bearerIn: ({ begin, end }) =>
        subjects.mentionsIn(begin, end).find((m) => m.begin === begin && m.end === end && subjects.isBearer(m.entity))
          ?.entity,
      own: subjects.own,
      year: yearInHeadings([...sentences[from]!.headings, caption]) ?? year,
      unit: /单位[::]\s*([\u4e00-\u9fa5%]{1,4})/.exec(caption)?.[1] ?? "",
    });
    for (const { subject, ...figure } of figures)
      if (subject !== null) claims.push({ ...figure, subject, rule: "table-row" satisfies ObservationRuleId });
  }
  return claims;
}

/** | --- | --- | between the head and the body of a table. */
function isRuleLine(text: string, sentence: Sentence | undefined): boolean {
  return sentence !== undefined && /^[-|:\s]+$/.test(text.slice(sentence.begin, sentence.end));
}

function sentenceAt(statement: Statement, at: number): number {
  return (statement.sentences.find(({ end }) => at < end) ?? statement.sentences.at(-1)!).index;
}
