/** What the colours and frames of the cells mean, and what is not shown. */
import type { MatrixAnswer } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { MenuButton } from "../../ui/index.ts";
import { CellMark } from "./cell-mark.tsx";
import { matrixMessages } from "./messages.ts";
import { stepOf, stepStarts } from "./quantity.ts";

export interface MatrixLegendProps {
  readonly app: AppState;
  readonly answer: MatrixAnswer;
  /** Ties of the fullest cell. */
  readonly most: number;
}

export function MatrixLegend({ app, answer, most }: MatrixLegendProps) {
  const words = matrixMessages.value;
  const { counts } = messages.value;
  const starts = stepStarts(most);
  const { hidden, cut, unplaced } = answer;
  return (
    <div class="matrix-legend">
      <span class="matrix-legend__item">
        {words.legend}
        <span class="matrix-legend__steps">
          {starts.map((start, at) => {
            const end = (starts[at + 1] ?? most + 1) - 1;
            return (
              <span key={start} class={`matrix-legend__step cell-mark--s${stepOf(start, starts)}`}>
                {end > start ? `${counts.number(start)}–${counts.number(end)}` : counts.number(start)}
              </span>
            );
          })}
        </span>
      </span>
      <span class="matrix-legend__item">
        <span class="matrix-legend__mark">
          <CellMark cell={{ ties: 1, planned: 1 }} starts={[1]} />
        </span>
        {words.onlyPlanned}
      </span>
      <span class="matrix-legend__item">
        <span class="matrix-legend__part-planned">2</span>
        {words.partPlanned}
      </span>
      <span class="matrix-legend__item">
        <span class="matrix-legend__mark">
          <CellMark cell={undefined} starts={[1]} />
        </span>
        {words.none}
      </span>
      <span class="matrix-legend__item">
        {(hidden.rows > 0 || hidden.columns > 0) && words.hidden(hidden.rows, hidden.columns)}
        <EmptyMenu app={app} />
      </span>
      {unplaced.count > 0 && (
        <span>
          {words.unplaced(
            unplaced.count,
            unplaced.count > unplaced.entities.length
              ? counts.andOthers(unplaced.entities.map(({ name }) => name).join(counts.separator))
              : unplaced.entities.map(({ name }) => name).join(counts.separator),
          )}
        </span>
      )}
      {(cut.rows > 0 || cut.columns > 0) && (
        <strong class="matrix-legend__cut" role="status">
          {words.cut(cut.rows, cut.columns, cut.ties)}
        </strong>
      )}
    </div>
  );
}

/** Which of the lines without ties are shown. */
function EmptyMenu({ app }: { readonly app: AppState }) {
  const words = matrixMessages.value;
  const { empty } = app.matrix.choice.value;
  return (
    <MenuButton
      label={words.emptyShown[empty]}
      variant="ghost"
      size="small"
      items={(["none", "near", "all"] as const).map((id) => ({
        id,
        label: words.emptyShown[id],
        checked: id === empty,
        onSelect: () => app.matrix.choose({ empty: id }),
      }))}
    />
  );
}
