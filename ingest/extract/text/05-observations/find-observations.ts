/**
 * Finds the figures that a document gives about its region and the bodies that
 * it names: statement by statement, carrying years and goals over where the
 * document does (主要目标:, 到2025年).
 */
import type { EntityIndex, NamedEntities, ObservationClaim } from "../../extraction.ts";
import type { Frame, Sentence, TextDocument } from "../text-document.ts";
import { toStatements } from "./clause.ts";
import type { Statement } from "./clause.ts";
import { readStatement } from "./read-statement.ts";
import { dropRestatements } from "./restatement.ts";
import { createSubjects } from "./subject.ts";

export function findObservations(document: TextDocument, named: NamedEntities): readonly ObservationClaim[] {
  const { text } = document.clean;
  const { frame } = document;
  const subjects = createSubjects(document, named);
  const documentYear = yearOf(frame);
  const claims: ObservationClaim[] = [];
  const carried = new Carried(isPlanAsAWhole(document));
  for (const statement of toStatements(text, document.sentences.filter(isTold))) {
    const sentence = statement.sentences[0]!;
    carried.enter(sentence);
    const headingYear = yearInHeadings(sentence.headings);
    const reading = readStatement(statement, {
      text,
      subjects,
      documentYear,
      lastYear: carried.lastYear,
      levelYear: headingYear ?? frame.reportYear ?? documentYear ?? frame.planYear,
      goalYear: carried.goalYear ?? headingYear ?? frame.planYear ?? frame.reportYear ?? documentYear,
      isPlan: carried.isPlan,
      isGoal: carried.isGoal,
      paragraphYear: carried.year,
    });
    for (const { begin, end, ...told } of reading.told) {
      claims.push({ ...told, begin, end, sentence: sentenceAt(statement, begin) });
    }
    carried.leave(text, statement, reading);
  }
  return dropRestatements(claims);
}

function isTold({ block }: Sentence): boolean {
  return block === "paragraph" || block === "item" || block === "row";
}

function yearOf({ date, reportYear }: Frame): number | null {
  return date === null ? reportYear : Number(date.slice(0, 4));
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

/** What one statement leaves for the next. */
class Carried {
  year: number | null | undefined;
  lastYear: number | null = null;
  goalYear: number | null = null;
  isGoal = false;
  isPlan = false;
  readonly #isWholePlan: boolean;
  #paragraph = -1;
  #section = "";
  #mode = "";
  /** The last paragraph ended with a colon: the items behind it are what it announced. */
  #isAnnounced = false;

  constructor(isWholePlan: boolean) {
    this.#isWholePlan = isWholePlan;
  }

  enter({ paragraph, headings, block, mode }: Sentence): void {
    const section = headings.join("\n");
    if (paragraph !== this.#paragraph) {
      const continues = this.#isAnnounced && section === this.#section;
      if (!continues) this.year = undefined;
      if (!continues) this.isGoal = false;
      if (!continues && section === "" && block !== "item") this.goalYear = null;
      if (block !== "item") this.#isAnnounced = false;
      // Without headings a plan ends with its paragraph: what follows may report again.
      this.#mode = section === "" ? mode : "";
    }
    if (section !== this.#section) this.goalYear = null;
    const isInherited = section === "" && this.#mode === mode;
    this.isPlan = this.#isWholePlan ? mode !== "gap" : mode === "plan" && !isInherited;
    this.#paragraph = paragraph;
    this.#section = section;
  }

  leave(
    text: string,
    statement: Statement,
    reading: { leadYear: number | null | undefined; lastYear: number | null; isGoal: boolean },
  ): void {
    if (reading.leadYear !== undefined) this.year = reading.leadYear;
    if (reading.isGoal && typeof reading.leadYear === "number") this.goalYear = reading.leadYear;
    this.lastYear = reading.lastYear;
    if (text[statement.end - 1] === ":") {
      this.#isAnnounced = true;
      this.isGoal = reading.isGoal;
    } else if (!this.#isAnnounced) this.isGoal = false;
  }
}
