/** A dialog over everything else, which waits behind it. Esc and a click beside it close it. */
import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";

import { messages } from "../i18n/index.ts";
import { IconButton } from "./button.tsx";
import { classNames } from "./class-names.ts";
import "./dialog.css";
import { useFocusScope } from "./focus.ts";
import { closeIcon } from "./icons.ts";

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  readonly footer?: ComponentChildren;
  readonly initialFocus?: string;
  readonly class?: string;
}

export function Dialog({ title, onClose, children, footer, initialFocus, class: extra }: DialogProps) {
  const id = useId();
  const root = useRef<HTMLDialogElement>(null);
  useFocusScope(root, { trap: true, initial: initialFocus, open: showModal, close: closeModal });
  return (
    <dialog
      ref={root}
      class={classNames("dialog", extra)}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") event.stopPropagation();
      }}
      onClick={(event) => {
        if (event.target === root.current) onClose();
      }}
    >
      <div class="dialog__frame">
        <header class="dialog__head">
          <h2 id={id}>{title}</h2>
          <IconButton icon={closeIcon} label={messages.value.words.close} onClick={onClose} />
        </header>
        <div class="dialog__body">{children}</div>
        {footer !== undefined && <footer class="dialog__foot">{footer}</footer>}
      </div>
    </dialog>
  );
}

function showModal(element: HTMLElement): void {
  if (element instanceof HTMLDialogElement) element.showModal();
}

function closeModal(element: HTMLElement): void {
  if (element instanceof HTMLDialogElement) element.close();
}
