/** Ties as a list with numbered sentences: each with what joins the two, grouped by one of its ends. */
import type { EntityId, MatrixTie } from "../../../../server/contract/index.ts";
import { messages, relationName } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import type { Question } from "../../state/matrix/matrix.ts";
import { readTies } from "../matrix/tables.ts";
import type { ReadTies } from "../matrix/tables.ts";
import type { BriefGroup, BriefItem } from "./brief.ts";
import type { MakeOptions } from "./canvas-brief.ts";
import { briefMessages } from "./messages.ts";
import type { SourceList } from "./sources.ts";

/** Sentences of each tie; how many more there are of its relations is said. */
const SENTENCES = 3;

/** @param total as many as the question has ties, for the progress */
export async function tiesOf(
  app: AppState,
  question: Question,
  total: number,
  { signal, onProgress }: MakeOptions,
): Promise<ReadTies> {
  return readTies(app, (done) => onProgress(Math.min(done, total), total), signal, question);
}

/** One group a line, those with most ties first; within it by the other end's name. */
export function tieGroups(
  read: ReadTies,
  end: "row" | "column",
  lineOf: (id: EntityId) => EntityId,
  list: SourceList,
): readonly BriefGroup[] {
  const other = end === "row" ? "column" : "row";
  const name = (id: EntityId) => read.entities.get(id)?.name ?? id;
  const byName = new Intl.Collator("zh-Hans-CN-u-co-pinyin").compare;
  const groups = new Map<EntityId, MatrixTie[]>();
  for (const tie of read.ties) {
    const line = lineOf(tie[end]);
    groups.set(line, [...(groups.get(line) ?? []), tie]);
  }
  return [...groups]
    .toSorted(([a, one], [b, two]) => two.length - one.length || byName(name(a), name(b)))
    .map(([line, ties]) => ({
      heading: briefMessages.peek().group(name(line), ties.length),
      items: ties
        .toSorted((a, b) => byName(name(a[other]), name(b[other])))
        .map((tie) => tieItem(tie, read, line === tie[end] ? null : tie[end], tie[other], list)),
    }));
}

/** @param own the end itself where the group is of a wider region */
function tieItem(tie: MatrixTie, read: ReadTies, own: EntityId | null, other: EntityId, list: SourceList): BriefItem {
  const words = briefMessages.peek();
  const { counts, status } = messages.peek();
  const name = (id: EntityId) => read.entities.get(id)?.name ?? id;
  const types = [...new Set(tie.relations.flatMap((id) => read.relations.get(id)?.type ?? []))];
  const how =
    tie.through === null
      ? types.map((type) => relationName(type)).join(counts.separator)
      : words.through(name(tie.through));
  const ends = own === null ? name(other) : `${name(other)} × ${name(own)}`;
  const said = tie.status === "planned" ? `${how}${counts.separator}${status.planned}` : how;
  const found = tie.relations.flatMap((id) => read.evidence.get(id) ?? []);
  const sentences = [...new Map(found.map((one) => [one.passage.id, one])).values()];
  const total = tie.relations.reduce((sum, id) => sum + (read.relations.get(id)?.evidenceCount ?? 0), 0);
  const shown = sentences.slice(0, SENTENCES);
  return {
    text: words.reason(ends, said),
    sources: shown.map((one) => list.number(one)).toSorted((a, b) => a - b),
    more: total > shown.length && sentences.length > shown.length ? total : 0,
  };
}
