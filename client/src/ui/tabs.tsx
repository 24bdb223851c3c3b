/** Tabs over one panel. Arrows choose; the panel is labelled by its tab. */
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

import { classNames } from "./class-names.ts";
import { rove } from "./roving.ts";
import "./tabs.css";

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly count?: string | undefined;
}

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** The panel of the selected tab. */
  readonly children: ComponentChildren;
  readonly class?: string;
  /** At the end of the row of tabs. */
  readonly trailing?: ComponentChildren;
}

export function Tabs<Id extends string>(props: TabsProps<Id>) {
  const { label, tabs, selected, onSelect, children, class: extra, trailing } = props;
  const id = useId();
  return (
    <div class={classNames("tabs", extra)}>
      <div class="tabs__row">
        <div
          class="tabs__list"
          role="tablist"
          aria-label={label}
          onKeyDown={(event) =>
            rove(event, { selector: "[role=tab]", orientation: "horizontal", onMove: (item) => item.click() })
          }
        >
          {tabs.map((tab) => (
            <button
              key={tab.id}
              type="button"
              role="tab"
              id={`${id}-${tab.id}`}
              class="tabs__tab"
              aria-selected={tab.id === selected}
              aria-controls={`${id}-panel`}
              tabIndex={tab.id === selected ? 0 : -1}
              onClick={() => onSelect(tab.id)}
            >
              {tab.label}
              {tab.count !== undefined && <span class="tabs__count">{tab.count}</span>}
            </button>
          ))}
        </div>
        {trailing}
      </div>
      <div class="tabs__panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${selected}`}>
        {children}
      </div>
    </div>
  );
}
