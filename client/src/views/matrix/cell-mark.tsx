/** What a cell shows: its number on a step of colour; plans alone in a dashed frame; nothing as a quiet dot. */
import type { MatrixCell, TieKind } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import { classNames } from "../../ui/index.ts";
import "./cell-mark.css";
import { matrixMessages } from "./messages.ts";
import { kindName } from "./names.ts";
import { stepOf } from "./quantity.ts";

export interface CellMarkProps {
  readonly cell: Pick<MatrixCell, "ties" | "planned"> | undefined;
  readonly starts: readonly number[];
  readonly isOpen?: boolean;
}

export function CellMark({ cell, starts, isOpen = false }: CellMarkProps) {
  if (cell === undefined) return <span class={classNames("cell-mark cell-mark--none", isOpen && "cell-mark--open")} />;
  const isPlan = cell.planned === cell.ties;
  return (
    <span
      class={classNames(
        "cell-mark",
        isPlan ? "cell-mark--planned" : `cell-mark--s${stepOf(cell.ties, starts)}`,
        !isPlan && cell.planned > 0 && "cell-mark--part-planned",
        isOpen && "cell-mark--open",
      )}
    >
      <span>{messages.value.counts.number(cell.ties)}</span>
    </span>
  );
}

/** The parts of a cell: 研究院所 1、合作 1；规划 1. */
export function cellTip(kinds: readonly TieKind[], { parts, planned }: MatrixCell): string {
  const words = matrixMessages.value;
  const told = kinds.flatMap((kind, at) => {
    const count = parts[at] ?? 0;
    return count === 0 ? [] : [words.part(kindName(kind), count)];
  });
  return words.parts(told.join(messages.value.counts.separator), planned);
}
