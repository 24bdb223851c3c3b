/** Where something stood in a source, and what an import brought, in the language in use. */
import type { ImportCounts, OpinionCounts, Rejection } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";

/** `row 17` as 第 17 行; a place of another form is shown as it came. */
export function placeText(place: Rejection["place"]): string {
  const { imports, counts } = messages.value;
  if (place === null) return "";
  const [, kind, from, to] = /^(row|line|page|characters?) (\d+)(?:\s*[-–]\s*(\d+))?$/.exec(place) ?? [];
  if (kind === undefined || from === undefined) return place;
  const number =
    to === undefined ? counts.number(Number(from)) : `${counts.number(Number(from))}–${counts.number(Number(to))}`;
  if (kind === "row") return imports.places.row(number);
  if (kind === "line") return imports.places.line(number);
  return kind === "page" ? imports.places.page(number) : imports.places.characters(number);
}

/** What a language model added, where one was asked. */
export function opinionText({ model, entities, relations, failed }: OpinionCounts): string {
  const { imports, counts: words } = messages.value;
  const parts = [imports.opinion(model, entities + relations)];
  if (failed > 0) parts.push(imports.unanswered(failed));
  return parts.join(words.separator);
}

export function countsText(counts: ImportCounts): string {
  const { imports, counts: words } = messages.value;
  const parts = [words.documents(counts.documents)];
  if (counts.unchanged > 0) parts.push(imports.unchanged(counts.unchanged));
  if (counts.entities + counts.relations + counts.observations > 0) {
    parts.push(imports.summary(counts.entities, counts.relations, counts.observations));
  }
  return parts.join(words.separator);
}
