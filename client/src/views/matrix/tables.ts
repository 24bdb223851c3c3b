/** The matrix and its ties as tables, in the words of the language in use. */
import type {
  Entity,
  EntityId,
  MatrixTie,
  MatrixTiesRequest,
  Relation,
  RelationEvidence,
  RelationId,
} from "../../../../server/contract/index.ts";
import type { MatrixQuestion } from "../../api.ts";
import { toCsv } from "../../export/csv.ts";
import { messages, relationName } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import type { ArrangedMatrix } from "../../state/matrix/arrange-lines.ts";
import { matrixMessages } from "./messages.ts";
import { spokenName } from "./names.ts";

export function matrixTable({ rows, columns, cellAt }: ArrangedMatrix, total: number): string {
  const words = matrixMessages.value.csv;
  return toCsv([
    ["", ...columns.map(spokenName), words.total],
    ...rows.map((row) => [spokenName(row), ...columns.map((column) => cellAt(row, column)?.ties ?? 0), row.ties]),
    [words.total, ...columns.map(({ ties }) => ties), total],
  ]);
}

export interface ReadTies {
  readonly ties: readonly MatrixTie[];
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly relations: ReadonlyMap<RelationId, Relation>;
  readonly evidence: ReadonlyMap<RelationId, readonly RelationEvidence[]>;
}

const PAGE = 200;

/** All ties of the matrix as it is set, or of another question, each relation with its newest sentences. */
export async function readTies(
  app: AppState,
  onProgress: (done: number) => void,
  signal: AbortSignal,
  question: MatrixQuestion<MatrixTiesRequest> = app.matrix.question.peek(),
): Promise<ReadTies> {
  const ties: MatrixTie[] = [];
  const entities = new Map<EntityId, Entity>();
  const relations = new Map<RelationId, Relation>();
  const evidence = new Map<RelationId, readonly RelationEvidence[]>();
  for (let total = 1; ties.length < total;) {
    const page = await app.api.matrixTies({ ...question, offset: ties.length, limit: PAGE }, signal);
    if (page.ties.length === 0) break;
    total = page.total;
    ties.push(...page.ties);
    for (const entity of page.entities) entities.set(entity.id, entity);
    for (const relation of page.relations) relations.set(relation.id, relation);
    const wanted = page.relations.map(({ id }) => id).filter((id) => !evidence.has(id));
    for (let begin = 0; begin < wanted.length; begin += PAGE) {
      const answer = await app.api.evidence(wanted.slice(begin, begin + PAGE), 2, signal);
      for (const { id, passages } of answer.relations) evidence.set(id, passages);
    }
    onProgress(ties.length);
  }
  return { ties, entities, relations, evidence };
}

/** One line a tie and sentence. */
export function tiesTable({ ties, entities, relations, evidence }: ReadTies): string {
  const { csv: words } = matrixMessages.value;
  const { status } = messages.value;
  const name = (id: EntityId | null) => (id === null ? "" : (entities.get(id)?.name ?? id));
  const heads = [
    words.row,
    words.through,
    words.column,
    words.status,
    words.relations,
    words.sentence,
    words.document,
    words.publisher,
    words.date,
  ];
  const lines = ties.flatMap((tie) => {
    const own = tie.relations.flatMap((id) => relations.get(id) ?? []);
    const told = own.map(({ from, type, to }) => `${name(from)} ${relationName(type)} ${name(to)}`);
    const head = [name(tie.row), name(tie.through), name(tie.column), status[tie.status], told.join("; ")];
    const passages = new Map(
      tie.relations.flatMap((id) => evidence.get(id) ?? []).map((found) => [found.passage.id, found]),
    );
    return [...passages.values()].map(({ passage, document, date }) => [
      ...head,
      passage.text,
      document.title,
      document.publisher,
      date ?? document.date,
    ]);
  });
  return toCsv([heads, ...lines]);
}
