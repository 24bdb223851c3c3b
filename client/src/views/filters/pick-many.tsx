/** A list to tick several of, with a search box once it is long. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

import { Checkbox, TextField, searchIcon } from "../../ui/index.ts";

export interface PickManyProps<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly idOf: (item: T) => string;
  /** What the search box looks in. */
  readonly textOf: (item: T) => string;
  readonly picked: readonly string[];
  readonly onPick: (ids: readonly string[]) => void;
  readonly none: (query: string) => string;
  readonly children: (item: T) => ComponentChildren;
}

/** More than these are found faster by typing. */
const SHOWN = 60;

export function PickMany<T>(props: PickManyProps<T>) {
  const { label, items, idOf, textOf, picked, onPick, none, children } = props;
  const [query, setQuery] = useState("");
  const wanted = query.trim().toLowerCase();
  const isPicked = (item: T) => picked.includes(idOf(item));
  const found = items.filter((item) => textOf(item).toLowerCase().includes(wanted));
  const shown = [...found.filter(isPicked), ...found.filter((item) => !isPicked(item))].slice(0, SHOWN);
  return (
    <div class="pick-many">
      <TextField
        label={label}
        hideLabel
        isSearch
        icon={searchIcon}
        placeholder={label}
        value={query}
        onValue={setQuery}
      />
      {shown.length === 0 && <p class="filter-popover__note">{none(query.trim())}</p>}
      <ul class="pick-many__list">
        {shown.map((item) => {
          const id = idOf(item);
          return (
            <li key={id}>
              <Checkbox
                class="pick-many__row"
                checked={isPicked(item)}
                onChange={(checked) => onPick(checked ? [...picked, id] : picked.filter((other) => other !== id))}
              >
                {children(item)}
              </Checkbox>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
