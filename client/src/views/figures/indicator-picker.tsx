/** Which indicator: a button that opens their list, with a field to find one by any name that documents use. */
import { useRef, useState } from "preact/hooks";

import type { Indicator } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import { Button, Popover, TextField, boxOf, chevronDownIcon, rove, searchIcon } from "../../ui/index.ts";
import { figuresMessages } from "./messages.ts";

export interface IndicatorPickerProps {
  readonly indicators: readonly Indicator[];
  readonly chosen: string | null;
  readonly onChoose: (name: string) => void;
}

/** Beyond this the field finds faster than the eye. */
const SHOWN = 100;

export function IndicatorPicker({ indicators, chosen, onChoose }: IndicatorPickerProps) {
  const words = figuresMessages.value;
  const { counts } = messages.value;
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  const wanted = query.trim().toLowerCase();
  const found = indicators.filter(({ name, names }) =>
    [name, ...names].some((text) => text.toLowerCase().includes(wanted)),
  );
  return (
    <>
      <Button
        buttonRef={button}
        iconAfter={chevronDownIcon}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {chosen ?? words.chooseIndicator}
      </Button>
      {isOpen && (
        <Popover
          label={words.chooseIndicator}
          class="indicator-picker"
          anchor={() => boxOf(button.current)}
          onClose={() => setOpen(false)}
          initialFocus="input"
        >
          <TextField
            label={words.findIndicator}
            hideLabel
            isSearch
            icon={searchIcon}
            placeholder={words.findIndicator}
            value={query}
            onValue={setQuery}
          />
          {found.length === 0 && <p>{words.noIndicator(query.trim())}</p>}
          <ul onKeyDown={(event) => rove(event, { selector: "button", orientation: "vertical" })}>
            {found.slice(0, SHOWN).map(({ name, names, subjects, figures }) => (
              <li key={name}>
                <button
                  type="button"
                  aria-pressed={name === chosen}
                  data-tip={names.some((written) => written !== name) ? words.alsoWritten(names.join("、")) : undefined}
                  onClick={() => {
                    setOpen(false);
                    setQuery("");
                    onChoose(name);
                  }}
                >
                  {name}
                  <small>{words.told(subjects, figures)}</small>
                </button>
              </li>
            ))}
          </ul>
          {found.length > SHOWN && <p>{counts.first(SHOWN, found.length)}</p>}
        </Popover>
      )}
    </>
  );
}
