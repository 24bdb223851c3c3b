/**
 * Finds the figures that a document gives about its region and the bodies that
 * it names: statement by statement, carrying years and goals over where the
 * document does (主要目标:, 到2025年).
 */
import type { EntityIndex, NamedEntities, ObservationClaim } from "../../extraction.ts";
import type { Sentence, TextDocument } from "../text-document.ts";
import { toStatements } from "./clause.ts";
import type { Statement } from "./clause.ts";
import { readStatement } from "./read-statement.ts";
import type { StatementReading } from "./read-statement.ts";
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
  const carried = new Carried(isPlanAsAWhole(document));
  for (const statement of toStatements(text, document.sentences.filter(isTold))) {
    const sentence = statement.sentences[0]!;
    carried.enter(sentence);
    if (FURNITURE.test(text.slice(statement.begin, statement.begin + 6))) continue;
    const headingYear = yearInHeadings([...carried.headings, ...sentence.headings]);
    const reading = readStatement(statement, {
      text,
      subjects,
      documentYear: years.current,
      lastYear: carried.lastYear,
      levelYear: headingYear ?? years.level,
      goalYear: carried.goalYear ?? headingYear ?? years.goal,
      isPlan: carried.isPlan,
      isGoal: carried.isGoal,
      paragraphYear: carried.year,
      paragraphSubject: carried.subject,
    });
    for (const { begin, end, ...told } of reading.told) {
      claims.push({ ...told, begin, end, sentence: sentenceAt(statement, begin) });
    }
    carried.leave(text, statement, reading);
  }
  return dropRestatements(claims);
}

/** Links to other pages, and how many copies were printed. */
const FURNITURE = /^[(【[]?(?:相关|延伸|推荐|热点|共印|编辑|责任编辑)/;

function isTold({ block }: Sentence): boolean {
  return block === "paragraph" || block === "item";
}

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

function yearInHeadings(headings: readonly string[]): number | null {
  for (const heading of [...headings].reverse()) {
    const year = /(?<!\d)(20\d{2})年/.exec(heading)?.[1];
    if (year !== undefined) return Number(year);
  }
  return null;
}

function sentenceAt(statement: Statement, at: number): number {
  return (statement.sentences.find(({ end }) => at < end) ?? statement.sentences.at(-1)!).index;
}

/** A plan without a report in it: what is not said to exist is to come. */
function isPlanAsAWhole({ frame, sentences }: TextDocument): boolean {
  if (frame.planYear !== null && frame.reportYear === null) return true;
  const told = sentences.filter(isTold);
  return told.filter(({ mode }) => mode === "plan").length > told.length / 2;
}

/** A heading that belongs to the one before it: 一是着力提升…. */
const SUBPOINT = /^(?:[一二三四五六七八九十]+是|首先|其次)/;
/** What lacks under such a heading is what will be mended. */
const PLAN_HEADING = /思路|打算|安排|要点|计划|目标|下一?步/;

/** What one statement leaves for the next. */
class Carried {
  year: number | null | undefined;
  subject: EntityIndex | undefined;
  lastYear: number | null = null;
  goalYear: number | null = null;
  isGoal = false;
  isPlan = false;
  /** The headings above, without those that only count points (一是…). */
  headings: readonly string[] = [];
  readonly #isWholePlan: boolean;
  #paragraph = -1;
  #isFirst = true;
  #section = "";
  #mode = "";
  /** The last paragraph ended with a colon: the items behind it are what it announced. */
  #isAnnounced = false;

  constructor(isWholePlan: boolean) {
    this.#isWholePlan = isWholePlan;
  }

  enter({ paragraph, headings, block, mode }: Sentence): void {
    const isSubpoint = SUBPOINT.test(headings[0] ?? "");
    if (!isSubpoint) this.headings = headings;
    const section = [...(isSubpoint ? this.headings : []), ...headings].join("\n");
    if (paragraph !== this.#paragraph) {
      const continues = this.#isAnnounced && section === this.#section;
      this.#isFirst = true;
      this.subject = undefined;
      if (!continues) this.year = undefined;
      if (!continues) this.isGoal = false;
      if (!continues && section === "" && block !== "item") this.goalYear = null;
      if (block !== "item") this.#isAnnounced = false;
      // Without headings a plan ends with its paragraph: what follows may report again.
      this.#mode = section === "" ? mode : "";
    }
    if (section !== this.#section) this.goalYear = null;
    const isInherited = section === "" && this.#mode === mode;
    const isOfPlan = (isSubpoint || mode === "gap") && PLAN_HEADING.test(this.headings[0] ?? "");
    this.isPlan = isOfPlan || (this.#isWholePlan ? mode !== "gap" : mode === "plan" && !isInherited);
    this.#paragraph = paragraph;
    this.#section = section;
  }

  leave(text: string, statement: Statement, reading: StatementReading): void {
    if (this.#isFirst) this.subject = reading.leadSubject ?? undefined;
    else if (reading.leadSubject !== undefined && reading.leadSubject !== this.subject) this.subject = undefined;
    this.#isFirst = false;
    if (reading.leadYear !== undefined) this.year = reading.leadYear;
    if (reading.isGoal && typeof reading.leadYear === "number") this.goalYear = reading.leadYear;
    this.lastYear = reading.lastYear;
    if (text[statement.end - 1] === ":") {
      this.#isAnnounced = true;
      this.isGoal = reading.isGoal;
    } else if (!this.#isAnnounced) this.isGoal = false;
  }
}
