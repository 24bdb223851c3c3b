/** The button over the canvas that opens the choices of styling. */
import { useRef, useState } from "preact/hooks";

import type { AppState } from "../../state/app-state.ts";
import { Button, Popover, boxOf, chevronDownIcon, paletteIcon } from "../../ui/index.ts";
import { stylingMessages } from "./messages.ts";
import { StylingChoices } from "./styling-choices.tsx";

export function StylingButton({ app }: { readonly app: AppState }) {
  const { title } = stylingMessages.value;
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="ghost"
        icon={paletteIcon}
        iconAfter={chevronDownIcon}
        buttonRef={button}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {title}
      </Button>
      {isOpen && (
        <Popover
          class="styling__popover"
          label={title}
          anchor={() => boxOf(button.current)}
          initialFocus="select"
          onClose={() => setOpen(false)}
        >
          <StylingChoices app={app} />
        </Popover>
      )}
    </>
  );
}
