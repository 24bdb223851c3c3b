/**
 * Finds the figures that a document gives about its region and the bodies that
 * it names: statement by statement, carrying years and goals over where the
 * document does (主要目标:, 到2025年).
 */
import type { NamedEntities, ObservationClaim } from "../../extraction.ts";
import type { TextDocument } from "../text-document.ts";
import { Carried, goalYearInHeadings, isTold, yearInHeadings } from "./carried.ts";
import { toStatements } from "./clause.ts";
import type { Statement } from "./clause.ts";
import { readStatement } from "./read-statement.ts";
import { dropRestatements } from "./restatement.ts";
import { undatedYears } from "./undated-year.ts";
import { createSubjects } from "./subject.ts";
import type { Subjects } from "./subject.ts";
import { findInTables } from "./tables.ts";

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
      isPlanned: document.frame.planYear !== null,
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

function sentenceAt(statement: Statement, at: number): number {
  return (statement.sentences.find(({ end }) => at < end) ?? statement.sentences.at(-1)!).index;
}
