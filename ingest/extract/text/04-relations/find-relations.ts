/** Finds the relations that a document states among its entities. */
import type { NamedEntities, RelationClaim } from "../../extraction.ts";
import type { TextDocument } from "../text-document.ts";
import { DOCUMENT_RULES, SENTENCE_RULES } from "./catalogue.ts";
import { readDocument } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { Said, concerns } from "./rule.ts";
import type { Draft, Rule } from "./rule.ts";
import { settle } from "./settle.ts";

export function findRelations(document: TextDocument, named: NamedEntities): readonly RelationClaim[] {
  return findRelationsIn([document], [named])[0]!;
}

/** Those of each document, rule by rule for all of them. */
export function findRelationsIn(
  documents: readonly TextDocument[],
  named: readonly NamedEntities[],
): (readonly RelationClaim[])[] {
  const tellings = documents.map((document, i) => {
    const isSilent = named[i]!.entities.length === 0 || document.sentences.length === 0;
    const reading = isSilent ? undefined : readDocument(document, named[i]!);
    return reading === undefined || reading.statements.length === 0 ? undefined : { reading, said: new Said() };
  });
  const told = tellings.filter((telling) => telling !== undefined);
  proposeInSentences(told);
  for (const rule of DOCUMENT_RULES) {
    for (const { reading, said } of told) {
      // A rule hears what was said before it, not what it says itself.
      const drafts = [...rule.match(reading, said)];
      for (const draft of drafts) said.add(draft, rule);
    }
  }
  return tellings.map((telling) => (telling === undefined ? [] : settle(telling.reading, telling.said.all)));
}

interface Telling {
  readonly reading: Reading;
  readonly said: Said;
}

/** What the rules of sentences propose; a document hears it sentence by sentence, in the order of the rules. */
function proposeInSentences(tellings: readonly Telling[]): void {
  const drafts = tellings.map(({ reading }) => reading.statements.map((): SaidBy[] => []));
  for (const rule of SENTENCE_RULES) {
    tellings.forEach(({ reading }, i) => {
      reading.statements.forEach((statement, at) => {
        if (statement.marks.length === 0 || !concerns(rule, statement)) return;
        for (const draft of rule.match(statement, reading)) drafts[i]![at]!.push({ draft, rule });
      });
    });
  }
  tellings.forEach(({ said }, i) => {
    for (const ofStatement of drafts[i]!) for (const { draft, rule } of ofStatement) said.add(draft, rule);
  });
}

interface SaidBy {
  readonly draft: Draft;
  readonly rule: Rule;
}
