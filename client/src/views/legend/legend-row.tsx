/** One type in the legend: a switch that says how many it shows and how many there are. */
import type { ComponentChildren } from "preact";

import { messages } from "../../i18n/index.ts";
import { Icon, classNames, eyeOffIcon } from "../../ui/index.ts";

export interface LegendRowProps {
  readonly sign: ComponentChildren;
  readonly name: string;
  readonly description: string;
  readonly shown: number;
  readonly total: number | undefined;
  readonly isOff: boolean;
  readonly onToggle: () => void;
  readonly onOnly: () => void;
}

export function LegendRow({ sign, name, description, shown, total, isOff, onToggle, onOnly }: LegendRowProps) {
  const { legend, counts } = messages.value;
  const click = (event: MouseEvent) => {
    if (event.altKey) onOnly();
    // With Shift a type is only ever added to what is in sight.
    else if (!event.shiftKey || isOff) onToggle();
  };
  return (
    <li>
      <button
        type="button"
        class={classNames("legend__row", shown === 0 && "legend__row--absent", isOff && "legend__row--off")}
        aria-pressed={!isOff}
        aria-label={legend.row(name, isOff ? 0 : shown, total ?? shown)}
        data-tip={description}
        data-tip-side="right"
        onClick={click}
        onKeyDown={(event) => {
          // Alt Enter, for those who cannot Alt-click.
          if (event.key !== "Enter" || !event.altKey) return;
          event.preventDefault();
          onOnly();
        }}
      >
        <span class="legend__sign">{sign}</span>
        <span class="legend__name">{name}</span>
        {isOff && <Icon svg={eyeOffIcon} size={14} />}
        <span class="legend__count">
          {shown > 0 && <b>{counts.number(shown)}</b>}
          {shown > 0 && total !== undefined && " / "}
          {total !== undefined && counts.number(total)}
        </span>
      </button>
    </li>
  );
}
