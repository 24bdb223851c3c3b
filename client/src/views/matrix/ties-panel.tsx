/** The ties of a cell or a line: each as a chain from row to column, with the sentences that support it. */
import { useEffect, useState } from "preact/hooks";

import type {
  EntityId,
  MatrixTie,
  MatrixTiesPage,
  Relation,
  RelationEvidence,
  RelationId,
} from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import type { OpenCell, Question } from "../../state/matrix/matrix.ts";
import { loadedValue } from "../../state/resource.ts";
import { Button, IconButton, Skeleton, Tag, canvasIcon, closeIcon } from "../../ui/index.ts";
import { Chain } from "../entity/chain.tsx";
import { EntityMark } from "../entity/entity-mark.tsx";
import { Failure } from "../shell/failure.tsx";
import { useResource } from "../shell/use-resource.ts";
import { EvidenceCard } from "../source/evidence-card.tsx";
import { useEntities } from "../source/entity-lookup.ts";
import { supportingWords } from "../source/segments.ts";
import { matrixMessages } from "./messages.ts";
import { putTiesOnCanvas, TIES_ON_CANVAS, toLines } from "./put-on-canvas.ts";

const PAGE = 20;
const SENTENCES = 3;

interface Shown extends MatrixTiesPage {
  readonly evidence: ReadonlyMap<RelationId, readonly RelationEvidence[]>;
}

export interface TiesPanelProps {
  readonly app: AppState;
  readonly cell: OpenCell;
  readonly onClose: () => void;
}

export function TiesPanel({ app, cell, onClose }: TiesPanelProps) {
  const words = matrixMessages.value;
  const { words: common } = messages.value;
  const [limit, setLimit] = useState(PAGE);
  const ties = useResource((asked: string, abort) => readTies(app, JSON.parse(asked) as Question, abort), {
    keepsOld: true,
  });
  const asked = JSON.stringify({ ...app.matrix.question.value, ...toLines(cell), limit });
  useEffect(() => void ties.load(asked), [asked]);
  const state = ties.state.value;
  const shown = loadedValue(state);
  const planned = shown?.ties.filter(({ status }) => status === "planned").length ?? 0;
  return (
    <div class="ties">
      <header class="ties__head">
        <Ends app={app} cell={cell} />
        <IconButton icon={closeIcon} label={common.close} onClick={onClose} />
      </header>
      <div class="ties__content">
        {state.status === "failed" && <Failure error={state.error} onRetry={() => void ties.reload()} compact />}
        {shown === undefined && state.status !== "failed" && <Skeleton lines={[80, 96, 90, 60]} lineHeight={30} />}
        {shown !== undefined && (
          <>
            <p class="ties__total">
              {shown.total === 0
                ? words.panelNothing
                : shown.ties.length === shown.total
                  ? words.panelTotal(shown.total, planned)
                  : words.panelTotal(shown.total, 0)}
            </p>
            <ol class="ties__list">
              {shown.ties.map((tie) => (
                <Tie
                  key={`${tie.row} ${tie.through} ${tie.column} ${tie.relations[0]}`}
                  app={app}
                  tie={tie}
                  shown={shown}
                />
              ))}
            </ol>
            {shown.total > shown.ties.length && (
              <button type="button" class="text-button" onClick={() => setLimit(limit + PAGE)}>
                {words.moreTies(Math.min(PAGE, shown.total - shown.ties.length))}
              </button>
            )}
          </>
        )}
      </div>
      {shown !== undefined && shown.total > 0 && (
        <footer class="ties__foot">
          <Button
            variant="primary"
            icon={canvasIcon}
            aria-disabled={shown.total > TIES_ON_CANVAS ? true : undefined}
            data-tip={shown.total > TIES_ON_CANVAS ? words.toCanvasTooMany(shown.total, TIES_ON_CANVAS) : undefined}
            onClick={() => {
              if (shown.total <= TIES_ON_CANVAS) void putTiesOnCanvas(app, cell);
            }}
          >
            {words.toCanvas(shown.total)}
          </Button>
        </footer>
      )}
    </div>
  );
}

/** Who the cell is of: row and column, or the one line. */
function Ends({ app, cell }: { readonly app: AppState; readonly cell: OpenCell }) {
  const ids = [cell.row, cell.column].filter((id) => id !== null);
  const lookup = useEntities(ids);
  return (
    <h2 class="ties__ends">
      {ids.map((id, at) => {
        const entity = lookup.find(id);
        return (
          <span key={id} class="ties__end">
            {at > 0 && <span class="ties__times">×</span>}
            {entity !== undefined && <EntityMark type={entity.type} level={entity.level} size={22} />}
            <button type="button" class="ties__name" onClick={() => app.selection.selectEntity(id)}>
              {entity?.name ?? id}
            </button>
          </span>
        );
      })}
    </h2>
  );
}

function Tie({ app, tie, shown }: { readonly app: AppState; readonly tie: MatrixTie; readonly shown: Shown }) {
  const { status } = messages.value;
  const words = matrixMessages.value;
  const entities = new Map(shown.entities.map((entity) => [entity.id, entity]));
  const relations = tie.relations.flatMap((id) => shown.relations.find((relation) => relation.id === id) ?? []);
  const stops = [tie.row, ...(tie.through === null ? [] : [tie.through]), tie.column];
  const steps = stops.slice(1).map((to, at) => bestBetween(relations, stops[at]!, to));
  const [chosen, choose] = useState<RelationId | null>(null);
  // What the lines of the chain stand for comes first, then what else is between the same two.
  const inOrder = [...new Set([...steps.filter((step) => step !== undefined), ...relations])];
  const supporting = chosen === null ? inOrder : inOrder.filter(({ id }) => id === chosen);
  const passages = new Map(
    supporting.flatMap((relation) =>
      (shown.evidence.get(relation.id) ?? []).map((evidence) => [evidence.passage.id, { evidence, relation }] as const),
    ),
  );
  const total = supporting.reduce((sum, { evidenceCount }) => sum + evidenceCount, 0);
  return (
    <li class="tie">
      <div class="tie__head">
        <Chain
          entities={stops.flatMap((id) => entities.get(id) ?? [])}
          relations={steps}
          onEntity={(id) => app.selection.selectEntity(id)}
          onRelation={({ id }) => choose(id === chosen ? null : id)}
          isSelected={({ id }) => id === chosen}
        />
        <span class="tie__facts">
          {tie.status === "planned" && <Tag tone="planned">{status.planned}</Tag>}
          <Tag tone="evidence">{words.allSentences(total)}</Tag>
        </span>
      </div>
      {[...passages.values()].slice(0, SENTENCES).map(({ evidence, relation }) => (
        <EvidenceCard
          key={evidence.passage.id}
          app={app}
          evidence={evidence}
          supports
          marks={supportingWords(evidence.passage.text, evidence.mentions, [relation.from, relation.to])}
        />
      ))}
    </li>
  );
}

/** Where the place of a body is known by its zone, nothing stands between the two themselves. */
function bestBetween(relations: readonly Relation[], a: EntityId, b: EntityId): Relation | undefined {
  const between = relations.filter(({ from, to }) => (from === a && to === b) || (from === b && to === a));
  return between.toSorted((one, other) => other.evidenceCount - one.evidenceCount)[0];
}

async function readTies(app: AppState, question: Question, signal: AbortSignal): Promise<Shown> {
  const page = await app.api.matrixTies(question, signal);
  const ids = page.relations.map(({ id }) => id);
  const answer = ids.length === 0 ? { relations: [] } : await app.api.evidence(ids.slice(0, 500), SENTENCES, signal);
  return { ...page, evidence: new Map(answer.relations.map(({ id, passages }) => [id, passages])) };
}
