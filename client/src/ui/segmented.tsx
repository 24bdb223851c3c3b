/** A choice of one among two to four, each with its count. Arrows choose, as in a group of radio buttons. */
import { classNames } from "./class-names.ts";
import { rove } from "./roving.ts";
import "./segmented.css";

export interface Segment<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly count?: string | undefined;
  readonly disabled?: boolean;
}

export interface SegmentedProps<Id extends string> {
  readonly label: string;
  readonly segments: readonly Segment<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  readonly fill?: boolean;
}

export function Segmented<Id extends string>({ label, segments, selected, onSelect, fill }: SegmentedProps<Id>) {
  return (
    <div
      class={classNames("segmented", fill === true && "segmented--fill")}
      role="radiogroup"
      aria-label={label}
      onKeyDown={(event) =>
        rove(event, {
          selector: "[role=radio]:not(:disabled)",
          orientation: "both",
          onMove: (item) => item.click(),
        })
      }
    >
      {segments.map(({ id, label, count, disabled = false }) => (
        <button
          key={id}
          type="button"
          role="radio"
          class="segmented__item"
          aria-checked={id === selected}
          tabIndex={id === selected ? 0 : -1}
          disabled={disabled}
          onClick={() => onSelect(id)}
        >
          {label}
          {count !== undefined && <span class="segmented__count">{count}</span>}
        </button>
      ))}
    </div>
  );
}
