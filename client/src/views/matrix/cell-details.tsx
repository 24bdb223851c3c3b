/** What an open cell or line holds: its ties beside the matrix, or for an empty cell the card that hangs on it. */
import { useEffect, useState } from "preact/hooks";

import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import type { ArrangedMatrix } from "../../state/matrix/arrange-lines.ts";
import type { OpenCell } from "../../state/matrix/matrix.ts";
import { Dialog, Popover, Sheet } from "../../ui/index.ts";
import type { Box, SheetStop } from "../../ui/index.ts";
import { Region } from "../shell/region.tsx";
import { screen } from "../shell/screen.ts";
import { GapCard } from "./gap-card.tsx";
import { matrixMessages } from "./messages.ts";
import { TiesPanel } from "./ties-panel.tsx";

export function CellDetails({ app, arranged }: { readonly app: AppState; readonly arranged: ArrangedMatrix }) {
  const cell = app.matrix.cell.value;
  if (cell === null) return null;
  const { row, column } = cell;
  const close = () => app.matrix.closeCell();
  if (row !== null && column !== null && isEmpty(arranged, cell)) {
    return <Gap key={`${row} ${column}`} app={app} cell={{ row, column }} onClose={close} />;
  }
  return <Ties key={`${row} ${column}`} app={app} cell={cell} onClose={close} />;
}

/** Whether both lines are in the matrix and have nothing in common. */
function isEmpty({ rows, columns, cellAt }: ArrangedMatrix, { row, column }: OpenCell): boolean {
  const rowLine = rows.find(({ entity }) => entity.id === row);
  const columnLine = columns.find(({ entity }) => entity.id === column);
  return rowLine !== undefined && columnLine !== undefined && cellAt(rowLine, columnLine) === undefined;
}

interface GapProps {
  readonly app: AppState;
  readonly cell: { readonly row: NonNullable<OpenCell["row"]>; readonly column: NonNullable<OpenCell["column"]> };
  readonly onClose: () => void;
}

function Gap({ app, cell, onClose }: GapProps) {
  const words = matrixMessages.value;
  if (screen.value === "phone") {
    return (
      <Dialog title={words.gap.name} class="gap-dialog" onClose={onClose}>
        <GapCard app={app} cell={cell} />
      </Dialog>
    );
  }
  return (
    <Popover
      class="gap-popover"
      label={words.gap.name}
      side="right"
      align="start"
      gap={10}
      anchor={openCellBox}
      onClose={onClose}
    >
      <GapCard app={app} cell={cell} onClose={onClose} />
    </Popover>
  );
}

function openCellBox(): Box {
  const cell = document.querySelector(".matrix-grid .cell-mark--open");
  return (
    cell?.getBoundingClientRect() ?? { left: window.innerWidth / 2, top: window.innerHeight / 3, width: 0, height: 0 }
  );
}

interface TiesProps {
  readonly app: AppState;
  readonly cell: OpenCell;
  readonly onClose: () => void;
}

function Ties({ app, cell, onClose }: TiesProps) {
  const words = matrixMessages.value;
  const [stop, setStop] = useState<SheetStop>("half");
  useEffect(() => setStop("half"), [cell.row, cell.column]);
  if (screen.value === "phone") {
    return (
      <Sheet label={words.panel} stop={stop} onStop={setStop}>
        <TiesPanel app={app} cell={cell} onClose={onClose} />
      </Sheet>
    );
  }
  const isOver = screen.value === "narrow";
  return (
    <Region
      name="right"
      label={messages.value.app.rightPanel}
      class={isOver ? "canvas-view__inspector canvas-view__inspector--over" : "canvas-view__inspector"}
      keys="sentences"
    >
      <TiesPanel app={app} cell={cell} onClose={onClose} />
    </Region>
  );
}
