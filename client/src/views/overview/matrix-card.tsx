/** A corner of the matrix of universities and districts: those with most ties. A cell opens it there. */
import { useEffect } from "preact/hooks";

import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { arrangeMatrix } from "../../state/matrix/arrange-lines.ts";
import { FIRST_CHOICE, questionOf } from "../../state/matrix/matrix.ts";
import type { OpenCell } from "../../state/matrix/matrix.ts";
import { loadedValue } from "../../state/resource.ts";
import { Icon, MessageCard, Skeleton, arrowRightIcon, gridIcon } from "../../ui/index.ts";
import { CellMark, cellTip } from "../matrix/cell-mark.tsx";
import { matrixMessages } from "../matrix/messages.ts";
import { lineName, spokenName } from "../matrix/names.ts";
import { stepStarts } from "../matrix/quantity.ts";
import { Failure } from "../shell/failure.tsx";
import { useResource } from "../shell/use-resource.ts";
import "./matrix-card.css";

const ROWS = 8;
const COLUMNS = 10;

export function MatrixCard({ app }: { readonly app: AppState }) {
  const words = matrixMessages.value;
  const corner = useResource((_: "corner", abort) =>
    app.api.matrix({ ...questionOf(FIRST_CHOICE), empty: "near", maxRows: ROWS, maxColumns: COLUMNS }, abort),
  );
  // Anew with the counts of the first screen: an import changes both.
  const version = loadedValue(app.overview.state.value);
  useEffect(() => void (corner.key.peek() === undefined ? corner.load("corner") : corner.reload()), [version]);
  const state = corner.state.value;
  const answer = loadedValue(state);
  const open = (cell?: OpenCell) => {
    app.matrix.choose(FIRST_CHOICE);
    if (cell !== undefined) app.matrix.openCell(cell);
    app.session.show("matrix");
  };
  return (
    <section class="card matrix-card" aria-labelledby="overview-matrix">
      <header class="card__head">
        <h2 id="overview-matrix">{words.teaser}</h2>
        <span class="card__note">{words.teaserNote}</span>
        <button type="button" class="card__more" onClick={() => open()}>
          {words.openMatrix}
          <Icon svg={arrowRightIcon} size={14} />
        </button>
      </header>
      {state.status === "failed" && <Failure error={state.error} onRetry={() => void corner.reload()} compact />}
      {answer === undefined && state.status !== "failed" && (
        <Skeleton lines={[90, 96, 92, 94, 90, 96]} lineHeight={36} />
      )}
      {answer !== undefined && answer.ties === 0 && <MessageCard icon={gridIcon} title={words.empty} compact />}
      {answer !== undefined && answer.ties > 0 && <Corner answer={answer} onOpen={open} />}
    </section>
  );
}

interface CornerProps {
  readonly answer: Parameters<typeof arrangeMatrix>[0];
  readonly onOpen: (cell: OpenCell) => void;
}

function Corner({ answer, onOpen }: CornerProps) {
  const words = matrixMessages.value;
  const { counts } = messages.value;
  const { rows, columns, groups, most, cellAt } = arrangeMatrix(answer, "ties", FIRST_CHOICE.level);
  const starts = stepStarts(most.cell);
  return (
    <div class="matrix-card__scroll">
      <table class="matrix-card__table" aria-labelledby="overview-matrix">
        <thead>
          <tr>
            <td />
            {groups.map(({ parent, lines }) => (
              <th key={parent?.id ?? ""} scope="colgroup" colSpan={lines.length} class="matrix-card__group">
                <span>{parent?.name}</span>
              </th>
            ))}
          </tr>
          <tr>
            <td />
            {columns.map((line) => (
              <th key={line.entity.id} scope="col" class="matrix-card__column" data-tip={line.entity.name}>
                {lineName(line)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.entity.id}>
              <th scope="row" class="matrix-card__row">
                <button type="button" onClick={() => onOpen({ row: row.entity.id, column: null })}>
                  {row.entity.name}
                </button>
              </th>
              {columns.map((column) => {
                const cell = cellAt(row, column);
                const label =
                  cell === undefined
                    ? words.emptyCell(spokenName(row), spokenName(column))
                    : words.cell(spokenName(row), spokenName(column), cell.ties, cell.planned);
                return (
                  <td key={column.entity.id} class="matrix-card__cell">
                    <button
                      type="button"
                      aria-label={label}
                      // One stop of Tab a tie: the empty ones are reached in the matrix itself.
                      tabIndex={cell === undefined ? -1 : 0}
                      data-tip={cell === undefined ? undefined : cellTip(answer.kinds, cell)}
                      onClick={() => onOpen({ row: row.entity.id, column: column.entity.id })}
                    >
                      <CellMark cell={cell} starts={starts} />
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {answer.cut.ties > 0 && <p class="unseen">{counts.first(answer.ties - answer.cut.ties, answer.ties)}</p>}
    </div>
  );
}
