/** A tick box with its label; `mixed` is "some of them". */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

import "./checkbox.css";
import { classNames } from "./class-names.ts";

export interface CheckboxProps {
  readonly checked: boolean;
  readonly mixed?: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly class?: string;
  readonly children: ComponentChildren;
}

export function Checkbox({
  checked,
  mixed = false,
  disabled = false,
  onChange,
  class: extra,
  children,
}: CheckboxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current !== null) input.current.indeterminate = mixed;
  }, [mixed]);
  return (
    <label class={classNames("checkbox", disabled && "checkbox--disabled", extra)}>
      <input
        ref={input}
        type="checkbox"
        class="checkbox__box"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {children}
    </label>
  );
}
