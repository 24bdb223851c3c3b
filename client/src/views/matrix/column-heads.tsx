/** The heads of the columns: the wider region over its own, names, margins as bars. They stay while the grid scrolls. */
import type { ComponentChildren } from "preact";

import type { EntityId } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { ArrangedMatrix, PlacedLine } from "../../state/matrix/arrange-lines.ts";
import type { OpenCell } from "../../state/matrix/matrix.ts";
import { classNames } from "../../ui/index.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import type { GridSizes } from "./grid-sizes.ts";
import { matrixMessages } from "./messages.ts";
import { lineName, spokenName } from "./names.ts";

export interface ColumnHeadsProps {
  readonly arranged: ArrangedMatrix;
  readonly lefts: readonly number[];
  readonly sizes: GridSizes;
  /** Columns to draw. */
  readonly indices: readonly number[];
  /** Where the keyboard stands. */
  readonly current: number | undefined;
  readonly open: OpenCell | null;
  readonly selected: ReadonlySet<EntityId>;
  readonly corner: ComponentChildren;
}

export function ColumnHeads(props: ColumnHeadsProps) {
  const { arranged, lefts, sizes, indices, current, open, selected, corner } = props;
  const { columns, most } = arranged;
  return (
    <div
      role="row"
      aria-rowindex={1}
      class="matrix-grid__heads"
      style={{ height: `${sizes.columnHead}px`, width: `${sizes.rowHead + (lefts.at(-1) ?? 0)}px` }}
    >
      <div
        role="columnheader"
        aria-colindex={1}
        class="matrix-grid__corner"
        style={{ width: `${sizes.rowHead}px`, height: `${sizes.columnHead}px` }}
      >
        {corner}
      </div>
      <Groups arranged={arranged} lefts={lefts} sizes={sizes} />
      {indices.map((at) => (
        <ColumnHead
          key={columns[at]!.entity.id}
          line={columns[at]!}
          at={at}
          left={sizes.rowHead + lefts[at]!}
          width={sizes.cell}
          most={most.column}
          isCurrent={current === at}
          isOpen={open?.column === columns[at]!.entity.id}
          isSelected={selected.has(columns[at]!.entity.id)}
        />
      ))}
    </div>
  );
}

interface ColumnHeadProps {
  readonly line: PlacedLine;
  readonly at: number;
  readonly left: number;
  readonly width: number;
  readonly most: number;
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
}

function ColumnHead({ line, at, left, width, most, isCurrent, isOpen, isSelected }: ColumnHeadProps) {
  const words = matrixMessages.value;
  const { number } = messages.value.counts;
  const tip = line.parts > 0 ? `${line.entity.name} · ${words.rolledUp(line.parts)}` : line.entity.name;
  return (
    <div
      role="columnheader"
      aria-colindex={at + 2}
      aria-label={words.line(spokenName(line), line.ties, line.planned)}
      data-cell={`-1 ${at}`}
      data-at={isCurrent ? "here" : undefined}
      data-tip={tip}
      tabIndex={isCurrent ? 0 : -1}
      class={classNames(
        "matrix-grid__column",
        isOpen && "matrix-grid__head--open",
        isSelected && "matrix-grid__head--selected",
      )}
      style={{ left: `${left}px`, width: `${width}px` }}
    >
      <span class="matrix-grid__column-name">{lineName(line)}</span>
      <span class="matrix-grid__column-bar">
        <span style={{ height: `${most === 0 ? 0 : (line.ties / most) * 28}px` }} />
      </span>
      <span class="matrix-grid__column-total">{number(line.ties)}</span>
    </div>
  );
}

/** Drawn for the eye; who listens hears the region with each of its columns. */
function Groups({ arranged, lefts, sizes }: Pick<ColumnHeadsProps, "arranged" | "lefts" | "sizes">) {
  const { number } = messages.value.counts;
  let first = 0;
  return (
    <>
      {arranged.groups.map(({ parent, ties, lines }) => {
        const left = lefts[first] ?? 0;
        first += lines.length;
        if (parent === null || lines.length === 0) return null;
        const width = lines.length * sizes.column - (sizes.column - sizes.cell);
        return (
          <div
            key={parent.id}
            aria-hidden="true"
            class="matrix-grid__group"
            style={{ left: `${sizes.rowHead + left}px`, width: `${width}px` }}
          >
            <span class="matrix-grid__group-name">
              {lines.length > 1 && <EntityMark type={parent.type} level={parent.level} size={14} />}
              {parent.name}
              {lines.length > 1 && <span>{number(ties)}</span>}
            </span>
          </div>
        );
      })}
    </>
  );
}
