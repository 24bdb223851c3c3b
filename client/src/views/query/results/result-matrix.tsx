/** Three columns of an answer as a matrix, shaded by the third. */
import { useState } from "preact/hooks";

import { messages } from "../../../i18n/index.ts";
import type { QueryRun } from "../../../state/query-run.ts";
import { MessageCard, tableIcon } from "../../../ui/index.ts";
import { queryMessages } from "../messages.ts";
import { ColumnPicker } from "./column-picker.tsx";
import { columnsFor, pivotOf } from "./pivot.ts";

const STEPS = 6;

export function ResultMatrix({ run }: { readonly run: QueryRun }) {
  const words = queryMessages.value;
  const { number } = messages.value.counts;
  const columns = run.columns.value;
  const { numbers, names } = columnsFor(run.rows, columns);
  const [chosen, setChosen] = useState<{ row?: number; column?: number; value?: number }>({});
  const [rowAt, columnAt, valueAt] = [chosen.row ?? names[0], chosen.column ?? names[1], chosen.value ?? numbers[0]];
  if (run.count.value === 0 || rowAt === undefined || columnAt === undefined || valueAt === undefined) {
    return <MessageCard icon={tableIcon} title={words.noMatrix} hint={words.noMatrixHint} />;
  }
  const pivot = pivotOf(run.rows, rowAt, columnAt, valueAt);
  const step = (value: number) => Math.min(STEPS, Math.max(1, Math.ceil((value / (pivot.most || 1)) * STEPS)));
  const isCut = pivot.rows.length < pivot.rowTotal || pivot.columns.length < pivot.columnTotal;
  return (
    <div class="result-matrix">
      <p class="result-pickers">
        <ColumnPicker
          label={words.rowsOf}
          columns={columns}
          choices={names}
          value={rowAt}
          onValue={(row) => setChosen({ ...chosen, row })}
        />
        <ColumnPicker
          label={words.columnsOf}
          columns={columns}
          choices={names}
          value={columnAt}
          onValue={(column) => setChosen({ ...chosen, column })}
        />
        <ColumnPicker
          label={words.measure}
          columns={columns}
          choices={numbers}
          value={valueAt}
          onValue={(value) => setChosen({ ...chosen, value })}
        />
        {isCut && (
          <span>{words.cut(pivot.rows.length * pivot.columns.length, pivot.rowTotal * pivot.columnTotal)}</span>
        )}
      </p>
      <div class="result-matrix__scroll" tabIndex={0} role="region" aria-label={words.sections.matrix}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="result-matrix__corner">
                <span class="unseen">{columns[rowAt]}</span>
              </th>
              {pivot.columns.map((column) => (
                <th key={column} scope="col" title={column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pivot.rows.map((row) => (
              <tr key={row}>
                <th scope="row" title={row}>
                  {row}
                </th>
                {pivot.columns.map((column) => {
                  const value = pivot.cell(row, column);
                  return value === undefined ? (
                    <td key={column} class="result-matrix__none">
                      ·
                    </td>
                  ) : (
                    <td key={column} class={`result-matrix__cell result-matrix__cell--${step(value)}`}>
                      {number(value)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
