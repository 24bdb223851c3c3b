/** Finds the relations that a document states among its entities. */
import type { NamedEntities, RelationClaim } from "../../extraction.ts";
import type { TextDocument } from "../text-document.ts";
import { DOCUMENT_RULES, SENTENCE_RULES } from "./catalogue.ts";
import { readDocument } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { Said, concerns } from "./rule.ts";
import { settle } from "./settle.ts";

export function findRelations(document: TextDocument, named: NamedEntities): readonly RelationClaim[] {
  if (named.entities.length === 0 || document.sentences.length === 0) return [];
  const reading = readDocument(document, named);
  if (reading.statements.length === 0) return [];
  return settle(reading, propose(reading).all);
}

/** Everything that the rules propose, sentence by sentence, then for the document as a whole. */
function propose(reading: Reading): Said {
  const said = new Said();
  for (const statement of reading.statements) {
    if (statement.marks.length === 0) continue;
    for (const rule of SENTENCE_RULES) {
      if (!concerns(rule, statement)) continue;
      for (const draft of rule.match(statement, reading)) said.add(draft, rule);
    }
  }
  for (const rule of DOCUMENT_RULES) {
    const drafts = [...rule.match(reading, said)];
    for (const draft of drafts) said.add(draft, rule);
  }
  return said;
}
