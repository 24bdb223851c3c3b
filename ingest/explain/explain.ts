/** What extraction makes of one source, sentence by sentence: what was found by which rule, what was left out and why. */
import type { Rejection } from "../../server/contract/index.ts";
import type { Mapping } from "../extract/index.ts";
import { extractTable, extractText, listeningTo } from "../extract/index.ts";
import type { Extraction, Rejected, Sentence } from "../extract/index.ts";
import { needsMapping } from "../extract-document.ts";
import type { Source, TableSource, TextSource } from "../read/index.ts";

export interface Explanation {
  readonly origin: string;
  readonly title: string | null;
  /** What the document as a whole is about: region, date, years. */
  readonly frame: readonly string[];
  readonly sentences: readonly ExplainedSentence[];
  readonly rejections: readonly Rejection[];
}

export interface ExplainedSentence {
  readonly index: number;
  /** `paragraph`, `heading`, `row`, `boilerplate` ... */
  readonly kind: string;
  /** What it talks about: what was done, will be, is lacking; with the heading above it. */
  readonly context: readonly string[];
  readonly text: string;
  readonly found: readonly Finding[];
  readonly rejected: readonly Finding[];
}

export interface Finding {
  readonly what: string;
  /** Id of the rule. */
  readonly rule: string;
  /** Only of what was rejected. */
  readonly why?: string;
}

/** @throws InvalidMappingError for a table without a mapping that fits */
export function explain(source: Source, mapping: Mapping | undefined): Explanation {
  if (source.kind === "text") return explainText(source);
  if (mapping === undefined) throw needsMapping(source);
  return explainTable(source, mapping);
}

function explainText(source: TextSource): Explanation {
  const rejected: Rejected[] = [];
  const { document, extraction } = listeningTo(
    (each) => rejected.push(each),
    () => extractText(source),
  );
  const { clean, sentences, frame } = document;
  // What one rule left out and another took is found.
  const { mentions } = extraction;
  const isFound = ({ kind, begin, end }: Rejected) =>
    kind === "entity" && mentions.some((mention) => mention.begin <= begin && end <= mention.end);
  const findings = bySentence(extraction, clean.text, sentences);
  return {
    origin: source.origin,
    title: frame.title,
    frame: [
      `region ${frame.region === null ? "none" : `${frame.region.name}${frame.region.code === null ? "" : ` ${frame.region.code}`}`}`,
      `date ${frame.date ?? "none"}`,
      ...(frame.publisher === null ? [] : [`publisher ${frame.publisher}`]),
      ...(frame.reportYear === null ? [] : [`reports on ${frame.reportYear}`]),
      ...(frame.planYear === null ? [] : [`plans for ${frame.planYear}`]),
    ],
    sentences: sentences.map((sentence) => ({
      index: sentence.index,
      kind: sentence.block,
      context: [sentence.mode, ...sentence.headings.slice(-1)],
      text: clean.text.slice(sentence.begin, sentence.end),
      found: findings.get(sentence.index) ?? [],
      rejected: distinct(
        rejected
          .filter((each) => each.begin >= sentence.begin && each.begin < sentence.end && !isFound(each))
          .map(({ rule, why, what, begin, end }) => ({ what: what ?? clean.text.slice(begin, end), rule, why })),
      ),
    })),
    rejections: [],
  };
}

function explainTable(source: TableSource, mapping: Mapping): Explanation {
  const { title, opening, date, region, passages, extraction, rejections } = extractTable(source, mapping);
  const text = passages.map((passage) => passage.text).join("\n");
  const spans = passages.map(({ sentence, cleanBegin, cleanEnd }) => ({
    index: sentence,
    begin: cleanBegin,
    end: cleanEnd,
  }));
  const findings = bySentence(extraction, text, spans);
  return {
    origin: source.origin,
    title: title ?? opening,
    frame: [`region ${region ?? "none"}`, `date ${date ?? "none"}`],
    sentences: passages.map((passage) => ({
      index: passage.sentence,
      kind: passage.kind,
      context: [],
      text: passage.text,
      found: findings.get(passage.sentence) ?? [],
      rejected: [],
    })),
    rejections,
  };
}

type Spanned = Pick<Sentence, "index" | "begin" | "end">;

function bySentence(
  { entities, mentions, relations, observations }: Extraction,
  text: string,
  sentences: readonly Spanned[],
): ReadonlyMap<number, readonly Finding[]> {
  const findings = new Map<number, Finding[]>();
  const add = (sentence: number | undefined, finding: Finding) => {
    if (sentence === undefined) return;
    const known = findings.get(sentence);
    if (known === undefined) findings.set(sentence, [finding]);
    else known.push(finding);
  };
  let at = 0;
  for (const { entity, begin, end, rule } of [...mentions].sort((a, b) => a.begin - b.begin || b.end - a.end)) {
    while (at < sentences.length && sentences[at]!.end <= begin) at++;
    const { type, name } = entities[entity]!;
    const surface = text.slice(begin, end);
    add(sentences[at]?.index, { what: `${type} ${name}${surface === name ? "" : ` “${surface}”`}`, rule });
  }
  for (const { type, from, to, status, date, confidence, rule, sentence } of relations) {
    const what = [
      `${type} ${entities[from]!.name} → ${entities[to]!.name}`,
      status,
      ...(date === null ? [] : [date]),
      confidence.toFixed(2),
    ].join(", ");
    add(sentence, { what, rule });
  }
  for (const { subject, indicator, value, unit, year, kind, rule, sentence } of observations) {
    add(sentence, {
      what: `${entities[subject]!.name}: ${indicator} ${value}${unit}, ${year ?? "undated"}, ${kind}`,
      rule,
    });
  }
  return findings;
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.rule} ${finding.what} ${finding.why}`, finding])).values()];
}
