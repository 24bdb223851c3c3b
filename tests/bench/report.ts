/**
 * `docs/benchmarks.md`: one section a suite, each with the machine, date and
 * commit of its own run. A section whose suite was not run stays as it is; the
 * table of targets at the top is put together from the rows of all sections.
 */
import { isMet, measureOf } from "./suite.ts";
import type { Figure, Suite } from "./suite.ts";

export interface RunFacts {
  /** `2026-11-30`. */
  readonly date: string;
  readonly commit: string;
  readonly machine: string;
}

const HEAD = `# Benchmarks

Written by \`npm run bench\`; \`npm run bench -- layout\` measures one suite and leaves the other sections as they are. Times are processor time where nothing else is said. A ratio is the figure over its baseline, both measured in the same run: under 1 is less time, memory or stress than the baseline.`;

const COLUMNS = "| what | reached | baseline | ratio | target | |\n| --- | --- | --- | --- | --- | --- |";

/** The section of one run, from its heading to its last row. */
export function toSection({ title, about }: Suite, figures: readonly Figure[], run: RunFacts): string {
  const facts = `${run.date}, commit ${run.commit}, ${run.machine}.`;
  return `## ${title}\n\n${about}\n\n${facts}\n\n${COLUMNS}\n${figures.map(toRow).join("\n")}`;
}

/** The page with these sections in place of those of the same title, in the order of `suites`. */
export function toPage(before: string, suites: readonly Suite[], fresh: ReadonlyMap<string, string>): string {
  const kept = sectionsOf(before);
  const sections = suites.flatMap(({ title }) => fresh.get(title) ?? kept.get(title) ?? []);
  const targets = sections.flatMap((section) => section.split("\n").filter(hasTarget));
  return `${[HEAD, `## Targets\n\n${COLUMNS}\n${targets.join("\n")}`, ...sections].join("\n\n")}\n`;
}

export function toTable(figures: readonly Figure[]): string {
  return `${COLUMNS}\n${figures.map(toRow).join("\n")}`;
}

function sectionsOf(page: string): ReadonlyMap<string, string> {
  const sections = page.split(/^(?=## )/m).filter((part) => part.startsWith("## "));
  return new Map(sections.map((section) => [/^## (.*)$/m.exec(section)![1]!, section.trimEnd()]));
}

function toRow(figure: Figure): string {
  const { what, value, unit, baseline, target } = figure;
  const cells = [
    what,
    inUnit(value, unit),
    baseline === undefined ? "" : `${baseline.name}: ${inUnit(baseline.value, unit)}`,
    baseline === undefined ? "" : inShort(measureOf(figure)),
    target === undefined ? "" : (target.words ?? `≤ ${inShort(target.atMost)}`),
    { true: "met", false: "missed", undefined: "" }[String(isMet(figure)) as "true" | "false" | "undefined"],
  ];
  return `| ${cells.join(" | ")} |`;
}

const hasTarget = (line: string) => /\| (?:met|missed) \|$/.test(line);

const inUnit = (value: number, unit: string) => (unit === "" ? inShort(value) : `${inShort(value)} ${unit}`);

/** Three figures that count; nobody reads more. */
function inShort(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString("en-GB");
  return String(Number(value.toPrecision(value >= 100 ? 3 : value >= 1 ? 3 : 2)));
}
