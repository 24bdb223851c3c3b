/** A filter that can be taken away, or a suggestion that can be taken up. */
import type { ComponentChildren } from "preact";

import "./chip.css";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";
import { closeIcon } from "./icons.ts";

export interface ChipProps {
  readonly children: ComponentChildren;
  readonly onClick: () => void;
  /** With a cross; a click takes the chip away. */
  readonly removable?: boolean;
  readonly pressed?: boolean | undefined;
  readonly label?: string;
  readonly class?: string;
}

export function Chip({ children, onClick, removable = false, pressed, label, class: extra }: ChipProps) {
  return (
    <button
      type="button"
      class={classNames("chip", extra)}
      onClick={onClick}
      {...(label === undefined ? {} : { "aria-label": label })}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
    >
      {children}
      {removable && <Icon svg={closeIcon} size={12} />}
    </button>
  );
}
