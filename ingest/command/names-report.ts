/** Which names are one entity, and which may be, as lines for a person; every doubt with the decisions that would settle it. */
import { settlingDecisions } from "../../server/contract/index.ts";
import type { Doubt, DoubtedEntity, DoubtKind, Merge, MergeRule } from "../../server/contract/index.ts";

const BECAUSE: Readonly<Record<MergeRule, string>> = {
  decision: "decided",
  "same-writing": "the same, once place, owner, kind and legal form are written alike",
  "stated-alias": "a document gives it as another name",
  "company-short-name": "the only company of the city whose name begins so",
  "place-left-out": "the same without the place that leads it, and documents put both there",
  "quoted-name": "the same in quotation marks, in one city",
};

const QUESTIONS: Readonly<Record<DoubtKind, string>> = {
  "name-of-several": "the first is given as another name of each of the others",
  "part-of-name": "the first may be short for another",
  "stated-elsewhere": "the first is given as another name of the others, in documents of other places",
  "place-left-out": "the first may be another without its place",
  "two-places": "documents put it in several places",
  "two-types": "documents take it for things of different types",
  "which-region": "several regions have this name, and no document says which is meant",
};

export function writeMerges(merges: readonly Merge[]): string[] {
  if (merges.length === 0) return ["No names were brought together."];
  const lines = [`${count(merges.length, "name")} brought together with others:`];
  let last = "";
  for (const { name, into, type, id, rule, decision } of merges) {
    if (id !== last) lines.push(`  ${into} (${type})`);
    last = id;
    lines.push(`    ${name}: ${decision === null ? BECAUSE[rule] : `decision ${decision}`}`);
  }
  return lines;
}

export function writeDoubts(doubts: readonly Doubt[]): string[] {
  if (doubts.length === 0) return ["No doubts."];
  const lines = [`${count(doubts.length, "doubt")}, left as they are until somebody decides:`];
  doubts.forEach((doubt, i) => {
    const { kind, entities } = doubt;
    lines.push(`  ${i + 1}. ${entities.map(describe).join(" · ")}: ${QUESTIONS[kind]}`);
    for (const decision of settlingDecisions(doubt)) lines.push(`     ${JSON.stringify(decision)}`);
  });
  return lines;
}

function describe({ name, type, places, documents }: DoubtedEntity): string {
  return `${name} (${[type, places.join("、"), count(documents, "document")].filter((part) => part !== "").join(", ")})`;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
