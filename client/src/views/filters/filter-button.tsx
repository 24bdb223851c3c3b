/** A button of the filter bar: what is set is said on it, and what can be set hangs below it. */
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";

import { Button, IconButton, Popover, boxOf, classNames, closeIcon, filterIcon } from "../../ui/index.ts";
import "./filters.css";
import { filterMessages } from "./messages.ts";

export interface FilterButtonProps {
  readonly name: string;
  /** What it is set to; undefined where it lets all pass. */
  readonly value: string | undefined;
  readonly onClear: () => void;
  readonly onOpen?: () => void;
  readonly children: ComponentChildren;
}

export function FilterButton({ name, value, onClear, onOpen, children }: FilterButtonProps) {
  const words = filterMessages.value;
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <span class={classNames("filter-button", value !== undefined && "filter-button--set")}>
      <Button
        icon={filterIcon}
        buttonRef={button}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => {
          if (!isOpen) onOpen?.();
          setOpen(!isOpen);
        }}
      >
        {value ?? name}
      </Button>
      {value !== undefined && (
        <IconButton icon={closeIcon} iconSize={14} label={words.remove(`${name} ${value}`)} onClick={onClear} />
      )}
      {isOpen && (
        <Popover
          class="filter-popover"
          label={name}
          anchor={() => boxOf(button.current)}
          onClose={() => setOpen(false)}
        >
          {children}
        </Popover>
      )}
    </span>
  );
}
