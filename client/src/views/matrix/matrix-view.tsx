/**
 * The matrix: who against whom, how many ties, planned or not; a cell opens
 * its ties with their sentences, an empty one what the documents do say.
 */
import { useEffect, useMemo } from "preact/hooks";

import type { MatrixAnswer } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { arrangeMatrix, ORDERS } from "../../state/matrix/arrange-lines.ts";
import type { ArrangedMatrix } from "../../state/matrix/arrange-lines.ts";
import { loadedValue } from "../../state/resource.ts";
import { Button, MenuButton, MessageCard, Skeleton, gridIcon } from "../../ui/index.ts";
import { clearClaimFilters } from "../filters/filter-bar.tsx";
import { Failure } from "../shell/failure.tsx";
import { Region } from "../shell/region.tsx";
import { screen } from "../shell/screen.ts";
import { CellDetails } from "./cell-details.tsx";
import { MatrixLegend } from "./legend.tsx";
import { MatrixBar } from "./matrix-bar.tsx";
import { MatrixGrid } from "./matrix-grid.tsx";
import "./matrix.css";
import { matrixMessages } from "./messages.ts";
import { axisName, countsWhat, inText, wayName } from "./names.ts";
import { PhoneGroups, usePhoneGroup } from "./phone-groups.tsx";

export function MatrixView({ app }: { readonly app: AppState }) {
  const words = matrixMessages.value;
  const { views } = messages.value;
  useEffect(() => app.matrix.follow(), [app]);
  const state = app.matrix.answer.value;
  const answer = loadedValue(state);
  const { order, level } = app.matrix.choice.value;
  const arranged = useMemo(
    () => (answer === undefined ? undefined : arrangeMatrix(answer, order, level)),
    [answer, order, level],
  );
  useStatusNote(app, answer);
  return (
    <>
      <Region name="view" label={views.matrix} class="matrix" keys="sentences">
        <MatrixBar app={app} answer={answer} />
        <Heading app={app} answer={answer} />
        {state.status === "failed" && (
          <div class="matrix__message">
            <Failure error={state.error} onRetry={() => void app.matrix.retry()} />
          </div>
        )}
        {state.status !== "failed" && (answer === undefined || arranged === undefined) && (
          <div class="matrix__message">
            <Skeleton lines={[90, 96, 92, 94, 90, 96, 88]} lineHeight={38} />
          </div>
        )}
        {state.status !== "failed" && answer !== undefined && arranged !== undefined && (
          <Sheet app={app} answer={answer} arranged={arranged} isStale={state.status === "loading"} />
        )}
        <p class="unseen" role="status">
          {answer === undefined || words.sum(answer.ties)}
        </p>
      </Region>
      {arranged !== undefined && <CellDetails app={app} arranged={arranged} />}
    </>
  );
}

function Heading({ app, answer }: { readonly app: AppState; readonly answer: MatrixAnswer | undefined }) {
  const words = matrixMessages.value;
  const choice = app.matrix.choice.value;
  const way = app.matrix.way.value;
  const [rows, columns] = [axisName(choice.rows, choice), axisName(choice.columns, choice)];
  const isCooperation = way.kind === "any" || way.kind === "through";
  return (
    <header class="matrix__heading">
      <h1>
        {isCooperation
          ? words.title(inText(rows), inText(columns))
          : words.titleOf(rows, inText(columns), wayName(way))}
      </h1>
      {answer !== undefined && (
        <span class="matrix__size">
          {words.size(
            words.number(answer.rows.length, inText(rows)),
            words.number(answer.columns.length, inText(columns)),
            answer.ties,
          )}
        </span>
      )}
      <p class="matrix__what">
        {countsWhat(way)}{" "}
        {answer?.isSymmetric === true ? words.symmetric : way.through.length > 0 ? words.filterRule : ""}
      </p>
    </header>
  );
}

interface SheetProps {
  readonly app: AppState;
  readonly answer: MatrixAnswer;
  readonly arranged: ArrangedMatrix;
  readonly isStale: boolean;
}

function Sheet({ app, answer, arranged, isStale }: SheetProps) {
  const words = matrixMessages.value;
  const choice = app.matrix.choice.value;
  const phone = usePhoneGroup(arranged);
  if (answer.rows.length === 0 || answer.columns.length === 0) {
    return (
      <div class="matrix__message">
        <MessageCard
          icon={gridIcon}
          title={words.empty}
          hint={words.emptyHint}
          actions={
            app.filters.isFiltering.value && (
              <Button onClick={() => clearClaimFilters(app)}>{words.clearFilters}</Button>
            )
          }
        />
      </div>
    );
  }
  return (
    <>
      {screen.value === "phone" && <PhoneGroups phone={phone} />}
      <MatrixGrid
        answer={answer}
        arranged={screen.value === "phone" ? phone.arranged : arranged}
        open={app.matrix.cell.value}
        selected={app.selection.entities.value}
        onOpen={app.matrix.openCell}
        isStale={isStale}
        corner={
          <>
            <span class="matrix-grid__axis">{axisName(choice.rows, choice)}</span>
            <MenuButton
              label={words.orders[choice.order]}
              variant="ghost"
              size="small"
              items={ORDERS.map((order) => ({
                id: order,
                label: words.orders[order],
                checked: order === choice.order,
                onSelect: () => app.matrix.choose({ order }),
              }))}
            />
            <span class="matrix-grid__sum">
              <span>{words.corner}</span>
              <strong>{messages.value.counts.number(answer.ties)}</strong>
            </span>
          </>
        }
      />
      <MatrixLegend app={app} answer={answer} most={arranged.most.cell} />
    </>
  );
}

/** The sum of the cells against the ties in the filter, always in sight. */
function useStatusNote(app: AppState, answer: MatrixAnswer | undefined): void {
  const words = matrixMessages.value;
  useEffect(() => {
    if (answer === undefined) return undefined;
    const shown = answer.cells.reduce((sum, { ties }) => sum + ties, 0);
    app.statusNote.value = answer.isSymmetric
      ? words.sumSymmetric(answer.ties)
      : answer.cut.ties > 0
        ? words.sumCut(shown, answer.ties)
        : words.sum(shown);
    return () => {
      app.statusNote.value = null;
    };
  }, [app, answer, words]);
}
