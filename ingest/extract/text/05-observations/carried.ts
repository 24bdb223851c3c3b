/** What one statement leaves for the next: its year, its body, its goals, and whether the document plans. */
import type { EntityIndex } from "../../extraction.ts";
import { modeOfHeading } from "../02-structure/modes.ts";
import type { Sentence, TextDocument } from "../text-document.ts";
import type { Statement } from "./clause.ts";
import type { Known } from "./flow.ts";
import type { StatementReading } from "./read-statement.ts";

/** A heading that belongs to the one before it: 一是着力提升…. */
const SUBPOINT = /^(?:[一二三四五六七八九十]+是|首先|其次)/;
/** What a paragraph of plans begins with. */
const PLAN_LEAD =
  /^(?:下一?步|今后|接下来|未来(?!产业|技术|工厂|城|科技|社区|乡村|食品|网络|空间|能源|健康|信息|材料|制造|大厦|实验|研究)|明年|展望|到20\d\d年|20\d\d年,(?:我们)?[将要]|力争|我们将)/;
/** What lacks under such a heading is what will be mended. */
const PLAN_HEADING = /思路|打算|安排|要点|计划|目标|下一?步/;

const MAX_METRICS = 40;

export class Carried {
  year: number | null | undefined;
  subject: EntityIndex | undefined;
  known: Known | undefined;
  /** All metrics of the paragraph so far: what the shares of its places are about. */
  metrics: readonly Known[] = [];
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
  /** The mode of the paragraph is that of the one before. */
  #isLeftOver = false;
  /** The last paragraph ended with a colon: the items behind it are what it announced. */
  #isAnnounced = false;

  constructor(document: TextDocument) {
    this.#isWholePlan = isPlanAsAWhole(document);
  }

  /** `words` are those that the sentence begins with. */
  enter({ paragraph, headings, block, mode }: Sentence, words: string): void {
    const isSubpoint = SUBPOINT.test(headings[0] ?? "");
    if (!isSubpoint) this.headings = headings;
    const section = [...(isSubpoint ? this.headings : []), ...headings].join("\n");
    if (paragraph !== this.#paragraph) {
      const continues = this.#isAnnounced && section === this.#section;
      this.#isFirst = true;
      this.subject = undefined;
      this.known = undefined;
      this.metrics = [];
      if (!continues) this.year = undefined;
      if (!continues) this.isGoal = false;
      if (!continues && section === "" && block !== "item") this.goalYear = null;
      if (block !== "item") this.#isAnnounced = false;
      // Without headings a plan ends with its paragraph: what follows may report again.
      const isNew = this.#mode !== "plan" || PLAN_LEAD.test(words);
      this.#isLeftOver = section === "" && mode === "plan" && !isNew;
    }
    if (section !== this.#section) this.goalYear = null;
    const isOfPlan = (isSubpoint || mode === "gap") && PLAN_HEADING.test(this.headings[0] ?? "");
    // A work report of a government plans more than it looks back: its headings say where it does.
    const isReported =
      mode === "report" && headings.map(modeOfHeading).findLast((told) => told !== undefined) === "report";
    this.isPlan =
      isOfPlan || (this.#isWholePlan ? mode !== "gap" && !isReported : mode === "plan" && !this.#isLeftOver);
    this.#mode = mode;
    this.#paragraph = paragraph;
    this.#section = section;
  }

  leave(text: string, statement: Statement, reading: StatementReading): void {
    const isHeading = statement.sentences[0]!.block === "heading";
    if (isHeading) this.subject = undefined;
    else if (this.#isFirst) this.subject = reading.leadSubject ?? undefined;
    else if (reading.leadSubject !== undefined && reading.leadSubject !== this.subject) this.subject = undefined;
    this.#isFirst = isHeading;
    this.known = reading.known.at(-1) ?? this.known;
    if (reading.known.length > 0) this.metrics = [...this.metrics, ...reading.known].slice(-MAX_METRICS);
    if (reading.leadYear !== undefined) this.year = reading.leadYear;
    // 展望2035年 looks beyond what the plan sets goals for.
    const isOutlook = text.startsWith("展望", statement.begin);
    if (reading.isGoal && typeof reading.leadYear === "number" && !isOutlook) this.goalYear = reading.leadYear;
    this.lastYear = reading.lastYear;
    if (text[statement.end - 1] === ":") {
      this.#isAnnounced = true;
      this.isGoal = reading.isGoal;
    } else if (!this.#isAnnounced) this.isGoal = false;
  }
}

/** A plan without a report in it: what is not said to exist is to come. */
function isPlanAsAWhole({ clean, frame, sentences }: TextDocument): boolean {
  if (frame.planYear !== null && frame.reportYear === null) return true;
  const told = sentences.filter((sentence) => isTold(clean.text, sentence));
  return told.filter(({ mode }) => mode === "plan").length > told.length / 2;
}

/** Headings announce; one that ends like a sentence tells as well (1.新增企业30家。同比…). */
export function isTold(text: string, { block, end }: Sentence): boolean {
  return block === "paragraph" || block === "item" || (block === "heading" && /[。;]/.test(text[end - 1]!));
}

const PLAN_ENDS: Readonly<Record<string, number>> = { 十三五: 2020, 十四五: 2025, 十五五: 2030, 十六五: 2035 };

/** The year that goals under these headings are set for: 2026年重点工作, “十五五”主要目标. */
export function goalYearInHeadings(headings: readonly string[]): number | null {
  for (const heading of [...headings].reverse()) {
    const year = /(?<!\d)(20\d{2})年/.exec(heading)?.[1];
    if (year !== undefined) return Number(year);
    const plan = /十[三四五六]五(?=”?(?:时期|期间|规划|末|发展|经济|主要|目标|科技))/.exec(heading)?.[0];
    if (plan !== undefined) return PLAN_ENDS[plan]!;
  }
  return null;
}

/** The year that the innermost of the headings names. */
export function yearInHeadings(headings: readonly string[]): number | null {
  for (const heading of [...headings].reverse()) {
    const year = /(?<!\d)(20\d{2})年/.exec(heading)?.[1];
    if (year !== undefined) return Number(year);
  }
  return null;
}
